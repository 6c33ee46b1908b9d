"""Time explains most numbers that seem to disagree."""


def test_evacuated_so_far_by_noon_of_the_19th_is_no_conflict(compared):
    """a02: the dates differ, and more than 15,000 and about 15,000 overlap."""
    compared(
        """
        figure | kind       | as of      | said       | number
        l02#1  | cumulative | 2016-12-16 | 2016-12-18 | <= 9000
        l13#1  | cumulative | 2016-12-19 | 2016-12-19 | > 15000
        l14#1  | cumulative | 2016-12-19 | 2016-12-19 | ~ 15000
        """,
        """
        a     | b     | verdict    | about | why
        l02#1 | l13#1 | stale      | l02#1 | l02#1 is older: as of 16 Dec 2016; a running total grows.
        l02#1 | l14#1 | stale      | l02#1 | l02#1 is older: as of 16 Dec 2016; a running total grows.
        l13#1 | l14#1 | compatible |       | l13#1 and l14#1 overlap: 15,001 to 16,500.
        """,
    )


def test_15000_on_monday_morning_and_25000_on_monday_night_do_not_conflict(compared):
    """a03: both totals are of the same day, but one was said before the day was over."""
    compared(
        """
        figure | kind       | as of      | said       | number
        l14#1  | cumulative | 2016-12-19 | 2016-12-19 | ~ 15000
        l15#1  | cumulative | 2016-12-19 | 2016-12-20 | >= 25000
        """,
        """
        a     | b     | verdict | about | why
        l14#1 | l15#1 | stale   | l14#1 | l14#1 is older: said before 19 Dec 2016 was over, and a running total grows within the day.
        """,  # noqa: E501
    )


def test_two_totals_said_within_one_day_cannot_be_told_apart(compared):
    compared(
        """
        figure | kind       | as of      | said       | number
        l01#1  | cumulative | 2016-12-15 | 2016-12-15 | 1000
        l02#1  | cumulative | 2016-12-15 | 2016-12-15 | > 3000
        """,
        """
        a     | b     | verdict     | gap  | why
        l01#1 | l02#1 | cannot_tell | 2001 | Cannot tell: both totals were running on 15 Dec 2016, and which was said earlier is not known.
        """,  # noqa: E501
    )


def test_totals_of_a_day_that_is_over_can_conflict(compared):
    compared(
        """
        figure | kind       | as of      | said       | number
        l01#1  | cumulative | 2016-12-15 | 2016-12-16 | 1000
        l02#1  | cumulative | 2016-12-15 | 2016-12-17 | 3000
        """,
        "a | b | verdict\nl01#1 | l02#1 | conflict",
    )


def test_a_running_total_cannot_fall(compared):
    compared(
        """
        figure | kind       | as of      | number
        l01#1  | cumulative | 2016-12-15 | 3000
        l02#1  | cumulative | 2016-12-17 | 1000
        """,
        """
        a     | b     | verdict  | why
        l01#1 | l02#1 | conflict | A running total cannot fall: 3,000 as of 15 Dec 2016, 1,000 as of 17 Dec 2016. l01#1 and l02#1 do not overlap: gap 2,000; 1 origin against 1.
        """,  # noqa: E501
    )


def test_the_older_total_and_the_known_flows_make_the_newer_one(compared):
    compared(
        """
        figure | kind       | as of      | number
        d1#1   | cumulative | 2023-11-27 | 180
        d2#1   | flow       | 2023-11-28 | 30
        d3#1   | cumulative | 2023-11-28 | 210
        """,
        """
        a    | b    | verdict        | why
        d1#1 | d2#1 | not_comparable | A running total and a flow: not comparable.
        d1#1 | d3#1 | stale          | d1#1 is older: as of 27 Nov 2023; a running total grows. 180 + 30 = 210.
        d2#1 | d3#1 | not_comparable | A flow and a running total: not comparable.
        """,
    )


def test_totals_that_start_on_different_days_are_not_comparable(compared):
    compared(
        """
        figure | kind       | window                 | as of      | number
        r07#1  | cumulative | 2023-11-01..2023-11-03 | 2023-11-03 | 1047
        r09#1  | cumulative | 2023-11-02..2023-11-03 | 2023-11-03 | 686
        """,
        """
        a     | b     | verdict        | why
        r07#1 | r09#1 | not_comparable | Counted from different days, 1 to 3 Nov 2023 and 2 to 3 Nov 2023: not comparable.
        """,
    )


def test_flows_of_two_days_are_two_flows(compared):
    compared(
        """
        figure | kind | as of      | number
        r03#1  | flow | 2023-11-01 | 361
        r04#1  | flow | 2023-11-02 | 344
        """,
        """
        a     | b     | verdict        | why
        r03#1 | r04#1 | not_comparable | Counted over different times, 1 Nov 2023 and 2 Nov 2023: not comparable.
        """,
    )


def test_a_list_of_an_earlier_day_is_older_even_where_it_overlaps(compared):
    compared(
        """
        figure | as of      | number
        s01#1  | 2023-10-21 | > 400
        s04#1  | 2023-11-01 | ~ 600
        """,
        """
        a     | b     | verdict | about | why
        s01#1 | s04#1 | stale   | s01#1 | s01#1 is older: as of 21 Oct 2023.
        """,
    )


def test_a_plan_stands_until_another_plan_takes_its_place(compared):
    compared(
        """
        figure | kind | as of      | number
        f1#1   | plan | 2023-03-20 | 887
        f4#1   | plan | 2023-04-14 | nearly 900
        f9#1   | plan | 2023-04-15 | 1500
        """,
        """
        a    | b    | verdict
        f1#1 | f4#1 | compatible
        f1#1 | f9#1 | stale
        f4#1 | f9#1 | stale
        """,
    )


def test_times_that_are_blurred_or_not_known_cannot_be_told_where_they_matter(compared):
    compared(
        """
        figure | as of       | number
        h03#1  | 2023-10-~30 | 3
        h04#1  | 2023-11-01  | 5 to 6
        h05#1  | not said    | 6
        """,
        """
        a     | b     | verdict     | why
        h03#1 | h04#1 | cannot_tell | Cannot tell whether 3 as of about 30 Oct 2023 and 5 to 6 as of 1 Nov 2023 are of one time.
        h03#1 | h05#1 | cannot_tell | Cannot tell: the as-of of h05#1 is not known.
        h04#1 | h05#1 | compatible  | h04#1 and h05#1 overlap: 6.
        """,
    )
