"""Running totals against what moved: what stood before, and what was added since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import tzinfo

from homeward.ledger.core.addends import Fit, SumCheck, Term, Utterance, added, addition, told, told_sum
from homeward.ledger.core.compared import Compared
from homeward.ledger.core.figures import FigureKind, Number, in_digits
from homeward.ledger.core.populations import Populations, Standing
from homeward.ledger.core.running_totals import Totals, time_in_words
from homeward.ledger.core.times import tells_the_whole_day


def over_time(utterances: Sequence[Utterance], populations: Populations, zone: tzinfo) -> Iterator[SumCheck]:
    """Each running total against the one before it and what moved in between."""
    totals = Totals(utterances, populations)
    for total in totals:
        for earlier in totals.last_before(total, total.stood):
            if flows := totals.flows.between(earlier, total):
                inputs = (Term.of(earlier), *map(Term.of, flows))
                yield SumCheck(inputs, (Term.of(total),), Fit.HOLDS)
    for utterance in utterances:
        for total in utterance.figures:
            for flow in utterance.figures:
                if _ends_in(flow, total) and (check := _difference(totals, total, flow, zone)) is not None:
                    yield check


def _ends_in(flow: Compared, total: Compared) -> bool:
    """Whether this flow is the last that went into this total: told in one breath, of one count, up to one time."""
    kinds = (flow.kind, total.kind) == (FigureKind.FLOW, FigureKind.CUMULATIVE)
    if not kinds or flow.retracted or total.retracted or flow.count != total.count:
        return False
    one, other = flow.stretch, total.stood
    return one is not None and other is not None and one.until is not None and one.until == other.until


def _difference(totals: Totals, total: Compared, flow: Compared, zone: tzinfo) -> SumCheck | None:
    earlier = totals.last_before(total, flow.stretch)
    standing = totals.populations.standing(flow.population, total.population)
    if standing not in (Standing.SAME, Standing.PART):
        # Nobody said that these people are among those: that the numbers meet is worth telling, no more.
        exact = [known for known in earlier if None not in (told(known), told(flow)) and _meets(known, flow, total)]
        return SumCheck((Term.of(exact[0]), Term.of(flow)), (Term.of(total),), Fit.HOLDS) if exact else None
    checks = [_before(total, flow, known, zone) for known in earlier if known.quantity.hi is not None]
    return min(checks, key=lambda check: list(Fit).index(check.fit), default=None)


def _meets(earlier: Compared, flow: Compared, total: Compared) -> bool:
    return told_sum((Term.of(earlier), Term.of(flow))) == told(total)


def _before(total: Compared, flow: Compared, earlier: Compared, zone: tzinfo) -> SumCheck:
    """The total less the flow stood before: it may exceed the last known total only by what moved in between."""
    inputs = (Term.of(total), Term.of(flow, taken_off=True))
    whole = Term.of(earlier)
    assert whole.hi is not None
    (lo, hi), before = added(inputs), told_sum(inputs)
    nominal: Number = lo if before is None else before
    if whole.lo == whole.hi and _meets(earlier, flow, total):
        return SumCheck((whole, Term.of(flow)), (Term.of(total),), Fit.HOLDS)
    if whole.lo <= nominal <= whole.hi:
        return SumCheck(inputs, (whole,), Fit.HOLDS)
    stood = f"the last total before says {earlier.words} as of {time_in_words(earlier.stood, zone)} ({earlier.ref})"
    said = f"{addition(inputs)} = {in_digits(nominal)} before {time_in_words(flow.stretch, zone)}"
    if hi is not None and hi < whole.lo:
        return SumCheck(inputs, (whole,), Fit.MISFIT, f"{said}, and yet {stood}.")
    follows = _ends_where(earlier, flow) and tells_the_whole_day(earlier)
    if nominal > whole.hi and not follows:
        untold = in_digits(nominal - whole.hi)
        return SumCheck(inputs, (whole,), Fit.UNTOLD, f"{said}; {stood}: what makes the other {untold} is not told.")
    fits = lo <= whole.hi
    ending = ": fits only because the numbers are rough." if fits else ", and nothing lies between."
    return SumCheck(inputs, (whole,), Fit.STRAINED if fits else Fit.MISFIT, f"{said}; {stood}{ending}")


def _ends_where(earlier: Compared, flow: Compared) -> bool:
    """Whether the flow begins where the earlier total ends."""
    return flow.stretch is not None and earlier.stood is not None and flow.stretch.start == earlier.stood.until
