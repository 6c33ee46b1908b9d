"""What blocks the goals of real operations, asked by command, by meaning: conditions, allegations, sources, as of any minute."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cast import Desk, opened
from tests.doors.cli.conftest import GAZA, Command
from tests.grounds.databases import Database

ALEPPO = ("--case", "aleppo-2016-12")
RUSSIANS = ("--case", "gaza_2023_11")


@pytest.fixture(scope="module")
def cases(module_database: Database, shared_cases: Path) -> Desk:
    desk = opened()
    desk.load(GAZA, accept_warnings=True)
    desk.load(shared_cases / "aleppo_2016_12.json", accept_warnings=True)
    desk.load(shared_cases / "yemen_2023_04.json", accept_warnings=True)
    return desk


def blockers(homeward: Command, *words: str) -> dict[str, Any]:
    done = homeward("talks", "blockers", *words, "--format", "json")
    assert done.code == 0, done.err
    return done.document  # type: ignore[no-any-return]


def open_conditions(told: dict[str, Any]) -> list[str]:
    return [each["id"] for each in told["conditions"] if each["status"] != "met"]


def test_each_question_about_what_blocks_finds_what_its_file_expects(
    homeward: Command, cases: Desk, shared_cases: Path
) -> None:
    asked = 0
    for path in sorted(shared_cases.glob("*.json")):
        case = json.loads(path.read_text())
        for expected in case["expect"]:
            if not isinstance(expected["answer"], dict) or "alleged" not in expected["answer"]:
                continue
            goal = expected["ask"].removeprefix("what blocks ").rstrip("?")
            at = f"{expected['as_of']}+02:00"
            told = blockers(homeward, "--case", case["id"], "--goal", goal, "--as-of", at)
            assert open_conditions(told) == expected["answer"]["open"]
            assert [each["id"] for each in told["alleged"]] == expected["answer"]["alleged"]
            assert told["sets"] == [[each] for each in expected["answer"]["open"]]
            asked += 1
    assert asked == 1


@pytest.mark.parametrize("goal", ["the convoys", "further convoys from Aleppo", "Aleppo"])
def test_what_stands_before_the_convoys_is_met_from_17_december(homeward: Command, cases: Desk, goal: str) -> None:
    before = blockers(homeward, *ALEPPO, "--goal", goal, "--as-of", "2016-12-16")
    after = blockers(homeward, *ALEPPO, "--goal", goal, "--as-of", "2016-12-17")
    assert (open_conditions(before), before["status"]) == (["v1"], "unknown")
    assert (open_conditions(after), after["status"], after["sets"]) == ([], "met", [])
    assert [each["statement"] for each in after["conditions"][0]["reports"]] == ["v1-cleared"]
    assert {each["id"] for each in after["alleged"]} == {"v2", "v3"}


def test_what_is_demanded_later_stands_in_the_way_only_then(homeward: Command, cases: Desk) -> None:
    told = blockers(homeward, *ALEPPO, "--goal", "convoys", "--as-of", "2016-12-18")
    assert open_conditions(told) == ["v4"]
    assert open_conditions(blockers(homeward, *ALEPPO, "--goal", "convoys", "--as-of", "2016-12-20")) == []


def test_what_stands_before_the_exit_of_russian_citizens(homeward: Command, cases: Desk) -> None:
    told = blockers(homeward, *RUSSIANS, "--goal", "exit of Russian citizens", "--as-of", "2023-11-04")
    (condition,) = told["conditions"]
    assert (condition["id"], condition["demanded_by"], told["sets"]) == ("c7", ["Egypt"], [["c7"]])
    assert condition["since"]["words"] == "2023-11-03"
    assert condition["last_word"]["statement"] == "c7"
    assert "more than 500" in told["people"]
    assert told["people_from"]
    assert told["wider"] == ["exit of foreigners"]
    assert condition["why"].startswith("Egypt asks for it; nobody has said whether it is met")


def test_what_stands_before_the_release_of_the_eight(homeward: Command, cases: Desk) -> None:
    told = blockers(homeward, *RUSSIANS, "--goal", "the eight", "--as-of", "2023-11-04")
    assert (told["goal"], told["status"], told["sets"]) == ("release of the eight", "unknown", [["c4"]])
    assert told["wider"] == ["release of captives", "release of foreign captives"]
    foreign = blockers(homeward, *RUSSIANS, "--goal", "foreign captives", "--as-of", "2023-11-04")
    assert foreign["conditions"][0]["vague"]
    assert "as soon as there will be the conditions" in foreign["conditions"][0]["question"]


def test_one_party_and_a_supposition(homeward: Command, cases: Desk) -> None:
    of = (*RUSSIANS, "--goal", "release of captives", "--as-of", "2023-11-04")
    assert blockers(homeward, *of)["sets"] == [["c3", "c8"]]
    own = blockers(homeward, *of, "--party", "QA", "--suppose", "c8=met")
    assert (own["viewpoint"], own["status"], own["supposed"]) == ("Qatar", "met", {"c8": "met"})
    assert [each["goal"] for each in own["freed"]] == ["release of captives"]


def test_the_page_of_the_terminal_names_who_asks_of_whom_and_since_when(homeward: Command, cases: Desk) -> None:
    told = homeward("talks", "blockers", *RUSSIANS, "--goal", "exit of foreigners", "--as-of", "2023-11-04").out
    words = " ".join(told.split())
    assert "[ ] ALL OF" in words
    assert "border authority in Gaza and Egypt of Israel" in words
    assert "since 4 Nov 2023" in words
    assert "could clear it: Israel (inferred: of whom it is asked)" in words
    goals = homeward("talks", "goals", *RUSSIANS, "--as-of", "2023-11-04").out
    assert "release of the eight" in goals


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--goal", "captives"), '"release of captives" and "release of foreign captives"'),
        (("--goal", "a bridge"), '"release of the eight"'),
        (("--goal", "eight", "--suppose", "c4"), "c4=met"),
        (("--goal", "eight", "--suppose", "c4=perhaps"), "c4=met"),
        (("--goal", "eight", "--suppose", "c99=met"), "No such condition"),
        (("--goal", "eight", "--party", "Nobody"), "Egypt"),
    ],
)
def test_what_cannot_be_answered_says_what_there_is(
    homeward: Command, cases: Desk, words: tuple[str, ...], told: str
) -> None:
    done = homeward("talks", "blockers", *RUSSIANS, *words)
    assert done.code == 1
    assert told in " ".join(done.err.split())


def test_acts_by_command_are_recorded_and_change_the_answer(homeward: Command, cases: Desk) -> None:
    case = ("--case", "yemen-2023-04")
    told = ("--speaker", "A delegate", "--said", "15 Apr 2023", "--words", "All were seen")
    assert blockers(homeward, *case, "--goal", "boarding")["status"] == "unknown"
    done = homeward("talks", "say-status", "n1", "met", *case, *told, "--format", "json")
    assert done.code == 0, done.err
    answer = blockers(homeward, *case, "--goal", "boarding")
    assert (answer["status"], answer["conditions"][0]["last_word"]["statement"]) == ("met", done.document["statement"])
    nature = homeward("talks", "say-nature", "n1", *case, *told, "--nature", "event", "--clearer", "ICRC")
    assert nature.code == 0, nature.err
    gate = homeward(
        "talks", "say-gate", "lockstep", *case, *told, "--gates", "boarding", "--member", "n1",
        "--member-goal", "flights", "--batch", "50",
    )  # fmt: skip
    assert gate.code == 0, gate.err
    settled = homeward("talks", "settle-goal", "boarding", *case, "--action", "boarding", "--reason", "As it says")
    assert settled.code == 0, settled.err
    wrong = homeward("talks", "say-gate", "lockstep", *case, *told, "--gates", "boarding", "--member", "n1")
    assert wrong.code == 1
    assert "batches" in wrong.err
