"""How many entries became what, as one drawn bar; the same numbers stand beside it as words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

from homeward.web.lists.words import CHANGES, ORDER

LEAST = 0.8
"""Hundredths of the bar that the smallest part is drawn with, so that one of a thousand can be seen."""


@dataclass(frozen=True, slots=True)
class Part:
    """A kind of change: its word, how many, and where it is drawn, in hundredths."""

    name: str
    label: str | Promise
    count: int
    x: str
    width: str


def drawn(counts: Mapping[str, int]) -> tuple[Part, ...]:
    """The parts of a bar; a kind that nobody is of is told and not drawn."""
    all = sum(counts.get(name, 0) for name in ORDER)
    shares = {name: max(LEAST, 100 * counts[name] / all) for name in ORDER if counts.get(name)} if all else {}
    whole = sum(shares.values()) or 1
    parts, at = [], 0.0
    for name in ORDER:
        width = 100 * shares.get(name, 0) / whole
        parts.append(Part(name, CHANGES[name], counts.get(name, 0), f"{at:.2f}%", f"{width:.2f}%"))
        at += width
    return tuple(parts)
