"""An obligation in a sentence: numbers, days, and who said what of whom; it judges nobody."""

from __future__ import annotations

from homeward import moments
from homeward.ledger.core.agreements import Answered, Stage
from homeward.moments import Interval
from homeward.talks.core import promised, stages
from homeward.talks.core.obligations import State
from homeward.talks.core.promised import Against, Outcome
from homeward.talks.core.quantities import Amount
from homeward.talks.queries.reading import Reading, is_up
from homeward.talks.queries.views import ClaimView

SETTLED = frozenset({State.DONE, State.WAIVED, State.SUPERSEDED, State.DRAFT})


def outcome(
    held: Against, standing: State, due: Interval | None, late: tuple[int, int] | None, reading: Reading
) -> str:
    """How it stands as of the time asked: met, partly, late, not due yet, or cannot tell; a word for numbers, no judgement."""
    if standing in SETTLED - {State.DONE}:
        return ""
    if held.outcome is Outcome.MET:
        return "met"
    if due is not None and is_up(due, reading):
        return (
            "late" if late is not None and late[0] > 0 else "partly" if held.outcome is Outcome.SHORT else "cannot tell"
        )
    if held.outcome is Outcome.PARTLY:
        return "partly"
    return "not due yet" if due is not None else "cannot tell"


def words(
    reading: Reading,
    held: Against,
    standing: State,
    at: Stage | None,
    delivered: Amount | None,
    owed: Amount | None,
    due: Interval | None,
    late: tuple[int, int] | None,
    claims: tuple[ClaimView, ...],
) -> str:
    """The obligation in a sentence: numbers, days, and who said what; no judgement."""
    parts = [_numbers(held, at, delivered, owed, reading.unit)]
    if held.short is not None and held.outcome is Outcome.SHORT:
        parts.append(f"short {promised.amount_in_words(held.short)}")
    elif held.outcome is Outcome.PARTLY and held.short is not None:
        parts.append(f"open {promised.amount_in_words(held.short)}")
    elif held.outcome is Outcome.CANNOT_TELL and owed is not None and delivered is not None:
        parts.append("cannot tell whether that is all")
    if held.over is not None:
        parts.append(f"{promised.amount_in_words(held.over)} over")
    if due is not None:
        parts.append(_when(due, late, standing, reading))
        if delivered is None and is_up(due, reading) and standing not in SETTLED:
            parts.append("its time is up and nobody has counted: whether it came cannot be told")
    for claim in claims:
        parts.append(claim_in_words(claim, reading))
    parts.append(_why(standing, reading))
    return "; ".join(part for part in parts if part) or "nobody has said how far it came"


def _numbers(held: Against, at: Stage | None, delivered: Amount | None, owed: Amount | None, unit: str) -> str:
    if delivered is None:
        return f"{promised.amount_in_words(owed)} promised, nobody has said how many came" if owed else ""
    told = promised.amount_in_words(delivered)
    told = stages.counted_in_words(told, at, unit) if at else told
    if owed is None:
        return told
    share = promised.shares_in_words(held.share_lo, held.share_hi)
    return f"{told} of {promised.amount_in_words(owed)}" + (f" ({share})" if share else "")


def _when(due: Interval, late: tuple[int, int] | None, standing: State, reading: Reading) -> str:
    on = moments.in_words(due, reading.zone)
    if late is None or late[1] <= 0:
        return f"due {on}" if is_up(due, reading) or standing is State.DONE else f"not due yet: {on}"
    if late[0] == 0:
        return f"due {on}, late by {late[1]} days at most"
    by = f"{late[0]} days" if late[0] == late[1] else f"{late[0]} to {late[1]} days"
    return f"due {on}, late by {'1 day' if late == (1, 1) else by}"


def complaints(reading: Reading) -> tuple[ClaimView, ...]:
    """Who said that it was not kept, what was answered, and who settled it."""
    found = []
    for view, content in reading.stated.complaints:
        if content.obligation != reading.content.obligation:
            continue
        answers = reading.stated.answers.get(content.complaint, [])
        settled = [each for each, said in answers if said.answered is Answered.SETTLED]
        found.append(
            ClaimView(
                id=content.complaint,
                claimant=reading.stated.whom(content.by) or reading.stated.voice(view),
                against=reading.stated.whom(content.against),
                statement=view,
                answers=tuple(each for each, said in answers if said.answered is not Answered.SETTLED),
                resolved_by=settled[-1] if settled else None,
            )
        )
    return tuple(found)


def claim_in_words(claim: ClaimView, reading: Reading) -> str:
    """ "said to be unkept by X on D, denied by Y": whose word it is, and what was answered."""
    who = ", ".join(each.words for each in claim.claimant) or "somebody"
    on = f" on {moments.in_words(claim.statement.said, reading.zone)}" if claim.statement.said else ""
    told = f"said by {who} not to be kept{on}"
    for answer in claim.answers:
        by = ", ".join(each.words for each in reading.stated.whom(answer.content.by) or reading.stated.voice(answer))
        told += f", {answer.content.answered.value} by {by or 'somebody'}"
    if claim.resolved_by is not None:
        source = claim.resolved_by.party or claim.resolved_by.speaker
        told += f", settled as {source.name if source else 'somebody'} says"
    return told


def _why(standing: State, reading: Reading) -> str:
    match standing:
        case State.SUSPENDED:
            return "suspended"
        case State.WAITING:
            return f"waits: {reading.more('condition') or 'something else comes first'}"
        case State.DRAFT:
            return f"{reading.view.modality}, not agreed"
        case State.WAIVED | State.EXPIRED | State.SUPERSEDED:
            return standing.value
        case _:
            return ""
