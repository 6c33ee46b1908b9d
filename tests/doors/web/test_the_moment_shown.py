"""As of when, known at when: read from an address or a dial, and carried on."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.moments import Clock, day_of, dial
from homeward.refusals import Refused
from homeward.web import asked
from homeward.web.design import invented

GAZA = ZoneInfo("Asia/Gaza")
NOW = datetime(2023, 11, 4, 10, tzinfo=UTC)
CASE = invented.CASE


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("2023-11-04T12:00+02:00", datetime(2023, 11, 4, 10, tzinfo=UTC)),
        ("4 Nov 12:00", datetime(2023, 11, 4, 10, tzinfo=UTC)),
        ("30 October", datetime(2023, 10, 30, 22, tzinfo=UTC)),
        ("2023-10-30", datetime(2023, 10, 30, 22, tzinfo=UTC)),
    ],
)
def test_dials_and_addresses_are_read_in_the_time_of_the_case(words, at):
    assert asked.read({"known_at": words}, CASE, now=NOW).known_at == at


def test_what_is_not_chosen_is_now_by_the_clock_of_the_case():
    question = asked.read({"as_of": "", "known_at": "now"}, CASE, now=NOW)

    assert (question.as_of, question.known_at, question.clock, question.past) == (NOW, NOW, Clock.SAID, False)
    assert asked.query(question) == {}


def test_a_time_that_cannot_be_read_is_refused_with_its_place():
    with pytest.raises(Refused) as refused:
        asked.read({"as_of": "soon"}, CASE, now=NOW)

    assert refused.value.where == "as_of"
    assert refused.value.instead


def test_only_three_clocks_are_known():
    with pytest.raises(asked.NoSuchClock):
        asked.read({"clock": "guessed"}, CASE, now=NOW)


def test_the_moment_rides_on_an_address_and_comes_back():
    question = asked.read({"as_of": "4 Nov 12:00", "clock": "published"}, CASE, now=datetime(2023, 12, 1, tzinfo=UTC))

    assert asked.query(question) == {"as_of": "2023-11-04T12:00+02:00", "clock": "published"}
    assert asked.carry("/c/x/#s02", question) == "/c/x/?as_of=2023-11-04T12%3A00%2B02%3A00&clock=published#s02"
    assert asked.carry("/c/x/?q=list", question).startswith("/c/x/?q=list&as_of=")
    assert asked.carry("/c/x/", None) == "/c/x/"


moments = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))


@given(moments)
def test_what_stands_in_an_address_means_the_same_instant_again(moment):
    again = asked.read({"as_of": asked.in_address(moment, GAZA)}, CASE, now=datetime(2031, 1, 1, tzinfo=UTC))

    assert again.as_of == moment


@given(moments.map(lambda moment: moment.replace(second=0, microsecond=0)))
def test_what_stands_in_a_dial_means_the_same_instant_again(moment):
    assert dial(asked.in_dial(moment, GAZA), GAZA, reference=day_of(NOW, GAZA)) == moment
