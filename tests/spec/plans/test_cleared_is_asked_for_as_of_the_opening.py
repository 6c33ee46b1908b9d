"""Who is cleared by everybody for a window is asked for as of its opening: by what is known now, or was known at a past minute."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from homeward.crossings import actions, queries
from homeward.crossings.queries import ClearedView, NoSuchWindow
from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.models import Statement
from tests.apps.crossings.planned import AUTHORITIES, Waiting
from tests.apps.people.clearing import Clearing
from tests.cast import Desk

OPENING, BEFORE = "2026-01-08T08:30+02:00", "2026-01-05T12:00+02:00"
ONE, OTHER = AUTHORITIES


@pytest.fixture
def window(waiting: Waiting) -> UUID:
    (window,) = waiting.opened("2026-01-08")
    return window


def asked_for(waiting: Waiting, window: UUID, known: datetime | None = None, **asked: str) -> ClearedView:
    """`known` is a moment of knowing that is more exact than a minute, as people type it."""
    with waiting.desk.acting():
        question = waiting.gate.asked(**asked)
        if known is not None:
            question = replace(question, known_at=known, known_at_given=True)
        return queries.cleared_for(question, queries.waiting(question), window)


def cleared(waiting: Waiting, window: UUID, **asked: Any) -> list[str]:
    names = {person: name for name, person in waiting.people.items()}
    return sorted(names[each] for each in asked_for(waiting, window, **asked).cleared)


def lapses(waiting: Waiting, window: UUID, **asked: str) -> list[tuple[str, str, str]]:
    names = {person: name for name, person in waiting.people.items()}
    return sorted(
        (names[each.person], each.authority.name if each.authority else "", each.last_day.isoformat())
        for each in asked_for(waiting, window, **asked).lapses
    )


def last_recorded(waiting: Waiting) -> datetime:
    """The moment of knowing that ends with what was recorded last."""
    with waiting.desk.acting():
        return Statement.objects.order_by("-position").values_list("recorded_at", flat=True)[0]


@pytest.mark.parametrize(
    ("grants", "holds"),
    [
        ([("1 Jan 2026", "31 Jan 2026")], True),
        ([("", "")], True),
        ([("8 Jan 2026", "8 Jan 2026")], True),
        # It lapses between now and the opening.
        ([("1 Jan 2026", "7 Jan 2026")], False),
        # It begins after the opening, or between now and then.
        ([("9 Jan 2026", "31 Jan 2026")], False),
        ([("7 Jan 2026", "9 Jan 2026")], True),
        # Two that do not meet both stand, whichever came last.
        ([("8 Jan 2026", "9 Jan 2026"), ("1 Jan 2026", "6 Jan 2026")], True),
        ([("1 Jan 2026", "6 Jan 2026"), ("10 Jan 2026", "12 Jan 2026")], False),
        # A later one takes the place of what it meets, also where it is the shorter.
        ([("1 Jan 2026", "31 Jan 2026"), ("1 Jan 2026", "7 Jan 2026")], False),
        # One of no length, an instant at midnight, holds on no day.
        ([("8 Jan 2026 00:00", "8 Jan 2026 00:00")], False),
    ],
)
def test_a_permission_holds_on_the_day_of_the_window_whenever_one_asks(
    waiting: Waiting, window: UUID, grants: list[tuple[str, str]], holds: bool
) -> None:
    waiting.enter("Lamia")
    waiting.clear("Lamia", authorities=(ONE,))
    for first, last in grants:
        Clearing(waiting.register).grants(waiting.people["Lamia"], first, last, authority=OTHER)

    due = ["Lamia"] if holds else []
    for as_of in (OPENING, BEFORE, "2026-01-06"):
        assert cleared(waiting, window, as_of=as_of) == due, as_of


def test_a_permission_that_ends_before_it_begins_is_not_taken(waiting: Waiting) -> None:
    waiting.enter("Lamia")

    with pytest.raises(CannotBeRecorded) as refused:
        Clearing(waiting.register).tell(
            waiting.people["Lamia"], "granted", valid_from="9 Jan 2026", valid_until="7 Jan 2026"
        )

    assert [each.code for each in refused.value.findings.faults] == ["ends-before-it-begins"]


def test_what_lapses_between_the_time_asked_about_and_the_opening_is_told(waiting: Waiting, window: UUID) -> None:
    for name in ("Lamia", "Omar", "Vera"):
        waiting.enter(name)
    waiting.clear("Lamia", until="7 Jan 2026", authorities=(ONE,))
    waiting.clear("Lamia", authorities=(OTHER,))
    waiting.clear("Omar")
    waiting.clear("Vera", until="4 Jan 2026")

    assert lapses(waiting, window, as_of=BEFORE) == [("Lamia", ONE, "2026-01-07")]
    assert lapses(waiting, window, as_of="2026-01-04T09:00+02:00") == [
        ("Lamia", ONE, "2026-01-07"), *[("Vera", each, "2026-01-04") for each in AUTHORITIES]
    ]  # fmt: skip
    assert lapses(waiting, window, as_of=OPENING) == [], "all of this is known long after the opening"


def test_asked_as_of_an_opening_ahead_what_lapses_from_now_on_is_told(waiting: Waiting) -> None:
    today = datetime.now(waiting.gate.case().zone).date()
    tomorrow, day = (today + timedelta(days=ahead) for ahead in (1, 3))
    (window,) = waiting.opened(day.isoformat())
    for name in ("Lamia", "Omar"):
        waiting.enter(name)
    waiting.clear("Lamia", until=tomorrow.isoformat(), authorities=(ONE,))
    waiting.clear("Lamia", until=day.isoformat(), authorities=(OTHER,))
    waiting.clear("Omar", until=day.isoformat())

    opening = f"{day}T08:30+02:00"
    assert cleared(waiting, window, as_of=opening) == ["Omar"]
    assert lapses(waiting, window, as_of=opening) == [("Lamia", ONE, tomorrow.isoformat())]
    assert asked_for(waiting, window, as_of=opening).since == today


def test_what_was_withdrawn_later_was_known_to_hold_at_a_past_minute(lasting_desk: Desk) -> None:
    waiting = Waiting.of(lasting_desk)
    (window,) = waiting.opened("2026-01-08")
    waiting.enter("Lamia")
    waiting.clear("Lamia")
    before = last_recorded(waiting)
    Clearing(waiting.register).tell(waiting.people["Lamia"], "withdrawn", authority=OTHER, said="5 Jan 2026")

    assert cleared(waiting, window, as_of=OPENING) == []
    assert cleared(waiting, window, as_of=OPENING, known=before) == ["Lamia"]
    # As of a moment before it was said nothing was withdrawn, whatever is known today.
    assert cleared(waiting, window, as_of="2026-01-04T23:00+02:00") == ["Lamia"]


def test_a_grant_counts_from_the_minute_in_which_a_second_person_confirmed_it(lasting_desk: Desk) -> None:
    waiting = Waiting.of(lasting_desk)
    (window,) = waiting.opened("2026-01-08")
    waiting.enter("Lamia")
    waiting.clear("Lamia", authorities=(ONE,))
    clearing = Clearing(waiting.register)
    told = clearing.tell(waiting.people["Lamia"], "granted", authority=OTHER)
    unconfirmed = last_recorded(waiting)
    assert cleared(waiting, window, as_of=OPENING) == []

    clearing.confirm(told.statement)

    assert cleared(waiting, window, as_of=OPENING) == ["Lamia"]
    assert cleared(waiting, window, as_of=OPENING, known=unconfirmed) == []


def test_a_window_that_is_over_is_asked_for_by_its_own_day(waiting: Waiting, window: UUID) -> None:
    waiting.enter("Lamia")
    waiting.clear("Lamia", until="8 Jan 2026")

    assert cleared(waiting, window, as_of="2026-02-01") == ["Lamia"]
    with pytest.raises(NoSuchWindow):
        asked_for(waiting, uuid4())


def test_the_next_window_of_a_crossing_without_authorities_asks_nobody(waiting: Waiting, window: UUID) -> None:
    waiting.enter("Lamia")
    waiting.gate.does(actions.name_crossing, name="The bridge", crossing=waiting.gate.crossing)

    assert cleared(waiting, window, as_of=OPENING) == ["Lamia"]
    assert asked_for(waiting, window, as_of=OPENING).authorities == ()
