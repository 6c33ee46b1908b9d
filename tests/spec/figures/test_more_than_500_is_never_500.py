"""What was said is kept, and beside it the closed interval that the words allow."""

import pytest

from homeward.ledger.core.figures import in_words, interval_in_words
from tests.spec.figures.tables import number, rows


def test_words_are_intervals():
    table = """
        number         | lo    | hi    | allows            | in words
        639            | 639   | 639   | 639               | 639
        > 500          | 501   |       | 501 or more       | more than 500
        > 900          | 901   |       | 901 or more       | more than 900
        >= 826         | 826   |       | 826 or more       | at least 826
        < 500          | 0     | 499   | 0 to 499          | fewer than 500
        <= 9,000       | 0     | 9000  | 0 to 9,000        | up to 9,000
        90 to 100      | 90    | 100   | 90 to 100         | 90 to 100
        5 to 6         | 5     | 6     | 5 to 6            | 5 to 6
        ~ 600          | 540   | 660   | 540 to 660        | about 600
        nearly 600     | 540   | 599   | 540 to 599        | nearly 600
        several dozen  | 24    | 96    | 24 to 96          | several dozen
        hundreds       | 200   | 999   | 200 to 999        | hundreds
        thousands      | 2000  | 9999  | 2,000 to 9,999    | thousands
    """
    for row in rows(table):
        quantity = number(row["number"])
        assert str(quantity.lo) == row["lo"], row
        assert (None if quantity.hi is None else str(quantity.hi)) == row.get("hi"), row
        assert interval_in_words(quantity) == row["allows"], row
        assert in_words(quantity) == row["in words"], row


@pytest.mark.parametrize(
    ("unit", "words"), [("person", "about 6"), ("bus", "about 6 buses"), ("flight", "about 6 flights")]
)
def test_a_count_is_of_people_unless_it_says_otherwise(unit, words):
    assert in_words(number("~ 6"), unit) == words
