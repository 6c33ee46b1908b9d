"""Whatever is recorded later, what was promised, what came and where each party stood stays as it was known at each moment."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest

from homeward.ledger import actions as ledger
from homeward.moments import stamp
from homeward.talks import actions, queries
from homeward.talks.actions import Many, Voice
from homeward.talks.queries.written_agreements import agreements_json, duties_json
from homeward.talks.queries.written_channels import positions_json
from tests.apps.talks.channelled import Table
from tests.cast import Desk

SIDES = ("Northland", "Southland")
STEPS = 18


class Bargain:
    """An exchange of which one more thing is said at each step, in an order and with numbers that a seed decides."""

    def __init__(self, table: Table, seed: int) -> None:
        self.table, self.random = table, Random(seed)
        self.agreement = self.does(
            actions.enter_agreement, title="The exchange", announced="1 Jan 2026", actual_start="2 Jan 2026",
            planned_end="9 Jan 2026", parties="Northland/Southland", voice=self.voice("1 Jan 2026"),
        ).about  # fmt: skip
        self.few = self.owed("release", "Northland", "travellers", many=Many(op="eq", lo="50"))
        self.many = self.owed("release", "Southland", "detainees", num="3", den="1", of=self.few)
        self.said: list[str] = []
        self.complaints: list[UUID] = []

    def does(self, act: Any, /, **what: Any) -> Any:
        with self.table.desk.acting() as by:
            return act(case=self.table.case(), once=uuid4(), by=by, at=self.table.desk.now, **what)

    def voice(self, said: str = "") -> Voice:
        day = said or f"{self.random.randint(2, 6)} Jan 2026"
        return Voice(speaker=self.random.choice((*SIDES, "A counter")), said=day)

    def owed(self, action: str, bearer: str, object: str, **more: Any) -> UUID:
        what = {"agreement": self.agreement, "action": action, "bearer": bearer, "object": object, **more}
        about = self.does(actions.say_obligation, voice=self.voice("1 Jan 2026"), **what).about
        assert about
        return about

    def one_more(self, step: int) -> None:
        """One more thing is said or taken back, of every sort in its turn."""
        which = self.random.choice((self.few, self.many))
        match step % 9:
            case 0 | 1 | 2:
                count = Many(op="eq", lo=str(self.random.randint(1, 30)))
                more = {"so_far": self.random.random() < 0.3}
                self.said.append(self.does(
                    actions.say_delivery, obligation=which, stage="handed_over", many=count, voice=self.voice(), **more
                ).ref)  # fmt: skip
            case 3:
                self.does(
                    actions.say_counting, statement=self.said[-1], obligation=self.few, on="5 Jan 2026",
                    decided_by="The mediator", voice=self.voice("5 Jan 2026"),
                )  # fmt: skip
            case 4:
                until = f"{self.random.randint(9, 14)} Jan 2026"
                turn = self.random.choice(("extended", "suspended", "resumed"))
                self.does(
                    actions.say_turn, agreement=self.agreement, turn=turn, until=until if turn == "extended" else "",
                    voice=self.voice(),
                )  # fmt: skip
            case 5:
                sides = {"claimant": "Southland", "against": "Northland"}
                made = self.does(actions.say_breach, obligation=which, voice=self.voice(), **sides)
                self.complaints.append(made.about)
            case 6:
                answer = self.random.choice(("denied", "settled"))
                self.does(
                    actions.answer_breach, claim=self.complaints[-1], answer=answer, voice=self.voice("6 Jan 2026")
                )
            case 7:
                self.table.stands(self.random.choice(SIDES), self.random.choice(("demand", "offer")), f"word {step}")
            case _:
                self.does(ledger.withdraw, ref=self.said.pop(0), reason="Misheard")

    def answers(self, moment: datetime) -> dict[str, Any]:
        """Everything that is told of it, as known at a moment, as of a day by which all of it had happened."""
        with self.table.desk.acting():
            asked = self.table.asked("2026-01-07", stamp(moment))
            return {
                "agreements": agreements_json(queries.agreements(asked)),
                "duties": duties_json(queries.duties(asked)),
                "positions": positions_json(queries.positions(asked)),
            }


@pytest.mark.parametrize("seed", [7, 23])
def test_no_answer_about_promises_changes_by_what_is_said_after_it(lasting_desk: Desk, seed: int) -> None:
    bargain = Bargain(Table.of(lasting_desk), seed)
    given: list[tuple[datetime, dict[str, Any]]] = []
    for step in range(STEPS):
        moment = datetime.now(UTC)
        given.append((moment, bargain.answers(moment)))
        bargain.one_more(step)

    assert len({str(answers) for _, answers in given}) > STEPS // 2, "what was said changed the answers as it came"
    for moment, answers in given:
        assert bargain.answers(moment) == answers
