"""Tables of words that lie beside the code: "name: word | word" a line, the same name as often as it needs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files

from homeward.identity.spelling import fold


def lines(table: str) -> list[str]:
    """The lines of a table, without empty ones and remarks."""
    text = files("homeward.identity").joinpath(table).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def rows(table: str) -> list[tuple[str, str]]:
    """Each line as its name and what stands behind the colon."""
    return [(name.strip(), rest.strip()) for name, _, rest in (line.partition(": ") for line in lines(table))]


def words(table: str) -> dict[str, list[str]]:
    """All words of each name, folded, in their order."""
    made: dict[str, list[str]] = {}
    for name, rest in rows(table):
        made.setdefault(name, []).extend(filter(None, (fold(word) for word in rest.split("|"))))
    return made


def any_of(given: Iterable[str]) -> str:
    """A piece of an expression that matches any of the words, the longest first."""
    return "|".join(sorted({re.escape(word) for word in given}, key=len, reverse=True))
