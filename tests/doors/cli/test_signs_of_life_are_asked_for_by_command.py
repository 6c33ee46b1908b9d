"""Visits and proofs of life at the command line: told, seen, refused with their place."""

from __future__ import annotations

from typing import Any

import pytest

from tests.apps.people.registers import Register, named
from tests.cast import Desk, opened
from tests.doors.cli.conftest import Command
from tests.grounds.databases import Database

CASE = ("--case", "crossing-test")
SAID = ("--speaker", "An envoy", "--said", "4 Jan 2026")


@pytest.fixture(scope="module")
def desk(module_database: Database) -> Desk:
    return opened()


@pytest.fixture(scope="module")
def person(desk: Desk) -> str:
    return str(Register.of(desk).enter(named("Lamia Darvish")))


def told(homeward: Command, *words: str) -> Any:
    done = homeward("talks", *words, *CASE, "--format", "json")
    assert done.code == 0, done.err
    return done.document


def test_a_visit_and_its_rules_are_told_and_seen(person: str, homeward: Command) -> None:
    assert "No visit is recorded" in homeward("talks", "visits", *CASE).out
    told(
        homeward, "say-visit", "3 Jan 2026", "--place", "The old mill", "--visitor", "The Delegation",
        "--private-interview", "not_kept", *SAID,
    )  # fmt: skip

    seen = homeward("talks", "visits", *CASE).out

    assert "The old mill" in seen and "by An envoy" in seen and "The Delegation" in seen
    assert "not kept" in seen and "not said" in seen
    (visit,) = told(homeward, "visits")["visits"]
    assert visit["accounts"][0]["rules"]["private_interview"] == "not_kept"


def test_a_sign_of_life_is_asked_for_answered_looked_at_and_counted(person: str, homeward: Command) -> None:
    assert "No question for a sign of life" in homeward("talks", "proofs", *CASE).out
    asked = told(
        homeward, "ask-proof", "What was the goat called?", "--person", person, "--holder", "Northland",
        "--asked", "2 Jan 2026",
    )  # fmt: skip
    assert [each["code"] for each in asked["warnings"]] == ["others-may-know", "after-an-offer"]
    early = homeward("talks", "verify-proof", asked["about"], "verified", "--reason", "So said her sister.", *CASE)
    assert early.code != 0 and "nothing to look at" in early.err
    assert "no answer that was verified" in homeward("talks", "proofs", *CASE).out
    told(
        homeward, "answer-proof", asked["about"], "--medium", "letter", "--answer", "Clementine.",
        "--received", "3 Jan 2026", *SAID,
    )  # fmt: skip
    told(homeward, "verify-proof", asked["about"], "verified", "--reason", "So said her sister.")

    seen = homeward("talks", "proofs", *CASE).out

    assert "Lamia Darvish: answered and verified" in seen
    assert "What was the goat called?" in seen and "Clementine." in seen and "who recorded it" in seen
    assert "since the last verified answer came" in seen


def test_what_cannot_be_is_refused_with_its_place(person: str, homeward: Command) -> None:
    done = homeward("talks", "say-visit", "3 Jan 2099", "--place", "The old mill", *SAID, *CASE)

    assert done.code != 0
    assert "begins" in done.err and "has not begun" in done.err
    nobody = homeward(
        "talks", "ask-proof", "What?", "--person", "0b2f6f3e-4f0c-4f43-9a3e-0d6d6c1f6a52", "--holder", "N", *CASE
    )
    assert nobody.code != 0 and "no such person" in nobody.err
