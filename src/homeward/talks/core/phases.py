"""The phases of an agreement as its text has them: what each line of one says, and when each begins and ends.

A phase that was made longer later is not known before it was announced; one that is an extension by its words, and of
which nobody said when it was announced, is not known before it began.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta

from homeward.talks.core import rules

STARTS = frozenset("from start starts begin begins beginning planned_start actual_start since".split())
ENDS = frozenset("to until till end ends ending planned_end actual_end deadline expires expiry".split())
ANNOUNCED = frozenset(
    "announced announced_on stated_on said_on agreed agreed_on extended_on decided decided_on".split()
)
_UNITS: Mapping[str, timedelta] = {
    "hours": timedelta(hours=1),
    "days": timedelta(days=1),
    "weeks": timedelta(weeks=1),
}
_LENGTHS = ("length", "lasts", "duration")
_LONGER = re.compile(
    r"\b(?:exten(?:d|ds|ded|sion|sions)|prolong\w*|renew\w*|(?:more|further|additional|extra) (?:day|hour)s?)\b", re.I
)


def lines(more: Iterable[str]) -> dict[str, str]:
    """What a phase says beside its text, by name: "to: 2023-11-28T07:00"."""
    found: dict[str, str] = {}
    for line in more:
        name, colon, value = line.partition(":")
        if colon and value.strip():
            found.setdefault("_".join(name.casefold().split()), value.strip())
    return found


def told(said: Mapping[str, str], names: frozenset[str]) -> str:
    """The first of these that a phase says; empty when it says none."""
    return next((value for name, value in said.items() if name in names), "")


def length(said: Mapping[str, str]) -> timedelta | None:
    """How long a phase lasts, in words or as a number under the name of its unit; none when it does not say."""
    for name, value in said.items():
        unit = next((each for each in _UNITS if each == name or name.endswith(f"_{each}")), None)
        if unit is not None and value.isdigit() and int(value):
            return int(value) * _UNITS[unit]
        if unit is not None or any(word in name for word in _LENGTHS):
            return rules.span(value)
    return None


def makes_longer(text: str) -> bool:
    """Whether a phase is, by its words, one that an agreement was made longer by."""
    return _LONGER.search(text) is not None
