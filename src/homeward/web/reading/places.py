"""Places in a text as a form carries them, `10-40` or `10-40,52-60`, and how they are moved by whole words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

Pieces = tuple[tuple[int, int], ...]
ROLES = ("source", "cue", "content")
#: Code points before and behind the words within which those of who said it are looked for.
NEAR = 1_500
MOST_PIECES = 20
_WRITTEN = re.compile(r"\d{1,8}-\d{1,8}(?:,\d{1,8}-\d{1,8})*")
_WORD = re.compile(r"\w+(?:[-'’.,/]\w+)*|[^\w\s]")


def read(typed: str) -> Pieces:
    """The places that a field of a form names; nothing where it is none."""
    if not _WRITTEN.fullmatch(typed):
        return ()
    pairs = [tuple(map(int, pair.split("-"))) for pair in typed.split(",")[:MOST_PIECES]]
    return tuple((start, end) for start, end in sorted(pairs) if start < end)


def written(pieces: Sequence[tuple[int, int]]) -> str:
    return ",".join(f"{start}-{end}" for start, end in pieces)


def words(text: str, pieces: Sequence[tuple[int, int]]) -> str:
    """The words at these places as one would type them."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in pieces)


def snapped(text: str, start: int, end: int) -> Pieces:
    """A selection grown to whole words, without blanks and marks at its edges."""
    around = max(0, start - 60)
    inside = [
        (around + found.start(), around + found.end())
        for found in _WORD.finditer(text[around : end + 60])
        if around + found.start() < end and around + found.end() > start
    ]
    while inside and not _spoken(text, inside[-1]):
        inside.pop()
    while inside and not _spoken(text, inside[0]):
        inside.pop(0)
    return ((inside[0][0], inside[-1][1]),) if inside else ()


def _spoken(text: str, word: tuple[int, int]) -> bool:
    return any(letter.isalnum() or letter in "\"'«»“”„’)" for letter in text[word[0] : word[1]])


def moved(text: str, pieces: Pieces, edge: str, by: int) -> Pieces:
    """The places with one edge of the whole moved by a word; an edge never passes the other one."""
    if not pieces:
        return pieces
    first, last = pieces[0], pieces[-1]
    if edge == "start":
        start = _word_before(text, first[0]) if by < 0 else _word_behind(text, first[0])
        return ((start, first[1]), *pieces[1:]) if start is not None and start < first[1] else pieces
    end = _end_behind(text, last[1]) if by > 0 else _end_before(text, last[1])
    return (*pieces[:-1], (last[0], end)) if end is not None and end > last[0] else pieces


def _words_around(text: str, place: int) -> list[tuple[int, int]]:
    """The words near a place; a mark between them is none, a quotation mark is one."""
    around = max(0, place - 400)
    near = ((around + w.start(), around + w.end()) for w in _WORD.finditer(text[around : place + 400]))
    return [word for word in near if _spoken(text, word)]


def _word_before(text: str, place: int) -> int | None:
    return next((start for start, _end in reversed(_words_around(text, place)) if start < place), None)


def _word_behind(text: str, place: int) -> int | None:
    return next((start for start, _end in _words_around(text, place) if start > place), None)


def _end_behind(text: str, place: int) -> int | None:
    return next((end for _start, end in _words_around(text, place) if end > place), None)


def _end_before(text: str, place: int) -> int | None:
    return next((end for _start, end in reversed(_words_around(text, place)) if end < place), None)


def found(text: str, typed: str, near: Pieces = ()) -> Pieces:
    """Where typed words stand in the text, blanks aside: of several places the one nearest to what was said."""
    wanted = typed.split()
    if not wanted:
        return ()
    first, last = (near[0][0], near[-1][1]) if near else (0, len(text))
    stretch = (max(0, first - NEAR), min(len(text), last + NEAR)) if near else (0, len(text))
    form = re.compile(r"\s+".join(map(re.escape, wanted)))
    places = [each.span() for each in form.finditer(text, *stretch)]
    return (min(places, key=lambda each: max(first - each[1], each[0] - last, 0)),) if places else ()


def changed(one: Mapping[str, Pieces], other: Mapping[str, Pieces]) -> bool:
    return any(one.get(role, ()) != other.get(role, ()) for role in ROLES)


def apart(pieces: Pieces) -> bool:
    """Whether no two of the places overlap."""
    return all(before[1] <= behind[0] for before, behind in pairwise(pieces))
