"""The value of a condition by what voices say, and of a gate by its members; nothing is made certain by the order of arrival."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.ledger.core.conditions import Report, Value, contrary, held, says
from homeward.ledger.core.vagueness import vague
from homeward.moments import Interval, Precision
from homeward.talks.core.values import all_of, any_of, at_least, other

START = datetime(2026, 1, 1, tzinfo=UTC)
MET, UNMET, UNKNOWN, CONTESTED = Value.MET, Value.UNMET, Value.UNKNOWN, Value.CONTESTED


def day(number: int) -> Interval:
    start = START + timedelta(days=number)
    return Interval(start, start + timedelta(days=1), Precision.DAY, f"day {number}")


def report(number: int, voice: str, value: Value, on: int, **more: object) -> Report:
    return Report(
        statement=f"s{number:03}", voice=voice, says=value, said=day(on), recorded=START, place=number, **more
    )  # type: ignore[arg-type]


REPORTS = st.lists(
    st.tuples(
        st.sampled_from(["north", "south", "mediator", ""]),
        st.sampled_from([MET, UNMET, UNKNOWN]),
        st.integers(0, 6),
        st.sampled_from(["", "o1", "o2"]),
    ),
    max_size=10,
)


@given(REPORTS, st.integers(0, 10_000))
def test_the_order_of_arrival_changes_nothing(drawn: list[tuple[str, Value, int, str]], seed: int) -> None:
    reports = [report(n, voice, value, on, origin=origin) for n, (voice, value, on, origin) in enumerate(drawn)]
    shuffled = list(reports)
    Random(seed).shuffle(shuffled)
    assert held(shuffled) == held(reports)


@given(REPORTS)
def test_contested_takes_two_voices(drawn: list[tuple[str, Value, int, str]]) -> None:
    reports = [report(n, voice, value, on, origin=origin) for n, (voice, value, on, origin) in enumerate(drawn)]
    found = held(reports)
    voices = {each.statement: each.voice for each in reports}
    if found.value is CONTESTED:
        assert not {voices[each] for each in found.met} & {voices[each] for each in found.unmet}
    if found.value is MET:
        assert any(each.says is MET for each in reports)


def test_repeats_of_one_utterance_are_one_report() -> None:
    once = report(1, "north", UNMET, 1, origin="o1")
    again = report(2, "an outlet", UNMET, 2, origin="o1")
    assert held([once, again]).unmet == ("s001",)


def test_one_utterance_passed_on_in_two_ways_says_neither() -> None:
    found = held([report(1, "north", UNMET, 1, origin="o1"), report(2, "an outlet", MET, 2, origin="o1")])
    assert found.value is UNKNOWN


def test_met_after_broken_by_one_source_is_met() -> None:
    assert held([report(1, "", UNMET, 1), report(2, "", MET, 4)]).value is MET


def test_what_one_file_dates_alike_counts_in_its_order() -> None:
    assert held([report(1, "", UNMET, 1), report(2, "", MET, 1)]).value is MET
    assert held([report(1, "", MET, 1), report(2, "", UNMET, 1)]).value is UNMET


def test_a_voice_that_no_longer_knows_takes_its_word_back() -> None:
    assert held([report(1, "north", MET, 1), report(2, "north", UNKNOWN, 2)]).value is UNKNOWN


def test_a_word_about_an_earlier_day_replaces_none_about_a_later_one() -> None:
    later = report(1, "north", MET, 5, about=day(4))
    earlier = report(2, "north", UNMET, 6, about=day(2))
    assert held([later, earlier]).value is MET


@pytest.mark.parametrize(
    ("status", "modality", "expected"),
    [
        ("met", "asserted", MET),
        ("met", "reported", MET),
        ("met", "denied", UNMET),
        ("unmet", "denied", MET),
        ("met", "promised", UNKNOWN),
        ("met", "expected", UNKNOWN),
        ("met", "conditional", UNKNOWN),
        ("partly", "asserted", UNKNOWN),
    ],
)
def test_what_a_report_says(status: str, modality: str, expected: Value) -> None:
    assert says(status, modality) is expected


def test_joins_by_counting_the_sure_and_the_possible() -> None:
    assert all_of([]) is MET
    assert any_of([]) is UNMET
    assert all_of([MET, CONTESTED]) is CONTESTED
    assert all_of([UNMET, CONTESTED]) is UNMET
    assert any_of([MET, CONTESTED]) is MET
    assert any_of([UNMET, UNKNOWN]) is UNKNOWN
    assert at_least(2, [MET, UNKNOWN, UNMET]) is UNKNOWN
    assert at_least(2, [MET, UNMET, UNMET]) is UNMET


def test_one_contested_and_one_unknown_decide_nothing() -> None:
    assert any_of([CONTESTED, UNKNOWN]) is CONTESTED
    assert all_of([CONTESTED, UNKNOWN]) is CONTESTED


def test_so_many_are_met_exactly_when_so_many_surely_are() -> None:
    for values in product(Value, repeat=4):
        for least in range(1, 5):
            joined = at_least(least, values)
            assert (joined is MET) == (values.count(MET) >= least)
            assert (joined is UNMET) == (values.count(UNMET) > 4 - least)
            # What does not hold is what the contrary of enough others holds (De Morgan).
            assert other(joined) is at_least(5 - least, [contrary(value) for value in values])


@pytest.mark.parametrize(
    "text",
    [
        "only when conditions allow",
        '"as soon as there will be the conditions"',
        "a coordinated approach among all involved",
        "at an appropriate time",
        "in due course",
        "as soon as possible",
        "когда позволят обстоятельства",
        "при подходящих условиях",
        "когда условия позволят",
        "по мере возможности",
        "عندما تسمح الظروف",
        "في الوقت المناسب",
        "بالتنسيق بين جميع الأطراف",
        "كאשר התנאים יאפשרו".replace("ك", "כ"),
        "בזמן המתאים",
        "בהקדם האפשרי",
    ],
)
def test_words_that_name_nothing_to_be_seen_are_vague(text: str) -> None:
    assert vague(text)


@pytest.mark.parametrize(
    "text",
    [
        "wounded of the two towns must be brought out too",
        "passage and safety protocols agreed with Egypt and the coordinating agencies",
        "the passage is coordinated with the committee at the bridge",
        "the conditions of clause 4 are signed",
        "список передан накануне вечером",
        "раненые вывезены через мост",
        "إطلاق سراح خمسين أسيرا",
        "העברת הרשימה עד הערב",
    ],
)
def test_words_that_name_what_could_be_seen_are_not(text: str) -> None:
    assert not vague(text)
