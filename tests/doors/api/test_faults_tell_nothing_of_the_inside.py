"""What breaks is answered with a number and nothing else; what the database refuses is not there or not allowed."""

from __future__ import annotations

import json
import logging

import psycopg
import pytest
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import DatabaseError, IntegrityError, InterfaceError, OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.test import RequestFactory

from homeward.access import actions as access
from homeward.api import faults
from homeward.api.guarding import guarded
from tests.doors.api.callers import House


def asked(method: str = "get") -> HttpRequest:
    return getattr(RequestFactory(), method)("/api/cases/secret-name")


def broken(fault: Exception, method: str = "get") -> HttpResponse:
    def view(request: HttpRequest) -> HttpResponse:
        raise fault

    return guarded(view)(asked(method))


def refused_by_the_database(fault: type[Exception], cause: Exception) -> Exception:
    made = fault("permission denied for table ledger_statement")
    made.__cause__ = cause
    return made


def test_what_breaks_is_answered_with_its_number_only(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="homeward.api"):
        response = broken(ZeroDivisionError("SELECT secret FROM ledger_statement"))

    assert response.status_code == 500
    number = response["X-Request-Id"]
    assert json.loads(response.content) == {
        "error": {
            "message": "The desk could not answer this.", "where": "", "instead": "", "findings": [], "request": number,
        }
    }  # fmt: skip


def test_the_log_has_the_number_and_the_place(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("homeward").propagate = True
    try:
        with caplog.at_level(logging.ERROR, logger="homeward.api"):
            response = broken(ZeroDivisionError("broke"))
    finally:
        logging.getLogger("homeward").propagate = False

    assert response["X-Request-Id"] in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert "Authorization" not in caplog.text


@pytest.mark.parametrize(("method", "status"), [("get", 404), ("post", 403)])
def test_what_the_database_forbids_is_not_there_or_not_allowed(method: str, status: int) -> None:
    fault = refused_by_the_database(DatabaseError, psycopg.errors.InsufficientPrivilege("permission denied"))

    response = broken(fault, method)

    assert response.status_code == status
    assert "permission denied" not in response.content.decode()


def test_row_security_itself_says_no_in_the_same_words(house: House) -> None:
    def write_past_the_ledger() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            access.enter(house.anna.actor.id)
            cursor.execute("INSERT INTO ledger_statement (position) VALUES (1)")

    with pytest.raises(DatabaseError) as refused:
        write_past_the_ledger()

    assert broken(refused.value, "post").status_code == 403


@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (OperationalError("server closed the connection"), 503),
        (InterfaceError("connection already closed"), 503),
        (refused_by_the_database(IntegrityError, psycopg.errors.UniqueViolation("duplicate key")), 409),
        (RequestDataTooBig("too big"), 413),
        (SuspiciousOperation("odd"), 400),
        (UnreadablePostError("cut off"), 400),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_nobody_broke_has_its_status_and_no_words_of_the_inside(fault: Exception, status: int) -> None:
    response = broken(fault)

    assert response.status_code == status
    assert str(fault) not in response.content.decode()


def test_a_database_that_is_away_is_asked_again(house: House) -> None:
    assert broken(OperationalError("gone"))["Retry-After"] == "2"


def test_every_kind_of_refusal_has_a_status() -> None:
    from homeward.refusals import Refused

    def kinds(of: type[Refused]) -> list[type[Refused]]:
        return [of, *(kind for child in of.__subclasses__() for kind in kinds(child))]

    assert all(
        400 <= faults.status_of(kind.__new__(kind)) < 500 or kind is faults.DatabaseAway for kind in kinds(Refused)
    )


def test_a_refused_request_leaves_no_open_transaction(house: House) -> None:
    house.anna.ask("cases/none/picture")
    house.anna.send("cases/harbour/statements", b"{")

    assert not connection.in_atomic_block
    assert house.anna.ask("cases").status_code == 200


def test_the_next_to_ask_on_the_same_connection_is_not_taken_for_the_last(house: House) -> None:
    for _ in range(3):
        assert [c["case"] for c in house.anna.answer("cases")["cases"]] == ["bridge", "harbour"]
        assert house.gleb.answer("cases")["cases"] == []
        assert {c["compartment"] for c in house.boris.answer("cases")["cases"]} == {"south"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_statement")
        assert cursor.fetchone() == (0,), "nobody is entered once a request is over"
