"""Tables of figures in, their verdicts out."""

import pytest

from homeward.ledger.core.comparison import compare_all
from homeward.ledger.core.populations import Populations
from homeward.ledger.core.sums import derived, sum_checks
from tests.spec.figures.tables import ZONE, figures, rows, told, utterances


@pytest.fixture
def compared():
    """Hold all figures of a table against one another and expect exactly these relations."""

    def check(table, relations="a | b | verdict", *, equal=(), part_of=()):
        expected = rows(relations)
        columns = tuple(cell.strip() for cell in relations.strip().splitlines()[0].split("|"))
        populations = Populations(equal=equal, part_of=part_of)
        found = compare_all(figures(table), populations, zone=ZONE)
        assert told(found, columns) == [{column: row.get(column, "") for column in columns} for row in expected]

    return check


@pytest.fixture
def added_up():
    """Add up what a table of statements puts side by side and expect exactly these findings."""

    def check(words, numbers="figure\n", *, finds, part_of=()):
        found = sum_checks(utterances(words, numbers), Populations(part_of=part_of), zone=ZONE)
        expected = [(row["fit"], row["what"]) for row in rows(finds)]
        assert [(check.fit.value, check.what) for check in found] == expected

    return check


@pytest.fixture
def follows():
    """What follows from a table of figures though nobody said it."""

    def check(numbers, *, finds):
        held = figures(numbers)
        words = "statement\n" + "\n".join(dict.fromkeys(figure.statement for figure in held))
        found = derived(utterances(words, numbers), Populations(), zone=ZONE)
        assert [each.what for each in found] == finds

    return check
