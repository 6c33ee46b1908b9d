"""How many people stand behind a goal: the last figures of its population, with the statements that give them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.queries import figures
from homeward.ledger.queries.views import Asked, FigureView
from homeward.talks.queries.told import Target

_COUNTS = ("stock", "list", "cumulative", "plan")


@dataclass(frozen=True, slots=True)
class Behind:
    """The people behind a goal, as said: the words, the statements, and the least that all of these words allow."""

    words: str = ""
    statements: tuple[UUID, ...] = ()
    least: int = 0
    figures: tuple[FigureView, ...] = ()


def behind(asked: Asked, targets: Iterable[Target]) -> dict[UUID, Behind]:
    """The people behind each goal by the last figures of its population; where voices differ, each of them is told."""
    listed = list(targets)
    wanted = {population for target in listed for population in target.populations}
    counted: dict[UUID, list[FigureView]] = {}
    for figure in figures.current(asked, populations=wanted) if wanted else []:
        if figure.unit == "person" and figure.kind in _COUNTS:
            counted.setdefault(figure.population.id, []).append(figure)
    return {
        target.id: _behind([figure for id in target.populations for figure in counted.get(id, ())]) for target in listed
    }


def _behind(said: list[FigureView]) -> Behind:
    if not said:
        return Behind()
    # Stocks and lists tell who stands behind it now; running totals and plans only where nothing else is known.
    best = min(_COUNTS.index(figure.kind) // 2 for figure in said)
    kept = [figure for figure in said if _COUNTS.index(figure.kind) // 2 == best]
    latest = max(kept, key=_time)
    last = [figure for figure in kept if _time(figure) == _time(latest) and figure.measure == latest.measure]
    words = dict.fromkeys(f"{figure.words} ({figure.measure}, {figure.ref})" for figure in last)
    return Behind(
        " or ".join(words),
        tuple(dict.fromkeys(figure.statement_id for figure in last)),
        int(min(figure.lo for figure in last)),
        tuple({(figure.words, figure.measure, figure.ref): figure for figure in last}.values()),
    )


def _time(figure: FigureView) -> float:
    start = figure.asof.start if figure.asof is not None else None
    return start.timestamp() if start is not None else 0.0
