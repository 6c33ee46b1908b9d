"""All figures of a case held against one another, without comparing everything with everything.

Only figures of one measure meet, and only where they count the same people, or a part and its whole. Small groups are
compared in full. In large ones a figure meets those about its own time, the word before it of the same speaker, the
latest word of all, the figures of its own statement and whatever it replaces: nothing else could settle anything.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations, pairwise

from homeward.ledger.core.compared import Compared
from homeward.ledger.core.figures import FigureKind
from homeward.ledger.core.populations import Populations
from homeward.ledger.core.timing import is_before
from homeward.moments import Interval

IN_FULL = 32
"""Up to this many figures of one measure and population, every one is held against every other."""

_WIDE = timedelta(days=8)
_EVER = datetime.min.replace(tzinfo=UTC)
Two = tuple[int, int]


def rivals(
    figures: Sequence[Compared],
    populations: Populations,
    *,
    about: Collection[str] | None = None,
    in_full: int = IN_FULL,
) -> list[Two]:
    """Which pairs of figures are worth comparing, as places in the sequence, each pair once and in order.

    With `about`, ids of populations, only pairs of which one at least counts one of these.
    """
    groups = _groups(figures, populations)
    wanted = None if about is None else {populations.name(each) for each in about}
    chosen: set[Two] = set()
    for (measure, people), members in groups.items():
        if wanted is None or people in wanted:
            chosen.update(_within(figures, members, in_full))
        for whole in populations.wholes(people):
            asked = wanted is None or people in wanted or whole in wanted
            if asked and whole != people and (others := groups.get((measure, whole))):
                chosen.update(_across(figures, members, others, in_full))
    chosen.update(_aimed(figures))
    return sorted(chosen)


def _groups(figures: Sequence[Compared], populations: Populations) -> Mapping[tuple[str, str], list[int]]:
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, figure in enumerate(figures):
        groups[figure.count[0], populations.name(figure.population)].append(place)
    return groups


def _within(figures: Sequence[Compared], members: list[int], in_full: int) -> Iterator[Two]:
    if len(members) <= in_full:
        yield from combinations(members, 2)
        return
    breaths: dict[str, list[int]] = defaultdict(list)
    for place in members:
        breaths[figures[place].statement].append(place)
    for breath in breaths.values():
        yield from combinations(breath, 2)
    by_kind: dict[FigureKind, list[int]] = defaultdict(list)
    for place in members:
        by_kind[figures[place].kind].append(place)
    for alike in by_kind.values():
        yield from _in_time(figures, alike)


def _in_time(figures: Sequence[Compared], members: list[int]) -> Iterator[Two]:
    """Of figures of one kind: those about one time, and each with the words it may follow or replace."""
    in_order = sorted(members, key=lambda place: (_starts(figures[place]), place))
    yield from _meeting(figures, in_order)
    yield from (_two(place, in_order[-1]) for place in in_order[:-1])
    speakers: dict[str, list[int]] = defaultdict(list)
    for place in in_order:
        speakers[figures[place].speaker].append(place)
    for words in speakers.values():
        yield from (_two(*two) for two in pairwise(words))
    if figures[in_order[0]].kind is FigureKind.CUMULATIVE:
        yield from _falling(figures, in_order)


def _meeting(figures: Sequence[Compared], in_order: list[int]) -> Iterator[Two]:
    """Pairs whose times meet, by one sweep; a time without edges meets only its neighbours, or it would meet all."""
    running: list[tuple[datetime, int]] = []
    for place in in_order:
        start, until = _edges(figures[place])
        if start is None or until is None or until - start > _WIDE:
            continue
        while running and running[0][0] < start:
            heapq.heappop(running)
        yield from (_two(place, other) for _, other in running)
        heapq.heappush(running, (until, place))


def _falling(figures: Sequence[Compared], in_order: list[int]) -> Iterator[Two]:
    """Each running total with the highest one before it, below which it cannot be."""
    highest = in_order[0]
    for place in in_order[1:]:
        yield _two(place, highest)
        if figures[place].quantity.lo > figures[highest].quantity.lo:
            highest = place


def _across(figures: Sequence[Compared], parts: list[int], wholes: list[int], in_full: int) -> Iterator[Two]:
    """Parts with their wholes, of one breath or one kind and time: one day's children are no part of another's."""
    if len(parts) * len(wholes) <= in_full * in_full:
        yield from (_two(part, whole) for part in parts for whole in wholes if _may_meet(figures[part], figures[whole]))
        return
    places: dict[object, list[int]] = defaultdict(list)
    for whole in wholes:
        for key in _meeting_places(figures[whole]):
            places[key].append(whole)
    for part in parts:
        for key in _meeting_places(figures[part]):
            yield from (_two(part, whole) for whole in places.get(key, ()))


def _may_meet(part: Compared, whole: Compared) -> bool:
    if part.statement == whole.statement:
        return True
    one, other = part.stretch, whole.stretch
    return part.kind is whole.kind and not (is_before(one, other) or is_before(other, one))


def _meeting_places(figure: Compared) -> Iterable[object]:
    yield figure.statement
    start, until = _edges(figure)
    if start is not None and until is not None:
        yield figure.kind, start, until


def _aimed(figures: Sequence[Compared]) -> Iterator[Two]:
    """Each figure with those that it says it replaces; of a replaced statement only what counts the same thing."""
    by_ref = {figure.ref: place for place, figure in enumerate(figures)}
    by_statement: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for place, figure in enumerate(figures):
        by_statement[figure.statement, figure.count[0], figure.population].append(place)
    for place, figure in enumerate(figures):
        for ref in figure.corrects:
            if (exact := by_ref.get(ref)) is not None and exact != place:
                yield _two(place, exact)
            for other in by_statement.get((ref, figure.count[0], figure.population), ()):
                if other != place:
                    yield _two(place, other)


def _edges(figure: Compared) -> tuple[datetime | None, datetime | None]:
    when: Interval | None = figure.stood or figure.stretch
    return (None, None) if when is None else (when.start, when.until)


def _starts(figure: Compared) -> datetime:
    return _edges(figure)[0] or _EVER


def _two(one: int, other: int) -> Two:
    return (one, other) if one < other else (other, one)
