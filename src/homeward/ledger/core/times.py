"""The step of time: what is older is stale, not wrong, and a total of a day that is not over may still grow."""

from __future__ import annotations

from homeward.ledger.core.compared import Compared, Relation, Step, Verdict
from homeward.ledger.core.figures import FigureKind
from homeward.ledger.core.pair import STANDING_UNTIL_CHANGED, Pair
from homeward.ledger.core.timing import Timing, is_before


def time(pair: Pair) -> Relation | None:
    """An older count is stale, not wrong; where it is not known which is older, nothing is held against anybody."""
    match pair.time:
        case Timing.SAME:
            return _within_one_day(pair) if pair.one.kind is FigureKind.CUMULATIVE else None
        case Timing.OTHER:
            times = f"{pair.day(pair.one.stretch)} and {pair.day(pair.other.stretch)}"
            why = f"Counted over different times, {times}: not comparable."
            return pair.found(Verdict.NOT_COMPARABLE, Step.TIME, why)
        case Timing.BEFORE | Timing.AFTER:
            return _apart(pair)
        case _:
            return None if pair.overlap is not None else _time_not_known(pair)


def _apart(pair: Pair) -> Relation | None:
    if pair.one.kind is FigureKind.CUMULATIVE and _counted_from_other_days(pair):
        return _different_starts(pair)
    ages = pair.by_age
    if ages is None or pair.falls or (pair.one.kind in STANDING_UNTIL_CHANGED and pair.overlap is not None):
        return None
    older = ages[0]
    grows = "; a running total grows" if pair.one.kind is FigureKind.CUMULATIVE else ""
    why = f"{older.ref} is older: as of {pair.day(older.stood)}{grows}."
    return pair.found(Verdict.STALE, Step.TIME, why, about=older.ref)


def _within_one_day(pair: Pair) -> Relation | None:
    """A running total of a day that is not over may still grow: 15,000 in the morning, 25,000 at night."""
    if _counted_from_other_days(pair):
        return _different_starts(pair)
    if pair.overlap is not None or pair.surely_one_origin:
        return None
    low, high = pair.by_size
    if tells_the_whole_day(low) or is_before(high.said, low.said):
        return None
    day = pair.day(low.stood)
    if is_before(low.said, high.said):
        why = f"{low.ref} is older: said before {day} was over, and a running total grows within the day."
        return pair.found(Verdict.STALE, Step.TIME, why, gap=pair.gap, about=low.ref)
    why = f"Cannot tell: both totals were running on {day}, and which was said earlier is not known."
    return pair.found(Verdict.CANNOT_TELL, Step.TIME, why, gap=pair.gap)


def tells_the_whole_day(figure: Compared) -> bool:
    """Whether a count stands for the end of its day: it was said afterwards, or gives the minute."""
    stood = figure.stood
    return stood is not None and (stood.start == stood.until or is_before(stood, figure.said))


def _counted_from_other_days(pair: Pair) -> bool:
    one, other = pair.one.window, pair.other.window
    return one is not None and other is not None and one.start != other.start


def _different_starts(pair: Pair) -> Relation:
    stretches = f"{pair.day(pair.one.window)} and {pair.day(pair.other.window)}"
    return pair.found(Verdict.NOT_COMPARABLE, Step.TIME, f"Counted from different days, {stretches}: not comparable.")


def _time_not_known(pair: Pair) -> Relation:
    order = pair.by_saying
    if pair.one_speaker and order is not None:
        why = f"{order[0].ref} is the older word of the same speaker."
        return pair.found(Verdict.STALE, Step.TIME, why, about=order[0].ref)
    if pair.time is Timing.UNKNOWN:
        lacking = " and ".join(f.ref for f in (pair.one, pair.other) if _has_no_time(f)) or pair.refs
        why = f"Cannot tell: the as-of of {lacking} is not known."
    else:
        why = (
            f"Cannot tell whether {pair.one.words} as of {pair.day(pair.one.stood)} "
            f"and {pair.other.words} as of {pair.day(pair.other.stood)} are of one time."
        )
    return pair.found(Verdict.CANNOT_TELL, Step.TIME, why, gap=pair.gap)


def _has_no_time(figure: Compared) -> bool:
    return all(when is None or when.start is when.until is None for when in (figure.asof, figure.window))
