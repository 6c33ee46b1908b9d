"""Tables of words: one pattern a line, as long as it takes to be read and compared by people."""

from __future__ import annotations

import re


def alternatives(table: str) -> str:
    """The patterns of a table as one, for use within another. A blank in a pattern stands for itself."""
    return "|".join(line.strip() for line in table.splitlines() if line.strip())


def any_of(table: str) -> re.Pattern[str]:
    """Any of the patterns of a table, standing by itself, in small or large letters."""
    return re.compile(rf"(?<![\w-])(?:{alternatives(table)})(?![\w-])", re.IGNORECASE)


def at_start(table: str, before: str = "") -> re.Pattern[str]:
    """Any of the patterns of a table at the beginning, behind quotation marks and `before`."""
    return re.compile(rf"^\W*{before}(?:{alternatives(table)})", re.IGNORECASE)
