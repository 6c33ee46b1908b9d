"""The crossing of the demonstration has windows in the days to come, whenever it is looked at: else no phone could be prepared."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from homeward.cli.crossed import AHEAD, NAME, PICKUPS, bring_days_ahead
from homeward.cli.entering import Seat
from homeward.crossings import actions
from homeward.crossings.queries import CalendarView
from tests.apps.crossings.gates import Gate
from tests.cast import Desk


def brought(gate: Gate, now: datetime) -> CalendarView:
    gate.desk.now = now
    with gate.desk.acting() as by:
        bring_days_ahead(Seat(by, now), gate.case())
    return gate.calendar()


def test_windows_are_ahead_today_and_again_when_they_are_over(desk: Desk) -> None:
    gate = Gate.of(desk)
    gate.does(actions.name_crossing, crossing=gate.crossing, name=NAME, authorities=("Northland",))
    for name, minutes in PICKUPS:
        gate.pickup(name, str(minutes))
    now = datetime.now(UTC)

    first = brought(gate, now)
    same = brought(gate, now + timedelta(days=1))
    later = brought(gate, now + timedelta(days=20))

    assert len(first.windows) == len(same.windows) == len(AHEAD)
    assert len(later.windows) == 2 * len(AHEAD)
    for window in first.windows:
        assert window.start > now
        assert [convoy.pickup.name for convoy in window.convoys] == [name for name, _ in PICKUPS]
        assert window.quotas


def test_a_case_without_the_crossing_of_the_demonstration_is_left_alone(desk: Desk) -> None:
    gate = Gate.of(desk)

    assert brought(gate, datetime.now(UTC)).windows == ()
