"""What came of an obligation: by stage, by batch, by day, and who decided how it counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from homeward import moments
from homeward.ledger.core.agreements import Stage
from homeward.moments import Interval
from homeward.talks.core import deliveries, promised, rules, stages
from homeward.talks.core.deliveries import Counted, Told
from homeward.talks.core.quantities import Amount
from homeward.talks.queries.lateness import bounded
from homeward.talks.queries.promises import quantity
from homeward.talks.queries.reading import Reading, last_moment, start_of
from homeward.talks.queries.terms import days_of
from homeward.talks.queries.views import BatchView, CountingView, DayView, QuantityView, StageView

MOST_DAYS = 62


def stage_order(item: tuple[Stage, Any]) -> int:
    return stages.ORDER[item[0]]


def counts_at(reading: Reading, by_stage: Mapping[Stage, Counted]) -> Stage | None:
    """The stage at which it counts: as told, by its action, else the furthest that anybody counted."""
    told = reading.more("counts_at")
    by_action = stages.stage_of_action(reading.content.action)
    if told is not None:
        return told  # type: ignore[no-any-return]
    if by_action in by_stage or not by_stage:
        return by_action
    furthest = max(by_stage, key=lambda stage: stages.ORDER[stage])
    if by_action is not None:
        reading.find(
            "counted-elsewhere",
            f"Nobody counted how many were {stages.in_words(by_action)}; shown is {stages.in_words(furthest)}.",
            wanted=by_action,
            shown=furthest,
        )
    return furthest


def stage_view(stage: Stage, found: Counted, owed: Amount | None, time_is_up: bool, unit: str) -> StageView:
    """What was delivered at one stage, with its share and its rivals."""
    held = promised.against(owed, found.amount, time_is_up=time_is_up)
    told = promised.amount_in_words(found.amount)
    share = promised.shares_in_words(held.share_lo, held.share_hi)
    return StageView(
        stage=stage.value,
        delivered=quantity(found.amount, unit, found.statements),
        share_lo=held.share_lo,
        share_hi=held.share_hi,
        words=stages.counted_in_words(told, stage, unit) + (f", {share} of what was promised" if share else ""),
        rivals=tuple(
            QuantityView(t.amount.lo, t.amount.hi, unit, t.words or promised.amount_in_words(t.amount), t.statements)
            for t in found.rivals
        ),
        inferred=any(told.inferred for told in found.used),
    )


def batches(sizes: tuple[Decimal, ...], delivered: Amount | None) -> tuple[BatchView, ...]:
    """How much of each batch came, the batches filled one after the other."""
    if delivered is None:
        return ()
    found, before = [], Decimal(0)
    for number, size in enumerate(sizes, start=1):
        if size <= 0:
            continue
        lo = min(size, max(Decimal(0), delivered.lo - before))
        hi = size if delivered.hi is None else min(size, max(Decimal(0), delivered.hi - before))
        found.append(BatchView(number, size, lo, hi, lo / size, hi / size))
        before += size
    return tuple(found)


def days(reading: Reading, by_stage: Mapping[Stage, Counted]) -> tuple[DayView, ...]:
    """Day by day what was promised and what came, where something is owed by the day or counts are of single days."""
    per = rules.days_in(reading.content.per) if reading.content.per else None
    by_day: dict[date, dict[Stage, list[Told]]] = {}
    for stage, found in by_stage.items():
        for told in found.used:
            span = (
                days_of(Interval(told.start, told.until, moments.Precision.ABOUT, ""), reading.zone)
                if bounded(told)
                else None
            )
            if not told.so_far and span is not None and span[0] == span[1]:
                by_day.setdefault(span[0], {}).setdefault(stage, []).append(told)
    wanted = set(by_day)
    start = days_of(start_of(reading), reading.zone) if per == 1 else None
    if start is not None:
        last = (last_moment(reading) - timedelta(microseconds=1)).astimezone(reading.zone).date()
        wanted |= {start[0] + timedelta(days=n) for n in range(max(0, min(MOST_DAYS, (last - start[0]).days + 1)))}
    each = reading.content if per == 1 else None
    return tuple(
        DayView(
            on=day.isoformat(),
            promised_lo=each.lo if each else None,
            promised_hi=each.hi if each else None,
            stages=tuple(
                (stage.value, came.amount.lo, came.amount.hi)
                for stage, tolds in sorted(by_day.get(day, {}).items(), key=stage_order)
                if (came := deliveries.counted(tolds)) is not None
            ),
        )
        for day in sorted(wanted)[-MOST_DAYS:]
    )


def countings(reading: Reading) -> tuple[CountingView, ...]:
    """Who decided how something counts for this."""
    return tuple(
        CountingView(
            delivery=statement,
            counts_for=reading.content.object or reading.content.action,
            on=content.on,
            decided_by=reading.stated.whom(content.decided_by) or reading.stated.voice(view),
            statement=view,
        )
        for statement, (view, content) in reading.counts.countings.get(reading.content.obligation, ())
    )
