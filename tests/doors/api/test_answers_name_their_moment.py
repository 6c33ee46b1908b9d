"""Every answer says which question it answers, and the same question in other words has the same answer."""

from __future__ import annotations

import pytest

from tests.doors.api.callers import House

QUESTIONS = [
    "",
    "/picture",
    "/figures",
    "/populations",
    "/statements",
    "/statements/s1",
    "/sources",
    "/timeline",
    "/changes",
]


def needed(address: str) -> dict[str, str]:
    return {"since": "2026-01-01"} if address == "/changes" else {}


@pytest.mark.parametrize("address", QUESTIONS)
def test_an_answer_says_what_was_asked(house: House, address: str) -> None:
    answer = house.anna.answer(
        f"cases/harbour{address}",
        as_of="2026-01-04T12:00+02:00", known_at="2026-01-05", clock="published", **needed(address),
    ) if address != "/statements/s1" else house.anna.answer(
        f"cases/harbour{address}", as_of="2026-01-04T12:00+02:00", known_at="2026-01-05", clock="said"
    )  # fmt: skip

    assert answer["case"] == "harbour"
    assert answer["as_of"] == "2026-01-04T10:00:00.000000Z"
    assert answer["known_at"] == "2026-01-05T22:00:00.000000Z", "a day is over at its local midnight"
    assert answer["clock"] == ("said" if address == "/statements/s1" else "published")
    assert answer["zone"] == "Asia/Gaza"
    assert answer["compartment"] == "north"
    assert answer["past"] is True


def test_without_a_moment_the_answer_is_as_of_now_by_the_clock_of_the_case(house: House) -> None:
    answer = house.anna.answer("cases/harbour")

    assert answer["as_of"] == answer["known_at"]
    assert (answer["clock"], answer["past"]) == ("said", False)


def test_the_same_instant_written_in_three_ways_is_one_question(house: House) -> None:
    words = ["2026-01-04T12:00+02:00", "2026-01-04T10:00Z", "2026-01-04T10:00:00.000000Z"]

    answers = {house.anna.ask("cases/harbour/picture", as_of=w, known_at=w)["ETag"] for w in words}

    assert len(answers) == 1


def test_what_was_said_later_is_not_known_before(house: House) -> None:
    then = house.anna.answer("cases/harbour/statements", known_at="2026-01-02")
    now = house.anna.answer("cases/harbour/statements")

    assert {s["statement"] for s in then["statements"]} == {"s1", "s2"}
    assert {s["statement"] for s in now["statements"]} > {"s1", "s2", "s3", "s4", "s5"}
    assert house.anna.ask("cases/harbour/statements/s4", known_at="2026-01-02").status_code == 404


def test_by_the_clock_of_recording_nothing_was_known_then(house: House) -> None:
    assert house.anna.answer("cases/harbour/statements", known_at="2026-01-05", clock="recorded")["count"] == 0


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("2026-01-04T12:00", "If the clocks of Asia/Gaza are meant, write 2026-01-04T12:00+02:00."),
        ("2026-01-04 12:00", "If the clocks of Asia/Gaza are meant"),
        ("2026-01-04T12:00 02:00", "write the plus of an offset as %2B"),
        ("4 Jan 2026", "Write a time with its offset"),
        ("now", "Write a time with its offset"),
        ("2026-13-01", "month"),
        ("2026-02-30", "day"),
        ("2026-01", "names no single time"),
        ("2026-01-01..2026-01-02", "Write a time"),
        ("2026-01-04T25:00Z", "no time 25:00"),
        ("2026-01-04T12:00+25:00", "No clock is"),
        ("0001-01-01", "not between 1800 and 2199"),
        ("0001-01-01T00:00+14:00", "not between"),
        ("9999-12-31", "not between"),
        ("9999-12-31T23:59:59.999999Z", "not between 1800 and 2199"),
        ("1767513600", "Write a time"),
    ],
)
@pytest.mark.parametrize("name", ["as_of", "known_at"])
def test_a_time_that_is_no_instant_is_refused_with_what_to_write(
    house: House, name: str, words: str, advice: str
) -> None:
    response = house.anna.ask("cases/harbour/picture", **{name: words})

    assert response.status_code == 400, response.content
    finding = response.json()["error"]["findings"][0]
    assert finding["where"] == name
    assert advice.casefold() in finding["message"].casefold()


def test_days_of_saying_are_whole_days(house: House) -> None:
    found = house.anna.answer(
        "cases/harbour/statements", said_since="2026-01-02", said_until="2026-01-03", kind="said.plain"
    )

    assert {s["statement"] for s in found["statements"]} == {"s2", "s3"}


def test_of_two_cases_of_one_name_the_one_in_the_named_compartment_answers(house: House) -> None:
    both = house.caller("a reader of both", house.north, write=False)
    with house.desk.acting() as operator:
        from homeward.access import actions as access

        access.grant(actor=both.actor, compartment=house.south, may_write=False, by=operator, at=house.desk.now)

    assert both.answer("cases/bridge", compartment="north")["compartment"] == "north"
    assert both.answer("cases/bridge", compartment="south")["compartment"] == "south"
    assert both.answer("cases/bridge")["compartment"] == "south", "the one opened last"
