"""Who is counted, laid out for a page: one axis for all that is counted in one unit, every voice in a row of its own.

No voice is ranked before another and none is left out of sight without saying so and where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from homeward.ledger.core.compared import Relation, Verdict
from homeward.ledger.queries.figures import Group
from homeward.ledger.queries.views import FigureView
from homeward.web.drawing.axes import Counts, counts
from homeward.web.drawing.strips import Strip, strip
from homeward.web.figures.drawn import drawn_words

MOST_PAIRS = 3
PEOPLE = ("person", "persons", "people")
#: Verdicts that say of two figures only that they do not meet: told in one line that opens.
APART = (Verdict.STALE, Verdict.NOT_COMPARABLE, Verdict.DIFFERENT_SPLIT)
#: What disagrees comes first, then as the ledger lists them.
ORDER = (Verdict.CONFLICT, Verdict.ARITHMETIC_FAULT, *Verdict)


@dataclass(frozen=True, slots=True)
class Room:
    """How much of each population has room on one page; with many populations each has less, and says so."""

    rows: int
    verdicts: int
    apart: int

    @classmethod
    def among(cls, populations: int) -> Room:
        each = max(1, populations)
        return cls(rows=_between(4, 160 // each, 12), verdicts=_between(2, 100 // each, 8), apart=min(12, 40 // each))


def _between(least: int, wanted: int, most: int) -> int:
    return max(least, min(wanted, most))


@dataclass(frozen=True, slots=True)
class Told:
    """A verdict in its sentence, and the pairs of figures of which the sentence is true."""

    verdict: str
    why: str
    pairs: tuple[tuple[str, str], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """What one voice says, and its strip."""

    figure: FigureView
    strip: Strip


@dataclass(frozen=True, slots=True)
class Counted:
    """One population by one measure: each voice, how they stand to each other, how many origins speak."""

    group: Group
    rows: tuple[Row, ...]
    more_rows: int
    verdicts: tuple[Told, ...]
    more_verdicts: int
    apart: tuple[Told, ...]
    more_apart: int

    @property
    def is_part(self) -> bool:
        return bool(self.group.parts_of)

    @property
    def origins(self) -> tuple[int, int]:
        return self.group.origins


@dataclass(frozen=True, slots=True)
class Unit:
    """All that is counted in one unit, on one axis with lines of the name `grid`; `name` is empty for people."""

    name: str
    grid: str
    axis: Counts
    counted: tuple[Counted, ...]


def by_unit(groups: Sequence[Group]) -> list[Unit]:
    """Lay out what is counted, people first; a pair of figures is told of once."""
    units: dict[str, list[Group]] = {}
    for group in groups:
        name = "" if group.unit.strip().casefold() in PEOPLE else group.unit.strip()
        units.setdefault(name, []).append(group)
    told: set[tuple[str, str]] = set()
    room = Room.among(len(groups))
    return [_unit(name, n, units[name], told, room) for n, name in enumerate(sorted(units))]


def verdicts(relations: Iterable[Relation]) -> list[Told]:
    """Each sentence once, the gravest first, with the pairs that it does not name itself."""
    ordered = sorted(relations, key=lambda r: (ORDER.index(r.verdict), r.why, r.a, r.b))
    return [
        _told(among) for _key, found in groupby(ordered, key=lambda r: (r.verdict, r.why)) if (among := list(found))
    ]


def _told(among: Sequence[Relation]) -> Told:
    pairs = tuple((relation.a, relation.b) for relation in among)
    first = among[0]
    return Told(first.verdict.value, first.why, pairs[:MOST_PAIRS], max(0, len(pairs) - MOST_PAIRS))


def _unit(name: str, number: int, groups: Sequence[Group], told: set[tuple[str, str]], room: Room) -> Unit:
    figures = [figure for group in groups for figure in group.current]
    axis = counts([n for figure in figures for n in (figure.lo, figure.hi, figure.stated_lo)], may_break=True)
    return Unit(name, f"grid-{number}", axis, tuple(_counted(group, axis, told, room) for group in groups))


def _counted(group: Group, axis: Counts, told: set[tuple[str, str]], room: Room) -> Counted:
    """The figures that stood last have the room; a verdict of a figure that has none here stands with all of them."""
    shown = group.current[-room.rows :]
    here = [relation for relation in group.relations if (relation.a, relation.b) not in told]
    told.update((relation.a, relation.b) for relation in here)
    found = verdicts(relation for relation in here if relation.verdict not in APART)
    apart = verdicts(relation for relation in here if relation.verdict in APART)
    return Counted(
        group=group,
        rows=tuple(Row(figure, strip(drawn_words(figure), axis)) for figure in shown),
        more_rows=len(group.current) - len(shown),
        verdicts=tuple(found[: room.verdicts]),
        more_verdicts=max(0, len(found) - room.verdicts),
        apart=tuple(apart[: room.apart]),
        more_apart=max(0, len(apart) - room.apart),
    )
