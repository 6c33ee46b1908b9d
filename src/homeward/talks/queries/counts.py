"""Counts that voices gave, as they are read: of what was delivered, of what was planned, and under words that name no stage."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from uuid import UUID, uuid5

from django.db import connection

from homeward.ledger.core.agreements import Stage
from homeward.ledger.queries import knowing
from homeward.ledger.queries.figures.rows import shown
from homeward.ledger.queries.views import Asked, FigureView
from homeward.moments import Interval
from homeward.talks.core import stages
from homeward.talks.core.deliveries import Told
from homeward.talks.core.quantities import Amount
from homeward.talks.queries.stated import GONE, Said

MOST_FIGURES = 5_000
Key = tuple[UUID, int]


@dataclass(slots=True)
class Counts:
    """Counts by obligation and stage, those that lie outside, promises told elsewhere, and what can be put to none.

    `unread` are counts under words that name no stage; `unlike` those that are told in another unit, or as a share.
    """

    by_stage: dict[UUID, dict[Stage, list[Told]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    by_category: dict[UUID, dict[str, list[Told]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    before: dict[UUID, dict[Stage, list[Told]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    outside: dict[UUID, list[FigureView]] = field(default_factory=lambda: defaultdict(list))
    promises: dict[UUID, list[FigureView]] = field(default_factory=lambda: defaultdict(list))
    countings: dict[UUID, list[tuple[UUID, Said]]] = field(default_factory=lambda: defaultdict(list))
    units: dict[UUID, str] = field(default_factory=dict)
    questions: list[FigureView] = field(default_factory=list)
    unread: list[FigureView] = field(default_factory=list)
    unlike: list[FigureView] = field(default_factory=list)
    stray_outside: list[FigureView] = field(default_factory=list)
    plans: list[FigureView] = field(default_factory=list)
    delivered: list[FigureView] = field(default_factory=list)
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Owed:
    """An obligation as counts are put to it: in whose words, when it runs, since when something may count for it."""

    id: UUID
    agreement: UUID
    object: str
    runs: Interval | None
    populations: frozenset[UUID] = frozenset()
    since: datetime | None = None
    unit: str = ""


def amount_of(figure: FigureView) -> Amount:
    """A figure as an amount."""
    hi = figure.hi
    return Amount(Decimal(figure.lo), None if hi is None else Decimal(hi))


@dataclass(frozen=True, slots=True)
class Read:
    """The counts of a case as they were read; `complete` when that is all of them."""

    delivered: list[FigureView]
    plans: list[FigureView]
    unread: list[FigureView]
    complete: bool


def figures_told(asked: Asked) -> Read:
    """Counts of what was delivered up to the time asked, plans said by then, and counts under words that name no stage."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT measure FROM ledger_series WHERE case_id = %s", [asked.case.id])
        measures = [row[0] for row in cursor.fetchall()]
    counted = [each for each in measures if stages.stage_of_measure(each)]
    planned = [each for each in measures if stages.stage_of_plan(each)]
    other = [each for each in measures if stages.may_be_a_stage(each)]
    begun = knowing.begun("f.asof_from", "f.asof_until", "%(as_of)s")
    delivered = _shown(asked, counted, f"f.kind IN ('flow', 'cumulative', 'list') AND {begun}") if counted else []
    unread = _shown(asked, other, f"f.kind IN ('flow', 'cumulative') AND {begun}") if other else []
    said = knowing.begun(knowing.said("f"), knowing.said("f"), "%(as_of)s")
    plans = _shown(asked, planned, f"f.kind = 'plan' AND {said}") if planned else []
    return Read(
        _without_copies(delivered),
        [f for f in plans if f.standing not in GONE],
        _without_copies(unread),
        max(len(delivered), len(plans), len(unread)) < MOST_FIGURES,
    )


def _shown(asked: Asked, measures: list[str], which: str) -> list[FigureView]:
    chosen = f"""
        SELECT f.* FROM ledger_figure f WHERE f.case_id = %(case)s AND f.measure = ANY (%(measures)s)
        AND {which} AND {knowing.known(asked.clock, "f")} ORDER BY f.asof_from DESC, f.ref DESC LIMIT {MOST_FIGURES}
    """
    return shown(asked, chosen, "f.asof_from, f.ref", {"measures": measures})


def _without_copies(figures: list[FigureView]) -> list[FigureView]:
    """The counts that stand; where an utterance was replaced or corrected, those who had passed it on as it was go with it."""

    def key(figure: FigureView) -> tuple[object, ...]:
        return (figure.origin, figure.measure, figure.population.id, figure.lo, figure.hi)

    # Whoever replaced its own word speaks for itself; it is the others who only passed on what was replaced.
    gone: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for figure in figures:
        if figure.standing in ("superseded", "corrected") and figure.origin and not figure.origin_doubtful:
            gone[key(figure)].add(figure.speaker)

    def copies(figure: FigureView) -> bool:
        said_by = gone.get(key(figure))
        return bool(said_by) and not figure.origin_doubtful and figure.speaker not in (said_by or ())

    return [figure for figure in figures if _counts(figure) and not copies(figure)]


def _counts(figure: FigureView) -> bool:
    return not figure.outlook and figure.modality != "denied" and figure.standing not in GONE


def told_of(figure: FigureView) -> Told:
    """A figure as a count of what was delivered."""
    so_far = figure.kind == "cumulative"
    when = figure.asof if so_far else figure.window or figure.asof
    return Told(
        statement=figure.statement_id,
        origin=f"{figure.origin or figure.statement_id}{figure.counted_by}",
        voice=f"{figure.speaker}|{figure.counted_by}",
        amount=amount_of(figure),
        so_far=so_far,
        start=when.start if when else None,
        until=when.until if when else None,
        said=figure.said.start if figure.said else None,
        figure=figure.number,
        words=figure.words,
        inferred=True,
        unit=figure.unit,
    )


def figure_id(figure: FigureView) -> UUID:
    """The id of a figure, for what is made of it."""
    return uuid5(figure.statement_id, f"figure|{figure.number}")
