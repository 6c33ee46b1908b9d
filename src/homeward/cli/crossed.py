"""The crossing of the demonstration: windows of ten days, quotas, vehicles and convoys. All of it is invented.

Days on which nothing crosses, numbers that change, a window that is called off and one that overlaps another are among them, as
such days bring them; who said so is an invented authority. No plan is made: that is for whoever looks at it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from homeward.cli.telling import tell

if TYPE_CHECKING:  # needs Django up
    from homeward.cli.entering import Seat
    from homeward.ledger.queries.views import CaseView

AT_ONCE = 200
FIRST = date(2023, 11, 5)
SPEAKER = "Crossing authority"
NAME = "Southern crossing (invented)"
#: Days after the first: opening, closing, people at most, desks, how likely it opens (percent).
WINDOWS = (
    (0, "09:00", "15:00", 90, 3, 90),
    (1, "09:00", "15:00", 140, 4, 85),
    (3, "10:00", "14:00", 60, 2, 60),
    (4, "09:00", "15:00", 160, 4, 80),
    (5, "09:00", "15:00", 150, 4, 80),
    (7, "09:00", "13:00", 80, 2, 70),
    (8, "09:00", "15:00", 120, 3, 70),
    (9, "09:00", "15:00", 120, 3, 70),
)
#: Days after today, so that a plan can be made, a manifest signed and a phone prepared: the rest as above.
AHEAD = (
    (2, "09:00", "15:00", 60, 3, 90),
    (3, "09:00", "15:00", 90, 3, 85),
    (5, "09:00", "13:00", 60, 2, 80),
)
QUOTAS = (("RUS", 30), ("UKR", 20), ("USA", 25), ("EGY", 40))
PICKUPS = (("Sports hall, Khan Younis (invented)", 70), ("School, Rafah (invented)", 25))
VEHICLES = (
    ("Bus 1", 48, 0, 0),
    ("Bus 2", 48, 0, 0),
    ("Bus 3", 40, 2, 0),
    ("Minibus", 14, 1, 0),
    ("Ambulance", 2, 1, 2),
)
CHECKLIST = (
    "The way was looked at by the escort",
    "The parties were told of the hours and the way",
    "A medic rides along",
    "Every family was called forward",
)


def bring_crossing(seat: Seat, case: CaseView) -> None:
    """Name the crossing and tell everything that is needed to plan for it."""
    from homeward.crossings import actions

    act = _Act(seat, case)
    crossing = act.does(actions.name_crossing, "crossing", name=NAME, authorities=(SPEAKER,))
    act.does(actions.name_point, "point", crossing=crossing, name="Hall 2")
    act.does(actions.tell_status, "open", crossing=crossing, status="open", voice=_said("2023-11-03"))
    ways = [
        act.does(actions.name_pickup, f"pickup {name}", name=name, minutes={crossing: str(minutes)})
        for name, minutes in PICKUPS
    ]
    for name, seats, wheelchairs, stretchers in VEHICLES:
        act.does(
            actions.enter_vehicle, name, name=name, seats=str(seats), wheelchairs=str(wheelchairs),
            stretchers=str(stretchers), trips="2",
        )  # fmt: skip
    for point in CHECKLIST:
        act.does(actions.list_check, point, name=point)
    for after, *told in WINDOWS:
        _window(act, crossing, FIRST + timedelta(days=after), told, ways, said="2023-11-03")
    _days_as_they_come(act, crossing)
    _picked_up(act, ways)
    tell(
        f"An invented crossing has {len(WINDOWS)} windows; plan it in the browser, or: "
        f"homeward crossings plan --case {case.slug} --from {FIRST.isoformat()}"
    )


def bring_days_ahead(seat: Seat, case: CaseView) -> None:
    """Tell of windows in the coming days, unless one is ahead already: what was told of other days stays as it is."""
    from homeward.crossings import queries
    from homeward.ledger.queries import cases

    view = queries.calendar(cases.ask(case, now=seat.now))
    crossing = next((each for each in view.crossings if each.name == NAME), None)
    names = [name for name, _ in PICKUPS]
    ways = [each.id for name in names for each in view.pickups if each.name == name]
    if crossing is None or len(ways) < len(names) or any(each.until > seat.now for each in view.windows):
        return
    act, today = _Act(seat, case), seat.now.astimezone(case.zone).date()
    for after, *told in AHEAD:
        yesterday = (today - timedelta(days=1)).isoformat()
        _window(act, crossing.id, today + timedelta(days=after), told, ways, said=yesterday)
    tell(
        f"Windows are told of {len(AHEAD)} of the coming days: plan them, sign a manifest, take it to a phone: "
        f"homeward crossings plan --case {case.slug}"
    )


class _Act:
    """Acts of the demonstration, each once however often it runs."""

    def __init__(self, seat: Seat, case: CaseView) -> None:
        self.seat, self.case = seat, case

    def does(self, action: Any, named: str, **what: Any) -> UUID:
        once = uuid5(UUID(int=3), f"crossings {named}")
        done = action(case=self.case, once=once, by=self.seat.actor, at=self.seat.now, **what)
        about: UUID = done.about
        return about


def _said(on: str) -> Any:
    from homeward.crossings.actions import Voice

    return Voice(speaker=SPEAKER, said=on)


def _window(act: _Act, crossing: UUID, day: date, told: list[Any], ways: list[UUID], *, said: str) -> None:
    """A window with its quotas and a convoy from every pick-up point."""
    from homeward.crossings import actions

    opens, closes, most, desks, likely = told
    on = day.isoformat()
    window = act.does(
        actions.announce_window, f"window {on}", crossing=crossing, on=on, opens=opens, closes=closes,
        capacity=str(most), desks=str(desks), seconds_each="240", escort_slots="2", medics="1", staff_escorts="1",
        open_percent=str(likely), voice=_said(said),
    )  # fmt: skip
    for nationality, number in QUOTAS:
        act.does(
            actions.agree_quota, f"quota {on} {nationality}", crossing=crossing, on=on, nationality=nationality,
            most=str(number), voice=_said(said),
        )  # fmt: skip
    for way, departs in zip(ways, ("07:30", "08:15"), strict=True):
        act.does(
            actions.set_convoy, f"convoy {on} {departs}", window=window, pickup=way, departs=departs, most_vehicles="3"
        )


def _days_as_they_come(act: _Act, crossing: UUID) -> None:
    """A day is called off, a number falls, an overlapping window is told, a party hears of the first day."""
    from homeward.crossings import actions, queries
    from homeward.ledger.queries import cases

    view = queries.calendar(cases.ask(act.case, now=act.seat.now))
    by_day = {each.on: each for each in view.windows}
    third = by_day[(FIRST + timedelta(days=3)).isoformat()]
    act.does(
        actions.announce_window, "called off", crossing=crossing, window=third.id, on=third.on, opens=third.opens,
        closes=third.closes, capacity=str(third.capacity), cancelled=True, voice=_said("2023-11-04"),
    )  # fmt: skip
    last = by_day[(FIRST + timedelta(days=9)).isoformat()]
    act.does(
        actions.announce_window, "overlaps", crossing=crossing, on=last.on, opens="12:00", closes="17:00", capacity="100",
        voice=_said("2023-11-04"),
    )  # fmt: skip
    first = by_day[FIRST.isoformat()]
    act.does(
        actions.notify_party, "notice", window=first.id, party="Liaison office", expires=f"{first.on} 18:00",
        words="Five vehicles, white, from 07:30; contact through the desk.",
    )  # fmt: skip


def _picked_up(act: _Act, ways: list[UUID]) -> None:
    """Every other family is picked up at the one point, the rest at the other."""
    from homeward.crossings import actions, queries
    from homeward.ledger.queries import cases

    families = queries.families(cases.ask(act.case, now=act.seat.now))
    for number, way in enumerate(ways):
        everybody = [person for family in families[number :: len(ways)] for person in family]
        for start in range(0, len(everybody), AT_ONCE):
            part = everybody[start : start + AT_ONCE]
            act.does(actions.choose_pickup, f"picked up {number} {start}", people=part, pickup=way)
