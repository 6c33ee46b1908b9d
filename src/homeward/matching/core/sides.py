"""Two sides made ready to be held against each other: names read into parts, parts numbered, spellings compared once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from homeward.identity.spelling import key as folded
from homeward.matching.core.naming import costs
from homeward.matching.core.parts import Reader
from homeward.matching.core.record import Record
from homeward.matching.core.spellings import Spellings, spellings
from homeward.names.known import known
from homeward.names.letters import script

Parts = tuple[int, ...]
"""A name as the numbers of its parts on its side."""
DOUBT = 5
"""So many names are taken to be written given name first before any is seen."""


@dataclass(frozen=True, eq=False)
class Side:
    """The records of one side with the numbers of their parts; whoever has no name that can be read has no parts."""

    records: Sequence[Record]
    parts: tuple[str, ...]
    names: tuple[tuple[Parts, ...], ...]
    families: tuple[tuple[Parts, ...], ...]
    places: tuple[frozenset[str], ...]
    _costs: dict[Parts, tuple[float, ...]] = field(default_factory=dict)

    @cached_property
    def scripts(self) -> tuple[str, ...]:
        """The script of each part."""
        return tuple(script(part).value for part in self.parts)

    @cached_property
    def kinds(self) -> tuple[int, ...]:
        """Of each part whether it is known as a given name only (1), a family name only (-1), or neither (0)."""
        kinds = [known().kinds((part,)) for part in self.parts]
        return tuple(("given" in each) - ("family" in each) for each in kinds)

    @cached_property
    def turned(self) -> Mapping[str, float]:
        """For each script the share of names whose family stands first, by the parts that are known."""
        told: dict[str, Counter[int]] = defaultdict(Counter)
        for names in self.names:
            for name in names:
                if len(name) > 1:
                    first, last = self.kinds[name[0]], self.kinds[name[-1]]
                    told[self.scripts[name[0]]][(first > last) - (first < last) if first and last else 0] += 1
        return {each: (count[-1] + 0.5) / (count[-1] + count[1] + DOUBT) for each, count in told.items()}

    def costs(self, name: Parts) -> tuple[float, ...]:
        """What is taken off for each way in which a name may be meant."""
        if name not in self._costs:
            turned = self.turned.get(self.scripts[name[0]], 0.0)
            self._costs[name] = costs([self.kinds[part] for part in name], turned)
        return self._costs[name]


@dataclass(frozen=True, eq=False)
class Sides:
    """Left and right with what their parts say to each other."""

    left: Side
    right: Side
    spellings: Spellings


def sides(left: Sequence[Record], right: Sequence[Record]) -> Sides:
    """Read both sides; the same sequence given twice is read once."""
    reader = Reader()
    one = _side(left, reader)
    other = one if right is left else _side(right, reader)
    return Sides(one, other, spellings(one.parts, other.parts))


def _side(records: Sequence[Record], reader: Reader) -> Side:
    numbers: dict[str, int] = {}
    numbered: dict[str, Parts] = {}

    def parts(name: str) -> Parts:
        if name not in numbered:
            numbered[name] = tuple(numbers.setdefault(part, len(numbers)) for part in reader(name))
        return numbered[name]

    names = tuple(tuple(found for name in record.names if (found := parts(name))) for record in records)
    families = tuple(tuple(found for name in record.family if (found := parts(name))) for record in records)
    places = tuple(frozenset(key for place in record.places if (key := folded(place))) for record in records)
    return Side(records, tuple(numbers), names, families, places)
