"""The running totals of a case and the flows that feed them, by what they count."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo

from homeward import moments
from homeward.ledger.core.addends import Utterance
from homeward.ledger.core.compared import Compared, Count
from homeward.ledger.core.figures import FigureKind
from homeward.ledger.core.flows import Flows, growth
from homeward.ledger.core.populations import Populations
from homeward.ledger.core.timing import is_before
from homeward.moments import Interval

MOST_TOGETHER = 8
"""Of totals that stood at one time, so many at most are looked at."""


class Totals:
    """The running totals and flows of a case, by what they count."""

    def __init__(self, utterances: Sequence[Utterance], populations: Populations) -> None:
        self.populations = populations
        self.flows: Flows = growth((f for u in utterances for f in u.figures), populations)
        self._totals: dict[tuple[Count, str], list[Compared]] = defaultdict(list)
        for figure in (figure for utterance in utterances for figure in utterance.figures):
            if figure.kind is FigureKind.CUMULATIVE and not figure.retracted and _has_edges(figure):
                self._totals[figure.count, populations.name(figure.population)].append(figure)
        for totals in self._totals.values():
            totals.sort(key=lambda total: (_end(total), total.ref))

    def __iter__(self) -> Iterator[Compared]:
        for totals in self._totals.values():
            yield from totals

    def last_before(self, total: Compared, limit: Interval | None) -> list[Compared]:
        """The totals of the same count that stood last before a time; several, where they stood together."""
        if limit is None or limit.start is None:
            return []
        same = self._totals.get((total.count, self.populations.name(total.population)), [])
        # Instants that end as the limit starts are not before it, so the cut is made by the comparison itself.
        earlier = same[: bisect_right(same, limit.start, key=_end)]
        while earlier and not is_before(earlier[-1].stood, limit):
            earlier.pop()
        return [known for known in earlier[-MOST_TOGETHER:] if _end(known) == _end(earlier[-1])]


def time_in_words(when: Interval | None, zone: tzinfo) -> str:
    return "a time not known" if when is None else moments.in_words(when, zone)


def _has_edges(figure: Compared) -> bool:
    return figure.stood is not None and figure.stood.start is not None and figure.stood.until is not None


def _end(figure: Compared) -> datetime:
    assert figure.stood is not None and figure.stood.until is not None
    return figure.stood.until
