"""Whatever is recorded later, the answer as known at an earlier moment stays what it was."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from typing import Any

from homeward.moments import stamp
from homeward.talks.queries.written import blockers_json
from tests.cast import Desk
from tests.spec.talks.talking import Talk, condition, figure

GOALS = ("release of captives", "release of the eight")


def test_no_answer_changes_by_what_is_said_after_it(lasting_desk: Desk) -> None:
    talk = Talk.of(
        lasting_desk,
        condition("c1", GOALS[0]),
        condition("c2", GOALS[0], by="SUD", of="NOR"),
        condition("c3", GOALS[1]),
        statements=(figure("f1", "captives", 40), figure("f2", "eight", 8)),
    )
    random = Random(11)
    given: list[tuple[datetime, dict[str, Any]]] = []
    reports: list[str] = []
    for step in range(14):
        given.append(_answers(talk, datetime.now(UTC)))
        _something(talk, random, step, reports)
    assert len({str(answers) for _, answers in given}) > 6, "what was said changed the answers as it came"
    for moment, answers in given:
        assert _answers(talk, moment)[1] == answers


def _answers(talk: Talk, moment: datetime) -> tuple[datetime, dict[str, Any]]:
    known = stamp(moment)
    views = {goal: talk.blockers(goal, as_of="2026-01-06", known_at=known, clock="recorded") for goal in GOALS}
    return moment, {goal: blockers_json(view) for goal, view in views.items()}


def _something(talk: Talk, random: Random, step: int, reports: list[str]) -> None:
    """One more thing is said or done, of every sort in its turn."""
    which = ("c1", "c2", "c3")[step % 3]
    match step % 7:
        case 0 | 1:
            said = f"{random.randint(2, 6)} Jan 2026"
            by = random.choice(("North", "South", "A doctor"))
            reports.append(talk.status(which, random.choice(("met", "unmet")), by=by, said=said).ref)
        case 2:
            talk.gate("any", "c1", "c2", gates=GOALS[0])
        case 3:
            talk.nature(which, nature="event", clearers="SUD")
        case 4:
            talk.withdraw(reports[0])
        case 5:
            talk.settle(GOALS[1], "release", "eight", part_of="captives")
        case _:
            other = talk.plain("It is not so", by="A driver")
            talk.link(other.ref, "denies", reports[-1])
