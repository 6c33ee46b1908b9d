"""What voices say of agreements is entered, one form for each kind."""

from __future__ import annotations

from homeward.web.asked import AskedHere

KINDS: tuple[str, ...] = ()


def sayable(asked: AskedHere) -> tuple[str, ...]:
    """The kinds of thing that whoever looks may enter now."""
    return tuple(KINDS) if asked.case.may_write and not asked.past else ()
