"""A large list is left to the worker: looked at by the desk, taken in under the name of whoever decided it, done once."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.access.models import Key
from homeward.ledger.models import Statement
from homeward.ledger.queries.views import CaseView
from homeward.lists import actions, queries
from homeward.lists.actions.progress import Progress
from homeward.lists.models import Upload
from homeward.lists.queries.progress import READ, sign
from tests.cast import Desk
from tests.grounds.databases import Database
from tests.spec.lists.lists import opened_case, sent, written

MANY = written([(f"Amal{at} Haddad", "12 Mar 1985", f"A{1_730_264 + at}", "x" * 150) for at in range(2_100)])


@pytest.fixture
def case(desk: Desk) -> CaseView:
    return opened_case(desk)


def waits(desk: Desk, case: CaseView) -> actions.TakenIn:
    """A large list that somebody decided to take in."""
    with desk.acting():
        anna = desk.person("anna", may="write")
    received = sent(desk, case, MANY, by=anna)
    assert received.state == "checking"
    actions.check_as_the_desk(upload=received.upload, compartment=case.compartment_id, at=desk.now)
    with desk.acting(anna) as by:
        return actions.take_in(case=case, upload=received.upload, accept_warnings=True, by=by, at=desk.now)


def test_it_is_taken_in_once_in_the_name_of_whoever_decided(desk: Desk, case: CaseView) -> None:
    decided = waits(desk, case)
    assert decided.state == "taking"

    for _ in range(2):
        actions.read_as_the_desk(upload=decided.upload, compartment=case.compartment_id, at=desk.now)

    with desk.acting():
        (version,) = queries.versions(case, queries.lists(case)[0].id)
        assert (version.stored, version.recorded_by) == (2_100, "anna")
        assert Statement.objects.filter(kind="done.list_read").count() == 1


def test_how_far_it_is_is_told_while_it_goes_on_and_by_nobody_afterwards(desk: Desk, case: CaseView) -> None:
    with CaptureQueriesContext(connection) as asked:
        decided = waits(desk, case)
        actions.read_as_the_desk(upload=decided.upload, compartment=case.compartment_id, at=desk.now)

    told = [
        re.findall(r"(read|kept) (\d+) (\d+)", each["sql"])[0] for each in asked if "application_name" in each["sql"]
    ]
    looked = [("read", str(done), "2101") for done in (0, 500, 1_000, 1_500, 2_000)]
    assert told == [*looked, *looked, *(("kept", str(done), "2100") for done in (0, 500, 1_000, 1_500, 2_000))]


def test_how_far_it_is_is_seen_from_outside_its_transaction(lasting_desk: Desk, fresh_database: Database) -> None:
    upload = uuid4()

    with lasting_desk.acting():
        progress = Progress(upload, READ, 1_204)
        for _ in range(999):
            progress.step()
        outside = fresh_database.superuser("SELECT application_name FROM pg_stat_activity")
        assert sign(upload, READ, 500, 1_204) in outside.splitlines()
        assert queries.progress(upload) == queries.ProgressView(READ, 500, 1_204)
        assert queries.progress(uuid4()) is None

    assert queries.progress(upload) is None


def test_who_may_no_longer_write_takes_nothing_in_and_the_file_waits_with_why(desk: Desk, case: CaseView) -> None:
    decided = waits(desk, case)
    with desk.acting():
        anna = desk.people["anna"]
        anna.is_active = False
        anna.save(update_fields=["is_active"])

    actions.read_as_the_desk(upload=decided.upload, compartment=case.compartment_id, at=desk.now)

    with desk.acting():
        seen = queries.preview(case, decided.upload)
        assert (seen.upload.state, seen.upload.number) == ("ready", None)
        assert "may not" in seen.report["not_taken_in"]  # type: ignore[index]


def test_a_file_that_stops_the_worker_again_and_again_is_given_to_a_person(desk: Desk, case: CaseView) -> None:
    received = sent(desk, case, MANY)
    with desk.acting():
        Upload.objects.filter(id=received.upload).update(tries=20)

    actions.check_as_the_desk(upload=received.upload, compartment=case.compartment_id, at=desk.now)

    with desk.acting():
        assert "stopped" in queries.preview(case, received.upload).report["message"]  # type: ignore[index]


def test_a_file_that_was_closed_meanwhile_is_given_up(desk: Desk, case: CaseView) -> None:
    received = sent(desk, case, MANY)
    with desk.acting():
        Key.objects.filter(person_id=Upload.objects.get(id=received.upload).original_id).delete()

    actions.check_as_the_desk(upload=received.upload, compartment=case.compartment_id, at=desk.now)

    with desk.acting():
        assert queries.preview(case, received.upload).upload.state == "given_up"


def test_a_reason_that_names_somebody_is_told_and_not_kept(desk: Desk, case: CaseView) -> None:
    decided = waits(desk, case)
    actions.read_as_the_desk(upload=decided.upload, compartment=case.compartment_id, at=desk.now)
    rows = [(f"Amal{at} Haddad", "12 Mar 1985", f"A{1_730_264 + at}", "") for at in range(1_000)]
    rows += [(f"Jonas{at} Berg", "25 Dec 1990", f"B{7_604_821 + at}", "") for at in range(1_100)]
    upload = sent(desk, case, rows).upload
    told = {"case": case, "upload": upload, "accept_warnings": True, "gone": "removed", "reason": "Amal7 Haddad left."}
    with desk.acting() as by:
        assert actions.take_in(**told, by=by, at=desk.now).state == "taking"

    actions.read_as_the_desk(upload=upload, compartment=case.compartment_id, at=desk.now)

    with desk.acting():
        seen = queries.preview(case, upload)
        assert seen.upload.number is None
        assert "without names" in seen.report["not_taken_in"]  # type: ignore[index]
        assert Upload.objects.get(id=upload).reason == ""
