"""The evidence in words: one true sentence for each level that was counted, and how much it says.

The code of a field and level is what is kept and translated; these are the English words for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.matching.core.fields import FIELDS, SAY_NOTHING

STRONGLY, PLAINLY, LITTLE = 8.0, 3.0, 1.0
"""Bits from which evidence speaks strongly, plainly, or at all."""
STRENGTHS = {
    "strongly for": "speaks strongly for one person",
    "for": "speaks for one person",
    "a little for": "speaks a little for one person",
    "little": "says little",
    "a little against": "speaks a little against one person",
    "against": "speaks against one person",
    "strongly against": "speaks strongly against one person",
}
"""How much a level says, by its code, in words."""
_PARTS = {"equal": "the same letters", "same": "usual spellings of one", "alike": "spelled alike",
          "unsure": "perhaps spellings of one", "other": "too unlike to be taken for one"}  # fmt: skip
_OF_FATHERS = {"equal": "the same letters", "same": "usual spellings of one", "alike": "alike",
               "unsure": "perhaps one", "other": "too unlike to be taken for one"}  # fmt: skip

SENTENCES: dict[tuple[str, str], str] = {
    **{("given", level): f"The given names are {words}." for level, words in _PARTS.items()},
    **{("family", level): f"The family names are {words}." for level, words in _PARTS.items()},
    **{("fathers", level): f"The fathers' names are {words}." for level, words in _OF_FATHERS.items()},
    **{
        ("fathers", f"{one} {other}"): (
            f"The fathers' and the grandfathers' names are {words}."
            if one == other
            else f"The fathers' names are {words}, the grandfathers' {more}."
        )
        for one, words in _OF_FATHERS.items()
        for other, more in _OF_FATHERS.items()
    },
    ("birth", "same day"): "Both give the same day of birth.",
    (
        "birth",
        "same day for an unknown one",
    ): "Both give the same day of birth, which is written where only the year is known.",
    ("birth", "about the same day"): "The days of birth are as near as counting from another calendar may leave them.",
    ("birth", "day and month exchanged"): "The days of birth are the same with day and month exchanged.",
    ("birth", "one digit differs"): "The days of birth differ in one digit, or in two that are exchanged.",
    ("birth", "same month"): "Only month and year of birth are the same.",
    ("birth", "same year"): "Only the year of birth is the same.",
    ("birth", "years overlap"): "One gives no exact day of birth, and the other's fits it.",
    ("birth", "year beside"): "The times of birth are about a year apart.",
    ("birth", "other year"): "The years of birth are different.",
    ("number", "same"): "A document number is the same.",
    ("number", "one typing error"): "Document numbers differ by one typing error.",
    ("number", "other"): "No document number is the same.",
    ("sex", "same"): "Both are of one sex.",
    ("sex", "other"): "They are given as of different sex.",
    ("nationality", "same"): "They share a nationality.",
    ("nationality", "other"): "They share no nationality.",
    ("household", "all"): "All names of the smaller household are found in the other.",
    ("household", "most"): "Most names of the smaller household are found in the other.",
    ("household", "some"): "Some names of the smaller household are found in the other.",
    ("household", "none"): "No name of the one household is found in the other.",
    ("place", "same"): "A place is the same.",
    ("place", "other"): "The places are different.",
}
"""The sentence for each level of each field; what is missing has none."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What one field says: its level, the bits for (above 0) or against one person, and how much that is, by its code."""

    field: str
    level: str
    bits: float
    strength: str

    @property
    def words(self) -> str:
        """The sentence, and what it says."""
        sentence = SENTENCES[self.field, self.level]
        return f"{sentence[:-1]}: {STRENGTHS[self.strength]}."


def reasons(levels: Sequence[str], bits: Sequence[float]) -> tuple[Reason, ...]:
    """The reasons of a pair, what says most first; each level that was counted has one, what is missing has none."""
    found = [
        Reason(field, level, round(float(value), 2), strength(value))
        for field, level, value in zip(FIELDS, levels, bits, strict=True)
        if level not in SAY_NOTHING
    ]
    return tuple(sorted(found, key=lambda each: -abs(each.bits)))


def strength(bits: float) -> str:
    """How much so many bits say, by its code."""
    way = "for" if bits > 0 else "against"
    size = abs(bits)
    if size < LITTLE:
        return "little"
    return f"strongly {way}" if size >= STRONGLY else way if size >= PLAINLY else f"a little {way}"
