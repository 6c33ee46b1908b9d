"""homeward brief: the picture as a calm text, in which each number has its voice, its interval and its rivals."""

from __future__ import annotations

import pytest

from homeward.cli.text.letters import columns
from tests.cast import Desk
from tests.doors.cli.conftest import Command

NOON = "2023-11-04T12:00+02:00"


@pytest.fixture(scope="module")
def told(gaza: Desk, homeward: Command) -> str:
    """The demonstration case at noon of 4 November."""
    done = homeward("brief", "--case", "gaza_2023_11", "--as-of", NOON)
    assert (done.code, done.err) == (0, "")
    return " ".join(done.out.split())


def test_it_names_case_moment_and_clock(told: str) -> None:
    assert told.startswith("Gaza, to 4 November 2023")
    assert "World as of 4 Nov 2023 12:00, as known now, by the clock of what was said." in told
    assert "You are looking at the past." in told
    assert "times of Asia/Gaza" in told


def test_a_part_and_its_whole_stand_under_one_another(told: str) -> None:
    whole, part = told.index("more than 900 (901 or more) s02#1"), told.index("more than 500 (501 or more) s02#2")

    assert whole < part
    assert "part of: all persons on the Russian list" in told[whole:part]
    assert "s02#2 is part of s02#1, said in one breath." in told


def test_a_rival_stands_beside_with_its_verdict_and_origins(told: str) -> None:
    rivals = told[told.index("more than 500 (501 or more) s02#2") :]

    assert rivals.index("about 600 (540 to 660) s04#1") < rivals.index("overlap s02#2 and s04#1 overlap: 540 to 660.")
    assert "2 origins" in rivals


def test_eight_returns_are_possible_and_never_done(told: str) -> None:
    assert "possible: 8 h07#1" in told
    assert "8 to be released" not in told


def test_a_vague_condition_is_a_question(told: str) -> None:
    vague = told[told.index("[?] c5") :]

    assert "vague: a question to put to" in vague[:400]
    assert "What would show that this is met" in told


def test_what_reaches_past_the_moment_says_so(told: str) -> None:
    assert "said 4 Nov 2023 · reported · reaches past" in told


def test_known_on_30_october_nothing_of_november_is_known(gaza: Desk, homeward: Command) -> None:
    done = homeward("brief", "--case", "gaza_2023_11", "--known-at", "2023-10-30")

    _, told = done.out.split("\n", 1)
    assert "as known at the end of 30 Oct 2023" in told
    assert "Nov" not in told
    assert "possibly known" in told
    assert not {"s02", "s04", "r03"} & set(told.replace("#", " ").split())


@pytest.mark.parametrize("width", [40, 60, 80, 110])
def test_lines_end_where_the_terminal_does(gaza: Desk, homeward: Command, width: int) -> None:
    done = homeward("brief", "--case", "gaza_2023_11", columns=width)

    too_long = [line for line in done.out.splitlines() if columns(line) > width]
    assert all(len(line.split()) == 1 for line in too_long)


def test_what_changed_since_is_counted(gaza: Desk, homeward: Command) -> None:
    done = homeward("brief", "--case", "gaza_2023_11", "--known-at", "2023-11-05", "--since", "2023-11-03")

    assert "Since the end of 3 Nov 2023: " in done.out


def test_the_timeline_comes_in_either_order(gaza: Desk, homeward: Command) -> None:
    assert "Timeline, by event" in homeward("brief", "--case", "gaza_2023_11").out
    assert "Timeline, by when it was known" in homeward("brief", "--case", "gaza_2023_11", "--by-known").out


def test_no_letters_are_styled_away_from_a_terminal(gaza: Desk, homeward: Command) -> None:
    assert "\x1b" not in homeward("brief", "--case", "gaza_2023_11").out


def test_words_that_judge_are_not_ours(gaza: Desk, told: str) -> None:
    taken = {"regime", "terrorist", "admitted", "revealed", "breach", "violated", "victim", "confirmed"}

    assert not taken & set(told.lower().replace(",", " ").replace(".", " ").split())
