"""Answers are plain words that are kept for a source; its next version is read by them, as long as its headings are the same."""

from __future__ import annotations

import json

import pytest

from homeward.lists.core.answers import Answers, NotAnswers
from homeward.lists.core.fields import Field
from tests.spec.lists.tables import asked, days, fields, looked, sheet

FIRST = """
    Traveller | When | Passport
    Layla Haddad | 07/03/1985 | A4471920
    Omar Saleh | 02/11/1990 | B8810237
    """
NEXT = """
    List number two
    Traveller | When | Passport
    Rania Nasser | 05/06/1971 | C5527081
    """


def settled() -> Answers:
    seen = looked(FIRST)
    assert asked(seen) == ["column"]
    answers = seen.answers.answered("column", Field.BIRTH.value, column=1)
    again = looked(FIRST, answers=answers)
    assert asked(again) == ["day-order"]
    return looked(FIRST, answers=again.answers.answered("day-order", "day first", column=1)).answers


def test_the_next_version_of_a_source_is_read_as_the_first_was() -> None:
    seen = looked(NEXT, answers=settled())

    assert asked(seen) == []
    assert fields(seen) == ["name", "birth", "document"]
    assert days(seen) == ["1971-06-05 to 1971-06-06"]


def test_a_version_with_other_headings_is_asked_anew() -> None:
    seen = looked(NEXT.replace("Passport", "Number | When"), answers=settled())

    assert asked(seen)


def test_a_column_that_contradicts_its_order_is_read_by_its_cells() -> None:
    seen = looked(NEXT.replace("05/06/1971", "05/26/1971"), answers=settled())

    assert days(seen) == ["1971-05-26 to 1971-05-27"]


def test_answers_can_be_written_down_and_given_again() -> None:
    answers = settled()

    assert Answers.from_json(json.loads(json.dumps(answers.as_json()))) == answers


def test_sheets_of_a_file_are_settled_each_by_itself() -> None:
    tables = [sheet("Name | When\nLayla Haddad | 1985-03-07", name) for name in ("France", "Jordan")]

    seen = looked(*tables)
    answers = seen.answers.answered("column", "birth", sheet="France", column=1)

    assert [question.sheet for question in looked(*tables, answers=answers).questions] == ["Jordan"]


@pytest.mark.parametrize(
    ("written", "where"),
    [
        ([], "object"),
        ({"sheet": []}, "sheet"),
        ({"sheets": {}}, "sheets"),
        ({"sheets": [{"columns": {"0": "name"}}]}, "counted from 1"),
        ({"sheets": [{"columns": {"1": "shoe size"}}]}, "shoe size"),
        ({"sheets": [{"days": {"1": "year first"}}]}, "year first"),
        ({"sheets": [{"header": -1}]}, "header"),
        ({"sheets": [{"choices": {"hidden-rows": 1}}]}, "choices"),
    ],
)
def test_what_are_no_answers_is_refused_with_its_place(written: object, where: str) -> None:
    with pytest.raises(NotAnswers) as refused:
        Answers.from_json(written)

    assert where in str(refused.value)
