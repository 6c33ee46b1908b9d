"""Condition graphs by hand: what a goal hangs on, in a few words, as the queries would answer it. Nobody here exists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from homeward.ledger.queries.views import SourceView, StatementView
from homeward.talks.core.values import Value
from homeward.talks.queries.views import (
    AllegationView,
    BlockersView,
    CycleView,
    EdgeView,
    Freed,
    GateView,
    LeafView,
    StatusView,
    Whom,
)
from homeward.web.design import invented
from homeward.web.design.invented import number

NORTH = Whom("Northland")
SOUTH = Whom("Southland")
GOAL = "release of the twelve"
NOW = datetime(2031, 5, 12, tzinfo=UTC)


def statement(ref: str, text: str, speaker: str = "A spokesman of Northland") -> StatementView:
    """A statement of a plain kind, said on the first of May."""
    source = SourceView(id=number(speaker), name=speaker, kind="body")
    return replace(
        invented.STATEMENTS[0], id=number(ref), ref=ref, text=text, speaker=source, figures=(), standing="current",
        occurred=None, links=(), chain=(), modality="asserted",
    )  # fmt: skip


def leaf(
    name: str,
    text: str = "",
    value: str = "unknown",
    *,
    vague: bool = False,
    reports: Mapping[str, str] | None = None,
    **more: object,
) -> LeafView:
    """A condition that Northland asks of Southland; `reports` are who said what of it."""
    said = statement(name, text or f"condition {name} is met")
    told = tuple(
        StatusView(Value(says), statement(f"{name}r{n}", f"it is {says}", who))
        for n, (who, says) in enumerate((reports or {}).items())
    )
    made = LeafView(
        id=number(name), ref=name, text=said.text, value=Value(value), demanded_by=(NORTH,), demanded_of=(SOUTH,),
        since=said.said, last_word=told[-1].statement if told else said, reports=told, who_can_clear=(SOUTH,),
        clearer_inferred=True, frees_alone=(), frees_with_one=(), share_of_sets=Decimal(0), nature="", throughout=False,
        vague=vague, question="", inherited_from="", why="", statement=said, rank=1,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def gate(
    name: str, op: str, *members: str, value: str = "unknown", least: int | None = None, words: str = ""
) -> GateView:
    """How members stand together, as somebody told it; the goal itself nobody told."""
    told = None if name == GOAL else statement(name, words or f"words of {name}")
    ids = tuple(number(member) for member in members)
    return GateView(number(name), op, told.text if told else name, Value(value), ids, least, (), None, told)


def alleged(name: str, text: str, against: Whom = SOUTH) -> AllegationView:
    said = statement(name, text)
    return AllegationView(number(name), name, text, (NORTH,), (against,), said, (), GOAL)


def blocked(
    leaves: Sequence[LeafView],
    gates: Sequence[GateView],
    *,
    sets: Sequence[Sequence[str]] = (),
    edges: Sequence[tuple[str, str, str]] = (),
    inherited: Sequence[str] = (),
    loops: Sequence[Sequence[str]] = (),
    allegations: Sequence[AllegationView] = (),
    complete: bool = True,
    **more: object,
) -> BlockersView:
    """The answer about a goal: arrows from every member to its gate, and those named besides."""
    apart = {number(name) for name in inherited}
    arrows = [
        EdgeView(member, each.id, "demand", member in apart, each.statement.id if each.statement else None)
        for each in gates
        for member in each.members
    ]
    arrows += [EdgeView(number(a), number(b), kind, False, None) for a, b, kind in edges]
    goal = next(each for each in gates if each.words == GOAL)
    made = BlockersView(
        goal=GOAL, value=goal.value, sets=tuple(tuple(number(name) for name in each) for each in sets), complete=complete,
        conditions=tuple(leaves), gates=tuple(gates), edges=tuple(arrows), allegations=tuple(allegations),
        cycles=tuple(CycleView(tuple(number(n) for n in each), "", WAYS_OUT) for each in loops), findings=(), order=(),
        order_exists=not loops, wider=(), viewpoint=None, supposed=(), freed=(), people="12 (held, s1#1)",
        people_from=(), left_out=(), id=goal.id,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


WAYS_OUT = (
    "All at the same moment: each side acts while it sees the other act.",
    "A guarantor, whom the one who goes first trusts.",
)


ALLEGED = ("weapons were carried in bags", "a convoy was robbed", "names were left out")


def forty() -> BlockersView:
    """Forty boxes: gates of gates, what two gates share, a deadlock, an offer, allegations, long words in two scripts."""
    values = ("met", "unmet", "unknown", "contested")
    texts = (
        "the wounded pass safely",
        "a list with names, ages and places is handed over the evening before to both sides and to those who mediate",
        "أن تتوقف الطلعات الجوية ست ساعات كل يوم وأن يُسمح بدخول الوقود",
        "as soon as there will be the conditions",
    )
    leaves = [leaf(f"c{n}", texts[n % 4], values[n % 4], vague=n % 4 == 3) for n in range(28)]
    gates = [
        gate(GOAL, "all", "g1", "g2", "g3", "g4", "c26", "c27", value="unmet"),
        gate("g1", "all", *(f"c{n}" for n in range(6)), "g5", value="unmet"),
        gate("g2", "any", "c6", "c7", "c8", "c2"),
        gate("g3", "k_of_n", "c9", "c10", "c11", "g6", least=2, value="met"),
        gate("g4", "seq", "c12", "c13", "c14", "c15", "c16"),
        gate("g5", "lockstep", "c17", "c18", "c19"),
        gate("g6", "not", "c20", value="contested"),
        gate("g7", "within", "c21", "c22"),
        gate("g8", "all", "c23", "c24", "c25"),
    ]
    return blocked(
        leaves, gates, sets=(("c1",), ("c5", "c12"), ("c5", "c13", "c17")), loops=(("c9", "c13"),),
        edges=(("g7", "c5", "demand"), ("g8", GOAL, "offer"), ("c9", "c13", "demand"), ("c13", "c9", "demand")),
        allegations=tuple(alleged(f"a{n}", text) for n, text in enumerate(ALLEGED)),
        complete=False, freed=(Freed(GOAL, "12 (held, s1#1)"),),
    )  # fmt: skip
