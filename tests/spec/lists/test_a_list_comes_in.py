"""A file is kept as it came and looked at; once a person takes it in, it is a version of its list."""

from __future__ import annotations

import pytest
from django.db import connection

from homeward.access.models import Key
from homeward.ledger import actions as ledger
from homeward.lists import actions, queries
from homeward.lists.models import Mapping, Original, Row
from homeward.people import queries as people
from homeward.people.models import Record
from homeward.refusals import Refused
from tests.spec.lists.lists import (
    AMAL,
    EVERYBODY,
    JONAS,
    NADIA,
    NAMELESS,
    OMAR,
    by_name,
    opened_case,
    sent,
    taken,
    written,
)


def test_what_would_happen_is_told_before_anything_does(desk, case):
    received = sent(desk, case, [AMAL, JONAS, NAMELESS])

    with desk.acting():
        seen = queries.preview(case, received.upload)
        assert seen.report["source_rows"] == 3 == seen.report["stored"] + seen.report["set_aside"]
        assert seen.report["changes"]["in"] == 2
        assert [line["code"] for line in seen.report["quarantined"]] == ["no-name"]
        assert queries.lists(case) == [] and Record.objects.count() == 0


def test_once_taken_in_its_rows_are_records_of_people(desk, case):
    version = taken(desk, case, EVERYBODY, declared="2026-01-04")

    assert (version.number, version.stored, version.set_aside) == (1, 6, 0)
    rows = by_name(desk, case, version.id)
    assert set(rows) == {each[0] for each in EVERYBODY}
    with desk.acting():
        (nadia,) = people.records(case, [rows["Nadia Karim"].person])
        assert nadia.values.documents[0].number == "C1938475"
        assert nadia.values.birth.start == "1970-03-03"


def test_a_version_that_follows_tells_who_came_who_went_and_what_changed(desk, case):
    first = taken(desk, case, [AMAL, JONAS, NADIA])
    second = taken(desk, case, [(JONAS[0], "26 Dec 1990", *JONAS[2:]), (*NADIA[:3], "waits"), OMAR])

    assert {kind: count for kind, count in second.changes.items() if count} == {
        "in": 1, "corrected": 1, "changed": 1, "out": 1,
    }  # fmt: skip
    with desk.acting():
        told = queries.difference(case, first.id, second.id, change="changed")
        (nadia,) = told.rows
        assert (nadia.before.decision, nadia.values.decision, nadia.fields) == ("cleared", "waits", ("decision",))
        (amal,) = queries.difference(case, first.id, second.id, change="out").rows
        assert amal.values.names[0].words == "Amal Haddad"


def test_a_list_in_another_order_is_the_same_list(desk, case):
    taken(desk, case, EVERYBODY)
    again = taken(desk, case, tuple(reversed(EVERYBODY)))

    assert (again.changes["in"], again.changes["out"], again.changes["changed"], again.changes["corrected"]) == (0,) * 4
    assert again.changes["same"] + again.changes["moved"] == 6


def day_first(desk, case, received):
    """The question about the order of days, answered."""
    with desk.acting() as by:
        settled = queries.preview(case, received.upload).answers.answered("day-order", "day first", column=1)
        return actions.answer(case=case, upload=received.upload, answers=settled, by=by, at=desk.now)


def test_questions_are_answered_before_it_is_taken_in(desk, case):
    received = sent(
        desk, case, written([("Amal Haddad", "03/04/1985"), ("Jonas Berg", "05/06/1990")], ("Name", "Born"))
    )
    assert received.state == "asking"

    with desk.acting() as by, pytest.raises(Refused, match="questions"):
        actions.take_in(case=case, upload=received.upload, accept_warnings=True, by=by, at=desk.now)
    assert day_first(desk, case, received).state == "ready"

    with desk.acting() as by:
        actions.take_in(case=case, upload=received.upload, accept_warnings=True, by=by, at=desk.now)
    assert by_name(desk, case, received.upload)["Amal Haddad"].values.birth.start == "1985-04-03"


def test_what_was_settled_about_its_columns_is_remembered_for_the_next_version(desk, case):
    head = ("Name", "Born")
    first = sent(desk, case, written([("Amal Haddad", "03/04/1985")], head))
    day_first(desk, case, first)
    with desk.acting() as by:
        actions.take_in(case=case, upload=first.upload, accept_warnings=True, by=by, at=desk.now)

    received = sent(desk, case, written([("Amal Haddad", "03/04/1985"), ("Jonas Berg", "05/06/1990")], head))

    assert received.state == "ready"
    with desk.acting():
        assert Mapping.objects.count() == 1
        assert "Born" not in str(list(Mapping.objects.values_list("columns", "answers")))


def test_other_headings_are_asked_about_anew(desk, case):
    first = sent(desk, case, written([("Amal Haddad", "03/04/1985")], ("Name", "Born")))
    day_first(desk, case, first)
    with desk.acting() as by:
        actions.take_in(case=case, upload=first.upload, accept_warnings=True, by=by, at=desk.now)

    received = sent(desk, case, written([("Amal Haddad", "03/04/1985", "x")], ("Name", "Date of birth", "Bus")))

    assert received.state == "asking"


def test_warnings_are_accepted_by_a_person(desk, case):
    received = sent(desk, case, [AMAL, NAMELESS])

    with desk.acting() as by:
        with pytest.raises(actions.NeedsAYes):
            actions.take_in(case=case, upload=received.upload, by=by, at=desk.now)
        assert actions.take_in(case=case, upload=received.upload, accept_warnings=True, by=by, at=desk.now).number == 1


def test_a_file_that_cannot_be_read_is_kept_and_told(desk, case):
    received = sent(desk, case, b"Name;Born\r\n")

    with desk.acting():
        assert received.state == "rejected"
        assert Original.objects.count() == 1
        assert queries.preview(case, received.upload).report["message"]


def test_nothing_that_names_anybody_stands_in_plain_in_its_tables(desk, case):
    taken(desk, case, [*EVERYBODY, NAMELESS])

    with desk.acting(), connection.cursor() as cursor:
        for table in ("original", "upload", "row", "setaside", "departure", "version", "list", "mapping", "reading"):
            cursor.execute(f"SELECT string_agg(t::text, '') FROM lists_{table} t")
            held = cursor.fetchone()[0] or ""
            for planted in ("Haddad", "A1730264", "1730264", b"Haddad".hex(), "list.csv", "G4410029"):
                assert planted not in held, table


def test_the_tables_are_what_the_ledger_says(lasting_desk):
    case = opened_case(lasting_desk)
    taken(lasting_desk, case, EVERYBODY)
    taken(lasting_desk, case, EVERYBODY[:5])

    assert ledger.verify().ok and ledger.replay().ok
    assert Row.objects.count() == 0 and Key.objects.count() == 0  # for whoever did not enter
