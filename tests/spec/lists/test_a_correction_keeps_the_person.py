"""A row that is better written in the next version is a further record of the same person, and the earlier one stays."""

from __future__ import annotations

import pytest

from homeward.lists import queries
from homeward.people import queries as people
from tests.spec.lists.lists import AMAL, EVERYBODY, JONAS, NADIA, OMAR, by_name, taken


@pytest.mark.parametrize(
    ("corrected", "field"),
    [
        (("Amal Hadad", *AMAL[1:]), "name"),
        ((AMAL[0], "12 Mar 1986", *AMAL[2:]), "birth"),
        ((*AMAL[:2], "A1730246", AMAL[3]), "document"),
    ],
)
def test_it_is_the_same_person_with_two_records(desk, case, corrected, field):
    first = by_name(desk, case, taken(desk, case, EVERYBODY).id)
    second = by_name(desk, case, taken(desk, case, [corrected, *EVERYBODY[1:]]).id)

    row = second[corrected[0]]
    assert (row.change, row.fields, row.person) == ("corrected", (field,), first["Amal Haddad"].person)
    with desk.acting():
        assert len(people.records(case, [row.person])) == 2


def test_a_row_that_did_not_change_keeps_its_record(desk, case):
    first = by_name(desk, case, taken(desk, case, EVERYBODY).id)
    second = by_name(desk, case, taken(desk, case, [*EVERYBODY, ("Ines Roth", "1 May 1999", "H3321907", "")]).id)

    assert {name: row.record for name, row in first.items()} == {
        name: row.record for name, row in second.items() if name != "Ines Roth"
    }


def test_another_person_under_the_same_name_is_somebody_else(desk, case):
    first = by_name(desk, case, taken(desk, case, EVERYBODY).id)
    other = ("Amal Haddad", "2 Feb 2003", "Z9911223", "waits")
    second = by_name(desk, case, taken(desk, case, [*EVERYBODY[1:], other]).id)

    assert second["Amal Haddad"].person != first["Amal Haddad"].person
    assert second["Amal Haddad"].change == "in"


def test_who_stands_twice_in_a_file_is_one_person(desk, case):
    version = taken(desk, case, [AMAL, JONAS, AMAL])

    with desk.acting():
        rows = queries.rows(case, version.id).rows
    assert len({row.person for row in rows}) == 2 and len({row.record for row in rows}) == 3


def test_versions_that_do_not_follow_each_other_are_compared_by_people(desk, case):
    first = taken(desk, case, [AMAL, JONAS, NADIA])
    taken(desk, case, [AMAL, JONAS, NADIA, OMAR])
    third = taken(desk, case, [(AMAL[0], "12 Mar 1986", *AMAL[2:]), NADIA, OMAR])

    with desk.acting():
        told = queries.difference(case, first.id, third.id, change="corrected")

    assert {kind: count for kind, count in told.counts.items() if count} == {
        "in": 1, "corrected": 1, "same": 1, "out": 1,
    }  # fmt: skip
    assert [row.fields for row in told.rows] == [("birth",)]


def test_where_somebody_stands_is_told_from_when_until_when(desk, case):
    first = by_name(desk, case, taken(desk, case, [AMAL, JONAS, NADIA]).id)
    taken(desk, case, [JONAS, NADIA])
    taken(desk, case, [JONAS, NADIA, OMAR])

    with desk.acting():
        (amal,), (jonas,) = (queries.stands(case, first[name].person) for name in ("Amal Haddad", "Jonas Berg"))
    assert (amal.since.number, amal.until.number, amal.stands) == (1, 2, False)
    assert (jonas.since.number, jonas.last.number, jonas.stands, jonas.row) == (1, 3, True, 2)
