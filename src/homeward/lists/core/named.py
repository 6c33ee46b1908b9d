"""Whether somebody is named in lines of a file, in whatever order the parts of the name stand; rather once too often."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from homeward.lists.core.plan import SetAside
from homeward.lists.core.succession import Unread
from homeward.people.core.called import Parts, parts, whole_names
from homeward.people.core.values import Values

TOGETHER = 200
"""Lines that are looked through at once."""


def names_one_of(lines: Sequence[tuple[str, ...]], known: Sequence[Values]) -> bool:
    """Whether a name or a paper of a person, by all that is known of them, stands in one of the lines.

    A name stands there as `Unread` finds it, or as a whole cell or two that stand side by side.
    """
    called = whole_names(known)
    for start in range(0, len(lines), TOGETHER):
        some = lines[start : start + TOGETHER]
        unread = Unread([SetAside("", 0, "", "", line) for line in some])
        if any(unread.may_give(values) for values in known) or any(_holds(line, called) for line in some):
            return True
    return False


def _holds(line: tuple[str, ...], called: set[Parts]) -> bool:
    cells = [parts(cell) for cell in line if cell.strip()]
    return any(cell in called for cell in cells) or any(
        tuple(sorted((*one, *other))) in called for one, other in pairwise(cells)
    )
