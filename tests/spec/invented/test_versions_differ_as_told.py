"""What came, went, moved and changed between two versions is told whole, and nothing else differs."""

from __future__ import annotations

import pytest

from homeward.invented.lists import Kind, Mistake, Planned, large
from tests.spec.invented.test_every_mistake_stands_where_the_truth_says import cells

Two = tuple[Planned, Planned]


@pytest.fixture(scope="module", params=["second", "third", "long"])
def two(request: pytest.FixtureRequest, planned: tuple[Planned, ...]) -> Two:
    if request.param == "long":
        return large(5, 1_500), large(5, 1_500, version=2)
    return (planned[0], planned[2]) if request.param == "second" else (planned[2], planned[3])


def rows(planned: Planned) -> dict[int, tuple[str, ...]]:
    sheet = planned.truth.rows[0].sheet
    return {standing.row: standing.people for standing in planned.truth.rows if standing.sheet == sheet}


def test_who_came_and_went_is_told(two: Two) -> None:
    before, after = (rows(each) for each in two)
    came, gone = (two[1].truth.changed(kind) for kind in (Kind.IN, Kind.OUT))

    assert all(after[change.row] == change.people and change.row_before == 0 for change in came)
    assert all(before[change.row_before] == change.people and change.row == 0 for change in gone)
    assert len(before) - len(gone) + len(came) == len(after)


def test_every_difference_of_words_is_told_and_no_other_is(two: Two) -> None:
    sheet = two[0].truth.rows[0].sheet
    one, other = (cells(each) for each in two)
    pairs = {after: after for after in rows(two[1])}
    pairs |= {change.row: change.row_before for change in two[1].truth.changed(Kind.MOVED)}
    pairs = {row: pairs[row] for row in pairs if row not in {c.row for c in two[1].truth.changed(Kind.IN)}}
    told = {(c.row, c.column) for kind in (Kind.CORRECTED, Kind.CHANGED) for c in two[1].truth.changed(kind)}

    found = {
        (row, column)
        for row, row_before in pairs.items()
        for column in range(1, 12)
        if _plain(one.get((sheet, row_before, column), "")) != _plain(other.get((sheet, row, column), ""))
    }
    assert found == told


def test_the_words_before_and_after_are_those_of_the_files(two: Two) -> None:
    sheet = two[0].truth.rows[0].sheet
    one, other = (cells(each) for each in two)
    changes = [*two[1].truth.changed(Kind.CORRECTED), *two[1].truth.changed(Kind.CHANGED)]

    for change in changes:
        assert change.column is not None
        assert one.get((sheet, change.row_before, change.column), "") == change.before
        assert other.get((sheet, change.row, change.column), "") == change.after


def test_the_second_version_is_in_another_order_under_new_numbers(planned: tuple[Planned, ...]) -> None:
    second = planned[2]

    assert second.truth.of(Mistake.REORDERED)
    assert len(second.truth.changed(Kind.MOVED)) > 400
    assert len(second.truth.changed(Kind.CORRECTED)) >= 20


def test_the_third_version_has_lost_most_rows(planned: tuple[Planned, ...]) -> None:
    third = planned[3]

    assert third.truth.of(Mistake.SHRUNKEN)
    assert len(third.truth.rows) < 0.4 * len(planned[2].truth.rows)
    assert not third.truth.changed(Kind.CORRECTED)


def test_a_long_list_has_as_many_rows_as_asked_for_and_12_columns() -> None:
    made = large(5, 1_500)
    read = cells(made)

    assert len(made.truth.rows) == 1_500
    assert {column for _, _, column in read} == set(range(12))


def _plain(text: str) -> str:
    """A day written either way as one."""
    year, _, rest = text.partition("-")
    if len(text) == 10 and year.isdigit() and len(year) == 4:
        month, _, day = rest.partition("-")
        return f"{day}/{month}/{year}"
    return text
