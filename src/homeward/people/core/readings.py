"""Words read by what tells people apart, as values beside the words; the same words are read once."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from homeward.identity import births, countries, documents, mrz, sexes
from homeward.identity.births import Birth
from homeward.identity.copying import UnreadableZone
from homeward.identity.mrz import Mrz
from homeward.people.core.values import CodeGiven, DayGiven, DocumentGiven

HIJRI, SOLAR = "hijri", "solar hijri"
_MARKS = {HIJRI: " AH", SOLAR: " SH"}


@lru_cache(maxsize=65_536)
def birth(words: str, day_first: bool | None = None, on: date | None = None, calendar: str = "") -> Birth:
    """A day as `homeward.identity.births` reads it; `calendar` is what a person said of a column without marks."""
    read = births.read(words, day_first=day_first, on=on)
    if calendar in _MARKS and "calendar" in read.flags:
        marked = births.read(words + _MARKS[calendar], day_first=day_first, on=on)
        return Birth(words, marked.candidates, marked.flags)
    return read


@lru_cache(maxsize=65_536)
def birth_flags(words: str) -> tuple[str, ...]:
    """The doubts about a day when nothing is known beside its words."""
    return births.read(words).flags


@lru_cache(maxsize=65_536)
def day(words: str, day_first: bool | None = None, on: date | None = None, calendar: str = "") -> DayGiven:
    """A day as given, with the days that it may mean when it is clear which; a suspected calendar is named."""
    read = birth(words, day_first, on, calendar)
    if (only := read.only) is None:
        suspected = read.candidates[0].calendar.value if "calendar" in read.flags and read.candidates else ""
        return DayGiven(words, calendar=suspected, flags=read.flags)
    if "calendar" in read.flags and not calendar:
        return DayGiven(words, calendar=only.calendar.value, flags=read.flags)
    return DayGiven(words, only.start.isoformat(), only.until.isoformat(), only.calendar.value, read.flags)


def age_flags(words: str, on: date | None = None) -> tuple[str, ...]:
    """The doubts about an age."""
    return births.read_age(words, on=on).flags


@lru_cache(maxsize=4_096)
def is_missing(words: str) -> bool:
    """Whether words say that nothing is given: a dash, "not known"; never asked about names."""
    return "missing" in births.read(words).flags


@lru_cache(maxsize=4_096)
def sex(words: str) -> CodeGiven:
    """A sex as given, with F, M or X where it is one of those."""
    return CodeGiven(words, sexes.read(words))


@lru_cache(maxsize=16_384)
def nationalities(words: str) -> tuple[tuple[CodeGiven, ...], tuple[str, ...]]:
    """The nationalities that words give, each under the words as given, and the doubts about them."""
    read = countries.read(words)
    return tuple(CodeGiven(words, code) for code in read.codes) or (CodeGiven(words),), read.flags


@lru_cache(maxsize=16_384)
def country(words: str) -> CodeGiven:
    """A country as given, with its code of three letters where there is one."""
    return CodeGiven(words, countries.read(words).code)


def document(
    words: str, kind: str = "", country_words: str = "", issued: DayGiven | None = None, expires: DayGiven | None = None
) -> DocumentGiven:
    """A paper as given, with the key of its number; a number that tells nobody apart has none."""
    read = documents.read(words, kind=kind, country=country(country_words).code if country_words else "")
    return DocumentGiven(words, kind, country_words, issued, expires, read.key if read.tells_apart else "", read.flags)


def zone(text: str, on: date | None = None) -> Mrz | None:
    """A machine-readable zone, None when it is none that can be read."""
    try:
        return mrz.read(text, on=on)
    except UnreadableZone:
        return None


def let_go() -> None:
    """Forget all words that were read in this process: they are kept to be quick, and say who somebody is."""
    for kept in (birth, birth_flags, day, is_missing, sex, nationalities, country):
        kept.cache_clear()
