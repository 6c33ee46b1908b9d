"""What was said of agreements by the time asked: one reading of all of it, for whoever asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection

from homeward.ledger.core import kinds
from homeward.ledger.queries import knowing, statements
from homeward.ledger.queries import sources as source_queries
from homeward.ledger.queries.views import Asked, StatementView
from homeward.talks.queries.views import Whom

MOST = 5_000
KINDS = (
    "said.agreement",
    "said.obligation",
    "said.rule",
    "said.agreement_turn",
    "said.power",
    "said.delivery",
    "said.counting_decision",
    "said.complaint",
    "said.complaint_answer",
)
GONE = frozenset({"retracted", "corrected", "superseded"})
_LONG_AGO = datetime.min.replace(tzinfo=UTC)

C = TypeVar("C")
Said = tuple[StatementView, Any]


@dataclass(slots=True)
class Stated:
    """The statements about agreements, in the order in which they were said; of a thing said anew the last word."""

    asked: Asked
    agreements: dict[UUID, Said] = field(default_factory=dict)
    obligations: dict[UUID, Said] = field(default_factory=dict)
    rules: dict[UUID, Said] = field(default_factory=dict)
    turns: list[Said] = field(default_factory=list)
    powers: list[Said] = field(default_factory=list)
    deliveries: list[Said] = field(default_factory=list)
    countings: list[Said] = field(default_factory=list)
    complaints: list[Said] = field(default_factory=list)
    answers: dict[UUID, list[Said]] = field(default_factory=dict)
    names: dict[UUID, str] = field(default_factory=dict)
    complete: bool = True

    def whom(self, named: Iterable[kinds.Named]) -> tuple[Whom, ...]:
        """Those whom a text names, by the names of their sources where they are known."""
        return tuple(Whom(self.names.get(n.source, n.words) if n.source else n.words, n.source) for n in named)

    def voice(self, view: StatementView) -> tuple[Whom, ...]:
        """For whom a statement speaks: its party, else its speaker."""
        source = view.party or view.speaker
        return () if source is None else (Whom(source.name, source.id),)

    def obligations_of(self, agreement: UUID) -> list[Said]:
        """The obligations of an agreement, in the order in which they were said first."""
        return [said for said in self.obligations.values() if said[1].agreement == agreement]


def stated(asked: Asked) -> Stated:
    """All that was said of agreements by the time asked and was known then, but what was taken back."""
    ids = _ids(asked)
    found = Stated(asked, complete=len(ids) < MOST)
    answers: dict[UUID, list[Said]] = defaultdict(list)
    for view in sorted(statements.statements(asked, ids), key=said_at):
        _put(found, answers, view)
    found.answers = dict(answers)
    found.names = _names(asked, found)
    return found


def said_at(view: StatementView) -> datetime:
    """When a statement was said, for the order of words; what was said without a date comes first."""
    for when in (view.said, view.occurred, view.published):
        if when is not None and (when.start or when.until) is not None:
            return when.start or when.until or _LONG_AGO
    return _LONG_AGO


def effective(view: StatementView) -> datetime:
    """When what a statement announces takes effect: when it happened, else when it was said."""
    for when in (view.occurred, view.said):
        if when is not None and when.start is not None:
            return when.start
    return view.recorded_at


def _ids(asked: Asked) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT s.id FROM ledger_statement s WHERE s.case_id = %(case)s AND s.kind = ANY (%(kinds)s)
            AND {knowing.known(asked.clock, "s")}
            AND ({knowing.event_begun("s")} OR (s.said_from IS NULL AND s.occurred_from IS NULL))
            ORDER BY s.position LIMIT {MOST}
            """,
            {**knowing.parameters(asked), "kinds": list(KINDS)},
        )
        return [row[0] for row in cursor.fetchall()]


def _put(found: Stated, answers: dict[UUID, list[Said]], view: StatementView) -> None:
    content, said = view.content, (view, view.content)
    if view.standing == "retracted":
        return
    match content:
        case kinds.Agreement():
            found.agreements[content.agreement] = said
        case kinds.Obligation():
            found.obligations[content.obligation] = said
        case kinds.Rule():
            found.rules[content.rule] = said
        case _ if view.standing in GONE:
            return
        case kinds.AgreementTurn():
            found.turns.append(said)
        case kinds.PowerTold():
            found.powers.append(said)
        case kinds.DeliveryTold():
            found.deliveries.append(said)
        case kinds.CountingDecided():
            found.countings.append(said)
        case kinds.ComplaintMade():
            found.complaints.append(said)
        case kinds.ComplaintAnswered():
            answers[content.complaint].append(said)


def _names(asked: Asked, found: Stated) -> dict[UUID, str]:
    named: set[UUID] = set()
    for said in (
        *found.agreements.values(), *found.obligations.values(), *found.rules.values(), *found.turns, *found.powers,
        *found.countings, *found.complaints, *(each for those in found.answers.values() for each in those),
    ):  # fmt: skip
        for name in said[1].__dataclass_fields__:
            value = getattr(said[1], name)
            if isinstance(value, tuple):
                named |= {each.source for each in value if isinstance(each, kinds.Named) and each.source}
    return {id: source.name for id, source in source_queries.sources(asked, named).items()} if named else {}
