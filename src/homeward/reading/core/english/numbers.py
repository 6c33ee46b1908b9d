"""Numbers as English texts write them: digits in groups, words up to billions, dozens; and how they are meant."""

from __future__ import annotations

import re
from decimal import Decimal

from homeward.reading.core.found import Number

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
VALUES = (
    {word: value for value, word in enumerate(_ONES)}
    | {word: 10 * (value + 2) for value, word in enumerate(_TENS)}
    | {"dozen": 12, "score": 20}
)
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "m": 1_000_000,
}
_GROUP = "[,\u00a0\u202f\u2009 ]"
DIGITS = rf"\d{{1,3}}(?:{_GROUP}\d{{3}}){{1,6}}(?!\d)(?:\.\d+)?|(?<!\d)\d{{1,15}}(?!\d)(?:\.\d{{1,6}}(?!\d))?"
_SMALL = "|".join(sorted(VALUES, key=len, reverse=True))
_SCALE = "hundred|thousand|million|billion|dozen|score"
SPELLED = (
    rf"(?:(?:a|{_SMALL})[ -])?(?:{_SCALE})(?:(?:[ -]and)?[ -](?:{_SMALL}|{_SCALE})){{0,8}}"
    rf"|(?:{_SMALL})(?:[ -](?:and[ -])?(?:{_SMALL}|{_SCALE})){{0,8}}"
)
NUMBER = rf"(?:{DIGITS})(?:[ \u00a0](?:hundred|thousand|million|billion|bn|dozen))?(?![\w])|(?:{SPELLED})\b(?!-)"
_PARTS = re.compile(r"[a-z]+|\d[\d,.\u00a0\u202f\u2009 ]*", re.IGNORECASE)


def value(words: str) -> Number | None:
    """The number that these words are: "1,400", "2.5 million", "thirty-one", "a dozen"; None when they are none."""
    total: Number = 0
    group: Number = 0
    seen = False
    for part in _PARTS.findall(words.lower()):
        word = part.strip()
        if word[0].isdigit():
            plain = re.sub(_GROUP, "", word)
            number = Decimal(plain.rstrip(".")) if "." in plain.rstrip(".") else int(plain.rstrip("."))
            group += number
        elif word in ("a", "an"):
            group += 1
        elif word == "and":
            continue
        elif word in ("dozen", "score"):
            group = (group or 1) * VALUES[word]
        elif word == "hundred":
            group = (group or 1) * 100
        elif word in SCALES:
            total += (group or 1) * SCALES[word]
            group = 0
        elif word in VALUES:
            group += VALUES[word]
        else:
            return None
        seen = True
    found = total + group
    if isinstance(found, Decimal) and found == found.to_integral_value():
        found = int(found)
    return found if seen else None


BEFORE = (
    ("gt", r"(?:well |far |many )?more than|over|above|in excess of|upwards of|exceeding"),
    ("ge", r"at least|no fewer than|no less than|not less than|not fewer than|a minimum of"),
    ("le", r"no more than|not more than|at most|up to|as many as|a maximum of|within"),
    ("lt", r"(?:far |well )?fewer than|(?:far |well )?less than|under|below"),
    ("nearly", r"nearly|almost|close to|just under|not quite"),
    (
        "about",
        r"about|around|roughly|approximately|some|an estimated|closer to|in the region of|of the order of|circa|perhaps",
    ),
)
_HANDED = "".join(f"(?<!{word} )" for word in "hand handed handing hands turn turned take took carried".split())
"""To hand over ten is not to give more than ten."""
BEFORE_FORMS = re.compile(
    rf"(?<!\w){_HANDED}(?:{'|'.join(f'(?P<{op}>{words})' for op, words in BEFORE)})\s+"
    r"(?:the |its |their |another |a further |a total of )?[“\"‘]?$",
    re.IGNORECASE,
)
