"""What is typed of a gate, of the nature of a condition, of a status: checked before it is recorded, every fault with its field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from homeward.ledger.core import writing
from homeward.moments import Interval
from homeward.refusals import Findings
from homeward.talks.core.graph import Op
from homeward.talks.core.values import Value

MOST = 500
NATURES = ("event", "state", "permission", "quantity", "list", "unspecified")
Listed = TypeVar("Listed", bound=StrEnum)


class Edge(StrEnum):
    """How somebody says that something gates: as a demand, an offer, or an allegation, which never gates."""

    DEMAND = "demand"
    OFFER = "offer"
    ALLEGATION = "allegation"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenGate:
    """A gate as typed: what it stands before (a goal in words, or a condition), and its members."""

    op: str
    gates: str = ""
    before: str = ""
    members: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    edge: str = "demand"
    least: int | None = None
    batches: tuple[str, ...] = ()
    within: str = ""
    demanded_by: str = ""
    demanded_of: str = ""


def check_gate(gate: SpokenGate, findings: Findings, *, within: Interval | None) -> tuple[Decimal, ...]:
    """Gather every fault of a gate; gives its batches as numbers."""
    op = writing.among(Op, gate.op, "op", findings)
    writing.among(Edge, gate.edge, "edge", findings)
    members = [*gate.members, *gate.goals]
    _check_target(gate, findings)
    if not members:
        findings.fault("empty", "members", "Name at least one condition, gate or goal that it puts together.")
    if len(members) > MOST:
        findings.fault("too-many", "members", f"At most {MOST} members.")
    if len(set(members)) < len(members):
        findings.fault("twice", "members", "A member is named twice.")
    if any(not words.strip() for words in gate.goals):
        findings.fault("empty", "goals", "A goal is named by its words.")
    if op is not None:
        _check_number(op, gate, len(members), findings)
        if op is Op.WITHIN and within is None and not gate.within.strip():
            findings.fault("empty", "within", "Say within which time: 4 Nov 2023, 4 Nov 2023 10:00 to 12:00.")
        if op is not Op.WITHIN and gate.within.strip():
            findings.fault("not-this-op", "within", f"Only within takes a time, {op.value} does not.")
    return _batches(op, gate, findings)


def _check_target(gate: SpokenGate, findings: Findings) -> None:
    if bool(gate.gates.strip()) == bool(gate.before.strip()):
        findings.fault(
            "empty", "gates", "Say what it stands before: a goal in words (gates) or a condition (before), one of them."
        )
    if gate.before.strip() and gate.before.strip() in gate.members:
        findings.fault("gates-itself", "before", "It cannot stand before one of its own members.")


def _check_number(op: Op, gate: SpokenGate, members: int, findings: Findings) -> None:
    if op is Op.K_OF_N and (gate.least is None or not 1 <= gate.least <= members):
        findings.fault("number", "least", f"Say how many of the {members} must hold, from 1 to {members}.")
    if op is not Op.K_OF_N and gate.least is not None:
        findings.fault("not-this-op", "least", f"Only k_of_n takes a number, {op.value} does not.")
    if op is Op.NOT and members > 1:
        findings.fault("number", "members", "Not takes one member.")
    if op in (Op.SEQ, Op.LOCKSTEP) and members == 1:
        findings.fault("number", "members", f"{op.value} takes two members or more.")


def _batches(op: Op | None, gate: SpokenGate, findings: Findings) -> tuple[Decimal, ...]:
    read: list[Decimal] = []
    for number, typed in enumerate(gate.batches):
        value = writing.numeral(typed, f"batches.{number}", findings)
        if value is not None and value <= 0:
            findings.fault("number", f"batches.{number}", "A batch is more than nothing.")
        elif value is not None:
            read.append(Decimal(value))
    if op is Op.LOCKSTEP and not gate.batches:
        findings.fault("empty", "batches", "Say how many move at a time: 1250, 1250.")
    if op not in (Op.LOCKSTEP, None) and gate.batches:
        findings.fault("not-this-op", "batches", "Only lockstep moves in batches.")
    return tuple(read)


def check_nature(nature: str, throughout: str, clearers: str, findings: Findings) -> None:
    """Gather every fault of what is said of the nature of a condition."""
    if nature and nature not in NATURES:
        findings.fault("unknown-word", "nature", f'"{nature}" is not one of {", ".join(NATURES)}.')
    if throughout not in ("", "yes", "no"):
        findings.fault("unknown-word", "throughout", '"yes" or "no".')
    if not (nature or throughout or clearers.strip()):
        findings.fault("empty", "nature", "Say its nature, whether it must hold throughout, or who could clear it.")


def check_status(status: str, findings: Findings) -> None:
    """A source says met, unmet or unknown; contested is what comes of two."""
    allowed = (Value.MET.value, Value.UNMET.value, Value.UNKNOWN.value)
    if status not in allowed:
        findings.fault("unknown-word", "status", f'"{status}" is not one of {", ".join(allowed)}.')


def unplaced(
    missing: Iterable[str], where: str, findings: Findings, what: Sequence[str] = ("condition", "gate")
) -> None:
    """Tell which names lead nowhere."""
    for each in missing:
        findings.fault("unknown", where, f'There is no {" or ".join(what)} "{each}" here, or none that you may see.')
