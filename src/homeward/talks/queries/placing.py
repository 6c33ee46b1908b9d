"""Counts put to the obligations that they speak of; what can be put to none, or to several, stays a question."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from homeward import moments
from homeward.ledger.core import kinds
from homeward.ledger.core.agreements import Completeness, Stage
from homeward.ledger.core.figures import Op, span_in_words
from homeward.ledger.core.populations import Populations
from homeward.ledger.queries import figures as figure_queries
from homeward.ledger.queries.views import FigureView, StatementView
from homeward.moments import Interval
from homeward.talks.core import deliveries, naming, stages, units
from homeward.talks.core.deliveries import Told
from homeward.talks.core.quantities import Amount
from homeward.talks.queries.counts import Counts, Key, Owed, amount_of, figures_told, told_of
from homeward.talks.queries.stated import Said, Stated
from homeward.talks.queries.visited import visits_told


class Placing:
    """Puts counts to obligations: by their words, by what was said of populations, by decisions how something counts."""

    def __init__(self, stated: Stated, owed: list[Owed]) -> None:
        self.stated, self.owed = stated, owed
        self.related: Populations = figure_queries.populations(stated.asked)
        self.counts = Counts()
        self.decided: dict[Key, Said] = {(c.statement, c.figure): (view, c) for view, c in stated.countings}
        # What was put to an obligation by hand is that utterance, so it is not counted by its words as well.
        self.by_hand = {(c.statement, c.figure) for _, c in stated.deliveries if c.statement}

    def read(self) -> list[FigureView]:
        """Read the counts of the case; gives the plans among them."""
        told = figures_told(self.stated.asked)
        self.counts.delivered, self.counts.plans, self.counts.complete = told.delivered, told.plans, told.complete
        self.counts.unread = told.unread
        return self.counts.plans

    def place(self) -> Counts:
        """All counts that were read, each where it belongs."""
        delivered, plans = self.counts.delivered, self.counts.plans
        self.owed = self._with_populations([*delivered, *plans, *self.counts.unread])
        by_statement: dict[UUID, list[FigureView]] = defaultdict(list)
        for figure in delivered:
            by_statement[figure.statement_id].append(figure)
        for together in by_statement.values():
            self._statement(together)
        for view, content in self.stated.deliveries:
            self._delivery(view, content)
        for obligation, visit in visits_told(self.stated.asked) if self.owed else ():
            self.counts.by_stage[obligation][Stage.ENTERED].append(visit)
        for figure in plans:
            if (found := self._whose(figure)) and not found[1] and figure.modality != "expected":
                self.counts.promises[found[0].id].append(figure)
        self._net_of_outside(by_statement)
        self._less_before()
        self._in_one_unit()
        self.counts.unread = [f for f in self.counts.unread if not self._is_by_hand(f) and self._whose(f) is not None]
        return self.counts

    def _with_populations(self, figures: list[FigureView]) -> list[Owed]:
        named = {figure.population.id: figure.population.name for figure in figures}
        return [
            replace(
                owed,
                populations=frozenset(owed.populations)
                | {id for id, name in named.items() if naming.same_words(owed.object, name)},
            )
            for owed in self.owed
        ]

    def _statement(self, together: list[FigureView]) -> None:
        """The counts of one statement: those that its words put outside of the deal are not counted in it."""
        outside = [f for f in together if naming.says_outside(f.population.name, f.basis)]
        if not outside:
            told = {f.number: naming.text_puts_outside(f.text, _count(f)) for f in together if f.kind == "flow"}
            outside = [f for f in together if told.get(f.number)]
            unclear = [f for f in together if told.get(f.number, False) is None]
            if len(outside) > 1 or unclear:
                self.counts.questions.extend(f for f in (*outside, *unclear))
                together = [f for f in together if f not in outside and f not in unclear]
                outside = []
        inside = [f for f in together if f not in outside]
        whose = [found[0].id for f in inside if (found := self._whose(f))]
        for figure in outside:
            own = self._whose(figure)
            for id in dict.fromkeys([own[0].id] if own else whose):
                self.counts.outside[id].append(figure)
            if not own and not whose:
                self.counts.stray_outside.append(figure)
        for figure in inside:
            self._figure(figure)

    def _figure(self, figure: FigureView) -> None:
        key = (figure.statement_id, figure.number)
        decision = self.decided.get(key) or self.decided.get((figure.statement_id, 0))
        stage = stages.stage_of_measure(figure.measure)
        if self._is_by_hand(figure) or stage is None:
            return
        if figure.op == Op.SHARE.value:
            self.counts.unlike.append(figure)
            return
        if decision is not None:
            self._as_decided(told_of(figure), stage, decision, figure)
            return
        found = self._whose(figure)
        if found is None:
            self.counts.questions.append(figure)
            return
        owed, part = found
        told = replace(told_of(figure), part=part, of=str(figure.population.id) if part else "")
        told = self._by_the_day_asked(told)
        if owed.since is not None and told.over <= owed.since:
            self.counts.before[owed.id][stage].append(told)
            self.counts.questions.append(figure)
            return
        self.counts.by_stage[owed.id][stage].append(told)
        if part:
            self.counts.by_category[owed.id][figure.population.name].append(replace(told, part=False))

    def _is_by_hand(self, figure: FigureView) -> bool:
        return any((figure.statement_id, number) in self.by_hand for number in (figure.number, 0))

    def _by_the_day_asked(self, told: Told) -> Told:
        """A count of a time that runs on past the day asked about may speak of what came after it."""
        asked = self.stated.asked
        day = moments.day_of(asked.as_of - timedelta(microseconds=1), asked.case.zone)
        end = moments.whole_day(day, asked.case.zone).until
        if told.so_far or told.until is None or end is None or told.until <= end:
            return told
        return replace(told, amount=Amount(Decimal(0), told.amount.hi))

    def _delivery(self, view: StatementView, content: kinds.DeliveryTold) -> None:
        origin = self._origin_of(view, content)
        when = view.occurred or view.said
        told = Told(
            statement=view.id,
            origin=origin,
            voice=_voice(view),
            amount=Amount(content.lo, content.hi),
            so_far=content.counts is Completeness.SO_FAR,
            start=when.start if when else None,
            until=when.until if when else None,
            said=view.said.start if view.said else None,
            words=view.text,
            part=bool(content.category),
            of=content.category,
            also=(content.statement,) if content.statement else (),
            unit=content.unit,
        )
        decision = self.decided.get((view.id, 0)) or self.decided.get((content.delivery, 0))
        if decision is not None:
            self._as_decided(told, content.stage, decision, None)
            return
        self.counts.by_stage[content.obligation][content.stage].append(told)
        if content.category:
            self.counts.by_category[content.obligation][content.category].append(replace(told, part=False))

    def _origin_of(self, view: StatementView, content: kinds.DeliveryTold) -> str:
        if content.statement:
            for figure in self.counts.delivered:
                if figure.statement_id == content.statement and figure.origin:
                    return str(figure.origin)
            return str(content.statement)
        return str(view.origin or view.id)

    def _as_decided(self, told: Told, stage: Stage, decision: Said, figure: FigureView | None) -> None:
        view, content = decision
        if content.obligation is None:
            if figure is not None:
                self.counts.stray_outside.append(figure)
            return
        if content.on is not None:
            told = replace(told, start=content.on.start, until=content.on.until)
        told = replace(told, inferred=False, also=(*told.also, view.id))
        self.counts.by_stage[content.obligation][stage].append(told)
        self.counts.countings[content.obligation].append((told.statement, decision))

    def _whose(self, figure: FigureView) -> tuple[Owed, bool] | None:
        """The one obligation that a count speaks of, and whether it counts a part of it only."""
        name = figure.population.name or figure.unit
        same = [owed for owed in self.owed if self._same(figure, owed) or naming.same_words(owed.object, name)]
        if same:
            one = _running(same, figure)
            return None if one is None else (one, False)
        parts = [owed for owed in self.owed if self._is_part(figure, owed)]
        one = _running(parts, figure) if parts else None
        return None if one is None else (one, True)

    def _same(self, figure: FigureView, owed: Owed) -> bool:
        return any(self.related.same(str(figure.population.id), str(each)) for each in owed.populations)

    def _is_part(self, figure: FigureView, owed: Owed) -> bool:
        own = str(figure.population.id)
        said = figure.part_of is not None and naming.same_words(owed.object, figure.part_of.name)
        return said or any(self.related.is_part(own, str(each)) for each in owed.populations)

    def _net_of_outside(self, by_statement: dict[UUID, list[FigureView]]) -> None:
        """Take what a statement says lies outside out of the totals that it gives in the same breath."""
        for id, outside in self.counts.outside.items():
            for stage, tolds in self.counts.by_stage[id].items():
                for number, told in enumerate(tolds):
                    apart = [f for f in outside if f.statement_id == told.statement and f.statement_id in by_statement]
                    if apart and told.so_far:
                        tolds[number] = _net(told, apart, [other for other in tolds if other is not told])
                self.counts.by_stage[id][stage] = tolds

    def _in_one_unit(self) -> None:
        """Only what is counted in the unit of an obligation is held against it; of the rest it is asked."""
        figures = {(f.statement_id, f.number): f for f in self.counts.delivered}
        for owed in self.owed:
            by_stage = self.counts.by_stage.get(owed.id)
            if not by_stage:
                continue
            counted = [told.unit for tolds in by_stage.values() for told in tolds if told.unit]
            unit = units.chosen(owed.unit, owed.object, counted)
            if unit is not None:
                self.counts.units[owed.id] = unit
            for stage, tolds in by_stage.items():
                kept = [told for told in tolds if not told.unit or (unit is not None and units.alike(told.unit, unit))]
                apart = [figures.get((told.statement, told.figure)) for told in tolds if told not in kept]
                self.counts.unlike += [figure for figure in apart if figure is not None]
                by_stage[stage] = kept

    def _less_before(self) -> None:
        """What had come before an agreement may be in the totals told since, or not: they are less by that, or as told."""
        for id, stages_before in self.counts.before.items():
            for stage, earlier in stages_before.items():
                found = deliveries.counted(each for each in earlier if each.so_far)
                tolds = self.counts.by_stage.get(id, {}).get(stage)
                if found is None or not tolds:
                    continue
                self.counts.by_stage[id][stage] = [_perhaps_less(told, found.amount) for told in tolds]


def _count(figure: FigureView) -> int | None:
    return int(figure.lo) if figure.lo == figure.hi else None


def _perhaps_less(told: Told, before: Amount) -> Told:
    if not told.so_far:
        return told
    return replace(told, amount=Amount(told.amount.less(before).lo, told.amount.hi))


def _net(told: Told, apart: list[FigureView], others: list[Told]) -> Told:
    """A total less what lies outside: surely when an earlier count and that make it up, not when it equals an earlier count.

    Where no other count says which, it is either.
    """
    out = Amount.exactly(0)
    for figure in apart:
        out = out.plus(amount_of(figure))
    less = told.amount.less(out)
    if any(other.so_far and other.amount == less for other in others):
        return replace(told, amount=less, words=f"{told.words} (less {span_in_words(out.lo, out.hi)} outside)")
    if any(other.so_far and other.amount == told.amount and other.over <= told.began for other in others):
        return told
    return replace(told, amount=Amount(less.lo, told.amount.hi))


def _voice(view: StatementView) -> str:
    return "" if view.speaker is None else f"{view.speaker.name}|"


def _running(those: list[Owed], figure: FigureView) -> Owed | None:
    """The one of these that was running when the count was taken; none where that leaves several."""
    if len(those) == 1:
        return those[0]
    when = figure.window or figure.asof
    running = [owed for owed in those if owed.runs is not None and when is not None and _within(when, owed.runs)]
    return running[0] if len(running) == 1 else None


def _within(when: Interval, runs: Interval) -> bool:
    start, until = when.start or when.until, when.until or when.start
    return _at_or_before(runs.start, start) and (runs.until is None or (until is not None and until <= runs.until))


def _at_or_before(one: datetime | None, other: datetime | None) -> bool:
    return one is None or (other is not None and one <= other)
