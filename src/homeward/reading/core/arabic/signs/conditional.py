"""Arabic words that are signs that something hangs on something else."""

from __future__ import annotations

from homeward.reading.core.arabic.letters import any_of, form

HINGES = any_of(
    r"""
    رهن(?:ا|ين|ينة)?(?= ب)
    مرهون(?:ة|ا)?|مشروط(?:ة|ا)?
    (?:متوقف|متوقفة|يتوقف|تتوقف) على
    (?:ال)?شرط(?:ه|ها)?(?= (?:أن|ل|ال|هو|هي))(?! (?:تحقق|استوفي|ال\w+ تحقق))
    بشروط|شروط(?:ه|ها|هم)(?= (?:ل|أن|هي))
    وإلا
    إلا إذا
    في المقابل
    مقابل
    لولا
    إذا
    """
)
BARGAIN = form(r"^\W*(?:لا|بلا) [^\W\d]+،? (?:لا|فلا) [^\W\d]+\W*$")
BID_AND_FRUIT = form(r"^\W*ا\w+وا \S+(?: \S+)? [تين]\w+")
