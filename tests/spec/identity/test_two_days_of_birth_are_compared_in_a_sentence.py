"""Two days of birth agree in a way that has a name, and a sentence says why: for matching, where a person decides."""

from datetime import date

import pytest

from homeward.identity import births
from tests.spec.identity.tables import rows


@pytest.fixture
def agree():
    def check(table: str) -> None:
        for row in rows(table):
            one, other = (births.read(row[side], on=date(2026, 11, 30)) for side in ("one", "other"))
            found, turned = births.compare(one, other), births.compare(other, one)
            assert (row["one"], row["other"], found.likeness) == (row["one"], row["other"], row["likeness"])
            assert found.likeness is turned.likeness
            assert row["why"] in found.why

    return check


def test_days_that_are_the_same_or_written_another_way(agree):
    agree(
        """
        one             | other          | likeness  | why
        1985-03-07      | 7 марта 1985   | same      | Both give 7 Mar 1985.
        1985-03-07      | 07/03/1985     | same      | This is one of 2 ways to read the two.
        1985-03-07      | 1363/12/16     | same      | Both give 7 Mar 1985.
        1985-03-07      | 15/06/1405 هـ  | converted | 7 Mar 1985 and 6 Mar 1985 are 1 day apart
        1985-03-07      | 1985           | compatible | 7 Mar 1985 and 1985 can be one day.
        1985            | 1985           | compatible | Both give 1985, and no day.
        1985-03-07      | March 1985     | compatible | 7 Mar 1985 and Mar 1985 can be one day.
        1981-03-07      | age 45         | compatible | can be one day
        """
    )


def test_days_that_differ_as_mistakes_do(agree):
    agree(
        """
        one        | other      | likeness               | why
        1985-03-07 | 1985-07-03 | exchanged              | 7 Mar 1985 and 3 Jul 1985: day and month are exchanged.
        1985-03-07 | 1986-03-07 | one digit              | one digit is different
        1985-03-07 | 1985-03-17 | one digit              | one digit is different
        1985-03-12 | 1958-03-12 | two digits exchanged   | two digits are exchanged
        1985-03-12 | 1985-11-24 | same year              | only the year is the same
        1985-03-12 | 1967-03-12 | same day, other year   | only day and month are the same
        1985-03-12 | about 1986 | near                   | only about right
        """
    )


def test_days_that_are_different_or_not_known(agree):
    agree(
        """
        one        | other      | likeness  | why
        1985-03-12 | 1967-11-24 | different | 12 Mar 1985 and 24 Nov 1967 are different days.
        1985-03-12 | 1967       | different | 12 Mar 1985 and 1967 cannot be one day.
        1985-03-12 | N/A        | unknown   | At least one day of birth is not known.
        Monday     | Monday     | unknown   | At least one day of birth is not known.
        """
    )
