"""Shares, shortfalls, states, paces and rules as arithmetic on intervals: a table in, a fact out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.ledger.core.agreements import Stage
from homeward.talks.core import naming, promised, rules, stages
from homeward.talks.core.obligations import Facts, State, days_late, state
from homeward.talks.core.pace import pace
from homeward.talks.core.promised import Outcome, against, percent, score
from homeward.talks.core.quantities import Amount, NotAnAmount, share

AT = datetime(2026, 1, 10, tzinfo=UTC)


def of(lo: int, hi: int | None = -1) -> Amount:
    top = lo if hi == -1 else hi
    return Amount(Decimal(lo), None if top is None else Decimal(top))


amounts = st.builds(
    lambda lo, more: Amount(Decimal(lo), None if more is None else Decimal(lo + more)),
    st.integers(0, 200),
    st.one_of(st.none(), st.integers(0, 50)),
)


@pytest.mark.parametrize(
    ("owed", "came", "time_is_up", "outcome"),
    [
        (of(887), of(869), True, Outcome.SHORT),
        (of(887), of(869), False, Outcome.PARTLY),
        (of(50), of(50), False, Outcome.MET),
        (of(50, 60), of(55), True, Outcome.CANNOT_TELL),
        (of(50, None), of(50), True, Outcome.MET),
        (of(50, None), of(49), True, Outcome.SHORT),
        (of(100), of(90, 110), True, Outcome.CANNOT_TELL),
        (of(100), None, True, Outcome.NOTHING_TOLD),
        (None, of(5), True, Outcome.CANNOT_TELL),
    ],
)
def test_what_came_is_held_against_what_was_promised(
    owed: Amount | None, came: Amount | None, time_is_up: bool, outcome: Outcome
) -> None:
    assert against(owed, came, time_is_up=time_is_up).outcome is outcome


def test_a_share_is_the_least_of_the_most_to_the_most_of_the_least() -> None:
    assert share(of(40, 60), of(50, 80)) == (Decimal("0.5"), Decimal("1.2"))
    assert share(of(40, None), of(50)) == (Decimal("0.8"), None)
    assert share(of(5), of(0)) == (None, None)


@given(amounts, amounts, st.data())
def test_a_share_holds_the_share_of_any_members(came: Amount, owed: Amount, data: st.DataObject) -> None:
    one = Decimal(data.draw(st.integers(int(came.lo), 300 if came.hi is None else int(came.hi))))
    other = Decimal(data.draw(st.integers(int(owed.lo), 300 if owed.hi is None else int(owed.hi))))
    lo, hi = share(came, owed)

    if other:
        assert lo is None or lo <= one / other
        assert hi is None or one / other <= hi
    assert came.less(owed).holds(Amount.exactly(max(Decimal(0), one - other)))
    assert came.plus(owed).holds(Amount.exactly(one + other))
    assert came.times(owed).holds(Amount.exactly(one * other))


def test_what_is_not_quite_all_is_never_said_to_be_all() -> None:
    assert percent(Decimal("0.9999")) == "99 %"
    assert percent(Decimal("0.001")) == "under 1 %"
    assert percent(Decimal(869) / 887) == "98 %"


@pytest.mark.parametrize(
    ("came", "mark"), [(of(0), 0), (of(10), 1), (of(60), 2), (of(100), 3), (of(40, 60), None), (None, None)]
)
def test_a_mark_is_given_only_where_the_numbers_leave_one(came: Amount | None, mark: int | None) -> None:
    assert score(of(100), came) == mark


def test_an_amount_below_nought_or_back_to_front_is_refused() -> None:
    for lo, hi in ((-1, 5), (5, 4)):
        with pytest.raises(NotAnAmount):
            Amount(Decimal(lo), Decimal(hi))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"outcome": Outcome.NOTHING_TOLD}, State.AGREED),
        ({"outcome": Outcome.NOTHING_TOLD, "begun": True}, State.DUE),
        ({"outcome": Outcome.NOTHING_TOLD, "begun": True, "overdue": True}, State.DUE),
        ({"outcome": Outcome.NOTHING_TOLD, "come_first_done": False}, State.WAITING),
        ({"outcome": Outcome.PARTLY, "any_delivered": True}, State.PARTLY_DONE),
        ({"outcome": Outcome.CANNOT_TELL, "any_delivered": True, "overdue": True}, State.PARTLY_DONE),
        ({"outcome": Outcome.SHORT, "any_delivered": True, "overdue": True}, State.LATE),
        ({"outcome": Outcome.MET, "any_delivered": True, "overdue": True}, State.DONE),
        ({"outcome": Outcome.SHORT, "overdue": True, "complained_of": True}, State.CLAIMED_BREACHED),
        ({"outcome": Outcome.SHORT, "overdue": True, "ended": True}, State.EXPIRED),
        ({"outcome": Outcome.PARTLY, "suspended": True}, State.SUSPENDED),
        ({"outcome": Outcome.MET, "waived": True}, State.WAIVED),
        ({"outcome": Outcome.MET, "draft": True}, State.DRAFT),
        ({"outcome": Outcome.MET, "draft": True, "superseded": True}, State.SUPERSEDED),
    ],
)
def test_a_state_follows_from_what_was_said_and_counted(facts: dict[str, object], expected: State) -> None:
    assert state(Facts(**facts)) is expected  # type: ignore[arg-type]


def test_days_late_are_an_interval_where_days_are() -> None:
    tenth = (date(2026, 4, 10), date(2026, 4, 10))
    assert days_late((date(2026, 4, 14), date(2026, 4, 14)), tenth) == (4, 4)
    assert days_late((date(2026, 4, 8), date(2026, 4, 14)), tenth) == (0, 4)
    assert days_late((date(2026, 4, 14),) * 2, (date(2026, 4, 8), date(2026, 4, 12))) == (2, 6)


def test_the_pace_carries_on_as_it_was() -> None:
    found = pace(of(100), of(40), began=(AT - timedelta(days=4),) * 2, now=AT, due=AT + timedelta(days=5))

    assert found is not None
    assert found.per_day == of(10)
    assert found.done_from == found.done_until == AT + timedelta(days=6)
    assert found.words == "late at this pace"


def test_a_pace_of_an_interval_gives_an_interval_of_days_and_may_leave_it_open() -> None:
    found = pace(of(100), of(40, 80), began=(AT - timedelta(days=4),) * 2, now=AT, due=AT + timedelta(days=5))

    assert found is not None
    assert (found.done_from, found.done_until) == (AT + timedelta(days=1), AT + timedelta(days=6))
    assert found.words.startswith("cannot tell")


def test_of_what_may_never_have_begun_no_last_day_is_given() -> None:
    found = pace(of(100), of(0, 80), began=(AT - timedelta(days=4),) * 2, now=AT, due=None)

    assert found is not None
    assert found.done_until is None
    assert pace(of(100), of(0), began=(AT, AT), now=AT, due=None) is None


def test_ratios_are_read_and_those_for_nought_are_not() -> None:
    read, unread = rules.ratios(["3 for 1 of h1", "child: 30", "0 for 1", "3 for 0", "as it pleases"])

    assert [(each.num, each.den, each.of, each.category) for each in read] == [
        (Decimal(3), Decimal(1), "h1", ""),
        (Decimal(30), Decimal(1), "", "child"),
    ]
    assert unread == ["0 for 1", "3 for 0", "as it pleases"]


def test_what_is_owed_by_category_spans_what_nobody_sorted() -> None:
    by = rules.ratios(["woman: 30", "soldier: 50"])[0]

    assert rules.owed_for(by, of(3), {}) == of(90, 150)
    assert rules.owed_for(by, of(3), {"soldier": of(1)}) == of(110, 150)
    assert rules.owed_for(by, of(3), {"soldier": of(1), "woman": of(2)}) == of(110)


@pytest.mark.parametrize(
    ("per", "adds", "cap", "came", "days"),
    [
        ("10", "1 day", "", of(29), (2, 2)),
        ("10 hostages", "1 day", "10 days", of(200), (10, 10)),
        ("10", "1", "", of(19, 21), (1, 2)),
        ("10", "24 hours", "5 days", of(10, None), (1, 5)),
    ],
)
def test_an_extension_is_so_many_days_for_so_many(
    per: str, adds: str, cap: str, came: Amount, days: tuple[int, int]
) -> None:
    rule = rules.extension(per, adds, cap)

    assert rule is not None
    assert rule.comes_to(came) == tuple(timedelta(days=each) for each in days)


def test_an_extension_is_read_from_a_sentence_too_and_never_guessed() -> None:
    read = rules.extension("", "", "", "one additional day for every further 10 released")

    assert read == rules.Extension(Decimal(10), timedelta(days=1), None)
    assert rules.extension("", "", "", "as long as both wish") is None
    assert rules.extension("0", "1 day", "") is None


@pytest.mark.parametrize(
    ("measure", "stage"),
    [
        ("released", Stage.HANDED_OVER), ("flown", Stage.HANDED_OVER), ("crossed", Stage.ENTERED),
        ("handed over", Stage.HANDED_OVER), ("trucks entered", Stage.ENTERED), ("distributed", Stage.DISTRIBUTED),
        ("to release", None), ("not released", None), ("held", None), ("awaiting return", None), ("remaining", None),
    ],
)  # fmt: skip
def test_a_count_reaches_the_stage_that_its_word_says(measure: str, stage: Stage | None) -> None:
    assert stages.stage_of_measure(measure) is stage


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("detainees of the north incl. 16 from abroad", "north detainees", True),
        ("aid trucks", "trucks of aid", True),
        ("all detainees", "detainees", True),
        ("women and children", "children", False),
        ("Sana to Aden", "Aden to Sana", False),
        ("", "", False),
    ],
)
def test_only_the_same_words_are_the_same_people(one: str, other: str, same: bool) -> None:
    assert naming.same_words(one, other) is same


def test_a_list_in_a_text_gives_a_number_only_for_a_name_that_stands_there_alone() -> None:
    text = "357 today: Upper-Lower 120 and 117, Lower-Upper 60 (so written), Mill-Lower 40"

    assert naming.number_beside("Mill to Lower", text) == 40
    assert naming.number_beside("Upper to Lower", text) == 237
    assert naming.number_beside("Lower to Mill", text) is None
    assert naming.number_beside("Lower", text) is None


def test_amounts_are_said_as_intervals() -> None:
    assert promised.amount_in_words(of(501, None)) == "501 or more"
    assert promised.shares_in_words(Decimal("0.6"), None) == "at least 60 %"
