def test_days_are_read_with_their_months_long_and_short(reads):
    reads(
        """
        words                          | zone      | from             | until            | precision
        4 Nov 2023                     | Asia/Gaza | 2023-11-04       | 2023-11-04       | day
        4 November 2023                | Asia/Gaza | 2023-11-04       | 2023-11-04       | day
        the 4th of November 2023       | Asia/Gaza | 2023-11-04       | 2023-11-04       | day
        November 4, 2023               | Asia/Gaza | 2023-11-04       | 2023-11-04       | day
        Nov. 4th, 2023                 | Asia/Gaza | 2023-11-04       | 2023-11-04       | day
        4-Nov-2023                     | Asia/Gaza | 2023-11-04       | 2023-11-04       | day
        on Saturday, 4 November 2023   | Asia/Gaza | 2023-11-04       | 2023-11-04       | day
        as of 4 November 2023          | Asia/Gaza | 2023-11-04       | 2023-11-04       | day
        1 Sept 2023                    | Asia/Gaza | 2023-09-01       | 2023-09-01       | day
        November 2023                  | Asia/Gaza | 2023-11-01       | 2023-11-30       | month
        in Nov 2023                    | Asia/Gaza | 2023-11-01       | 2023-11-30       | month
        """
    )


def test_times_of_the_day_stand_before_or_behind_the_day(reads):
    reads(
        """
        words                             | zone      | from             | until            | precision
        4 November 2023 12:00             | Asia/Gaza | 2023-11-04T12:00 | 2023-11-04T12:00 | instant
        4 Nov 2023 at 3 pm                | Asia/Gaza | 2023-11-04T15:00 | 2023-11-04T15:00 | instant
        12:30 a.m. on 4 Nov 2023          | Asia/Gaza | 2023-11-04T00:30 | 2023-11-04T00:30 | instant
        noon on 4 November 2023           | Asia/Gaza | 2023-11-04T12:00 | 2023-11-04T12:00 | instant
        4 Nov 2023 12:00 UTC              | Asia/Gaza | 2023-11-04T14:00 | 2023-11-04T14:00 | instant
        4 Nov 2023 12:00 local time       | Asia/Gaza | 2023-11-04T12:00 | 2023-11-04T12:00 | instant
        4 Nov 2023 at about 12:00         | Asia/Gaza | 2023-11-04T11:00 | 2023-11-04T13:00 | about
        about noon on 4 Nov 2023          | Asia/Gaza | 2023-11-04T11:00 | 2023-11-04T13:00 | about
        4 Nov 2023 10:00 to 12:00         | Asia/Gaza | 2023-11-04T10:00 | 2023-11-04T12:00 | instant
        """
    )


def test_early_mid_and_late_are_thirds_of_the_month(reads):
    reads(
        """
        words                           | zone      | from       | until      | precision
        early November 2023             | Asia/Gaza | 2023-11-01 | 2023-11-10 | early
        the beginning of November 2023  | Asia/Gaza | 2023-11-01 | 2023-11-10 | early
        mid November 2023               | Asia/Gaza | 2023-11-11 | 2023-11-20 | mid
        mid-Nov 2023                    | Asia/Gaza | 2023-11-11 | 2023-11-20 | mid
        late October 2023               | Asia/Gaza | 2023-10-21 | 2023-10-31 | late
        end of October 2023             | Asia/Gaza | 2023-10-21 | 2023-10-31 | late
        at the end of October 2023      | Asia/Gaza | 2023-10-21 | 2023-10-31 | late
        Towards the end of October 2023 | Asia/Gaza | 2023-10-21 | 2023-10-31 | late
        late February 2024              | Asia/Gaza | 2024-02-21 | 2024-02-29 | late
        """
    )


def test_about_widens_days_by_two_and_months_likewise(reads):
    reads(
        """
        words                           | zone      | from       | until      | precision
        about 4 November 2023           | Asia/Gaza | 2023-11-02 | 2023-11-06 | about
        around the 4th of November 2023 | Asia/Gaza | 2023-11-02 | 2023-11-06 | about
        ~ 4 Nov 2023                    | Asia/Gaza | 2023-11-02 | 2023-11-06 | about
        about November 2023             | Asia/Gaza | 2023-10-30 | 2023-12-02 | about
        about the end of October 2023   | Asia/Gaza | 2023-10-19 | 2023-11-02 | about
        """
    )


def test_a_week_begins_on_the_day_named_or_is_as_wide_as_the_region_leaves_it(reads):
    reads(
        """
        words                           | zone      | from       | until      | precision
        week of 6 November 2023         | Asia/Gaza | 2023-11-06 | 2023-11-12 | week
        the week of 5 November 2023     | Asia/Gaza | 2023-11-05 | 2023-11-11 | week
        week of 8 November 2023         | Asia/Gaza | 2023-11-04 | 2023-11-12 | week
        week beginning 8 November 2023  | Asia/Gaza | 2023-11-08 | 2023-11-14 | week
        """
    )


def test_since_until_before_and_after_leave_a_side_open(reads):
    reads(
        """
        words                    | zone       | from       | until      | precision
        since 4 Nov 2023         | Asia/Gaza  | 2023-11-04 |            | open
        from 4 Nov 2023 on       | Asia/Gaza  | 2023-11-04 |            | open
        after 4 Nov 2023         | Asia/Gaza  | 2023-11-05 |            | open
        until 4 Nov 2023         | Asia/Gaza  |            | 2023-11-04 | open
        by 10 April 2023         | Asia/Aden  |            | 2023-04-10 | open
        before 4 Nov 2023        | Asia/Gaza  |            | 2023-11-03 | open
        since about 4 Nov 2023   | Asia/Gaza  | 2023-11-02 |            | open
        since late October 2023  | Asia/Gaza  | 2023-10-21 |            | open
        """
    )


def test_two_ends_leave_to_each_other_what_they_do_not_say(reads):
    reads(
        """
        words                                  | zone      | from       | until      | precision
        1 to 3 November 2023                   | Asia/Gaza | 2023-11-01 | 2023-11-03 | day
        1-3 Nov 2023                           | Asia/Gaza | 2023-11-01 | 2023-11-03 | day
        November 1-3, 2023                     | Asia/Gaza | 2023-11-01 | 2023-11-03 | day
        from the 1st to the 3rd of November 2023 | Asia/Gaza | 2023-11-01 | 2023-11-03 | day
        between 30 Oct and 3 Nov 2023          | Asia/Gaza | 2023-10-30 | 2023-11-03 | day
        30 Oct 2023 to 3 Nov                   | Asia/Gaza | 2023-10-30 | 2023-11-03 | day
        28 Dec to 3 Jan 2024                   | Asia/Gaza | 2023-12-28 | 2024-01-03 | day inferred
        28 Dec 2023 to 3 Jan                   | Asia/Gaza | 2023-12-28 | 2024-01-03 | day inferred
        early October to mid November 2023     | Asia/Gaza | 2023-10-01 | 2023-11-20 | month
        """
    )


def test_what_hangs_on_another_day_needs_that_day_and_is_marked(reads, stay_text):
    reads(
        """
        words                    | zone      | from             | until            | precision
        yesterday                | Asia/Gaza | 2023-11-04       | 2023-11-04       | relative inferred
        today                    | Asia/Gaza | 2023-11-05       | 2023-11-05       | relative inferred
        three days ago           | Asia/Gaza | 2023-11-02       | 2023-11-02       | relative inferred
        last Friday              | Asia/Gaza | 2023-11-03       | 2023-11-03       | relative inferred
        last Sunday              | Asia/Gaza | 2023-10-29       | 2023-10-29       | relative inferred
        two weeks ago            | Asia/Gaza | 2023-10-20       | 2023-10-24       | relative inferred
        last week                | Asia/Gaza | 2023-10-23       | 2023-11-04       | relative inferred
        last month               | Asia/Gaza | 2023-10-01       | 2023-10-31       | relative inferred
        4 Nov                    | Asia/Gaza | 2023-11-04       | 2023-11-04       | day inferred
        4 Nov 12:00              | Asia/Gaza | 2023-11-04T12:00 | 2023-11-04T12:00 | instant inferred
        late October             | Asia/Gaza | 2023-10-21       | 2023-10-31       | late inferred
        since 30 October         | Asia/Gaza | 2023-10-30       |                  | open inferred
        30 Oct to 3 Nov          | Asia/Gaza | 2023-10-30       | 2023-11-03       | day inferred
        """,
        said_on="2023-11-05",
    )
    stay_text(
        """
yesterday
last week
three days ago
4 Nov
late October
since 30 October
30 Oct to 3 Nov
"""
    )


def test_a_missing_year_is_the_one_nearest_to_the_day_it_was_said(reads):
    reads(
        """
        words       | zone      | from       | until      | precision
        28 December | Asia/Gaza | 2023-12-28 | 2023-12-28 | day inferred
        3 January   | Asia/Gaza | 2024-01-03 | 2024-01-03 | day inferred
        December    | Asia/Gaza | 2023-12-01 | 2023-12-31 | month inferred
        29 February | Asia/Gaza | 2024-02-29 | 2024-02-29 | day inferred
        """,
        said_on="2024-01-05",
    )
