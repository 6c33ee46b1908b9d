"""A local time in a case file is one of the zone that the case names; words that are no time stay words."""

from __future__ import annotations

from homeward.moments import Precision, stamp
from tests.spec.case_file.files import found, read, told

SAID = ("statements", 0, "said_on")


def _said(words: str, zone: str = "Asia/Gaza") -> tuple[str, str]:
    said = read((SAID, words), (("timezone",), zone)).statements[0].said_on
    assert said is not None
    assert said.start is not None
    assert said.until is not None
    return stamp(said.start)[:16], stamp(said.until)[:16]


def test_a_day_is_the_local_day() -> None:
    assert _said("2031-03-04") == ("2031-03-03T22:00", "2031-03-04T22:00")
    assert _said("2031-03-04", "America/New_York") == ("2031-03-04T05:00", "2031-03-05T05:00")


def test_an_hour_is_the_local_hour_and_its_own_zone_wins() -> None:
    assert _said("2031-03-04T10:00") == ("2031-03-04T08:00", "2031-03-04T08:00")
    assert _said("2031-03-04T10:00+01:00") == ("2031-03-04T09:00", "2031-03-04T09:00")


def test_about_a_day_and_about_an_hour() -> None:
    assert _said("2031-03-~04") == ("2031-03-01T22:00", "2031-03-06T22:00")
    assert _said("2031-03-04T~10:00") == ("2031-03-04T07:00", "2031-03-04T09:00")


def test_an_interval_includes_its_last_day_and_may_be_open() -> None:
    assert _said("2031-03-02..2031-03-04") == ("2031-03-01T22:00", "2031-03-04T22:00")
    open_end = read((("agreements", 0, "suspended"), "2031-03-06..")).agreements[0].suspended
    assert open_end is not None
    assert open_end.until is None


def test_a_window_is_a_list_of_first_and_last_or_an_interval_in_words() -> None:
    path = ("statements", 1, "figures", 0, "window")

    listed = read((path, ["2031-03-03", "2031-03-05"])).statements[1].figures[0].window
    worded = read((path, "2031-03-03..2031-03-05")).statements[1].figures[0].window
    open_start = read((path, [None, "2031-03-05"])).statements[1].figures[0].window

    assert listed == worded
    assert open_start is not None
    assert open_start.start is None


def test_more_words_in_the_zone_are_left_aside_with_a_note() -> None:
    assert _said("2031-03-04", "Asia/Gaza, UTC+2 in winter") == ("2031-03-03T22:00", "2031-03-04T22:00")
    assert ("note", "zone-words", "timezone") in told(found((("timezone",), "Asia/Gaza, UTC+2 in winter")))


def test_what_cannot_be_read_stays_words_and_is_listed() -> None:
    said = read((SAID, "before the rain")).statements[0].said_on

    assert said is not None
    assert (said.precision, said.words) == (Precision.UNREAD, "before the rain")
    assert ("note", "unread-time", "statements[0].said_on") in told(found((SAID, "before the rain")))


def test_a_local_hour_that_came_twice_is_told_and_one_that_never_came_is_a_fault() -> None:
    paris = (("timezone",), "Europe/Paris")

    twice = found(paris, (SAID, "2030-10-27T02:30"))
    never = found(paris, (SAID, "2030-03-31T02:30"))

    assert ("note", "time-came-twice", "statements[0].said_on") in told(twice)
    assert ("fault", "no-such-time", "statements[0].said_on") in told(never)
