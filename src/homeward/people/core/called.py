"""What somebody is called as a whole, whatever the order in which the parts of a name stand."""

from __future__ import annotations

from collections.abc import Iterable

from homeward.names import key
from homeward.people.core.values import Values

Parts = tuple[str, ...]
LONGEST = 1_000


def parts(words: str) -> Parts:
    """The parts of a name in the order of letters; of more than a name could be, nothing."""
    return tuple(sorted(key(words).split())) if len(words) < LONGEST else ()


def whole_names(known: Iterable[Values]) -> set[Parts]:
    """The names of one person by their parts. Those of one part count where no longer one is known: a family shares its own."""
    every = {parts(name.words) for values in known for name in values.names} - {()}
    return {name for name in every if len(name) > 1} or every
