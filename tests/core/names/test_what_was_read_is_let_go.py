"""Names that were read are kept in memory to be quick, and let go of together."""

from __future__ import annotations

from homeward import names
from homeward.names import letters, parts


def test_nothing_that_was_read_is_held_afterwards() -> None:
    names.compare("Xanthippe Qzelinska", "Ксантиппа Кзелинская")
    assert letters.key.cache_info().currsize
    assert parts.read.cache_info().currsize

    names.let_go()

    assert letters.key.cache_info().currsize == parts.read.cache_info().currsize == 0
