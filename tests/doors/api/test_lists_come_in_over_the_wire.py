"""A list is sent in, answered for and taken in over the interface for programs, and read again."""

from __future__ import annotations

from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from homeward.api.shapes import lists as shapes
from tests.doors.api.callers import House, error
from tests.spec.lists.lists import EVERYBODY, NAMELESS, written

FILES = "cases/bridge/lists/files"


def sent(house: House, rows: object, title: str) -> str:
    body = {"text": written(rows).decode(), "authority": "The embassy", "list": title}  # type: ignore[arg-type]
    response = house.anna.send(FILES, body)
    assert response.status_code == 201, response.content
    return shapes.Taken.model_validate(response.json()).upload


def test_a_list_goes_its_whole_way(house: House) -> None:
    upload = sent(house, [*EVERYBODY, NAMELESS], "Crossing list")
    seen = shapes.OneUpload.model_validate(house.anna.answer(f"{FILES}/{upload}"))
    assert (seen.state, seen.stored, seen.set_aside) == ("ready", 6, 1)

    unwilling = house.anna.send(f"{FILES}/{upload}/take-in", {})
    assert unwilling.status_code == 422 and error(unwilling)["findings"]
    assert house.anna.send(f"{FILES}/{upload}/answers", seen.answers).status_code == 200
    taken = house.anna.send(f"{FILES}/{upload}/take-in", {"accept_warnings": True})
    assert shapes.Taken.model_validate(taken.json()).version == 1

    rows = shapes.Rows.model_validate(house.anna.answer(f"cases/bridge/lists/versions/{upload}"))
    assert rows.count == 6 and rows.rows[0].values
    (only,) = shapes.Lists.model_validate(house.anna.answer("cases/bridge/lists")).lists
    shapes.Versions.model_validate(house.anna.answer(f"cases/bridge/lists/{only.list}/versions"))
    (line,) = shapes.Lines.model_validate(house.anna.answer("cases/bridge/lists/aside")).lines
    settled = house.anna.send(f"cases/bridge/lists/aside/{line.line}", {"typed": {**line.typed, "name": "Ines Roth"}})
    assert shapes.SettledLine.model_validate(settled.json()).settled == "stored"

    second = sent(house, [*EVERYBODY[1:], ("Ines Roth", *NAMELESS[1:])], "Crossing list")
    house.anna.send(f"{FILES}/{second}/take-in", {"accept_warnings": True})
    told = house.anna.answer("cases/bridge/lists/difference", **{"from": upload, "to": second, "change": "out"})
    assert shapes.Difference.model_validate(told).counts["out"] == 1 == len(told["rows"])


def test_the_same_file_again_is_a_conflict(house: House) -> None:
    sent(house, EVERYBODY[:3], "Another list")
    body = {"text": written(EVERYBODY[:3]).decode(), "authority": "The embassy", "list": "Another list"}

    assert house.anna.send(FILES, body).status_code == 409


def test_a_file_comes_in_a_form(house: House) -> None:
    form = {
        "file": SimpleUploadedFile("list.csv", written(EVERYBODY[2:])),
        "authority": "The embassy",
        "list": "Third list",
    }
    response = Client().post(
        "/api/cases/bridge/lists/files",
        form,
        headers={"Authorization": f"Bearer {house.anna.token}", "Idempotency-Key": str(uuid4())},
    )

    assert response.status_code == 201, response.content


def test_what_one_may_not_see_is_not_there(house: House) -> None:
    upload = sent(house, EVERYBODY[3:], "Fourth list")

    assert house.boris.ask(f"{FILES}/{upload}").status_code == 404
    assert house.vera.send(f"{FILES}/{upload}/take-in", {}).status_code == 403


def test_lists_are_told_as_known_at_a_moment(house: House) -> None:
    house.anna.send(f"{FILES}/{sent(house, EVERYBODY[1:5], 'Fifth list')}/take-in", {"accept_warnings": True})
    lists = house.anna.answer("cases/bridge/lists")
    (view,) = [each for each in shapes.Lists.model_validate(lists).lists if each.title == "Fifth list"]
    assert view.last is not None
    moment = view.last.recorded_at
    versions = house.anna.answer(f"cases/bridge/lists/{view.list}/versions")
    rows = house.anna.answer(f"cases/bridge/lists/versions/{view.last.version}")
    later = sent(house, [*EVERYBODY[2:5], NAMELESS], "Fifth list")
    house.anna.send(f"{FILES}/{later}/take-in", {"accept_warnings": True, "gone": "removed", "reason": "They went."})

    again = house.anna.answer(f"cases/bridge/lists/{view.list}/versions", known_at=moment)
    assert again == {**versions, "known_at": moment, "waiting": None}
    assert house.anna.answer(f"cases/bridge/lists/versions/{view.last.version}", known_at=moment) == {
        **rows, "known_at": moment,
    }  # fmt: skip
    assert len(house.anna.answer(f"cases/bridge/lists/{view.list}/versions")["every"]) == 2
    pair = {"from": view.last.version, "to": later}
    assert house.anna.ask("cases/bridge/lists/difference", **pair, known_at=moment).status_code == 404
    assert house.anna.ask(f"cases/bridge/lists/versions/{later}", known_at=moment).status_code == 404
    assert shapes.Lists.model_validate(house.anna.answer("cases/bridge/lists", known_at=moment)).waiting is None
    assert house.anna.ask("cases/bridge/lists", known_at="some time").status_code == 400
