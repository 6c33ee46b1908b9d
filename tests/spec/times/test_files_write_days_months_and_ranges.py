def test_a_day_a_month_and_a_week_are_read_whole(reads):
    reads(
        """
        words      | zone        | from       | until      | precision
        2023-11-04 | Asia/Gaza   | 2023-11-04 | 2023-11-04 | day
        2024-02-29 | Asia/Aden   | 2024-02-29 | 2024-02-29 | day
        2023-11    | Asia/Gaza   | 2023-11-01 | 2023-11-30 | month
        2024-02    | Asia/Aden   | 2024-02-01 | 2024-02-29 | month
        2023-W45   | Asia/Gaza   | 2023-11-06 | 2023-11-12 | week
        2020-W53   | Asia/Gaza   | 2020-12-28 | 2021-01-03 | week
        """
    )


def test_about_a_day_is_two_days_on_each_side(reads):
    reads(
        """
        words       | zone          | from       | until      | precision
        2023-11-~04 | Asia/Gaza     | 2023-11-02 | 2023-11-06 | about
        2023-10-~30 | Asia/Gaza     | 2023-10-28 | 2023-11-01 | about
        2016-12-~31 | Asia/Damascus | 2016-12-29 | 2017-01-02 | about
        2023-~11    | Asia/Gaza     | 2023-10-30 | 2023-12-02 | about
        """
    )


def test_about_a_time_is_an_hour_on_each_side(reads):
    reads(
        """
        words             | zone          | from             | until            | precision
        2023-11-25T~21:00 | Asia/Gaza     | 2023-11-25T20:00 | 2023-11-25T22:00 | about
        2016-12-19T~05:00 | Asia/Damascus | 2016-12-19T04:00 | 2016-12-19T06:00 | about
        2023-11-25T~23:30 | Asia/Gaza     | 2023-11-25T22:30 | 2023-11-26T00:30 | about
        """
    )


def test_a_time_without_offset_is_the_local_time_of_the_case(reads):
    reads(
        """
        words                            | zone      | from             | until            | precision
        2023-11-25T21:00                 | Asia/Gaza | 2023-11-25T21:00 | 2023-11-25T21:00 | instant
        2023-11-25 21:00                 | Asia/Gaza | 2023-11-25T21:00 | 2023-11-25T21:00 | instant
        2023-11-25T21:00+02:00           | Asia/Gaza | 2023-11-25T21:00 | 2023-11-25T21:00 | instant
        2023-11-25T19:00Z                | Asia/Gaza | 2023-11-25T21:00 | 2023-11-25T21:00 | instant
        2023-11-25T19:00 UTC             | Asia/Gaza | 2023-11-25T21:00 | 2023-11-25T21:00 | instant
        2023-11-25T22:00+0300            | Asia/Gaza | 2023-11-25T21:00 | 2023-11-25T21:00 | instant
        2023-11-25T14:00-05              | Asia/Gaza | 2023-11-25T21:00 | 2023-11-25T21:00 | instant
        2023-11-25T22:00[Europe/Moscow]  | Asia/Gaza | 2023-11-25T21:00 | 2023-11-25T21:00 | instant
        2023-11-25T21:00:30.250          | Asia/Gaza | 2023-11-25T21:00 | 2023-11-25T21:00 | instant
        """
    )


def test_two_dots_make_a_range_open_where_a_side_is_missing(reads):
    reads(
        """
        words                              | zone          | from             | until            | precision
        2016-12-18..2016-12-19             | Asia/Damascus | 2016-12-18       | 2016-12-19       | day
        2016-12-18/2016-12-19              | Asia/Damascus | 2016-12-18       | 2016-12-19       | day
        2023-10..2023-11-04                | Asia/Gaza     | 2023-10-01       | 2023-11-04       | month
        2023-10-~30..2023-11-04            | Asia/Gaza     | 2023-10-28       | 2023-11-04       | about
        2023-11-04T10:00..2023-11-04T12:00 | Asia/Gaza     | 2023-11-04T10:00 | 2023-11-04T12:00 | instant
        2023-11-04..                       | Asia/Gaza     | 2023-11-04       |                  | open
        2023-11-~04..                      | Asia/Gaza     | 2023-11-02       |                  | open
        ..2023-11-04                       | Asia/Gaza     |                  | 2023-11-04       | open
        ..2023-11-04T10:00                 | Asia/Gaza     |                  | 2023-11-04T10:00 | open
        """
    )
