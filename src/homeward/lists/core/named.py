"""Whether somebody is named in lines of a file, in whatever order the parts of the name stand; rather once too often."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from homeward.lists.core.plan import SetAside
from homeward.lists.core.succession import Unread
from homeward.names import key
from homeward.people.core.values import Values

TOGETHER = 200
"""Lines that are looked through at once."""


def names_one_of(lines: Sequence[tuple[str, ...]], known: Sequence[Values]) -> bool:
    """Whether a name or a paper of these values stands in one of the lines: as `Unread` finds it, or a whole cell, or two.

    A name of one part is found where it is all that a cell holds.
    """
    parts = {_parts(name.words) for values in known for name in values.names} - {()}
    for start in range(0, len(lines), TOGETHER):
        some = lines[start : start + TOGETHER]
        unread = Unread([SetAside("", 0, "", "", line) for line in some])
        if any(unread.may_give(values) for values in known) or any(_holds(line, parts) for line in some):
            return True
    return False


def _holds(line: tuple[str, ...], parts: set[tuple[str, ...]]) -> bool:
    cells = [_parts(cell) for cell in line if cell.strip()]
    return any(cell in parts for cell in cells) or any(
        tuple(sorted((*one, *other))) in parts for one, other in pairwise(cells)
    )


def _parts(words: str) -> tuple[str, ...]:
    """The parts of a name in the order of letters; of more than a name could be, nothing."""
    return tuple(sorted(key(words).split())) if len(words) < 1_000 else ()
