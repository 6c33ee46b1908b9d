from datetime import UTC, date, datetime

import pytest

from homeward.moments import MomentWithoutZone, UnreadableMoment, dial, point, stamp
from tests.spec.times.cast import GAZA
from tests.spec.times.tables import rows

SAID_ON = date(2023, 11, 5)


def test_commands_and_the_api_take_a_time_with_its_zone_or_a_day():
    table = """
        words                         | instant
        2023-11-04T12:00+02:00        | 2023-11-04T10:00:00.000000Z
        2023-11-04T10:00Z             | 2023-11-04T10:00:00.000000Z
        2023-11-04t10:00:00.5z        | 2023-11-04T10:00:00.500000Z
        2023-11-04 12:00:00+0200      | 2023-11-04T10:00:00.000000Z
        2023-11-04T10:00Z[Asia/Gaza]  | 2023-11-04T10:00:00.000000Z
        2023-11-04T12:00+02:00[Asia/Gaza] | 2023-11-04T10:00:00.000000Z
        2023-11-04T12:00[Asia/Gaza]   | 2023-11-04T10:00:00.000000Z
        2023-11-04                    | 2023-11-04T22:00:00.000000Z
        2023-10-28                    | 2023-10-28T22:00:00.000000Z
        2023-10-27                    | 2023-10-27T21:00:00.000000Z
        ٢٠٢٣-١١-٠٤                    | 2023-11-04T22:00:00.000000Z
        """
    for row in rows(table):
        assert stamp(point(row["words"], GAZA)) == row["instant"], row["words"]


def test_a_time_without_zone_is_refused_with_the_one_that_may_be_meant():
    with pytest.raises(MomentWithoutZone) as refused:
        point("2023-11-04T12:00", GAZA)

    assert refused.value.instead == "If the clocks of Asia/Gaza are meant, write 2023-11-04T12:00+02:00."


def test_a_plus_lost_in_an_address_is_told():
    with pytest.raises(UnreadableMoment) as refused:
        point("2023-11-04T12:00 02:00", GAZA)

    assert refused.value.instead == "In an address, write the plus of an offset as %2B."


@pytest.mark.parametrize(
    "words",
    [
        "",
        "now",
        "yesterday",
        "4 Nov 2023",
        "2023",
        "2023-11",
        "2023-W45",
        "2023-11-~04",
        "2023-11-04T~12:00Z",
        "2023-11-04..",
        "2023-11-31",
        "1405-06-15",
        "12023-11-04",
        "2023-11-04T12:00+19:00",
        "2023-11-04T12:00+02:60",
        "2023-11-04T12:00+03:00[Asia/Gaza]",
        "2023-11-04T12:00[Mars/Olympus]",
        "2023-11-04T25:00Z",
        "2023-11-04T12:00:00.1234567Z",
        "2023-11-04\0",
        "2023-11-04T10:00Z" * 100,
        "1699092000",
    ],
)
def test_everything_else_is_refused_with_what_to_write(words):
    with pytest.raises(UnreadableMoment) as refused:
        point(words, GAZA)

    assert refused.value.message


def test_a_dial_takes_what_people_type_in_local_time():
    table = """
        words                  | instant
        4 Nov 12:00            | 2023-11-04T10:00:00.000000Z
        4 Nov 2023 12:00       | 2023-11-04T10:00:00.000000Z
        2023-11-04T12:00       | 2023-11-04T10:00:00.000000Z
        2023-11-04T12:00Z      | 2023-11-04T12:00:00.000000Z
        2023-11-04             | 2023-11-04T22:00:00.000000Z
        4 Nov                  | 2023-11-04T22:00:00.000000Z
        yesterday              | 2023-11-04T22:00:00.000000Z
        yesterday noon         | 2023-11-04T10:00:00.000000Z
        October 2023           | 2023-10-31T22:00:00.000000Z
        late October           | 2023-10-31T22:00:00.000000Z
        """
    for row in rows(table):
        assert stamp(dial(row["words"], GAZA, reference=SAID_ON)) == row["instant"], row["words"]


@pytest.mark.parametrize(
    "words",
    ["", "soon", "about 4 Nov", "2023-11-04T~12:00", "since 4 Nov", "1 to 3 Nov", "31 Nov", "4 Nov 26:00", "4 Nov\0"],
)
def test_a_dial_refuses_what_names_no_single_time(words):
    with pytest.raises(UnreadableMoment):
        dial(words, GAZA, reference=SAID_ON)


def test_a_dial_may_be_given_the_instant_at_which_it_is_turned():
    late = datetime(2023, 11, 4, 22, 30, tzinfo=UTC)  # the 5th in Gaza

    assert dial("yesterday", GAZA, reference=late) == dial("4 Nov 2023", GAZA, reference=late)
