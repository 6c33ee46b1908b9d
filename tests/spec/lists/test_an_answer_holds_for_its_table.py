"""An answer about a table counts for that table, also beside another with the same headings; a no keeps a list out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from homeward.lists.core.answers import Answers, SheetAnswers
from homeward.lists.core.checked import Outcome
from tests.spec.lists.tables import asked, looked, names, sheet

TABLE = """
Name | Date of birth | Passport
Amal Haddad | 12 Mar 1985 | A1730264
"""
HIDDEN = """
Name | Date of birth | Passport
Omar Said | 9 Jul 2001 | D5527016
"""


def tables():
    return sheet(TABLE, "today"), sheet(HIDDEN, "earlier", hidden="hidden")


@pytest.fixture
def remembered() -> Answers:
    """What the version before taught about tables with these headings, whatever they are called."""
    learned = looked(sheet(TABLE, "yesterday")).answers.sheets[0]
    return Answers(sheets=(replace(learned, name=""),))


@pytest.mark.parametrize(("answer", "there"), [("take", ["Amal Haddad", "Omar Said"]), ("leave", ["Amal Haddad"])])
def test_a_hidden_table_with_headings_that_are_known_is_asked_about_once(remembered, answer, there):
    first = looked(*tables(), answers=remembered)
    assert asked(first) == ["hidden-sheet"]

    settled = first.answers.answered("hidden-sheet", answer, sheet="earlier")

    again = looked(*tables(), answers=settled)
    assert asked(again) == [] and names(again) == there


def test_a_table_called_by_its_name_comes_before_one_of_any_name():
    known = SheetAnswers("", "headings", 1)
    own = SheetAnswers("today", "headings", 3)

    assert Answers(sheets=(known, own)).of("today", ["headings"]) == own
    assert Answers(sheets=(known, own)).of("tomorrow", ["headings"]) == known


def test_a_no_about_the_day_of_a_list_keeps_it_out():
    day = {"dated": date(2026, 2, 1)}
    first = looked(TABLE, **day)
    assert asked(first) == ["declared-in-future"]

    refused = looked(TABLE, answers=first.answers.answered("declared-in-future", "stop"), **day)
    taken = looked(TABLE, answers=first.answers.answered("declared-in-future", "take"), **day)

    assert (refused.outcome, taken.outcome) == (Outcome.REJECT, Outcome.ACCEPT)


def test_a_no_about_words_for_a_nationality_keeps_it_out():
    table = "Name | Nationality\nAmal Haddad | Freedonian of old\n"
    first = looked(table)
    assert asked(first) == ["nationality"]

    assert looked(table, answers=first.answers.answered("nationality", "stop")).outcome is Outcome.REJECT
