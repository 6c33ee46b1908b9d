"""How much was promised by the time asked: in numbers, by the day, or by a ratio to what the other side did."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from homeward.ledger.core.figures import Op, share_in_words
from homeward.ledger.queries.views import FigureView
from homeward.talks.core import deliveries, naming, promised, rules
from homeward.talks.core.monitoring import AtLeast, Term, Verdict, margin
from homeward.talks.core.quantities import Amount, NotAnAmount
from homeward.talks.queries.counts import amount_of
from homeward.talks.queries.reading import Reading, last_moment, start_of
from homeward.talks.queries.stated import Said
from homeward.talks.queries.terms import days_of
from homeward.talks.queries.views import QuantityView


def promise(reading: Reading) -> tuple[Amount | None, str]:
    """How much is owed by the time asked, and the ratio that it follows from in words."""
    content = reading.content
    for line in rules.ratios(content.ratio)[1]:
        reading.find("ratio", f"{line}: no ratio that can be counted with; ask what was meant.", text=line)
    rates = rates_of(reading)
    said = "; ".join(rate.words for rate in rates)
    own = _own(reading)
    if own is not None:
        return own, said
    if rates:
        return _by_ratio(reading, rates), said
    if content.batches:
        return Amount.exactly(sum(content.batches, Decimal(0))), said
    return None, said


def _own(reading: Reading) -> Amount | None:
    content = reading.content
    if content.lo is None or content.op == Op.SHARE.value:
        return None
    try:
        amount = Amount(content.lo, content.hi)
    except NotAnAmount:
        words = f"{content.lo} to {content.hi} is no amount: ask how much was promised."
        reading.find("no-amount", words, lo=content.lo, hi=content.hi)
        return None
    if not content.per:
        return amount
    periods = _periods(reading)
    return None if periods is None else amount.times(periods)


def _by_ratio(reading: Reading, rates: list[rules.Ratio]) -> Amount | None:
    other = other_of(reading, rates)
    if other is None or reading.others.get(other) is None:
        return None
    counted = reading.others[other]
    assert counted is not None
    by_category = {}
    for rate in rates:
        tolds = [
            told
            for category, those in reading.counts.by_category.get(other, {}).items()
            if rate.category and naming.same_words(rate.category, category)
            for told in those
        ]
        if tolds and (found := deliveries.counted(tolds)) is not None:
            by_category[rate.category] = found.amount
    return rules.owed_for(rates, counted, by_category)


def ratio_told(reading: Reading, delivered: Amount | None) -> str:
    """What came for what the other side did, held against the ratio: by these counts, and by nobody's judgement."""
    rates = rates_of(reading)
    owed = _by_ratio(reading, rates) if rates else None
    if owed is None or delivered is None:
        return ""
    other = other_of(reading, rates)
    counted = reading.others.get(other) if other is not None else None
    assert counted is not None
    told = f"{promised.amount_in_words(delivered)} for {promised.amount_in_words(counted)}"
    rule = AtLeast(Term.of("came"), Term.of("owed"))
    match margin(rule, {"came": [delivered], "owed": [owed]}).verdict:
        case Verdict.HOLDS:
            return f"{told}: the ratio is kept by these counts"
        case Verdict.FAILS:
            return f"{told}: {promised.amount_in_words(owed.less(delivered))} short of the ratio by these counts"
        case _:
            return f"{told}: cannot tell whether the ratio is kept"


def rates_of(reading: Reading) -> list[rules.Ratio]:
    """The ratios by which it is owed, of those that can be counted with."""
    num, den = reading.more("num"), reading.more("den")
    told = [rules.Ratio(num, den)] if num and den else []
    return [*told, *rules.ratios(reading.content.ratio)[0]]


def other_of(reading: Reading, rates: list[rules.Ratio]) -> UUID | None:
    """The obligation for which this one is owed: as told, by the words of the ratio, else the only other one there is."""
    if reading.more("of") is not None:
        of: UUID = reading.more("of")
        return of
    fellows = [
        each for each in reading.stated.obligations_of(reading.content.agreement) if each[1] is not reading.content
    ]
    for rate in rates:
        named = [each for each in fellows if rate.of and rate.of.casefold() in _called(each)]
        if len(named) == 1:
            return named[0][1].obligation  # type: ignore[no-any-return]
    # What one side owes by ratio it owes for what another does, and for what is counted as a whole, not by the day.
    others = [each for each in fellows if not set(each[1].bearer) & set(reading.content.bearer)]
    for those in (fellows, others, [each for each in others if not each[1].per and each[1].lo is not None]):
        if len(those) == 1:
            return those[0][1].obligation  # type: ignore[no-any-return]
    if any(finding.code == "ratio-of-what" for finding in reading.findings):
        return None
    reading.find("ratio-of-what", "For what this is owed cannot be told from its words: say of which obligation.")
    return None


def _called(said: Said) -> set[str]:
    view, content = said
    ref = view.ref.casefold()
    return {ref, ref.rpartition("-")[2], content.object.casefold(), str(content.obligation)}


def _periods(reading: Reading) -> Amount | None:
    """For how many periods it was owed by the time asked: the full ones surely, the one that runs perhaps."""
    each = rules.days_in(reading.content.per)
    start = start_of(reading)
    if each is None or start is None:
        if each is None:
            words = f"Per {reading.content.per}: what that comes to by now cannot be told."
            reading.find("per", words, text=reading.content.per)
        return None
    last = last_moment(reading)
    spans = days_of(start, reading.zone)
    if spans is None:
        return None
    day = last.astimezone(reading.zone).date()
    if last.astimezone(reading.zone).replace(tzinfo=None) == datetime.combine(day, datetime.min.time()):
        day -= timedelta(days=1)
        full = 1
    else:
        full = 0
    least = max(0, (day - spans[1]).days + full)
    most = max(0, (day - spans[0]).days + 1)
    return Amount(Decimal(int(Decimal(least) / each)), -(-Decimal(most) // each))


def promised_view(reading: Reading, owed: Amount | None, unit: str) -> QuantityView | None:
    """What was promised as it is shown; a share of something uncounted keeps its words."""
    content = reading.content
    if content.op == Op.SHARE.value and content.lo is not None:
        return QuantityView(
            content.lo, content.hi, "share", share_in_words(content.lo, content.hi), (reading.view.id,), content.per
        )
    if owed is None:
        return None
    words = promised.amount_in_words(owed)
    if content.per and content.lo is not None:
        each = promised.amount_in_words(Amount(content.lo, content.hi))
        words = f"{each} per {content.per}, {words} by now"
    return QuantityView(owed.lo, owed.hi, unit, words, (reading.view.id,), content.per)


def rivals(reading: Reading, owed: Amount | None) -> tuple[QuantityView, ...]:
    """What other voices say was promised, where it is another number; each by its origin once."""
    told: dict[object, FigureView] = {}
    for figure in reading.counts.promises.get(reading.content.obligation, ()):
        if owed is None or amount_of(figure) != owed:
            told.setdefault((figure.origin, figure.lo, figure.hi), figure)
    if told and owed is not None and reading.content.op != Op.SHARE.value and not reading.content.per:
        apart = [f for f in told.values() if not amount_of(f).meets(owed)]
        if apart:
            said = " or ".join([promised.amount_in_words(owed), *dict.fromkeys(f.words for f in apart)])
            reading.find(
                "rival-promises",
                f"Voices differ on what was promised: {said}.",
                *(f.statement_id for f in apart),
                said=(owed, *apart),
            )
    return tuple(figure_quantity(f) for f in told.values())


def figure_quantity(figure: FigureView) -> QuantityView:
    """A figure as an amount with its words and its statement."""
    amount = amount_of(figure)
    return QuantityView(amount.lo, amount.hi, figure.unit, figure.words, (figure.statement_id,))


def quantity(amount: Amount | None, unit: str, statements: tuple[UUID, ...]) -> QuantityView:
    assert amount is not None
    return QuantityView(amount.lo, amount.hi, unit, promised.amount_in_words(amount), statements)
