"""Two sides made ready to be held against each other: names read into parts, parts numbered, spellings compared once.

A side is read once, whatever it is held against (`engines.ready`). It holds names as they are written, so it lives in memory and is
never laid down anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

import numpy as np
import numpy.typing as npt

from homeward.identity.spelling import key as folded
from homeward.matching.core.born import Born
from homeward.matching.core.naming import costs
from homeward.matching.core.parts import MOST, Reader
from homeward.matching.core.ragged import Ints, Ragged
from homeward.matching.core.record import Record
from homeward.matching.core.spellings import Spellings, spellings
from homeward.names.known import known
from homeward.names.letters import Script, script

Parts = tuple[int, ...]
"""A name as the numbers of its parts on its side."""
DOUBT = 5
"""So many names are taken to be written given name first before any is seen."""
SCRIPTS = tuple(Script)


@dataclass(frozen=True, eq=False)
class Book:
    """Each name of a side once, as the numbers of its `parts`."""

    parts: tuple[str, ...]
    names: tuple[Parts, ...]
    borne: Ints
    """How many records bear each name."""
    _costs: dict[Parts, tuple[float, ...]] = field(default_factory=dict)

    @cached_property
    def sizes(self) -> Ints:
        """How many parts each name has."""
        return np.fromiter(map(len, self.names), np.int64, len(self.names))

    @cached_property
    def table(self) -> npt.NDArray[np.int32]:
        """The parts of each name in a row, -1 behind the last."""
        table = np.full((len(self.names), MOST), -1, np.int32)
        flat = np.fromiter(chain.from_iterable(self.names), np.int32, int(self.sizes.sum()))
        table[np.arange(MOST) < self.sizes[:, None]] = flat
        return table

    @cached_property
    def scripts(self) -> Ints:
        """The script of each part, as its place in SCRIPTS."""
        return np.array([SCRIPTS.index(script(part)) for part in self.parts], np.int64)

    @cached_property
    def kinds(self) -> Ints:
        """Of each part whether it is known as a given name only (1), a family name only (-1), or neither (0)."""
        kinds = [known().kinds((part,)) for part in self.parts]
        return np.array([("given" in each) - ("family" in each) for each in kinds], np.int64)

    @cached_property
    def turned(self) -> npt.NDArray[np.float64]:
        """For each of SCRIPTS the share of names whose family stands first, by the parts that are known."""
        long = np.flatnonzero((self.sizes > 1) & (self.borne > 0))
        table = self.table[long]
        first, last = self.kinds[table[:, 0]], self.kinds[table[np.arange(len(long)), self.sizes[long] - 1]]
        told = np.where((first != 0) & (last != 0), np.sign(first - last), 0)
        of, many = self.scripts[table[:, 0]], self.borne[long]
        turned, straight = (np.bincount(of[told == way], many[told == way], len(SCRIPTS)) for way in (-1, 1))
        return (turned + 0.5) / (turned + straight + DOUBT)

    def costs(self, name: Parts) -> tuple[float, ...]:
        """What is taken off for each way in which a name may be meant."""
        if name not in self._costs:
            turned = float(self.turned[self.scripts[name[0]]])
            self._costs[name] = costs([int(self.kinds[part]) for part in name], turned)
        return self._costs[name]


@dataclass(frozen=True, eq=False)
class Side:
    """The records of one side; `own` and `at_home` say which names of the book each has, `located` which of `words`.

    Whoever has no name that can be read has none in the book.
    """

    records: Sequence[Record]
    book: Book
    own: Ragged
    at_home: Ragged
    words: tuple[str, ...]
    located: Ragged

    @cached_property
    def born(self) -> Born:
        """The first reading of each record's birth."""
        return Born.read(self.records)

    def names(self, at: int) -> list[Parts]:
        """The names of one record."""
        return [self.book.names[name] for name in self.own.row(at)]

    def family(self, at: int) -> list[Parts]:
        """The names of the others of its household."""
        return [self.book.names[name] for name in self.at_home.row(at)]

    def places(self, at: int) -> frozenset[str]:
        """Where it is, in words that can be compared."""
        return frozenset(self.words[place] for place in self.located.row(at))

    def taken(self, rows: Ints) -> Side:
        """Some of its records, as a side with the same book."""
        records = [self.records[at] for at in rows.tolist()]
        own, at_home, located = (each.taken(rows) for each in (self.own, self.at_home, self.located))
        return Side(records, self.book, own, at_home, self.words, located)


@dataclass(frozen=True, eq=False)
class Sides:
    """Left and right with what their parts say to each other."""

    left: Side
    right: Side
    spellings: Spellings


def sides(left: Sequence[Record] | Side, right: Sequence[Record] | Side) -> Sides:
    """Read both sides, or take them as they have been read; the same sequence given twice is read once."""
    reader = Reader()
    one = left if isinstance(left, Side) else read(left, reader)
    other = one if right is left else right if isinstance(right, Side) else read(right, reader)
    return Sides(one, other, spellings(one.book.parts, other.book.parts))


def read(records: Sequence[Record], reader: Reader | None = None) -> Side:
    """One side by itself."""
    reader = reader or Reader()
    names, families = [record.names for record in records], [record.family for record in records]
    numbers: dict[str, int] = {}
    book: dict[Parts, int] = {(): -1}
    place: dict[str, int] = {}
    for name in chain(chain.from_iterable(names), chain.from_iterable(families)):
        if name not in place:
            parts = tuple([numbers.setdefault(part, len(numbers)) for part in reader(name)])
            place[name] = book.setdefault(parts, len(book) - 1)
    own, at_home = (Ragged.read(rows, place.__getitem__) for rows in (names, families))
    words, located = _located([record.places for record in records])
    borne = np.bincount(own.flat, minlength=len(book) - 1)
    return Side(records, Book(tuple(numbers), tuple(book)[1:], borne), own, at_home, words, located)


def _located(places: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], Ragged]:
    words: dict[str, int] = {"": -1}
    spoken: dict[str, int] = {}
    for each in chain.from_iterable(places):
        if each not in spoken:
            spoken[each] = words.setdefault(folded(each), len(words) - 1)
    return tuple(words)[1:], Ragged.read(places, spoken.__getitem__)
