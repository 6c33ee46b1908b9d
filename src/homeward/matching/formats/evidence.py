"""What was seen of two people, field by field, in words and plain values: for whoever has no page of their own for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.matching.core.fields import FIELDS, SAY_NOTHING
from homeward.matching.core.said import SENTENCES, STRENGTHS, strength


@dataclass(frozen=True, slots=True)
class Told:
    """One field that was compared: its level, how much that says in bits and by its code, and the sentence for it.

    Bits are none where no search kept them; then the code is empty.
    """

    field: str
    level: str
    bits: float | None
    says: str
    words: str


def told(levels: Sequence[str], bits: Sequence[float]) -> tuple[Told, ...]:
    """What each field says, the one that says most first; what stands on one side only is left out."""
    if len(levels) != len(FIELDS):
        return ()
    weighed: Sequence[float | None] = bits if len(bits) == len(levels) else [None] * len(levels)
    found = [_told(*each) for each in zip(FIELDS, levels, weighed, strict=True) if each[1] not in SAY_NOTHING]
    return tuple(sorted(found, key=lambda each: -abs(each.bits or 0)))


def _told(field: str, level: str, bits: float | None) -> Told:
    sentence = SENTENCES[field, level]
    if bits is None:
        return Told(field, level, None, "", sentence)
    says = strength(bits)
    return Told(field, level, bits, says, f"{sentence[:-1]}: {STRENGTHS[says]}.")
