"""That somebody is not on a version never means by itself that they were taken off the list."""

from __future__ import annotations

import pytest

from homeward.lists import actions, queries
from homeward.lists.models import Departure, Removals
from homeward.people import queries as people
from homeward.refusals import Refused
from tests.spec.lists.lists import AMAL, EVERYBODY, JONAS, NADIA, by_name, sent, taken

MANY = tuple((f"{first} {last}", f"{day} Jan 1980", f"K{day}2736{day}", "") for day, (first, last) in enumerate(
    [("Adam", "Winter"), ("Bela", "Sommer"), ("Cora", "Herbst"), ("Dara", "Linden"), ("Emil", "Ahorn"), ("Fina", "Buche"),
     ("Gero", "Eiche"), ("Hana", "Birke"), ("Ilja", "Tanne"), ("Jana", "Fichte")], start=10))  # fmt: skip


def test_many_who_are_not_on_it_are_asked_about(desk, case):
    taken(desk, case, MANY)
    received = sent(desk, case, MANY[:4])

    assert received.state == "asking"
    with desk.acting() as by:
        (question,) = queries.preview(case, received.upload).report["questions"]
        assert (question["code"], question["question"][:7]) == ("shrunk", "6 of 10")
        with pytest.raises(Refused):
            actions.take_in(case=case, upload=received.upload, accept_warnings=True, by=by, at=desk.now)
        assert Departure.objects.count() == 0


def test_that_they_were_removed_needs_a_reason_and_is_on_the_record(desk, case):
    taken(desk, case, MANY)
    received = sent(desk, case, MANY[:4])

    with desk.acting() as by, pytest.raises(actions.NeedsAReason):
        actions.take_in(case=case, upload=received.upload, gone="removed", by=by, at=desk.now)
    with desk.acting() as by:
        actions.take_in(
            case=case, upload=received.upload, gone="removed", reason="the embassy confirmed it", by=by, at=desk.now
        )
        told = queries.version(case, received.upload)
        assert (told.changes["out"], told.removals, told.reason) == (6, "removed", "the embassy confirmed it")
        assert Removals.objects.get().people == 6


def test_a_reason_names_nobody(desk, case):
    taken(desk, case, MANY)
    received = sent(desk, case, MANY[:4])

    with desk.acting() as by, pytest.raises(Refused, match="names"):
        actions.take_in(
            case=case, upload=received.upload, gone="removed", reason="Fina Buche asked for it", by=by, at=desk.now
        )


def test_of_a_part_of_the_list_everybody_else_stays_on_it(desk, case):
    first = taken(desk, case, MANY)
    part = taken(desk, case, MANY[:4], gone="part")
    whole = taken(desk, case, (*MANY[::-1],))

    assert (part.changes["out"], part.changes["kept"]) == (0, 6)
    assert (whole.changes["in"], whole.changes["out"]) == (0, 0)
    before, after = by_name(desk, case, first.id), by_name(desk, case, whole.id)
    assert {name: row.person for name, row in before.items()} == {name: row.person for name, row in after.items()}


def test_that_everybody_is_gone_is_asked_even_of_a_short_list(desk, case):
    taken(desk, case, [AMAL, JONAS])

    assert sent(desk, case, [NADIA]).state == "asking"


def test_who_may_stand_in_a_line_that_was_set_aside_is_not_gone(desk, case):
    taken(desk, case, EVERYBODY)
    second = taken(desk, case, [*EVERYBODY[:-1], ("", "17 Aug 1978", "F2260495", "waits")])

    assert (second.changes["out"], second.changes["kept"], second.set_aside) == (0, 1, 1)


def test_nobody_leaves_the_register_by_it(desk, case):
    first = taken(desk, case, MANY)
    taken(desk, case, MANY[:4], gone="removed", reason="the embassy confirmed it")

    with desk.acting():
        gone = by_name(desk, case, first.id)["Jana Fichte"].person
        assert people.records(case, [gone])
        (stood,) = queries.stands(case, gone)
        assert (stood.since.number, stood.last.number, stood.until.number) == (1, 1, 2)
