"""Different ways of typing the same date, folded into one; only for reading, the words themselves are kept."""

from __future__ import annotations

import re

_INVISIBLE = (
    "\u200b\u200c\u200d\u200e\u200f\u2060\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_ALEFS = "\u0622\u0623\u0625"
_ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
_EASTERN = "۰۱۲۳۴۵۶۷۸۹"

_FOLDED = (
    dict.fromkeys(map(ord, _INVISIBLE))
    | dict.fromkeys(map(ord, _DASHES), "-")
    | dict.fromkeys(map(ord, _ALEFS), "\u0627")
    | {ord(digit): str(value) for digits in (_ARABIC_INDIC, _EASTERN) for value, digit in enumerate(digits)}
    | {ord("،"): " ", ord("\u223c"): "~", ord("\u02dc"): "~"}
)
# "Nov." and "a.m." lose their dots, and so does the end of a sentence; the two dots of a range stay.
_LONE_DOT = re.compile(r"(?<=[^\W\d_])\.(?!\.)|(?<!\.)\.\s*$")


def fold(words: str) -> str:
    """Lower case, ASCII digits and hyphens, single spaces, no invisible marks, no commas."""
    text = words if words.isascii() else words.translate(_FOLDED)
    text = _LONE_DOT.sub("", text.lower()).replace(",", " ")
    return " ".join(text.split())
