"""The quick engine: all pairs at once, column by column, by the same rules as `plain`.

A pure function of what it is given: numpy columns in, numpy columns out, no state. Pairs are weighed each by itself, so any part
of them can be weighed anywhere.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from homeward.matching.core.fields import FIELDS, LEVELS, NOT_LOOKED_AT
from homeward.matching.core.frequencies import Frequencies
from homeward.matching.core.ragged import Ints, Ragged, any_of, numbered, spread
from homeward.matching.core.sides import SCRIPTS, Sides
from homeward.matching.core.weights import LOOKED_AT_FROM, Weights
from homeward.matching.engines.columns import days, households, numbers
from homeward.matching.engines.columns.days import Births
from homeward.matching.engines.columns.names import FATHERS_LEVEL, Names, of_records
from homeward.matching.engines.columns.numbers import Numbers
from homeward.matching.engines.columns.weighing import Counted, bits, sums
from homeward.matching.engines.seen import Seen
from homeward.names import script

_HOUSEHOLD = FIELDS.index("household")


def seen(both: Sides, i: Ints, j: Ints, often: Frequencies, weights: Weights, at_home: float = LOOKED_AT_FROM) -> Seen:
    """Levels and weights of pairs (i of the left, j of the right)."""
    # Of a long side only those who stand in a pair are read.
    (rows, i), (columns, j) = (np.unique(each, return_inverse=True) for each in (i, j))
    both = Sides(both.left.taken(rows), both.right.taken(columns), both.spellings)
    left, right = Names.of(both.left.book), Names.of(both.right.book)
    names, across = of_records(both, left, right, i, j)
    births = [Births.read(side.records) for side in (both.left, both.right)]
    papers = Numbers.read(both.left.records, both.right.records)
    birth, day = days.levels(births[0], births[1], i, j)
    number, key = numbers.levels(papers, i, j)
    found = np.stack(
        [
            names.given,
            FATHERS_LEVEL[names.first, names.second],
            names.family,
            birth,
            number,
            _sex(both, i, j),
            _shared(*_nationalities(both), i, j),
            np.full(len(i), LEVELS["household"].index(NOT_LOOKED_AT)),
            _places(both, i, j),
        ],
        axis=1,
    )
    counted = Counted(_days_met(day, often), _numbers_met(papers, key, often))
    same, kin, fields = sums(found, names, across, counted, often, weights)
    looked = np.flatnonzero(same >= at_home)
    found[looked, _HOUSEHOLD] = households.levels(both, left, right, i[looked], j[looked])
    more = bits("household", found[:, _HOUSEHOLD], names, across, counted, often, weights)
    fields[:, _HOUSEHOLD] = more[0]
    return Seen(found.astype(np.int8), same + more[0], kin + more[1], across, fields)


def _days_met(day: Ints, often: Frequencies) -> Ints:
    """How many on the right were born on each day given as an ordinal; -1 for no day."""
    every, back = np.unique(day, return_inverse=True)
    met = [often.days.get(date.fromordinal(each), 0) if each else -1 for each in every.tolist()]
    return np.array(met, np.int64)[back]


def _numbers_met(papers: Numbers, key: Ints, often: Frequencies) -> Ints:
    every, back = np.unique(key, return_inverse=True)
    met = [often.numbers.get(papers.keys[each], 0) if each >= 0 else -1 for each in every.tolist()]
    return np.array(met, np.int64)[back]


def _sex(both: Sides, i: Ints, j: Ints) -> Ints:
    one, other = (np.array([record.sex for record in side.records], str) for side in (both.left, both.right))
    a, b = one[i], other[j]
    return np.where((a == "") | (b == ""), 2, np.where(a == b, 0, 1))


def _nationalities(both: Sides) -> tuple[Ragged, Ragged]:
    _, (left, right) = numbered(
        *([record.nationalities for record in side.records] for side in (both.left, both.right))
    )
    return left, right


def _shared(left: Ragged, right: Ragged, i: Ints, j: Ints) -> Ints:
    """Whether each pair has a member in common: 0, none: 1, or one of them has no member at all: 2."""
    pair, a, b = spread(left, right, i, j)
    common = any_of(pair, left.flat[a] == right.flat[b], len(i))
    return np.where((left.sizes[i] == 0) | (right.sizes[j] == 0), 2, np.where(common, 0, 1))


def _places(both: Sides, i: Ints, j: Ints) -> Ints:
    one, other = both.left, both.right
    number = {word: at for at, word in enumerate(dict.fromkeys((*one.words, *other.words)))}
    of = np.array([SCRIPTS.index(script(word)) for word in number], np.int64)
    words = [
        Ragged(np.array([number[word] for word in side.words], np.int64)[side.located.flat], side.located.starts)
        for side in (one, other)
    ]
    readable = [Ragged(of[side.flat], side.starts) for side in words]
    return np.where(_shared(readable[0], readable[1], i, j) == 0, _shared(words[0], words[1], i, j), 2)
