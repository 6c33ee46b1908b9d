"""What voices say of the graph: that a condition is met or is not, how conditions stand together, of what nature one is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from homeward.access.models import Actor
from homeward.ledger.actions import Recorded, write_down
from homeward.ledger.actions.writing import statement_id, whom
from homeward.ledger.core import kinds, writing
from homeward.ledger.core.entry import StatementLink
from homeward.ledger.core.heard import Heard
from homeward.ledger.core.voices import Stance
from homeward.ledger.models import Statement
from homeward.ledger.queries.statements import NoSuchStatement
from homeward.ledger.queries.views import CaseView
from homeward.refusals import Findings
from homeward.seals import strict
from homeward.talks.core import spoken
from homeward.talks.core.spoken import SpokenGate
from homeward.talks.queries.naming import NoSuchCondition


@dataclass(frozen=True, slots=True)
class _Placed:
    """A condition or a gate of the case: its id in the graph, and the compartment of its statement."""

    id: UUID
    kind: str
    room: UUID
    topic: str


@transaction.atomic
def say_status(
    *,
    case: CaseView,
    condition: str,
    status: str,
    heard: Heard,
    instead_of: str = "",
    once: UUID,
    by: Actor,
    at: datetime,
) -> Recorded:
    """Record that somebody says of a condition that it is met, or is not; `heard` has who, via whom, when and the words.

    `instead_of` names the report that this corrects. Raises NoSuchCondition, CannotBeRecorded with every fault.
    """
    findings = Findings()
    spoken.check_status(status, findings)
    target = _condition(case, condition)
    content = kinds.ConditionStatus(condition=target.id, status=status, words=heard.text.strip())
    return _said(case, heard, content, target, findings, links=_corrects(case, instead_of), once=once, by=by, at=at)


@transaction.atomic
def say_nature(
    *,
    case: CaseView,
    condition: str,
    nature: str = "",
    throughout: str = "",
    clearers: str = "",
    heard: Heard,
    once: UUID,
    by: Actor,
    at: datetime,
) -> Recorded:
    """Record what somebody says a condition is, whether it must hold the whole time, and who could clear it."""
    findings = Findings()
    spoken.check_nature(nature, throughout, clearers, findings)
    target = _condition(case, condition)
    content = kinds.NatureTold(condition=target.id, nature=nature, throughout=throughout, clearers=whom(case, clearers))
    return _said(case, heard, content, target, findings, once=once, by=by, at=at)


@transaction.atomic
def say_gate(
    *, case: CaseView, gate: SpokenGate, heard: Heard, instead_of: str = "", once: UUID, by: Actor, at: datetime
) -> Recorded:
    """Record how somebody says that conditions stand together before a goal, or before another condition.

    Members are named by short name or id. Raises CannotBeRecorded with every fault, each with its field.
    """
    findings = Findings()
    within = writing.when(gate.within, "within", zone=case.zone, at=at, findings=findings)
    batches = spoken.check_gate(gate, findings, within=within)
    members = _placed(case, gate.members)
    spoken.unplaced([each for each in gate.members if each not in members], "members", findings)
    before = _placed(case, [gate.before]).get(gate.before) if gate.before.strip() else None
    if gate.before.strip() and (before is None or before.kind != "said.condition"):
        spoken.unplaced([gate.before], "before", findings, ("condition",))
    content = kinds.GateTold(
        gate=statement_id(case, once),
        op=gate.op,
        edge=gate.edge,
        gates=gate.gates.strip(),
        before=before.id if before else None,
        members=tuple(members[each].id for each in gate.members if each in members),
        goals=tuple(" ".join(words.split()) for words in gate.goals),
        least=gate.least,
        batches=batches,
        within=within,
        demanded_by=whom(case, gate.demanded_by),
        demanded_of=whom(case, gate.demanded_of),
    )
    rooms = {each.room for each in (*members.values(), *([before] if before else []))} - {case.compartment_id}
    if len(rooms) > 1:
        findings.fault(
            "rooms", "members", "These stand in several compartments, and no one of them may tell of the others."
        )
    target = _Placed(
        content.gate,
        "said.gate",
        next(iter(rooms), case.compartment_id),
        gate.gates or (before.topic if before else ""),
    )
    return _said(case, heard, content, target, findings, links=_corrects(case, instead_of), once=once, by=by, at=at)


def _said(
    case: CaseView,
    heard: Heard,
    content: Any,
    target: _Placed,
    findings: Findings,
    *,
    links: tuple[StatementLink, ...] = (),
    once: UUID,
    by: Actor,
    at: datetime,
) -> Recorded:
    return write_down(
        case=case,
        once=once,
        heard=replace(heard, topic=heard.topic or target.topic),
        links=links,
        content=content,
        findings=findings,
        room=None if target.room == case.compartment_id else target.room,
        by=by,
        at=at,
    )


def _condition(case: CaseView, name: str) -> _Placed:
    found = _placed(case, [name]).get(name)
    if found is None or found.kind != "said.condition":
        raise NoSuchCondition(where=name, instead="homeward talks blockers tells the names of those before a goal.")
    return found


def _placed(case: CaseView, names: Iterable[str]) -> dict[str, _Placed]:
    """The conditions and gates of these short names or ids, by the name that was given."""
    wanted = [name for name in names if name.strip()]
    ids = {name: _uuid(name) for name in wanted}
    rows = Statement.objects.filter(case_id=case.id, kind__in=("said.condition", "said.gate"))
    found: dict[str, _Placed] = {}
    by_ref = rows.filter(ref__in=[name.strip() for name in wanted]).order_by("-position")
    by_id = rows.filter(id__in=[id for id in ids.values() if id is not None])
    for row in (*by_id, *by_ref):
        content = strict.loads(row.entry.encode()).get("content", {})
        identity = UUID(content["condition" if row.kind == "said.condition" else "gate"])
        for name in wanted:
            if name.strip() == row.ref or ids[name] == row.id:
                found[name] = _Placed(identity, row.kind, row.compartment_id, row.topic)
    return found


def _uuid(words: str) -> UUID | None:
    try:
        return UUID(words.strip())
    except ValueError:
        return None


def _corrects(case: CaseView, ref: str) -> tuple[StatementLink, ...]:
    if not ref.strip():
        return ()
    found = Statement.objects.filter(case_id=case.id, ref=ref.strip()).order_by("position").first()
    if found is None:
        raise NoSuchStatement(where=ref, instead="Search the statements of the case.")
    return (StatementLink(stance=Stance.CORRECTS, to=found.id),)
