"""What was told of lists at a moment is told again when it is asked as known at that moment, whatever came since."""

from __future__ import annotations

import random
from datetime import datetime
from itertools import combinations
from typing import Any

import pytest

from homeward.ledger.queries.cases import settled_at
from homeward.ledger.queries.views import CaseView
from homeward.lists import actions, queries
from homeward.lists.queries import written as forms
from homeward.refusals import Refused
from tests.cast import Desk, once
from tests.spec.lists.lists import EVERYBODY, opened_case, sent, taken

TITLES = ("Crossing list", "Medical list")
ACTS = 10


def everything(case: CaseView, known_at: datetime | None) -> dict[str, Any]:
    """All that the queries of lists answer, but for the files that wait: which of them waited nobody keeps."""
    at = {"known_at": known_at}
    told: dict[str, Any] = {}
    found = queries.lists(case, **at)
    told["lists"] = [{**forms.list_json(view), "waiting": None} for view in found]
    people = set()
    for view in found:
        every = queries.versions(case, view.id, **at)
        told[f"versions {view.id}"] = [forms.version_json(each) for each in every]
        for each in every:
            shown = queries.rows(case, each.id, size=1_000, **at)
            people |= set(shown.people)
            told[f"rows {each.id}"] = forms.rows_json(shown)
        for one, other in combinations(sorted(every, key=lambda each: each.number), 2):
            for change in ("in", "out", "changed", "corrected", "kept"):
                difference = queries.difference(case, one.id, other.id, change=change, size=1_000, **at)
                told[f"{change} {one.id} {other.id}"] = forms.difference_json(difference)
            told[f"hints {one.id} {other.id}"] = queries.hints(case, one.id, other.id, **at)
    for waiting in (True, False):
        told[f"aside {waiting}"] = [
            forms.aside_json(each) for each in queries.set_aside(case, waiting=waiting, size=1_000, **at)
        ]
        told[f"count {waiting}"] = queries.count_set_aside(case, waiting=waiting, **at)
    for person in sorted(people):
        told[f"stands {person}"] = [forms.stand_json(each) for each in queries.stands(case, person, **at)]
    return told


def does_something(desk: Desk, case: CaseView, chance: random.Random) -> None:
    """One act of the desk on its lists, whichever can be done."""
    with desk.acting():
        lines = queries.set_aside(case, size=100)
        counting = [view.last for view in queries.lists(case) if view.last]
    act = chance.choice(["take", "take", "settle", "leave", "withdraw", "wait"])
    if act == "settle" and lines:
        typed = {"name": f"Ines Roth{chance.randrange(9)}", "birth": "1 Jan 1999", "document": "G4410029"}
        with desk.acting() as by:
            actions.settle_row(case=case, line=chance.choice(lines).id, typed=typed, by=by, at=desk.now)
    elif act == "leave" and lines:
        with desk.acting() as by:
            actions.leave_row_out(case=case, line=chance.choice(lines).id, why="sum", by=by, at=desk.now)
    elif act == "withdraw" and counting:
        version = chance.choice(counting).id
        with desk.acting() as by:
            shared = {"case": case, "by": by, "at": desk.now}
            actions.withdraw_version(version=version, reason="By mistake.", once=once(), **shared)
    elif act == "wait":
        sent(desk, case, rows_of(chance), title="A list that waits")
    else:
        gone = chance.choice(["removed", "part"])
        taken(desk, case, rows_of(chance), title=chance.choice(TITLES), gone=gone, reason="They went.")


def rows_of(chance: random.Random) -> list[tuple[str, ...]]:
    rows = [row for row in EVERYBODY if chance.random() < 0.8]
    rows = [(*row[:3], chance.choice(["waits", "cleared"])) for row in rows]
    rows += [("", f"{day} Jan 1999", f"G44100{day:02}", "") for day in range(1, chance.randrange(1, 4))]
    chance.shuffle(rows)
    return rows or [EVERYBODY[0]]


@pytest.mark.parametrize("seed", [1])
def test_an_answer_as_known_at_a_moment_is_the_one_that_was_given_then(lasting_desk: Desk, seed: int) -> None:
    desk, chance = lasting_desk, random.Random(seed)
    case = opened_case(desk)
    given: dict[datetime, dict[str, Any]] = {}

    def gives() -> None:
        with desk.acting():
            given[settled_at(case)] = everything(case, None)

    gives()
    for _ in range(ACTS):
        try:
            does_something(desk, case, chance)
        except Refused:
            continue  # the same file again, or nothing left to do: refused, and nothing was recorded
        gives()

    with desk.acting():
        for moment, told in given.items():
            again = everything(case, moment)
            assert again == told
    assert len({str(told) for told in given.values()}) > ACTS / 2, "something was told"


def test_what_had_not_come_in_is_missing(lasting_desk: Desk) -> None:
    case = opened_case(lasting_desk)
    with lasting_desk.acting():
        before = settled_at(case)
    version = taken(lasting_desk, case, EVERYBODY)

    with lasting_desk.acting():
        assert queries.lists(case, known_at=before) == []
        with pytest.raises(queries.NoSuchList):
            queries.list_named(case, "Crossing list", known_at=before)
        for ask in (
            lambda: queries.version(case, version.id, known_at=before),
            lambda: queries.rows(case, version.id, known_at=before),
            lambda: queries.difference(case, version.id, version.id, known_at=before),
        ):
            with pytest.raises(queries.NoSuchVersion):
                ask()


def test_a_version_taken_back_later_counted_then(lasting_desk: Desk) -> None:
    case = opened_case(lasting_desk)
    version = taken(lasting_desk, case, EVERYBODY)
    with lasting_desk.acting() as by:
        moment = settled_at(case)
        person = queries.rows(case, version.id).rows[0].person
        shared = {"case": case, "by": by, "at": lasting_desk.now}
        actions.withdraw_version(version=version.id, reason="By mistake.", once=once(), **shared)

    with lasting_desk.acting():
        assert queries.version(case, version.id).withdrawn
        assert not queries.version(case, version.id, known_at=moment).withdrawn
        assert queries.stands(case, person) == []
        assert [each.stands for each in queries.stands(case, person, known_at=moment)] == [True]
