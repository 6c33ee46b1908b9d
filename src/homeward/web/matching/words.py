"""The closed words by which the desk speaks of who is who: what evidence says, judgements, places on lists."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from homeward.matching.core.fields import FIELDS, MISSING, NOT_LOOKED_AT, PART_LEVELS

Words = Mapping[str, str | Promise]
Level = tuple[str, str]
FOR, AGAINST, LITTLE, NOTHING = "for", "against", "little", "nothing"

_GIVEN = {
    "equal": _("The given names have the same letters."),
    "same": _("The given names are usual spellings of one name."),
    "alike": _("The given names are spelled alike."),
    "unsure": _("The given names may be spellings of one name."),
    "other": _("The given names are too unlike to be taken for one."),
    "missing": _("A given name stands on one side only, or on neither."),
}
_FAMILY = {
    "equal": _("The family names have the same letters."),
    "same": _("The family names are usual spellings of one name."),
    "alike": _("The family names are spelled alike."),
    "unsure": _("The family names may be spellings of one name."),
    "other": _("The family names are too unlike to be taken for one."),
    "missing": _("A family name stands on one side only, or on neither."),
}
_FATHERS = {
    "equal": _("The fathers' names have the same letters."),
    "same": _("The fathers' names are usual spellings of one name."),
    "alike": _("The fathers' names are spelled alike."),
    "unsure": _("The fathers' names may be spellings of one name."),
    "other": _("The fathers' names are too unlike to be taken for one."),
    "missing": _("No father's name stands on both sides."),
}
_GRANDFATHERS = {
    "equal": _("The grandfathers' names have the same letters."),
    "same": _("The grandfathers' names are usual spellings of one name."),
    "alike": _("The grandfathers' names are spelled alike."),
    "unsure": _("The grandfathers' names may be spellings of one name."),
    "other": _("The grandfathers' names are too unlike to be taken for one."),
}
#: What was seen, a sentence for each level; that of fathers and grandfathers is two.
SENTENCES: Mapping[Level, tuple[str | Promise, ...]] = MappingProxyType(
    {
        **{("given", level): (words,) for level, words in _GIVEN.items()},
        **{("fathers", level): (words,) for level, words in _FATHERS.items()},
        **{
            ("fathers", f"{one} {other}"): (_FATHERS[one], _GRANDFATHERS[other])
            for one in PART_LEVELS
            for other in PART_LEVELS
        },
        **{("family", level): (words,) for level, words in _FAMILY.items()},
        ("birth", "same day"): (_("Both give the same day of birth."),),
        ("birth", "same day for an unknown one"): (
            _("Both give the same day of birth, one that is written where only the year is known."),
        ),
        ("birth", "about the same day"): (
            _("The days of birth are as near as counting by another calendar leaves them."),
        ),
        ("birth", "day and month exchanged"): (_("The days of birth are the same with day and month exchanged."),),
        ("birth", "one digit differs"): (_("The days of birth differ in one digit, or two digits are exchanged."),),
        ("birth", "same month"): (_("Only month and year of birth are the same."),),
        ("birth", "same year"): (_("Only the year of birth is the same."),),
        ("birth", "years overlap"): (_("One gives no exact day of birth, and the other's fits it."),),
        ("birth", "year beside"): (_("The days of birth are about a year apart."),),
        ("birth", "other year"): (_("The years of birth are different."),),
        ("birth", MISSING): (_("A day of birth stands on one side only, or on neither."),),
        ("number", "same"): (_("A number of a paper is the same."),),
        ("number", "one typing error"): (_("Numbers of papers differ by one slip of the keys."),),
        ("number", "other"): (_("No number of a paper is the same."),),
        ("number", MISSING): (_("A paper stands on one side only, or on neither."),),
        ("sex", "same"): (_("Both are of one sex."),),
        ("sex", "other"): (_("They are given as of different sex."),),
        ("sex", MISSING): (_("A sex stands on one side only, or on neither."),),
        ("nationality", "same"): (_("They share a nationality."),),
        ("nationality", "other"): (_("They share no nationality."),),
        ("nationality", MISSING): (_("A nationality stands on one side only, or on neither."),),
        ("household", "all"): (_("All names of the smaller household stand in the other one too."),),
        ("household", "most"): (_("Most names of the smaller household stand in the other one too."),),
        ("household", "some"): (_("Some names of the smaller household stand in the other one too."),),
        ("household", "none"): (_("No name of the one household stands in the other."),),
        ("household", MISSING): (_("A household stands on one side only, or on neither."),),
        ("household", NOT_LOOKED_AT): (_("Households were not held against each other: all else speaks against it."),),
        ("place", "same"): (_("A place is the same."),),
        ("place", "other"): (_("The places are different."),),
        ("place", MISSING): (_("A place stands on one side only, or on neither."),),
    }
)
_PARTS = {"equal": FOR, "same": FOR, "alike": FOR, "unsure": LITTLE, "other": AGAINST}
#: In which direction a level speaks where nobody kept how much it says; what is not named here says nothing.
DIRECTION: Mapping[Level, str] = MappingProxyType(
    {
        **{(field, level): way for field in ("given", "family", "fathers") for level, way in _PARTS.items()},
        **{
            ("fathers", f"{one} {other}"): _PARTS[one] if _PARTS[one] == _PARTS[other] else LITTLE
            for one in PART_LEVELS
            for other in PART_LEVELS
        },
        **{("birth", level): FOR for level in ("same day", "about the same day", "day and month exchanged", "one digit differs")},
        **{("birth", level): LITTLE for level in ("same day for an unknown one", "same month", "same year", "years overlap")},
        **{("birth", level): AGAINST for level in ("year beside", "other year")},
        ("number", "same"): FOR, ("number", "one typing error"): FOR, ("number", "other"): AGAINST,
        ("sex", "same"): LITTLE, ("sex", "other"): AGAINST,
        ("nationality", "same"): LITTLE, ("nationality", "other"): AGAINST,
        ("household", "all"): FOR, ("household", "most"): FOR, ("household", "some"): FOR, ("household", "none"): AGAINST,
        ("place", "same"): LITTLE, ("place", "other"): LITTLE,
    }
)  # fmt: skip
#: How a direction is shown: word, mark, family of form and colour.
DIRECTIONS: Mapping[str, tuple[str | Promise, str, str]] = MappingProxyType(
    {
        "strongly for": (pgettext_lazy("evidence", "speaks strongly for it"), "met", "met"),
        FOR: (pgettext_lazy("evidence", "speaks for it"), "met", "met"),
        "a little for": (pgettext_lazy("evidence", "speaks a little for it"), "met", "met"),
        "strongly against": (pgettext_lazy("evidence", "speaks strongly against it"), "conflict", "not"),
        AGAINST: (pgettext_lazy("evidence", "speaks against it"), "conflict", "not"),
        "a little against": (pgettext_lazy("evidence", "speaks a little against it"), "conflict", "not"),
        LITTLE: (pgettext_lazy("evidence", "says little"), "compatible", "quiet-verdict"),
        NOTHING: (pgettext_lazy("evidence", "says nothing"), "unknown", "unknown"),
    }
)
COMPARED: Words = MappingProxyType(
    {
        "given": pgettext_lazy("compared", "Given name"),
        "fathers": pgettext_lazy("compared", "Father and grandfather"),
        "family": pgettext_lazy("compared", "Family name"),
        "birth": pgettext_lazy("compared", "Birth"),
        "number": pgettext_lazy("compared", "Papers"),
        "sex": pgettext_lazy("compared", "Sex"),
        "nationality": pgettext_lazy("compared", "Nationality"),
        "household": pgettext_lazy("compared", "Household"),
        "place": pgettext_lazy("compared", "Place"),
    }
)
assert set(COMPARED) == set(FIELDS)
#: How likely two are one, from so many in a thousand on.
LIKELY: tuple[tuple[int, str | Promise], ...] = (
    (990, pgettext_lazy("likely", "almost surely one person")),
    (900, pgettext_lazy("likely", "very likely one person")),
    (600, pgettext_lazy("likely", "rather one person than two")),
    (400, pgettext_lazy("likely", "as likely one person as two")),
    (100, pgettext_lazy("likely", "rather two people than one")),
    (0, pgettext_lazy("likely", "very likely two people")),
)
JUDGEMENTS: Words = MappingProxyType(
    {
        "same": pgettext_lazy("judgement", "one person"),
        "not the same": pgettext_lazy("judgement", "two people"),
        "unsure": pgettext_lazy("judgement", "nobody can tell"),
    }
)
STANDINGS: Words = MappingProxyType(
    {
        "open": pgettext_lazy("pair", "nobody judged it yet"),
        "second": pgettext_lazy("pair", "a second person must judge alike"),
        "unsure": pgettext_lazy("pair", "somebody said that nobody can tell"),
        "same": pgettext_lazy("pair", "judged to be one person"),
        "not the same": pgettext_lazy("pair", "judged to be two people"),
    }
)
#: How each answer is asked for: the words of its button and its key.
ANSWERS: Mapping[str, tuple[str | Promise, str]] = MappingProxyType(
    {
        "same": (pgettext_lazy("answer", "Same person"), "s"),
        "not the same": (pgettext_lazy("answer", "Different people"), "d"),
        "unsure": (pgettext_lazy("answer", "Unsure"), "q"),
    }
)
SORTS: Words = MappingProxyType(
    {
        "matched": pgettext_lazy("entries of a list", "ours"),
        "doubtful": pgettext_lazy("entries of a list", "may be ours: to be judged"),
        "new": pgettext_lazy("entries of a list", "told of by this list alone"),
        "closed": pgettext_lazy("entries of a list", "closed: forgotten, or not shown to you"),
    }
)
PARTS: Words = MappingProxyType(
    {
        **SORTS,
        "gone": pgettext_lazy("entries of a list", "left out since the version before"),
        "added": pgettext_lazy("entries of a list", "added since the version before"),
        "changed": pgettext_lazy("entries of a list", "changed since the version before"),
        "duplicates": pgettext_lazy("entries of a list", "two entries that are or may be one person"),
    }
)
STANDS: Words = MappingProxyType(
    {
        "in": pgettext_lazy("on a list", "in"),
        "out": pgettext_lazy("on a list", "OUT"),
        "never": pgettext_lazy("on a list", "never"),
        "doubtful": pgettext_lazy("on a list", "may be in"),
    }
)
#: The mark and the family of each place on a list.
STAND_MARKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "in": ("met", "met"),
        "out": ("unmet", "unmet"),
        "never": ("not_comparable", "quiet-verdict"),
        "doubtful": ("unknown", "unknown"),
    }
)
STEPS: Words = MappingProxyType(
    {
        "inside": pgettext_lazy("people", "stand on it"),
        "doubtful": pgettext_lazy("people", "may stand on it"),
        "gone": pgettext_lazy("people", "stood on it, and do no more"),
        "never": pgettext_lazy("people", "never stood on it"),
    }
)
MEMBER_MOVES: Words = MappingProxyType(
    {
        "requests": pgettext_lazy("hangs on it", "tracing requests"),
        "lists": pgettext_lazy("hangs on it", "places on lists"),
        "whereabouts": pgettext_lazy("hangs on it", "words on where they are"),
        "needs": pgettext_lazy("hangs on it", "needs"),
        "kin": pgettext_lazy("hangs on it", "ties of kin"),
    }
)
LANGUAGES: Mapping[str, str] = MappingProxyType({"en": "English", "ar": "العربية", "he": "עברית", "ru": "Русский"})


def likely(per_mille: int | None) -> str | Promise:
    """How likely two are one, in words."""
    if per_mille is None:
        return _("nobody weighed these two")
    return next(words for least, words in LIKELY if per_mille >= least)
