"""Names as they are told to others: whole ones, without the parts that lists give in columns of their own."""

from __future__ import annotations

from collections.abc import Sequence


def whole(names: Sequence[str]) -> tuple[str, ...]:
    """Names in their order, without those that are only parts of another one beside them."""
    words = [frozenset(name.split()) for name in names]
    kept = (name for name, mine in zip(names, words, strict=True) if not any(mine < other for other in words))
    return tuple(dict.fromkeys(kept))
