"""What moved between two counts: the older one plus the known flows gives the newer one, and then nobody was wrong."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import islice, pairwise

from homeward.ledger.core.compared import Compared, Count
from homeward.ledger.core.figures import FigureKind, Number
from homeward.ledger.core.populations import Populations
from homeward.ledger.core.timing import is_before
from homeward.moments import Interval

MOST_TOLD = 32
"""So many flows at most are added up in a sentence."""

_Counted = tuple[Count, str]


class Flows:
    """The exact flows of a case, by what they count."""

    __slots__ = ("_by_count", "_populations")

    def __init__(self, by_count: Mapping[_Counted, list[Compared]], populations: Populations) -> None:
        self._by_count = by_count
        self._populations = populations

    def between(self, older: Compared, newer: Compared) -> list[Compared] | None:
        """The flows after the older count and up to the newer one, if they lead exactly from the one to the other."""
        if not (_is_exact(older) and _is_exact(newer)):
            return None
        after, upto = _end(older), _end(newer)
        if after is None or upto is None:
            return None
        known = self._by_count.get((older.count, self._populations.name(older.population)), [])
        first = bisect_left(known, after, key=_start)
        flows = _one_a_stretch(_upto(known, first, upto))
        total: Number = older.quantity.lo + sum(flow.quantity.lo for flow in flows)
        return flows if flows and total == newer.quantity.lo else None


def growth(figures: Iterable[Compared], populations: Populations) -> Flows:
    """Gather the exact flows among the figures of a case."""
    by_count: dict[_Counted, list[Compared]] = defaultdict(list)
    for figure in figures:
        if (
            figure.kind is FigureKind.FLOW
            and _is_exact(figure)
            and not figure.retracted
            and _is_bounded(figure.stretch)
        ):
            by_count[figure.count, populations.name(figure.population)].append(figure)
    return Flows({count: sorted(flows, key=_start) for count, flows in by_count.items()}, populations)


def _is_exact(figure: Compared) -> bool:
    return figure.quantity.lo == figure.quantity.hi


def _is_bounded(when: Interval | None) -> bool:
    return when is not None and when.start is not None and when.until is not None


def _start(flow: Compared) -> datetime:
    assert flow.stretch is not None and flow.stretch.start is not None
    return flow.stretch.start


def _end(figure: Compared) -> datetime | None:
    return None if figure.stood is None else figure.stood.until


def _upto(known: list[Compared], first: int, upto: datetime) -> list[Compared]:
    """The flows from a place on that end by then; none when they are too many to be a sum that anybody would read."""
    near = islice(known, first, first + MOST_TOLD)
    inside = [flow for flow in near if flow.stretch and flow.stretch.until and flow.stretch.until <= upto]
    return inside if len(inside) < MOST_TOLD else []


def _one_a_stretch(moved: list[Compared]) -> list[Compared]:
    """Each stretch once, as several voices may tell the same flow; none at all where they differ or stretches mix."""
    by_stretch: dict[object, Compared] = {}
    for flow in moved:
        assert flow.stretch is not None
        kept = by_stretch.setdefault((flow.stretch.start, flow.stretch.until), flow)
        if kept.quantity.lo != flow.quantity.lo:
            return []
    flows = list(by_stretch.values())
    return flows if all(is_before(one.stretch, other.stretch) for one, other in pairwise(flows)) else []
