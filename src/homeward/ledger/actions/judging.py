"""What the desk does with what was said: corrects, doubts, withdraws, settles who spoke, judges; all of it recorded."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger.actions.naming import short_name
from homeward.ledger.actions.writing import CannotBeRecorded, Recorded, record_once, write_down
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry, StatementLink
from homeward.ledger.core.heard import Heard
from homeward.ledger.core.voices import Reliability, Stance
from homeward.ledger.models import Figure, Population, Source, Statement
from homeward.ledger.queries.statements import NoSuchStatement
from homeward.ledger.queries.views import CaseView
from homeward.moments import Interval
from homeward.refusals import Findings, Refused


class NeedsAReason(Refused):
    """Say why; whoever reads this later will ask."""


class NoSuchFigure(Refused):
    """The statement has no such figure."""


@transaction.atomic
def correct(
    *, case: CaseView, ref: str, figure: int, heard: Heard, reason: str, once: UUID, by: Actor, at: datetime
) -> Recorded:
    """Record what holds instead of a statement, or of one of its figures (0 = the whole); both stay in the ledger."""
    target = _statement(case, ref)
    _figure_of(target, figure)
    link = StatementLink(stance=Stance.CORRECTS, to=target.id, figure=figure, words=_reason(reason))
    return write_down(case=case, once=once, heard=heard, links=(link,), by=by, at=at)


@transaction.atomic
def withdraw(*, case: CaseView, ref: str, reason: str, once: UUID, by: Actor, at: datetime) -> Recorded:
    """Take back what the desk recorded wrongly; both stay in the ledger, and the withdrawal can itself be withdrawn."""
    target = _statement(case, ref)
    link = StatementLink(stance=Stance.RETRACTS, to=target.id, words=_reason(reason))
    return _act(case, "withdrawn", once, kinds.Withdrawn(reason=_reason(reason)), by, at, target, links=(link,))


@transaction.atomic
def doubt(*, case: CaseView, ref: str, figure: int, reason: str, once: UUID, by: Actor, at: datetime) -> Recorded:
    """Doubt a statement or one of its figures; it stays where it is, with the doubt beside it."""
    target = _statement(case, ref)
    _figure_of(target, figure)
    link = StatementLink(stance=Stance.DOUBTS, to=target.id, figure=figure, words=_reason(reason))
    return _act(case, "doubted", once, kinds.Doubted(reason=_reason(reason)), by, at, target, links=(link,))


@transaction.atomic
def link(
    *, case: CaseView, ref: str, stance: Stance, to: str, reason: str, once: UUID, by: Actor, at: datetime
) -> Recorded:
    """Set one statement beside another: the first supports, denies or contradicts the second."""
    if stance not in (Stance.SUPPORTS, Stance.DENIES, Stance.CONTRADICTS):
        raise Refused("A link here supports, denies or contradicts.", where="stance")
    one, other = _statement(case, ref), _statement(case, to)
    links = (StatementLink(stance=stance, to=other.id, words=_reason(reason)),)
    return _act(case, "linked", once, kinds.Linked(statement=one.id, reason=_reason(reason)), by, at, links=links)


@transaction.atomic
def settle_speaker(
    *, case: CaseView, source: UUID, settled_as: UUID, reason: str, once: UUID, by: Actor, at: datetime
) -> Recorded:
    """Say who a speaker is: "the ministry's spokeswoman" is this person in office."""
    known = set(Source.objects.filter(case_id=case.id, id__in=[source, settled_as]).values_list("id", flat=True))
    if known != {source, settled_as} or source == settled_as:
        raise Refused("Choose another source of this case.", where="settled_as")
    content = kinds.SpeakerSettled(source=source, settled_as=settled_as, reason=_reason(reason))
    return _act(case, "settled", once, content, by, at)


@transaction.atomic
def judge_reliability(
    *,
    case: CaseView,
    source: UUID,
    letter: Reliability,
    topic: str,
    reason: str,
    during: Interval | None = None,
    once: UUID,
    by: Actor,
    at: datetime,
) -> Recorded:
    """Judge how far a source has proved right, on a topic and for a time; says nothing of any one statement."""
    if not Source.objects.filter(case_id=case.id, id=source).exists():
        raise Refused("There is no such source in this case.", where="source")
    content = kinds.ReliabilityJudged(
        source=source, letter=letter, topic=topic.strip(), reason=_reason(reason), during=during
    )
    return _act(case, "judged", once, content, by, at)


@transaction.atomic
def judge_credibility(
    *, case: CaseView, ref: str, number: int, reason: str, once: UUID, by: Actor, at: datetime
) -> Recorded:
    """Judge one statement from 1 (confirmed by others) to 6 (cannot be judged), apart from who said it."""
    if not 1 <= number <= 6:
        raise Refused("Credibility is a number from 1 to 6.", where="number")
    target = _statement(case, ref)
    content = kinds.CredibilityJudged(statement=target.id, number=number, reason=_reason(reason))
    return _act(case, "judged", once, content, by, at)


@transaction.atomic
def relate_populations(
    *, case: CaseView, part: UUID, whole: UUID, relation: str, reason: str, once: UUID, by: Actor, at: datetime
) -> Recorded:
    """Say that two populations are equal, or that one is part of the other; figures are held against each other by it."""
    known = set(Population.objects.filter(case_id=case.id, id__in=[part, whole]).values_list("id", flat=True))
    if known != {part, whole} or part == whole:
        raise Refused("Choose two populations of this case.", where="whole")
    if relation not in ("equal", "part_of"):
        raise Refused("Two populations are equal, or one is part_of the other.", where="relation")
    content = kinds.PopulationsRelated(part=part, whole=whole, relation=relation, reason=_reason(reason))
    return _act(case, "related", once, content, by, at)


def _act(
    case: CaseView,
    word: str,
    once: UUID,
    content: Any,
    by: Actor,
    at: datetime,
    target: Statement | None = None,
    links: tuple[StatementLink, ...] = (),
) -> Recorded:
    # What is said of a statement is seen by those who see it, and by nobody else.
    room = target.compartment_id if target else case.compartment_id
    access.require(by, f"statement.{word}", room)
    act = uuid5(case.id, f"{word}|{once}")
    ref = short_name(case.id, act, "d")
    entry = Entry(
        id=act,
        ref=ref,
        case=case.id,
        compartment=room,
        by=by.id,
        at=at,
        content=content,
        text=getattr(content, "reason", ""),
        links=links,
    )
    record_once(act, [entry])
    return Recorded(ref)


def _statement(case: CaseView, ref: str) -> Statement:
    found = Statement.objects.filter(case_id=case.id, ref=ref).order_by("position").first()
    if found is None:
        raise NoSuchStatement(where=ref, instead="Search the statements of the case.")
    return found


def _figure_of(target: Statement, number: int) -> None:
    if number and not Figure.objects.filter(statement_id=target.id, number=number).exists():
        raise NoSuchFigure(where=f"{target.ref}#{number}")


def _reason(words: str) -> str:
    if not words.strip():
        findings = Findings()
        findings.fault("empty", "reason", NeedsAReason.__doc__ or "")
        raise CannotBeRecorded(findings)
    return words.strip()
