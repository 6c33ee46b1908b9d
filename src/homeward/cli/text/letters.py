"""Letters as a terminal shows them: what steers it is taken out, other directions kept apart, widths counted."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

ISOLATE, END = "\u2068", "\u2069"
_STEERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_OTHER_WAY = frozenset(("R", "AL", "AN"))
_WIDE = frozenset("WF")
_NO_COLUMN = frozenset(("Mn", "Me", "Cf"))


def plain(text: str) -> str:
    """The text on one line, without what would steer the terminal or turn the direction of what follows."""
    kept = (" " if letter.isspace() else letter for letter in text if not _steers(letter))
    return " ".join("".join(kept).split())


def apart(text: str) -> str:
    """A name or words from data; what runs from right to left stands between isolates and turns nothing else."""
    shown = plain(text)
    return f"{ISOLATE}{shown}{END}" if runs_the_other_way(shown) else shown


def runs_the_other_way(text: str) -> bool:
    """Whether any letter of this runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in _OTHER_WAY for letter in text)


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(_columns(letter) for letter in text)


def wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most this many columns, broken at spaces; a word that is longer stands whole.

    An isolate that is open at the end of a line is closed there and opened again on the next.
    """
    line, taken, depth = "", 0, 0
    for word in text.split():
        needed = columns(word)
        if line and taken + 1 + needed > width:
            yield line + END * depth
            line, taken = ISOLATE * depth + word, needed
        else:
            line, taken = (f"{line} {word}", taken + 1 + needed) if line else (word, needed)
        depth += word.count(ISOLATE) - word.count(END)
    if line:
        yield line + END * depth


def padded(text: str, width: int) -> str:
    """The text with spaces after it up to this many columns."""
    return text + " " * (width - columns(text))


def _steers(letter: str) -> bool:
    return letter in _STEERS or (unicodedata.category(letter) in ("Cc", "Cs") and not letter.isspace())


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in _NO_COLUMN:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in _WIDE else 1
