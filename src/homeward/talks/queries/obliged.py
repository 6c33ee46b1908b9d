"""One obligation as asked: promised, delivered by stage, late by, said to be unkept, and why it stands where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from homeward.ledger.core.agreements import DutyKind, Stage, Turn
from homeward.ledger.core.figures import Op, in_digits
from homeward.moments import Interval
from homeward.talks.core import deliveries, promised, stages
from homeward.talks.core.deliveries import Counted
from homeward.talks.core.obligations import Facts, State, state
from homeward.talks.core.promised import Against
from homeward.talks.core.quantities import Amount
from homeward.talks.queries.delivered import batches, countings, counts_at, days, stage_order, stage_view
from homeward.talks.queries.lateness import late_by, pace_view
from homeward.talks.queries.promises import figure_quantity, promise, promised_view, quantity, ratio_told, rivals
from homeward.talks.queries.reading import DRAFTS, Reading, due_of
from homeward.talks.queries.stated import GONE
from homeward.talks.queries.telling import complaints, outcome, words
from homeward.talks.queries.views import ClaimView, ObligationView


def obliged(reading: Reading) -> ObligationView:
    """The obligation with everything that follows from what was said by the time asked."""
    _look_at_form(reading)
    due = due_of(reading)
    owed, ratio_words = promise(reading)
    by_stage = {
        stage: found
        for stage, tolds in sorted(reading.counts.by_stage.get(reading.content.obligation, {}).items(), key=stage_order)
        if (found := deliveries.counted(tolds)) is not None
    }
    at = counts_at(reading, by_stage)
    delivered = by_stage[at].amount if at in by_stage else None
    time_is_up = due is not None and due.until is not None and due.until <= reading.as_of
    told = reading.content.lo is not None
    held = promised.against(owed, delivered, time_is_up=time_is_up, open_is_enough=told)
    claims = complaints(reading)
    standing = _state(reading, held, delivered, due, time_is_up, claims)
    late = late_by(reading, by_stage.get(at) if at else None, owed, due, standing) if time_is_up else None
    _look_at_counts(reading, by_stage)
    told_elsewhere, by_ratio = rivals(reading, owed), ratio_told(reading, delivered)
    unit = reading.unit
    return ObligationView(
        id=reading.content.obligation,
        ref=reading.view.ref,
        agreement=reading.content.agreement,
        agreement_title=reading.title,
        bearer=reading.stated.whom(reading.content.bearer),
        beneficiary=reading.stated.whom(reading.content.beneficiary),
        action=reading.content.action,
        object=reading.content.object,
        kind=reading.more("nature", DutyKind.ACHIEVEMENT).value,
        promised=promised_view(reading, owed, unit),
        stages=tuple(stage_view(stage, found, owed, time_is_up, unit) for stage, found in by_stage.items()),
        days=days(reading, by_stage),
        state=standing.value,
        words=words(reading, held, standing, at, delivered, owed, due, late, claims),
        due=due,
        late_days_lo=late[0] if late else None,
        late_days_hi=late[1] if late else None,
        shortfall=quantity(held.short, unit, by_stage[at].statements if at in by_stage else (reading.view.id,))
        if held.short is not None
        else None,
        outside=tuple(figure_quantity(f) for f in reading.counts.outside.get(reading.content.obligation, ())),
        pace=pace_view(reading, owed, delivered, due, standing),
        claims=claims,
        counting=countings(reading),
        ratio_words=ratio_words,
        batches=reading.content.batches,
        score=promised.score(owed, delivered) if owed is not None and _counts_whole(reading) else None,
        findings=tuple(reading.findings),
        statement=reading.view,
        counts_at=at.value if at else "",
        share_lo=held.share_lo,
        share_hi=held.share_hi,
        promised_rivals=told_elsewhere,
        over=quantity(held.over, unit, by_stage[at].statements) if held.over is not None and at in by_stage else None,
        batches_done=batches(reading.content.batches, delivered),
        inferred=reading.inferred,
        condition=reading.more("condition", "") or "",
        compensation=reading.more("compensation", "") or "",
        ratio_told=by_ratio,
        outcome=outcome(held, standing, due, late, reading),
    )


def _counts_whole(reading: Reading) -> bool:
    return not reading.content.per


def _look_at_form(reading: Reading) -> None:
    """What is wrong with the words of an obligation is told beside it, with what to do."""
    content = reading.content
    if not content.bearer:
        reading.find("no-bearer", "Nobody is named who owes this: ask who does.")
    if content.window is not None and content.window.start and content.window.until:
        start = reading.terms.content.announced if reading.terms else None
        if start is not None and start.start is not None and content.window.until <= start.start:
            reading.find("before-it-was-agreed", "Its time is over before the agreement was announced.")
    if content.lo is not None and content.batches and content.op != Op.SHARE.value:
        together = sum(content.batches, Decimal(0))
        if together != content.lo or content.lo != content.hi:
            words = f"Its batches come to {in_digits(together)}, the whole to {in_digits(content.lo)}."
            reading.find("batches", words, parts=together, whole=content.lo)


def _state(
    reading: Reading,
    held: Against,
    delivered: Amount | None,
    due: Interval | None,
    time_is_up: bool,
    claims: tuple[ClaimView, ...],
) -> State:
    own = [turn for turn in reading.stated.turns if turn[1].obligation == reading.content.obligation]
    last = own[-1][1].turn if own else None
    after = reading.more("after")
    terms = reading.terms
    agreed = any(turn[1].turn is Turn.AGREED for turn in (*own, *(terms.turns if terms else ())))
    over = terms is not None and terms.actual_end is not None and due == terms.actual_end
    begun = terms is not None and (terms.began is not None and terms.began.concerns(reading.as_of))
    return state(
        Facts(
            outcome=held.outcome,
            any_delivered=delivered is not None and delivered.lo > 0,
            draft=reading.view.modality in DRAFTS and not agreed,
            superseded=reading.view.standing in GONE or _replaced(reading),
            waived=last is Turn.WAIVED,
            suspended=last is Turn.SUSPENDED or (terms is not None and terms.is_suspended and last is not Turn.RESUMED),
            ended=last is Turn.ENDED or (terms is not None and terms.ended) or (over and time_is_up),
            begun=begun or time_is_up,
            overdue=time_is_up,
            complained_of=any(claim.resolved_by is None for claim in claims),
            come_first_done=reading.done.get(after, False) if after else (False if reading.more("condition") else None),
        )
    )


def _replaced(reading: Reading) -> bool:
    """Whether a later agreement was said to take the place of the one that this belongs to."""
    own = reading.content.agreement
    return any(getattr(said[1], "supersedes", None) == own for said in reading.stated.agreements.values())


def _look_at_counts(reading: Reading, by_stage: Mapping[Stage, Counted]) -> None:
    for stage, found in by_stage.items():
        where = stages.in_words(stage)
        if found.twice:
            reading.find(
                "one-utterance-two-numbers",
                f"{where}: one utterance gives two numbers for one time; it counts once, and the amount spans both.",
                *(told.statement for told in found.twice),
                stage=stage,
            )
        if found.rivals:
            reading.find(
                "rivals",
                f"{where}: voices give different numbers for one time; the amount spans them.",
                *dict.fromkeys(told.statement for told in found.rivals),
                stage=stage,
            )
        if found.fell:
            reading.find(
                "fell",
                f"{where}: an earlier count is above the last one; ask which holds.",
                *dict.fromkeys(told.statement for told in found.fell),
                stage=stage,
            )
        if found.only_parts:
            reading.find("only-parts", f"{where}: only parts were counted, so it is at least that many.", stage=stage)
