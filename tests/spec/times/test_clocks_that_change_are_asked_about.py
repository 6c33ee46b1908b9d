from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from homeward.moments import (
    AmbiguousLocalTime,
    Interval,
    NoSuchLocalTime,
    Precision,
    dial,
    in_words,
    moved,
    point,
    read,
    typed,
)
from tests.spec.times.cast import CAIRO, GAZA, JERUSALEM

TWICE = "2023-10-29T01:30"  # clocks in Jerusalem went back from 02:00 to 01:00
NEVER = "2023-04-28T00:30"  # clocks in Cairo went from 00:00 to 01:00


def test_a_local_time_that_happened_twice_is_read_as_both_and_marked():
    interval = read(TWICE, JERUSALEM)

    assert interval.start == datetime(2023, 10, 28, 22, 30, tzinfo=UTC)
    assert interval.until == datetime(2023, 10, 28, 23, 30, tzinfo=UTC)
    assert (interval.precision, interval.inferred) == (Precision.INSTANT, True)
    assert in_words(interval, JERUSALEM) == "29 Oct 2023 01:30"


def test_a_local_time_that_never_happened_stays_text():
    assert read(NEVER, CAIRO) == Interval.unread(NEVER)


def ask_point(words, zone):
    return point(words, zone)


def ask_dial(words, zone):
    return dial(words, zone, reference=date(2023, 10, 1))


@pytest.mark.parametrize("door", [ask_point, ask_dial, typed])
def test_doors_ask_which_when_a_time_happened_twice(door):
    with pytest.raises(AmbiguousLocalTime) as refused:
        door(TWICE, JERUSALEM)

    assert refused.value.instead == (
        "Write 2023-10-29T01:30+03:00 (before the clocks went back) or 2023-10-29T01:30+02:00 (after)."
    )


@pytest.mark.parametrize("door", [ask_point, ask_dial, typed])
def test_doors_refuse_a_time_that_never_happened_and_say_what_to_write(door):
    with pytest.raises(NoSuchLocalTime) as refused:
        door(NEVER, CAIRO)

    assert refused.value.instead == "Write 2023-04-27T23:30+02:00 or 2023-04-28T01:30+03:00."


@pytest.mark.parametrize("words", ["29 Oct 2023 01:30", "about 01:30 on 29 Oct 2023", "since 29 Oct 2023 01:30"])
def test_words_being_typed_are_asked_about_in_every_form(words):
    with pytest.raises(AmbiguousLocalTime):
        typed(words, JERUSALEM)


@pytest.mark.parametrize("offset", ["+03:00", "+02:00"])
def test_what_the_refusal_advises_is_taken(offset):
    written = f"{TWICE}{offset}"

    assert point(written, JERUSALEM) == dial(written, JERUSALEM, reference=date(2023, 10, 1))
    assert typed(written, JERUSALEM).start == datetime.fromisoformat(written)


@pytest.mark.parametrize(
    ("day", "zone", "hours"),
    [
        ("2023-10-29", JERUSALEM, 25),
        ("2023-03-24", JERUSALEM, 23),
        ("2023-04-28", CAIRO, 23),  # begins at 01:00
        ("2023-10-26", CAIRO, 25),  # its last hour happened twice
        ("2023-04-29", GAZA, 23),
        ("2023-10-28", GAZA, 25),
        ("2023-11-04", GAZA, 24),
    ],
)
def test_a_day_has_the_hours_that_its_clocks_gave_it(day, zone, hours):
    interval = read(day, zone)

    assert interval.start is not None and interval.until is not None
    assert interval.until - interval.start == timedelta(hours=hours)
    assert in_words(interval, zone) == in_words(read(day, ZoneInfo("UTC")), ZoneInfo("UTC"))


def test_a_day_that_a_place_left_out_stays_text_and_is_refused_at_doors():
    samoa = ZoneInfo("Pacific/Apia")

    assert read("2011-12-30", samoa).precision is Precision.UNREAD
    assert read("29 to 31 Dec 2011", samoa).precision is Precision.DAY
    with pytest.raises(NoSuchLocalTime) as refused:
        point("2011-12-30", samoa)
    assert refused.value.instead == "The calendar of this place has no 2011-12-30."


def test_a_time_kept_under_older_rules_of_its_zone_is_found_and_read_again():
    # Planned while Egypt had no summer time; in 2023 it came back.
    noon = datetime(2023, 7, 1, 10, 0, tzinfo=UTC)
    kept = Interval(noon, noon, Precision.INSTANT, "2023-07-01T12:00")

    again = moved(kept, CAIRO)

    assert again is not None
    assert again.start == datetime(2023, 7, 1, 9, 0, tzinfo=UTC)
    assert moved(again, CAIRO) is None
    assert moved(Interval.unread("soon"), CAIRO) is None
