"""What is asked of the shared cases is asked of six others, in other words and other languages: the answer, or a question."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import Desk, opened
from tests.doors.cli.conftest import Command
from tests.doors.cli.conftest import homeward as homeward
from tests.grounds.databases import Database
from tests.spec.cases import invented

PAUSE, STAGES, THOUSAND, RIVER, BRIDGE, CONVOY = (each["id"] for each in invented.ALL)


@pytest.fixture(scope="module", autouse=True)
def desk(module_database: Database) -> Desk:
    desk = opened()
    for each in invented.ALL:
        desk.load(each, accept_warnings=True)
    return desk


@pytest.fixture
def agreed(homeward: Command) -> Any:
    """The one agreement of a case, as of a time, with its obligations and rules by their short names."""

    def told(case: str, as_of: str, *more: str) -> Any:
        done = homeward("talks", "agreements", "--case", case, "--as-of", as_of, "--format", "json", *more)
        assert done.code == 0, done.err
        (view,) = done.document
        view["owed"] = {each["ref"]: each for each in view["obligations"]}
        view["ruled"] = {each["statement"]: each["comes_to"] for each in view["rules"]}
        view["asked"] = [each["words"] for each in view["findings"] if each["code"].startswith("question")]
        return view

    return told


@pytest.fixture
def blocked(homeward: Command) -> Any:
    """What stands in the way of a goal, its conditions by their short names."""

    def told(case: str, goal: str, as_of: str) -> Any:
        done = homeward("talks", "blockers", "--case", case, "--goal", goal, "--as-of", as_of, "--format", "json")
        assert done.code == 0, done.err
        view = done.document
        view["by"] = {each["id"]: each for each in view["conditions"]}
        return view

    return told


# Promised against delivered --------------------------------------------------------------------------------------------


def test_each_side_is_held_against_its_own_promise_and_what_lies_outside_fills_no_gap(agreed: Any) -> None:
    owed = agreed(PAUSE, "2025-11-26")["owed"]

    assert (owed["o1"]["delivered"]["handed_over"]["lo"], owed["o1"]["shortfall"]["lo"]) == (39, 11)
    assert [each["lo"] for each in owed["o1"]["outside"]] == [10, 4, 3]
    assert owed["o2"]["delivered"]["handed_over"]["hi"] == 117


def test_nobody_outside_of_the_agreement_puts_those_who_came_within_it(agreed: Any) -> None:
    assert agreed(PAUSE, "2025-11-27")["owed"]["o1"]["delivered"]["handed_over"]["lo"] == 50


def test_the_ratio_is_held_in_whatever_words_it_was_agreed(agreed: Any) -> None:
    assert "150 for 50, 3 for 1 was agreed: kept" in agreed(PAUSE, "2025-11-27")["ruled"]["x2"]
    assert "short 303" in agreed(THOUSAND, "2025-06-08")["ruled"]["п"]
    assert agreed(RIVER, "2024-06-30")["owed"]["i"]["promised"]["lo"] == 270  # 30 for 2: 15 for each of 18


def test_a_ratio_by_category_is_owed_for_what_the_other_side_did_by_category(agreed: Any) -> None:
    first, second = (agreed(STAGES, day)["owed"] for day in ("2025-01-19", "2025-01-25"))

    assert (first["g2"]["promised"]["lo"], first["g2"]["promised"]["hi"]) == (90, 150)
    assert second["g1"]["delivered"]["handed_over"]["lo"] == 7  # three, and at least the four of the other day
    assert second["g2"]["promised"]["lo"] == 4 * 50 + 3 * 30


def test_what_came_when_the_exchange_was_over_stays_short_and_is_called_late_by_nobody(agreed: Any) -> None:
    owed = agreed(THOUSAND, "2025-06-08")["owed"]["т1"]

    assert (owed["state"], owed["outcome"], owed["shortfall"]["lo"], owed["late_by"]) == (
        "expired",
        "partly",
        303,
        None,
    )


def test_one_utterance_counts_once_however_many_pass_it_on(agreed: Any) -> None:
    stage = agreed(RIVER, "2024-07-01")["owed"]["s"]["delivered"]["handed_over"]
    assert (stage["lo"], stage["hi"]) == (18, 18)

    crossed = agreed(BRIDGE, "2024-03-01")["owed"]["e"]["delivered"]["entered"]
    assert sorted(each["lo"] for each in crossed["rivals"]) == [360, 390]


def test_a_word_that_was_replaced_counts_until_it_was_and_no_longer(agreed: Any) -> None:
    told = [
        agreed(BRIDGE, "2024-03-02", "--known-at", known)["owed"]["e"]["delivered"]["entered"]
        for known in ("2024-03-01", "2024-03-02")
    ]
    assert [each["lo"] for each in told] == [350, 360]


# When it ends -----------------------------------------------------------------------------------------------------------


def test_the_pause_ends_when_the_last_word_of_then_says_and_not_as_was_said_later(agreed: Any) -> None:
    ends = {
        at: agreed(PAUSE, at)["ends"]["until"][:16]
        for at in (
            "2025-11-27T19:00+02:00",
            "2025-11-27T21:00+02:00",
            "2025-11-30T06:49+02:00",
            "2025-11-30T06:51+02:00",
        )
    }
    assert list(ends.values()) == ["2025-11-28T05:00", "2025-11-30T05:00", "2025-11-30T05:00", "2025-12-01T05:00"]
    assert "announced 30 Nov 2025 06:50" in agreed(PAUSE, "2025-11-30T06:51+02:00")["ends_why"]
    assert [each["id"] for each in agreed(PAUSE, "2025-11-27T19:00+02:00")["phases"]] == ["f1"]


def test_an_extension_is_for_what_comes_beyond_where_its_words_say_so(agreed: Any) -> None:
    assert agreed(PAUSE, "2025-11-26")["ruled"]["x1"].startswith("0 women and children held counted beyond")
    convoy = agreed(CONVOY, "2023-09-11")
    assert convoy["ends"]["until"].startswith("2023-09-14T16:00")
    assert "1 day longer" in convoy["ends_why"]


def test_the_length_of_a_stage_runs_from_its_start(agreed: Any) -> None:
    stages = agreed(STAGES, "2025-01-25")
    assert (stages["ends"]["until"][:16], stages["started_late_by"]) == ("2025-03-02T09:15", None)


# Asked and not guessed --------------------------------------------------------------------------------------------------


def test_counts_in_another_unit_as_a_share_or_under_an_unknown_word_are_asked_about(agreed: Any) -> None:
    pause, convoy = agreed(PAUSE, "2025-11-25"), agreed(CONVOY, "2023-09-12")

    assert pause["owed"]["o3"]["delivered"]["entered"]["lo"] == 137
    assert pause["owed"]["o3"]["promised"]["unit"] == "truck"
    assert any("2,000" in each and "another unit" in each for each in pause["asked"])
    assert any("eingefahren" in each and "at which stage" in each for each in convoy["asked"])
    assert any("50 %" in each and "share" in each for each in convoy["asked"])
    assert any("pardoned" in each for each in agreed(RIVER, "2024-07-01")["asked"])


def test_past_its_day_with_nobody_having_counted_is_told_as_that_and_not_as_late(agreed: Any) -> None:
    before, after = (agreed(CONVOY, day)["owed"]["mm"] for day in ("2023-09-10T12:00+02:00", "2023-09-12"))

    assert (before["state"], before["outcome"]) == ("due", "not due yet")
    assert (after["state"], after["outcome"], after["late_by"]) == ("due", "cannot tell", None)
    assert "nobody has counted: whether it came cannot be told" in after["words"]


def test_what_each_side_says_of_the_other_stands_beside_the_agreement_and_is_nobody_s_finding(agreed: Any) -> None:
    told = [each["words"] for each in agreed(STAGES, "2025-02-11")["findings"] if each["code"] == "said-not-kept"]

    assert [each.split(":")[0] for each in told] == ["Movement A (v1)", "State B (v2)"]
    assert {each["state"] for each in agreed(STAGES, "2025-02-11")["obligations"]} == {"suspended"}
    assert not [each for each in agreed(STAGES, "2025-02-09")["findings"] if each["code"] == "said-not-kept"]


def test_a_lockstep_is_told_batch_by_batch_with_who_is_ahead(agreed: Any) -> None:
    told = agreed(BRIDGE, "2024-03-03")["ruled"]["ls"]

    assert (
        "batch 1, people of the east bank: 500 of 500 (100 %); batch 1, people of the west bank: 300 of 300 (100 %)"
        in told
    )
    assert told.endswith("300 of 300 (100 %); ahead in batch 2: people of the west bank")


# What stands in the way -------------------------------------------------------------------------------------------------


def test_what_reports_say_of_a_condition_is_read_in_their_language_and_in_the_order_of_days(blocked: Any) -> None:
    bodies = blocked(THOUSAND, "обмен тел", "2025-06-08")["by"]
    assert (bodies["у1"]["status"], bodies["у2"]["status"]) == ("met", "unmet")
    assert blocked(THOUSAND, "обмен тел", "2025-06-05")["by"]["у1"]["status"] == "unmet"

    soldiers = blocked(RIVER, "entrega de los soldados", "2024-06-30")["by"]
    assert {ref: each["status"] for ref, each in soldiers.items()} == {
        "q1": "met", "q2": "met", "q3": "unmet", "q4": "unknown",
    }  # fmt: skip
    assert blocked(BRIDGE, "crossing of the wounded", "2024-03-05")["status"] == "unmet"
    assert blocked(CONVOY, "Abfahrt der Kranken", "2023-09-12")["by"]["b"]["status"] == "met"


def test_what_nobody_could_see_to_be_met_is_a_question_in_any_of_these_languages(blocked: Any) -> None:
    assert blocked(RIVER, "entrega de los soldados", "2024-06-30")["by"]["q4"]["question"]
    assert blocked(CONVOY, "Abfahrt der Kranken", "2023-09-12")["by"]["a"]["question"]


def test_a_report_that_says_neither_is_shown_with_its_words_and_asked_about(blocked: Any) -> None:
    batch = blocked(PAUSE, "second batch", "2025-11-27")

    assert (batch["by"]["k1"]["status"], batch["by"]["k2"]["status"]) == ("met", "unknown")
    assert any(each["code"] == "unread-status" and '"disputed"' in each["what"] for each in batch["findings"])
    assert blocked(PAUSE, "second batch", "2025-11-25")["by"]["k2"]["status"] == "unmet"


def test_two_who_each_ask_the_other_to_go_first_are_found_with_the_ways_out(blocked: Any) -> None:
    found = {each["code"]: each["what"] for each in blocked(BRIDGE, "second batch", "2024-03-03")["findings"]}

    assert "z1 and z2" in found["each-first"] and "deposit with a third party" in found["each-first"]


def test_a_condition_worded_as_another_goal_is_asked_about_and_an_allegation_gates_nothing(blocked: Any) -> None:
    second = blocked(STAGES, "talks on the second stage", "2025-02-23")
    assert [each["code"] for each in second["findings"] if "perhaps" in each["code"]] == ["waits-perhaps"]

    held_back = blocked(STAGES, "release of the 620", "2025-02-23")
    assert set(held_back["by"]) == {"d1"}
    assert [each["id"] for each in held_back["alleged"]] == ["d3"]
