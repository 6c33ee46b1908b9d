"""A file of events is sent in over the interface for programs, and its series asked for."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from homeward.api.shapes import hostilities as shapes
from tests.doors.api.callers import House, error
from tests.spec.hostilities.files import event, written

ROOT = "cases/bridge/hostilities"
TOLD = {"maker": "An institute", "version": "1.0", "downloaded": "2026-01-02", "country": "Northland"}
ROWS = [event(1, deaths=4), event(2, day="2016-05-03"), event(3, date_prec=4, date_end="2016-05-31", deaths=70)]


def test_a_series_goes_its_whole_way(house: House) -> None:
    body = {"text": written([*ROWS, ROWS[0]]).decode(), **TOLD}
    unwilling = house.anna.send(f"{ROOT}/files", body)
    assert unwilling.status_code == 422 and error(unwilling)["findings"]
    made = house.anna.send(f"{ROOT}/files", {**body, "accept_warnings": True})
    assert made.status_code == 201, made.content
    told = shapes.Received.model_validate(made.json())
    assert (told.report["stored"], told.report["set_aside"], told.report["rows"]) == (3, 1, 4)
    assert house.anna.send(f"{ROOT}/files", {**body, "accept_warnings": True}).status_code == 409

    (held,) = shapes.Datasets.model_validate(house.anna.answer(f"{ROOT}/datasets")).datasets
    assert held.version and (held.dataset, held.version.statement) == (told.dataset, told.statement)
    places = shapes.Places.model_validate(house.anna.answer(f"{ROOT}/places", level="adm1")).places
    assert [place.name for place in places] == ["Verba province"]
    (pair,) = shapes.Dyads.model_validate(house.anna.answer(f"{ROOT}/dyads")).dyads

    asked = {"place": "Verba province", "dyad": pair.key, "bands": "50", "until": "2016-05-03"}
    series = shapes.Series.model_validate(house.anna.answer(f"{ROOT}/series", **asked))
    assert [(day.date, day.best, day.gap, day.rows) for day in series.days] == [
        ("2016-05-01", 4, False, [2]),
        ("2016-05-02", 0, False, []),
        ("2016-05-03", 3, False, [3]),
    ]
    assert [(each.code, each.best) for each in series.apart] == [("coarse-day", 70)]
    assert series.bands and len(series.bands.days) == 3


def reports(house: House) -> int:
    """Send daily numbers in a form; the same again is a conflict."""
    file = SimpleUploadedFile("d.csv", b"date,killed\n2026-01-01,4\n2026-01-02,\n")
    response = Client().post(
        f"/api/{ROOT}/files",
        {"file": file, **TOLD, "maker": "A ministry"},
        headers={"Authorization": f"Bearer {house.anna.token}", "Idempotency-Key": str(uuid4())},
    )
    assert response.status_code in (201, 409), response.content
    return response.status_code


def test_a_file_comes_in_a_form_and_its_gaps_are_null(house: House) -> None:
    reports(house)
    assert reports(house) == 409

    series = shapes.Series.model_validate(house.anna.answer(f"{ROOT}/series", dataset="A ministry"))
    assert [(day.best, day.gap) for day in series.days] == [(4, False), (None, True)]


def test_what_one_may_not_see_is_not_there(house: House) -> None:
    reports(house)
    assert house.boris.answer(f"{ROOT}/datasets")["datasets"] == []
    assert house.boris.ask(f"{ROOT}/series", dataset="A ministry").status_code == 404
    assert house.gleb.ask(f"{ROOT}/datasets").status_code == 404
    body = {"text": written(ROWS[:1]).decode(), **TOLD}
    assert house.vera.send(f"{ROOT}/files", body).status_code == 403


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"dataset": "Nobody's"}, 404),
        ({"dataset": "A ministry", "version": "9"}, 404),
        ({"dataset": "A ministry", "south": "1"}, 400),
        ({"dataset": "A ministry", "south": "9", "north": "1", "west": "0", "east": "1"}, 422),
        ({"dataset": "A ministry", "place": "Northland", "south": "9"}, 400),
        ({"dataset": "A ministry", "place": "Southland"}, 422),
        ({"dataset": "A ministry", "bands": "9"}, 422),
        ({"dataset": "A ministry", "since": "1000-01-01"}, 422),
        ({"dataset": "A ministry", "measure": "hopes"}, 422),
    ],
)
def test_what_is_not_there_is_refused_with_its_place(house: House, asked: dict[str, str], status: int) -> None:
    reports(house)
    response = house.anna.ask(f"{ROOT}/series", **asked)

    assert response.status_code == status, response.content
    assert error(response)


def studied(house: House, look: str, **asked: str) -> shapes.Study:
    return shapes.Study.model_validate(house.anna.answer(f"{ROOT}/studies/{look}", dataset="A ministry", **asked))


def test_a_look_says_what_it_rests_on_and_tests_nothing_of_two_days(house: House) -> None:
    reports(house)
    told = studied(house, "around", on="2026-01-02", side="2")
    assert (told.n, told.gaps, told.p, told.least_units) == (1, 1, None, 30)
    assert told.why_no_p and "shown and not tested" in told.why_no_p
    assert told.looks and told.caveats
    assert told.series.until == "2026-01-02"
    for look in ("level", "change"):
        assert studied(house, look, on="2026-01-02").p is None


@pytest.mark.parametrize(
    ("look", "asked", "status"),
    [
        ("around", {}, 400),
        ("level", {}, 400),
        ("quiet", {}, 400),
        ("quiet", {"crossing": "No bridge"}, 404),
        ("around", {"on": "2026-13-01"}, 400),
        ("around", {"on": "2026-01-02", "side": "900"}, 400),
        ("change", {"seed": "-1"}, 400),
        ("change", {"dataset": "Nobody's"}, 404),
        ("guess", {}, 400),
    ],
)
def test_a_look_that_lacks_something_is_refused_with_its_place(
    house: House, look: str, asked: dict[str, str], status: int
) -> None:
    reports(house)
    response = house.anna.ask(f"{ROOT}/studies/{look}", **{"dataset": "A ministry", **asked})

    assert response.status_code == status, response.content
    assert error(response)
