"""A picture is no list until two people typed it, each for themselves; only what both typed alike is taken."""

from __future__ import annotations

import pytest

from homeward.lists import actions, queries
from homeward.refusals import Refused
from tests.spec.lists.lists import AMAL, by_name, sent

PICTURE = bytes.fromhex("ffd8ffe000104a464946000101") + bytes(200)
ONE = {
    1: {"name": "Amal Haddad", "birth": "12 Mar 1985", "document": "A1730264"},
    2: {"name": "Jonas Berg", "birth": "25 Dec 1990", "document": "B7604821"},
}


def keyed(desk, case, upload, name, rows):
    with desk.acting():
        person = desk.person(name, may="write")
    with desk.acting(person) as by:
        return actions.key_by_hand(case=case, upload=upload, rows=rows, by=by, at=desk.now)


def taken_in(desk, case, upload):
    with desk.acting() as by:
        return actions.take_in(case=case, upload=upload, accept_warnings=True, by=by, at=desk.now)


def test_it_waits_for_the_second_person(desk, case):
    received = sent(desk, case, PICTURE)
    assert received.state == "keying"

    assert keyed(desk, case, received.upload, "first", ONE).state == "keying"
    assert keyed(desk, case, received.upload, "first", ONE).state == "keying"
    with pytest.raises(Refused):
        taken_in(desk, case, received.upload)


def test_what_two_people_typed_alike_is_taken(desk, case):
    received = sent(desk, case, PICTURE)
    keyed(desk, case, received.upload, "first", ONE)

    assert keyed(desk, case, received.upload, "second", ONE).state == "ready"
    taken_in(desk, case, received.upload)
    assert set(by_name(desk, case, received.upload)) == {"Amal Haddad", "Jonas Berg"}


def test_what_differs_is_told_and_can_be_typed_again(desk, case):
    received = sent(desk, case, PICTURE)
    keyed(desk, case, received.upload, "first", ONE)
    keyed(desk, case, received.upload, "second", {**ONE, 2: {**ONE[2], "document": "B7604812"}})

    with desk.acting():
        seen = queries.preview(case, received.upload)
        assert [(row.number, [field.value for field in row.differing]) for row in seen.keyed] == [
            (1, []),
            (2, ["document"]),
        ]
        assert seen.report["set_aside"] == 1
    keyed(desk, case, received.upload, "second", {2: ONE[2]})
    with desk.acting():
        assert queries.preview(case, received.upload).report["set_aside"] == 0


def test_what_goes_on_differing_is_set_aside_and_settled_by_two(desk, case):
    received = sent(desk, case, PICTURE)
    keyed(desk, case, received.upload, "first", ONE)
    keyed(desk, case, received.upload, "second", {**ONE, 2: {**ONE[2], "document": "B7604812"}})
    taken_in(desk, case, received.upload)

    assert set(by_name(desk, case, received.upload)) == {"Amal Haddad"}
    with desk.acting():
        (line,) = queries.set_aside(case)
    told = []
    for name, number in (("first", "B7604821"), ("first", "B7604821"), ("second", "B7604811"), ("second", "B7604821")):
        with desk.acting(desk.people[name]) as by:
            typed = {**ONE[2], "document": number}
            told.append(actions.settle_row(case=case, line=line.id, typed=typed, by=by, at=desk.now))
    assert [(each.waits, each.differing) for each in told] == [
        (True, ()),
        (True, ()),
        (True, ("document",)),
        (False, ()),
    ]


def test_only_pictures_are_keyed(desk, case):
    received = sent(desk, case, [AMAL])

    with pytest.raises(actions.NotAPicture):
        keyed(desk, case, received.upload, "first", ONE)
