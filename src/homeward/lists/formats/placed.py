"""Letters on a page, each with its place, put together to words, lines and columns; scripts that run to the left in their order.

Where letters lie is what a reader sees, whatever order the file keeps them in. So letters are ordered by place alone, and then
turned: right to left where the script runs so, with numbers and words of other scripts kept as they run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_SHAPED = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]+")
_RIGHTWARD_RUN = re.compile(
    r"(?:[^\W_\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
    r"(?:[ .,:/+@_'’-]*(?=[^\W_\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]))?)+"
)
_BRACKETS = str.maketrans("()[]{}«»", ")(][}{»«")
_WORD_GAP = 0.13  # of the size of letters
_CELL_GAP = 0.7  # of the size of letters: wider than between words
_SAME_LINE = 0.45  # of the size of letters


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter and its box: left, foot, right and head, in points as the page is seen."""

    sign: str
    left: float
    foot: float
    right: float
    head: float

    @property
    def size(self) -> float:
        return self.head - self.foot


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together on a line, farther from others than one word from the next."""

    words: tuple[str, ...]
    bounds: tuple[tuple[float, float], ...]  # left and right of each word

    @property
    def left(self) -> float:
        return self.bounds[0][0]

    @property
    def right(self) -> float:
        return self.bounds[-1][1]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page: its pieces from left to right, and how high it stands."""

    pieces: tuple[Piece, ...]
    foot: float
    size: float


def rows(letters: Iterable[Letter]) -> list[Row]:
    """The lines of a page, from the top."""
    lines: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: (-(one.foot + one.head), one.left)):
        middle = (letter.foot + letter.head) / 2
        if lines:
            first = lines[-1][0]
            if abs((first.foot + first.head) / 2 - middle) <= _SAME_LINE * max(first.size, letter.size, 1.0):
                lines[-1].append(letter)
                continue
        lines.append([letter])
    return [row for line in lines if (row := _row(line))]


def _row(line: list[Letter]) -> Row | None:
    size = median(letter.size for letter in line) or 1.0
    letters = _once(sorted(line, key=lambda one: (one.left + one.right, one.left)), size)
    pieces: list[tuple[list[str], list[tuple[float, float]]]] = []
    word: list[Letter] = []
    for letter in [*letters, None]:
        gap = letter.left - max(one.right for one in word) if letter and word else 0.0
        if word and (letter is None or letter.sign.isspace() or gap > _WORD_GAP * size):
            left, right = min(one.left for one in word), max(one.right for one in word)
            if pieces and left - pieces[-1][1][-1][1] <= _CELL_GAP * size:
                pieces[-1][0].append("".join(one.sign for one in word))
                pieces[-1][1].append((left, right))
            else:
                pieces.append((["".join(one.sign for one in word)], [(left, right)]))
            word = []
        if letter and not letter.sign.isspace():
            word.append(letter)
    if not pieces:
        return None
    made = tuple(Piece(tuple(words), tuple(bounds)) for words, bounds in pieces)
    return Row(made, median(letter.foot for letter in line), size)


def _once(letters: list[Letter], size: float) -> list[Letter]:
    """Letters without those that are painted again over themselves to look bold."""
    kept: list[Letter] = []
    for letter in letters:
        if any(one.sign == letter.sign and abs(one.left - letter.left) < 0.08 * size for one in kept[-3:]):
            continue
        kept.append(letter)
    return kept


def columns(lines: list[Row]) -> list[tuple[float, float]]:
    """From where to where each column reaches, from left to right, by what stays empty between pieces in nearly all lines."""
    several = [row for row in lines if len(row.pieces) > 1]
    if not several:
        return []
    edges: list[tuple[float, int]] = []
    for row in several:
        for piece in row.pieces:
            edges += [(piece.left, 1), (piece.right, -1)]
    few = len(several) // 25
    found: list[tuple[float, float]] = []
    depth, start = 0, None
    for at, step in sorted(edges):
        before, depth = depth, depth + step
        if before <= few < depth:
            start = at
        elif before > few >= depth and start is not None:
            found.append((start, at))
            start = None
    return found


def cells(row: Row, bounds: list[tuple[float, float]]) -> list[str]:
    """The words of a line in the columns in which they stand, in the order in which they are read."""
    found: list[list[str]] = [[] for _ in bounds]
    for piece in row.pieces:
        inside = [at for at, (left, right) in enumerate(bounds) if piece.left < right and left < piece.right]
        for word, (left, right) in zip(piece.words, piece.bounds, strict=True):
            middle = (left + right) / 2
            choices = inside or range(len(bounds))
            nearest = min(choices, key=lambda at: max(bounds[at][0] - middle, middle - bounds[at][1], 0.0))
            found[nearest].append(word)
    return [in_order(words) for words in found]


def in_order(words: list[str]) -> str:
    """Words as they stand from left to right, in the order in which they are read, their letters in their plain forms."""
    text = " ".join(words)
    if not _LEFTWARD.search(text):
        return text
    turned = _RIGHTWARD_RUN.sub(lambda run: run[0][::-1], text)[::-1]
    turned = _SHAPED.sub(lambda run: unicodedata.normalize("NFKC", run[0]), turned)
    return turned.translate(_BRACKETS) if _closes_first(turned) else turned


def leftward(lines: list[Row]) -> bool:
    """Whether most letters of a page are of scripts that run to the left."""
    text = "".join(word for row in lines for piece in row.pieces for word in piece.words)
    return len(_LEFTWARD.findall(text)) > 0.5 * sum(map(str.isalpha, text))


def has_leftward(text: str) -> bool:
    """Whether any letter is of a script that runs to the left."""
    return _LEFTWARD.search(text) is not None


def _closes_first(text: str) -> bool:
    first = next((letter for letter in text if letter in "()[]{}«»"), "")
    return first in (")", "]", "}", "»") and first != ""
