"""What a spelling means is worked out when it is met first: a million rows hold few spellings of days, numbers and places."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Words = TypeVar("Words")
Meaning = TypeVar("Meaning")


class Once(dict[Words, Meaning]):
    """The meaning of each spelling that was met; one that has none is refused by `read` each time."""

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[Words], Meaning]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, words: Words) -> Meaning:
        found = self[words] = self._read(words)
        return found
