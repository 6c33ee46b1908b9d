"""Figures as they are laid out on a page: what may be held against each other stands together, all else apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core import corroboration
from homeward.ledger.core.compared import Relation, Verdict
from homeward.ledger.queries import figures as queries
from homeward.ledger.queries.figures import Group
from homeward.ledger.queries.views import Asked, FigureView, PopulationView
from homeward.web.drawing.axes import Counts, counts
from homeward.web.drawing.chart import Chart, over_time
from homeward.web.drawing.strips import Strip, strip
from homeward.web.figures.drawn import drawn_words, point

#: Figures in one drawing, the latest of them; the table below it holds all.
MOST_DRAWN = 40
MOST_VERDICTS = 60
#: What no longer stands is in the table with its word, and in no drawing.
FALLEN = frozenset({"corrected", "superseded", "retracted"})
GRAVE = (Verdict.CONFLICT, Verdict.ARITHMETIC_FAULT)


@dataclass(frozen=True, slots=True)
class Row:
    """One figure with its strip and how it stands to the others beside it."""

    figure: FigureView
    strip: Strip
    verdicts: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class OriginRows:
    """The figures of one utterance, however many outlets carry it."""

    rows: tuple[Row, ...]
    outlets: tuple[str, ...]
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A verdict with its sentence, told once for all pairs of which it is true."""

    verdict: str
    why: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What is said of one population by one measure, in one unit and kind: only this may be held against each other.

    `more` says that figures older than those of the table are known.
    """

    measure: str
    unit: str
    kind: str
    axis: Counts
    current: tuple[Row, ...]
    table: tuple[Row, ...]
    origins: tuple[int, int]
    by_origin: tuple[OriginRows, ...]
    verdicts: tuple[Told, ...]
    more_verdicts: int
    more: bool
    chart: Chart | None
    drawn: int

    @property
    def first(self) -> FigureView:
        return self.table[-1].figure

    @property
    def standing(self) -> tuple[Row, ...]:
        """What still stands, for a drawing without time."""
        return tuple(row for row in self.table if row.figure.standing not in FALLEN)

    @property
    def speakers(self) -> int:
        return len({row.figure.speaker for row in self.table})


@dataclass(frozen=True, slots=True)
class Block:
    """A population on the list of figures."""

    population: PopulationView
    sections: tuple[Section, ...]
    parts_of: tuple[PopulationView, ...]


def blocks(asked: Asked, groups: Sequence[Group]) -> list[Block]:
    """The groups of a case, population by population."""
    found: dict[UUID, list[Group]] = {}
    for group in groups:
        found.setdefault(group.population.id, []).append(group)
    return [
        Block(
            population=members[0].population,
            sections=tuple(section for group in members for section in sections(asked, group, drawn=False)),
            parts_of=tuple({whole.id: whole for group in members for whole in group.parts_of}.values()),
        )
        for members in found.values()
    ]


def sections(asked: Asked, group: Group, *, drawn: bool = True) -> list[Section]:
    """The figures of a group, kind by kind."""
    kinds = dict.fromkeys(figure.kind for figure in (*group.current, *group.history))
    return [_section(asked, group, kind, drawn) for kind in kinds]


def _section(asked: Asked, group: Group, kind: str, drawn: bool) -> Section:
    everything = {figure.ref: figure for figure in (*group.history, *group.current) if figure.kind == kind}
    standing = [figure for figure in everything.values() if figure.standing not in FALLEN]
    elsewhere = {figure.ref for figure in (*group.history, *group.current)} - everything.keys()
    here = [each for each in group.relations if _told_here(each, everything.keys(), elsewhere)]
    current = {figure.ref for figure in group.current}
    axis = counts([number for figure in standing for number in (figure.lo, figure.hi, figure.stated_lo)])
    rows = {ref: _row(figure, axis, here) for ref, figure in everything.items()}
    told = _told(sorted(here, key=lambda relation: _weight(relation, current)))
    to_draw = standing[-MOST_DRAWN:]
    return Section(
        measure=group.measure,
        unit=group.unit,
        kind=kind,
        axis=axis,
        current=tuple(rows[figure.ref] for figure in group.current if figure.kind == kind),
        table=tuple(rows.values()),
        origins=_origins([figure for figure in group.current if figure.kind == kind]),
        by_origin=tuple(_by_origin(rows[figure.ref] for figure in to_draw)),
        verdicts=tuple(told[:MOST_VERDICTS]),
        more_verdicts=max(0, len(told) - MOST_VERDICTS),
        more=group.more,
        chart=_chart(asked, to_draw) if drawn and len(to_draw) > 1 else None,
        drawn=len(to_draw),
    )


def _told_here(relation: Relation, here: Collection[str], elsewhere: Collection[str]) -> bool:
    """Whether a verdict belongs to a section: it names one of its figures, and none that stands apart from them below."""
    refs = (relation.a, relation.b)
    return any(ref in here for ref in refs) and not any(ref in elsewhere for ref in refs)


def _chart(asked: Asked, figures: Sequence[FigureView]) -> Chart:
    return over_time([point(figure) for figure in figures], now=asked.as_of, zone=asked.case.zone)


def _told(relations: Iterable[Relation]) -> list[Told]:
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for relation in relations:
        found.setdefault((relation.verdict.value, relation.why), []).append((relation.a, relation.b))
    return [Told(verdict, why, tuple(pairs)) for (verdict, why), pairs in found.items()]


def _weight(relation: Relation, current: set[str]) -> tuple[bool, bool, str, str]:
    """What does not agree comes first, then what stands now, then the rest."""
    now = relation.a in current and relation.b in current
    return relation.verdict not in GRAVE, not now, relation.a, relation.b


def _row(figure: FigureView, axis: Counts, relations: Iterable[Relation]) -> Row:
    found: dict[str, list[str]] = {}
    for relation in relations:
        if figure.ref in (relation.a, relation.b):
            other = relation.b if figure.ref == relation.a else relation.a
            found.setdefault(relation.verdict.value, []).append(other)
    return Row(figure, strip(drawn_words(figure), axis), tuple((word, tuple(refs)) for word, refs in found.items()))


def _by_origin(rows: Iterable[Row]) -> Iterable[OriginRows]:
    found: dict[object, list[Row]] = {}
    for row in rows:
        found.setdefault(row.figure.origin or row.figure.statement_ref, []).append(row)
    for members in found.values():
        outlets = dict.fromkeys(outlet for row in members for outlet in row.figure.outlets)
        yield OriginRows(tuple(members), tuple(outlets), any(row.figure.origin_doubtful for row in members))


def _origins(figures: Sequence[FigureView]) -> tuple[int, int]:
    return corroboration.origins([queries.compared(f) for f in figures if f.standing != "retracted"])
