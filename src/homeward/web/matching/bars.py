"""Numbers of entries and people as drawn bars; the same numbers stand beside them as words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from homeward.matching.core.funnel import Step
from homeward.web.matching.words import SORTS, STEPS

LEAST = 0.8
"""Hundredths of the bar that the smallest part is drawn with, so that one of a thousand can be seen."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its word, how many, and where it is drawn, in hundredths."""

    name: str
    label: str | Promise
    count: int
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of the way from the register to the lists."""

    label: str | Promise
    version: object
    ref: str
    step: Step
    parts: tuple[Part, ...]


def sorted_bar(counts: Mapping[str, int]) -> tuple[Part, ...]:
    """What the entries of a version are."""
    return drawn([(name, words, counts.get(name, 0)) for name, words in SORTS.items()])


def step_bar(step: Step) -> tuple[Part, ...]:
    """Where people stand on a list."""
    return drawn([(name, words, getattr(step, name)) for name, words in STEPS.items()])


def drawn(parts: Sequence[tuple[str, str | Promise, int]]) -> tuple[Part, ...]:
    """The parts of a bar; one of which there is none is told and not drawn."""
    every = sum(count for _name, _words, count in parts)
    shares = [max(LEAST, 100 * count / every) if count else 0.0 for _name, _words, count in parts]
    whole = sum(shares) or 1
    found, at = [], 0.0
    for (name, words, count), share in zip(parts, shares, strict=True):
        width = 100 * share / whole
        found.append(Part(name, words, count, f"{at:.2f}%", f"{width:.2f}%"))
        at += width
    return tuple(found)
