"""Numbers that nobody said and that follow from what was said: what is left of a whole, or for a day nobody counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo

from homeward.ledger.core.addends import Term, Utterance, added, addition, told_sum
from homeward.ledger.core.compared import Compared, Count
from homeward.ledger.core.figures import FigureKind, Number, span_in_words
from homeward.ledger.core.populations import Populations
from homeward.ledger.core.running_totals import Totals, time_in_words
from homeward.ledger.core.sums_of_parts import SideBySide, side_by_side
from homeward.ledger.core.timing import is_sharp
from homeward.moments import Interval, Precision

MOST_DAYS = 31
"""A running total is not taken apart over more days than this."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A number that nobody said and that follows from others: its inputs, its interval and what it would be."""

    inputs: tuple[Term, ...]
    lo: Number
    hi: Number | None
    what: str

    @property
    def equation(self) -> str:
        return f"{addition(self.inputs)} = {span_in_words(self.lo, self.hi)}"


def remainder(whole: Compared, parts: Iterable[Compared], what: str = "") -> Derived:
    """What is left of a whole after its known parts, never below zero: planned 100, flown 40, open 60."""
    inputs = (Term.of(whole), *(Term.of(part, taken_off=True) for part in parts))
    lo, hi = added(inputs)
    left = Derived(inputs, lo, None if hi is None else max(hi, 0), what)
    return left if what else Derived(inputs, left.lo, left.hi, f"{left.equation} left of {whole.name}.")


def untold_days(utterances: Sequence[Utterance], populations: Populations, zone: tzinfo) -> Iterator[Derived]:
    """What a running total leaves for the one day of it that nobody counted, with its inputs."""
    totals = Totals(utterances, populations)
    beside = [group for utterance in utterances for group in side_by_side(utterance, populations)]
    by_day = _by_day(utterances, beside, populations, zone)
    moved = _days_with_flows(utterances, zone)
    parts = {name for group in beside for name in group.people}
    for total in totals:
        if total.quantity.lo != total.quantity.hi or (last := _day(total.stood, zone)) is None:
            continue
        earlier = [known for known in totals.last_before(total, total.stood) if known.quantity.lo == known.quantity.hi]
        name = populations.name(total.population)
        # Who is told beside others is not the whole of them: then the sum of a statement says nothing of this total.
        sums = {} if name in parts else by_day.get((total.count, ""), {})
        told_days = {**sums, **by_day.get((total.count, name), {})}
        first = _first_day(total, earlier, told_days, zone)
        if first is not None and (found := _one_day_left(total, earlier, told_days, first, last)) is not None:
            day, inputs = found
            left = told_sum(inputs)
            if day not in moved.get(total.count, set()) and left is not None and left >= 0:
                yield _left_for(day, inputs, first, zone)


def _first_day(
    total: Compared, earlier: list[Compared], told_days: Mapping[date, tuple[Term, ...]], zone: tzinfo
) -> date | None:
    """Where the counting starts: after the total before, at the start of its window, or with the first flow known."""
    if earlier:
        before = _day(earlier[0].stood, zone)
        return None if before is None else before + timedelta(days=1)
    if total.window is not None and total.window.start is not None:
        return total.window.start.astimezone(zone).date()
    return min(told_days, default=None)


def _one_day_left(
    total: Compared,
    earlier: list[Compared],
    told_days: Mapping[date, tuple[Term, ...]],
    first: date,
    last: date,
) -> tuple[date, tuple[Term, ...]] | None:
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    untold = [day for day in days if not told_days.get(day)]
    if len(untold) != 1 or not 2 <= len(days) <= MOST_DAYS:
        return None
    base = (replace(Term.of(earlier[0]), taken_off=True),) if earlier else ()
    taken = (replace(term, taken_off=True) for day in days for term in told_days.get(day, ()))
    return untold[0], (Term.of(total), *base, *taken)


def _left_for(day: date, inputs: tuple[Term, ...], first: date, zone: tzinfo) -> Derived:
    lo, hi = added(inputs)
    days = [time_in_words(_whole_day(each, zone), zone) for each in (day, first)]
    what = f"{addition(inputs)} = {span_in_words(lo, hi)}: left for {days[0]}, if the total counts from {days[1]}."
    return Derived(inputs, lo, hi, what)


def _whole_day(day: date, zone: tzinfo) -> Interval:
    start = datetime.combine(day, time(), zone)
    return Interval(start, datetime.combine(day + timedelta(days=1), time(), zone), Precision.DAY, day.isoformat())


def _by_day(
    utterances: Sequence[Utterance], beside: Sequence[SideBySide], populations: Populations, zone: tzinfo
) -> dict[tuple[Count, str], dict[date, tuple[Term, ...]]]:
    """Exact flows of single days: of a population, and (under no name) the sum of what one statement puts side by side.

    A day of which two statements tell different numbers has none.
    """
    days: dict[tuple[Count, str], dict[date, tuple[Term, ...]]] = defaultdict(dict)
    unclear: set[tuple[Count, str, date]] = set()

    def take(count: Count, people: str, day: date, term: Term) -> None:
        known = days[count, people].setdefault(day, (term,))
        if known[0].lo != term.lo:
            unclear.add((count, people, day))

    for utterance in utterances:
        for figure in utterance.figures:
            if (day := _exact_day(figure, zone)) is not None:
                take(figure.count, populations.name(figure.population), day, Term.of(figure))
    for group in beside:
        on = [_exact_day(figure, zone) for figure in group.figures]
        if (day := on[0]) is not None and set(on) == {day}:
            total = added(group.terms)[0]
            take(group.first.count, "", day, Term(group.utterance.statement, total, total, total))
    for count, people, day in unclear:
        days[count, people][day] = ()
    return days


def _exact_day(figure: Compared, zone: tzinfo) -> date | None:
    exact = figure.kind is FigureKind.FLOW and figure.quantity.lo == figure.quantity.hi and not figure.retracted
    return _day(figure.stretch, zone) if exact else None


def _days_with_flows(utterances: Sequence[Utterance], zone: tzinfo) -> dict[Count, set[date]]:
    days: dict[Count, set[date]] = defaultdict(set)
    for figure in (figure for utterance in utterances for figure in utterance.figures):
        if figure.kind is FigureKind.FLOW and (day := _day(figure.stretch, zone)) is not None:
            days[figure.count].add(day)
    return days


def _day(when: Interval | None, zone: tzinfo) -> date | None:
    if when is None or when.start is None or not is_sharp(when):
        return None
    return when.start.astimezone(zone).date()
