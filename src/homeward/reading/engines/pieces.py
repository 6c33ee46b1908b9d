"""Words cut into the pieces that the model knows: WordPiece without case or accents (Wu et al. 2016; Devlin et al., BERT, 2019).

Written here, since the library that has it brings a client of a model hub along, and a desk asks no other host for anything.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

BEGIN, END, UNKNOWN = 101, 102, 100
MOST, LONGEST = 12, 100
"""Pieces of one word that are read, and letters of one that is cut at all: what is longer is no word."""


class Pieces:
    """The pieces of words by number. `path` is the vocabulary, one piece a line in the order of their numbers."""

    def __init__(self, path: Path) -> None:
        numbers = {piece: number for number, piece in enumerate(path.read_text(encoding="utf-8").splitlines())}

        @lru_cache(maxsize=200_000)
        def cut(word: str) -> tuple[int, ...]:
            found = [piece for run in _runs(word[:200]) for piece in _cut(run, numbers)]
            return tuple(found[:MOST]) or (UNKNOWN,)

        self._cut = cut

    def of(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The pieces of each word, at least one."""
        return [self._cut(word) for word in words]


def _cut(run: str, numbers: dict[str, int]) -> list[int]:
    """The longest piece that fits, again and again; nothing known where one place fits none."""
    if len(run) > LONGEST:
        return [UNKNOWN]
    found, start = [], 0
    while start < len(run):
        for end in range(len(run), start, -1):
            number = numbers.get(run[start:end] if start == 0 else f"##{run[start:end]}")
            if number is not None:
                break
        else:
            return [UNKNOWN]
        found.append(number)
        start = end
    return found


def _runs(word: str) -> Iterator[str]:
    """Letters and digits together without case and accents; every mark and every Chinese character by itself."""
    run = ""
    for sign in unicodedata.normalize("NFD", word.lower()):
        kind = unicodedata.category(sign)
        if kind == "Mn" or kind in ("Cc", "Cf", "Co") or sign == "\ufffd":
            continue
        if kind.startswith(("P", "Z")) or _is_mark(sign) or _is_han(sign):
            yield from filter(None, (run, sign if not kind.startswith("Z") else ""))
            run = ""
        else:
            run += sign
    if run:
        yield run


def _is_mark(sign: str) -> bool:
    return sign.isascii() and sign.isprintable() and not sign.isalnum()


def _is_han(sign: str) -> bool:
    code = ord(sign)
    return (
        0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x2CEAF or 0xF900 <= code <= 0xFAFF
    )
