from datetime import UTC, date, datetime

from homeward.moments import in_words, moment_in_words, read
from tests.spec.times.cast import GAZA
from tests.spec.times.tables import rows


def says(table: str) -> None:
    for row in rows(table):
        interval = read(row["words"], GAZA, reference=date(2023, 11, 5))
        assert in_words(interval, GAZA) == row["said"], row["words"]


def test_days_months_and_parts_of_months():
    says(
        """
        words                       | said
        2023-11-04                  | 4 Nov 2023
        2023-11-~04                 | about 4 Nov 2023
        2023-11                     | Nov 2023
        2023-10..2023-11            | Oct to Nov 2023
        2022-12..2023-01            | Dec 2022 to Jan 2023
        end of October 2023         | late Oct 2023
        beginning of November 2023  | early Nov 2023
        middle of November 2023     | mid Nov 2023
        about November 2023         | about Nov 2023
        about late October 2023     | about 21 to 31 Oct 2023
        week of 6 November 2023     | week of 6 Nov 2023
        week of 8 November 2023     | 4 to 12 Nov 2023
        yesterday                   | 4 Nov 2023
        """
    )


def test_ranges_say_once_what_both_ends_share():
    says(
        """
        words                               | said
        2023-11-01..2023-11-03              | 1 to 3 Nov 2023
        2023-10-30..2023-11-03              | 30 Oct to 3 Nov 2023
        2022-12-30..2023-01-02              | 30 Dec 2022 to 2 Jan 2023
        2023-11-04..                        | from 4 Nov 2023
        2023-11-04T12:00..                  | from 4 Nov 2023 12:00
        ..2023-11-04                        | until 4 Nov 2023
        before 4 Nov 2023 12:00             | until 4 Nov 2023 12:00
        2023-11-04T10:00..2023-11-04T12:00  | 4 Nov 2023 10:00 to 12:00
        2023-11-04T22:00..2023-11-05T02:00  | 4 Nov 2023 22:00 to 5 Nov 2023 02:00
        """
    )


def test_times_have_24_hours_and_local_clocks():
    says(
        """
        words                    | said
        4 Nov 2023 3 pm          | 4 Nov 2023 15:00
        2023-11-04T12:00Z        | 4 Nov 2023 14:00
        2023-11-25T~21:00        | about 25 Nov 2023 21:00
        """
    )
    assert moment_in_words(datetime(2023, 11, 4, 10, tzinfo=UTC), GAZA) == "4 Nov 2023 12:00"


def test_what_was_not_read_speaks_for_itself():
    says(
        """
        words                | said
        after the prayers    | after the prayers
        31 November 2023     | 31 November 2023
        """
    )
