"""A number that follows from others is shown with them, never as if somebody had said it."""

from homeward.ledger.core.sums import remainder
from tests.spec.figures.tables import figures


def test_the_third_day_is_what_the_other_two_leave(follows):
    """b02: 869 in all, less 318 on the first and 357 on the second day, leave 194 for the third."""
    follows(
        """
        figure | measure | kind       | of        | as of      | number
        f5#1   | flown   | flow       | southward | 2023-04-14 | 249
        f5#2   | flown   | flow       | northward | 2023-04-14 | 69
        f7#1   | flown   | flow       | everyone  | 2023-04-15 | 357
        f9#1   | flown   | cumulative | everyone  | 2023-04-16 | 869
        """,
        finds=["869 - 318 - 357 = 194: left for 16 Apr 2023, if the total counts from 14 Apr 2023."],
    )


def test_nothing_is_derived_where_two_days_or_two_numbers_are_open(follows):
    follows(
        """
        figure | kind       | as of      | number
        f5#1   | flow       | 2023-04-14 | 318
        f9#1   | cumulative | 2023-04-17 | 869
        """,
        finds=[],
    )
    follows(
        """
        figure | kind       | as of      | number
        f5#1   | flow       | 2023-04-14 | 318
        f6#1   | flow       | 2023-04-14 | 320
        f7#1   | flow       | 2023-04-15 | 357
        f9#1   | cumulative | 2023-04-16 | 869
        """,
        finds=[],
    )


def test_the_counting_starts_after_the_total_before(follows):
    follows(
        """
        figure | kind       | as of      | number
        d1#1   | cumulative | 2023-11-26 | 150
        d2#1   | flow       | 2023-11-27 | 30
        d3#1   | cumulative | 2023-11-28 | 210
        """,
        finds=["210 - 150 - 30 = 30: left for 28 Nov 2023, if the total counts from 27 Nov 2023."],
    )


def test_of_100_planned_60_are_open_until_the_window_closes(compared):
    """b06: 40 flown of 100 planned; a plan and a flow are not compared, and what is open is no shortfall yet."""
    numbers = """
        figure | measure | kind | of       | as of      | number
        f8#1   | to fly  | plan | homeward | 2023-04-15 | 100
        f7#1   | flown   | flow | homeward | 2023-04-15 | 40
    """
    planned, flown = figures(numbers)

    left = remainder(planned, [flown])

    assert (left.lo, left.hi) == (60, 60)
    assert left.what == "100 - 40 = 60 left of homeward."
    compared(numbers)


def test_what_is_left_of_a_range_is_a_range():
    planned, flown = figures("figure | number\nf1#1 | ~ 100\nf2#1 | > 20")
    left = remainder(planned, [flown])
    assert (left.lo, left.hi) == (0, 89)
