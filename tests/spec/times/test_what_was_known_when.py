from datetime import date, datetime, timedelta

import pytest

from homeward.moments import Interval, Knowing, dial, point, read
from tests.spec.times.cast import GAZA
from tests.spec.times.tables import rows

TICK = timedelta(microseconds=1)


@pytest.fixture
def knows():
    def check(table: str) -> None:
        for row in rows(table):
            interval = read(row["words"], GAZA)
            at = point(row["at"], GAZA)
            answer = {
                "known": str(interval.knowing(at)),
                "concerns": "yes" if interval.concerns(at) else "no",
                "reaches past": "yes" if interval.reaches_past(at) else "no",
            }
            assert {"words": row["words"], "at": row["at"], **answer} == row

    return check


def test_known_once_it_is_over_possibly_while_it_lasts_not_before(knows):
    knows(
        """
        words                   | at                     | known    | concerns | reaches past
        2023-11-04              | 2023-11-03             | no       | no       | yes
        2023-11-04              | 2023-11-04T00:00+02:00 | no       | no       | yes
        2023-11-04              | 2023-11-04T12:00+02:00 | possibly | yes      | yes
        2023-11-04              | 2023-11-04             | yes      | yes      | no
        2023-11-04              | 2023-11-05T00:00+02:00 | yes      | yes      | no
        2023-11                 | 2023-11-04             | possibly | yes      | yes
        2023-11                 | 2023-11-30             | yes      | yes      | no
        about 4 Nov 2023        | 2023-11-01             | no       | no       | yes
        about 4 Nov 2023        | 2023-11-04             | possibly | yes      | yes
        about 4 Nov 2023        | 2023-11-06             | yes      | yes      | no
        end of October 2023     | 2023-10-20             | no       | no       | yes
        end of October 2023     | 2023-10-30             | possibly | yes      | yes
        end of October 2023     | 2023-10-31             | yes      | yes      | no
        """
    )


def test_an_instant_is_known_at_that_very_instant(knows):
    knows(
        """
        words            | at                            | known | concerns | reaches past
        2023-11-04T12:00 | 2023-11-04T11:59:59.999999+02 | no    | no       | yes
        2023-11-04T12:00 | 2023-11-04T12:00+02:00        | yes   | yes      | no
        2023-11-04T12:00 | 2023-11-04T10:00Z             | yes   | yes      | no
        2023-11-04T12:00 | 2023-11-03                    | no    | no       | yes
        """
    )


def test_an_open_side_is_never_over_or_may_always_have_begun(knows):
    knows(
        """
        words          | at         | known    | concerns | reaches past
        2023-11-04..   | 2023-11-03 | no       | no       | yes
        2023-11-04..   | 2023-11-04 | possibly | yes      | yes
        2023-11-04..   | 2199-11-04 | possibly | yes      | yes
        ..2023-11-04   | 1999-11-04 | possibly | yes      | yes
        ..2023-11-04   | 2023-11-04 | yes      | yes      | no
        not known when | 2023-11-04 | possibly | yes      | yes
        """
    )


def test_the_end_of_a_day_knows_that_day_whole_and_nothing_of_the_next():
    end = point("2023-10-30", GAZA)

    assert read("2023-10-30", GAZA).knowing(end) is Knowing.YES
    assert read("2023-10-30T23:59", GAZA).knowing(end) is Knowing.YES
    assert read("2023-10-31", GAZA).knowing(end) is Knowing.NO
    assert read("November 2023", GAZA).knowing(end) is Knowing.NO


def test_at_the_instant_of_a_change_the_one_is_over_and_the_other_has_not_begun():
    at = point("2023-11-04T12:00+02:00", GAZA)
    one, other = read("2023-11-04T10:00..2023-11-04T12:00", GAZA), Interval.at(at)

    assert one.knowing(at) is Knowing.YES
    assert other.knowing(at) is Knowing.YES
    assert read("2023-11-04T12:00..2023-11-04T14:00", GAZA).knowing(at) is Knowing.NO
    assert read("2023-11-04T12:00..2023-11-04T14:00", GAZA).knowing(at + TICK) is Knowing.POSSIBLY


def test_an_end_of_day_is_the_same_at_every_door():
    reference = date(2023, 11, 5)
    ends = {
        point("2023-11-04", GAZA),
        dial("2023-11-04", GAZA, reference=reference),
        dial("4 Nov", GAZA, reference=reference),
    }

    assert ends == {datetime.fromisoformat("2023-11-05T00:00+02:00")}
