import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import example, given
from hypothesis import strategies as st

from homeward.moments import Interval, Precision, day_of, in_words, point, read, whole_day
from homeward.refusals import Refused

REGION = [
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Africa/Cairo",
    "Asia/Damascus",
    "Asia/Beirut",
    "Asia/Amman",
    "Asia/Aden",
    "Asia/Tehran",
]
zones = st.sampled_from(REGION).map(ZoneInfo)
all_zones = st.sampled_from(sorted(available_timezones() - {"localtime", "Factory"})).map(ZoneInfo)
days = st.dates(date(1800, 1, 1), date(2199, 12, 30))
DAY = timedelta(days=1)

PIECES = """
about around ~ - . .. / , : + since until before after by from to between and on in at the of late early mid end week
last next yesterday today ago three 3 4 31 2023 1405 2023-11-04 2023-11 2023-W45 T12:00 12:00 01:30 Z UTC +02:00 pm noon
Nov November 29 February 28 Apr Monday تشرين الثاني ٤ ноября \0 \u200f \u00a0
""".replace("\n", " ").split(" ")
phrases = st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join)
close_phrases = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)


@given(st.one_of(st.text(), phrases, close_phrases), zones, st.none() | st.dates())
@example("999 days ago", ZoneInfo("Asia/Gaza"), date.min)
@example("tomorrow", ZoneInfo("Asia/Gaza"), date.max)
@example("next month", ZoneInfo("Asia/Gaza"), date.max)
@example("4 nov", ZoneInfo("Asia/Gaza"), date.max)
@example("2023-11-04..2023-11-04T00:00", ZoneInfo("Asia/Gaza"), None)
def test_reading_never_fails_and_always_keeps_the_words(words, zone, reference):
    assert read(words, zone, reference=reference).words == words


@given(st.one_of(st.text(), phrases, close_phrases), zones)
def test_a_door_gives_an_instant_in_utc_or_refuses(words, zone):
    try:
        moment = point(words, zone)
    except Refused:
        return
    assert moment.tzinfo is UTC


@given(st.one_of(days.map(str), phrases), zones, days)
def test_what_was_read_and_said_again_means_the_same(words, zone, reference):
    interval = read(words, zone, reference=reference)
    again = read(in_words(interval, zone), zone)

    if interval.precision is Precision.INSTANT and interval.inferred:
        return  # a local time that happened twice is said once
    if interval.precision is not Precision.UNREAD:
        assert (again.start, again.until) == (interval.start, interval.until)


@given(days, st.integers(0, 400), zones)
def test_days_said_in_words_are_read_as_the_same_days(first, more, zone):
    interval = read(f"{first}..{min(first + more * DAY, date(2199, 12, 30))}", zone)

    again = read(in_words(interval, zone), zone)

    assert (again.start, again.until) == (interval.start, interval.until)
    assert again.precision in (Precision.DAY, Precision.MONTH)


@given(days, all_zones)
def test_days_follow_each_other_without_gap_or_overlap(day, zone):
    today, tomorrow = read(str(day), zone), read(str(day + DAY), zone)

    if Precision.UNREAD not in (today.precision, tomorrow.precision):
        assert today.until == tomorrow.start


@given(st.dates(date(1980, 1, 1), date(2040, 1, 1)), zones)
def test_each_instant_of_a_day_falls_in_that_day(day, zone):
    interval = read(str(day), zone)

    assert interval.start is not None and interval.until is not None
    assert interval == whole_day(day, zone, words=str(day))
    assert day_of(interval.start, zone) == day == day_of(interval.until - timedelta(microseconds=1), zone)
    assert day_of(interval.start - timedelta(microseconds=1), zone) == day - DAY


@given(st.dates(date(1980, 1, 1), date(2037, 1, 1)), zones)
def test_a_day_has_23_24_or_25_hours(day, zone):
    interval = read(str(day), zone)

    assert interval.start is not None and interval.until is not None
    assert interval.until - interval.start in [timedelta(hours=hours) for hours in (23, 24, 25)]


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)), zones)
def test_an_instant_written_with_its_offset_is_that_instant(moment, zone):
    written = moment.replace(tzinfo=UTC).astimezone(zone).replace(microsecond=0)
    offset = written.utcoffset()
    if offset is not None and offset % timedelta(minutes=1):
        return  # before standard time, offsets had seconds, which nobody writes

    assert read(written.isoformat(), zone) == Interval.at(written, written.isoformat())
    assert point(written.isoformat(), zone) == written


def test_hostile_words_do_not_hang_it():
    begin = time.process_time()
    for piece in ("about ", "1-", "to ", "a" * 5, "1 ", "- ", "in ", "early ", "between and ", ". ", "12:00 ", "nov "):
        read((piece * 120)[:120], ZoneInfo("Asia/Gaza"))

    assert time.process_time() - begin < 20  # without end if a pattern went back over and over; in truth milliseconds
