"""What a person says of a table now goes beside what is remembered of its headings, and before it."""

from homeward.lists.core.answers import DAY_FIRST, MONTH_FIRST, Answers, SheetAnswers
from homeward.lists.core.fields import Field

REMEMBERED = SheetAnswers("", "f00d", 3, {1: Field.NAME}, {3: DAY_FIRST})


def test_an_answer_by_name_counts_beside_what_is_remembered():
    answers = Answers(sheets=(REMEMBERED,)).answered("several-people", "leave", sheet="Travellers")

    found = answers.of("Travellers", ["f00d"])

    assert found.choice("several-people") == "leave"
    assert (found.header, found.columns, found.days) == (3, {1: Field.NAME}, {3: DAY_FIRST})


def test_an_answer_by_name_goes_before_what_is_remembered():
    answers = Answers(sheets=(REMEMBERED,)).answered("day-order", MONTH_FIRST, sheet="Travellers", column=3)

    assert answers.of("Travellers", ["f00d"]).days == {3: MONTH_FIRST}


def test_the_table_of_this_name_goes_before_another_of_the_same_headings():
    own = SheetAnswers("Travellers", "f00d", 2, choices={"hidden-rows": "take"})

    for sheets in ((REMEMBERED, own), (own, REMEMBERED)):
        assert Answers(sheets=sheets).of("Travellers", ["f00d"]) == own
