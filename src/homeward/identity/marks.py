"""Words beside a day that say something of it: by which calendar, about, or; and words for nothing given."""

from __future__ import annotations

import re

from homeward.identity.candidates import Calendar
from homeward.identity.tables import any_of, words

_WORDS = words("marks.txt")
_MISSING = frozenset(_WORDS["missing"])
_ZEROS = re.compile(r"0+([-/. ]0+){0,2}([t ][0:.]+z?)?|[-/. _?*x]+")
_MARK_FORMS = {
    calendar: (
        re.compile(rf"(?P<rest>.*\d.*?)(?:(?<=\d)| )\(?(?:{any_of(_WORDS[calendar])})\.?\)?"),
        re.compile(rf"\(?(?:{any_of(_WORDS[calendar])})\.?\)?[ :]+(?P<rest>.*\d.*)"),
    )
    for calendar in (
        Calendar.SOLAR_HIJRI,
        Calendar.HIJRI,
        Calendar.GREGORIAN,
        Calendar.HEBREW,
        Calendar.BUDDHIST,
    )
}
_ABOUT = any_of(_WORDS["about"])
_ABOUT_FORM = re.compile(rf"(?:{_ABOUT})(?: |(?<=[~.])|(?=\d))+(?P<rest>.+)|(?P<before>.+?) ?(?:\?|{_ABOUT})")
OR = re.compile(rf" (?:{any_of(_WORDS['or'])}) ")


def missing(text: str) -> bool:
    """Whether folded words say that nothing is given."""
    return not text or text in _MISSING or text.strip("()[]. ") in _MISSING or _ZEROS.fullmatch(text) is not None


def unmarked(text: str) -> tuple[str, Calendar | None]:
    """Folded words without the mark of a calendar, and that calendar."""
    for calendar, forms in _MARK_FORMS.items():
        for form in forms:
            if found := form.fullmatch(text):
                return found["rest"].strip(" ,("), calendar
    return text, None


def without_about(text: str) -> tuple[str, bool]:
    """Folded words without "about" and its like, and whether it stood there."""
    found = _ABOUT_FORM.fullmatch(text)
    if found is None:
        return text, False
    return (found["rest"] or found["before"]).strip(), True
