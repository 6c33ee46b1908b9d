"""Windows and quotas as voices tell them, vehicles and convoys as the desk sets them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Unpack
from uuid import UUID

from django.db import transaction

from homeward.crossings.actions.sheet import Act, Done, Sheet, Voice
from homeward.crossings.core import hours
from homeward.crossings.core.entered import MOST_VEHICLES, in_ascii
from homeward.crossings.records.known import CONVOY, CROSSING, PICKUP, VEHICLE, WINDOW
from homeward.identity import countries
from homeward.ledger.core import kinds
from homeward.ledger.core.crossings import Standing
from homeward.moments import Interval

EVERYBODY = "*"
MOST_SECONDS, MOST_DESKS, MOST_PLACES, MOST_TRIPS = 4 * 3600, 1_000, 200, 24
MOST_DAYS = 400


class Hours:
    """The day and hours of a window as typed; where they cannot be read, faults are gathered."""

    def __init__(self, sheet: Sheet, on: str, opens: str, closes: str) -> None:
        self.day = sheet.day(on, "on")
        self.opens = self.closes = None
        self.during: Interval | None = None
        if self.day is not None:
            self.opens = hours.hour(opens, "opens", sheet.findings, on=self.day, zone=sheet.case.zone)
            self.closes = hours.hour(closes, "closes", sheet.findings, on=self.day, zone=sheet.case.zone)
        if self.day and self.opens and self.closes:
            self.during = hours.stretch(self.opens, self.closes, self.day, sheet.findings)


@transaction.atomic
def announce_window(
    *,
    crossing: UUID,
    on: str,
    opens: str,
    closes: str,
    capacity: str,
    desks: str = "1",
    seconds_each: str = "300",
    escort_slots: str = "1",
    medics: str = "0",
    staff_escorts: str = "0",
    open_percent: str = "100",
    window: UUID | None = None,
    cancelled: bool = False,
    voice: Voice,
    **act: Unpack[Act],
) -> Done:
    """Record when a voice says that a crossing opens, and for how many; with `window`, what holds of that one now.

    Times are local to the case. A window that overlaps another of the crossing is recorded, and told: the gate counts once.
    """
    sheet = Sheet("announce_window", **act)
    of = sheet.must_know(crossing, CROSSING, "crossing")
    own = sheet.minted(window, WINDOW)
    told = Hours(sheet, on, opens, closes)
    numbers = {
        "capacity": sheet.whole(capacity, "capacity"),
        "desks": sheet.whole(desks, "desks", most=MOST_DESKS),
        "seconds_each": sheet.whole(seconds_each, "seconds_each", least=1, most=MOST_SECONDS),
        "escort_slots": sheet.whole(escort_slots, "escort_slots", most=MOST_VEHICLES),
        "medics": sheet.whole(medics, "medics", most=MOST_VEHICLES),
        "staff_escorts": sheet.whole(staff_escorts, "staff_escorts", most=MOST_VEHICLES),
        "open_per_mille": 10 * sheet.whole(open_percent.replace("%", ""), "open_percent", most=100),
    }
    if told.day is None or told.opens is None or told.closes is None or told.during is None:
        sheet.refuse_faults()
        raise AssertionError("hours that were not read are a fault")
    standing = Standing.CANCELLED if cancelled else Standing.SET
    _warn_of_neighbours(sheet, own, crossing, told.during, numbers["capacity"], standing)
    content = kinds.WindowTold(
        window=own,
        crossing=crossing,
        on=told.day.isoformat(),
        opens=told.opens.written,
        closes=told.closes.written,
        zone=sheet.case.zone.key,
        during=told.during,
        standing=standing,
        **numbers,
    )
    called_off = ", called off" if cancelled else f", for {numbers['capacity']:,}"
    return sheet.say(content, f"{of.name}, {told.during.words}{called_off}", voice, about=own)


def _warn_of_neighbours(
    sheet: Sheet, own: UUID, crossing: UUID, during: Interval, capacity: int, standing: Standing
) -> None:
    """Tell of a gate that is there already, and of numbers that let nobody through; nothing is stopped by it."""
    if standing is Standing.CANCELLED:
        return
    if not capacity:
        sheet.findings.doubt("nobody", "capacity", "This window lets nobody through.")
    for subject, told in sheet.known.last(WINDOW).items():
        other = told.content
        if subject == str(own) or other.crossing != crossing or other.standing is Standing.CANCELLED:
            continue
        if (other.during.start, other.during.until) == (during.start, during.until):
            words = f"{told.given.ref} tells of a window of the same hours; the gate counts once."
            sheet.findings.doubt("same-window", "opens", words)
        elif other.during.start < during.until and during.start < other.during.until:
            words = f"This overlaps {other.during.words} ({told.given.ref}); the gate counts once."
            sheet.findings.doubt("overlaps", "opens", words)


@transaction.atomic
def agree_quota(*, crossing: UUID, on: str, nationality: str, most: str, voice: Voice, **act: Unpack[Act]) -> Done:
    """Record how many of a nationality, or of everybody ("*"), a voice lets cross on a day."""
    sheet = Sheet("agree_quota", **act)
    of = sheet.must_know(crossing, CROSSING, "crossing")
    day, code = sheet.day(on, "on"), _country(sheet, nationality)
    number = sheet.whole(most, "most")
    sheet.refuse_faults()
    assert day is not None
    content = kinds.QuotaTold(crossing=crossing, on=day.isoformat(), nationality=code, most=number)
    return sheet.say(content, f"{of.name}, {day.isoformat()}: {code} {number:,}", voice, about=crossing)


@transaction.atomic
def enter_vehicle(
    *,
    name: str,
    seats: str,
    wheelchairs: str = "0",
    stretchers: str = "0",
    trips: str = "1",
    days: Sequence[str] = (),
    vehicle: UUID | None = None,
    in_use: bool = True,
    **act: Unpack[Act],
) -> Done:
    """Enter a vehicle with its places and trips a day; without days it is there every day."""
    sheet = Sheet("enter_vehicle", **act)
    own = sheet.minted(vehicle, VEHICLE)
    called = sheet.name(name, VEHICLE, own)
    places = {
        "seats": sheet.whole(seats, "seats", most=MOST_PLACES),
        "wheelchairs": sheet.whole(wheelchairs, "wheelchairs", most=MOST_PLACES),
        "stretchers": sheet.whole(stretchers, "stretchers", most=MOST_PLACES),
    }
    if not any(places.values()) and not sheet.findings.faults:
        sheet.findings.doubt("nobody", "seats", "This vehicle has no place for anybody.")
    if len(days) > MOST_DAYS:
        sheet.findings.fault("too-many", "days", f"At most {MOST_DAYS} days.")
    there = [sheet.day(each, "days") for each in days[:MOST_DAYS] if each.strip()]
    content = kinds.VehicleEntered(
        vehicle=own,
        name=called,
        trips=sheet.whole(trips, "trips", most=MOST_TRIPS),
        days=tuple(sorted({each.isoformat() for each in there if each})),
        in_use="yes" if in_use else "no",
        **places,
    )
    return sheet.do(content, called, about=own)


@transaction.atomic
def set_convoy(
    *,
    window: UUID,
    pickup: UUID,
    departs: str,
    most_vehicles: str = "1",
    convoy: UUID | None = None,
    cancelled: bool = False,
    **act: Unpack[Act],
) -> Done:
    """Set a convoy to a window: from where, when it leaves in local time, with how many vehicles at most."""
    sheet = Sheet("set_convoy", **act)
    to = sheet.must_know(window, WINDOW, "window")
    at = sheet.must_know(pickup, PICKUP, "pickup")
    own = sheet.minted(convoy, CONVOY)
    vehicles = sheet.whole(most_vehicles, "most_vehicles", most=MOST_VEHICLES)
    on = date.fromisoformat(to.on)
    leaves = hours.hour(departs, "departs", sheet.findings, on=on, zone=sheet.case.zone)
    for subject, told in sheet.known.last(CONVOY).items():
        other = told.content
        same = subject != str(own) and (other.window, other.pickup) == (window, pickup)
        if same and other.standing is Standing.SET and not cancelled:
            words = f"A convoy from there to this window is set: {told.given.ref}. Change it."
            sheet.findings.fault("same-convoy", "pickup", words)
    sheet.refuse_faults()
    assert leaves is not None
    minutes = {each.crossing: each.minutes for each in at.travel}
    if to.crossing not in minutes:
        sheet.findings.doubt(
            "no-way", "pickup", "How long the way to this crossing takes is not told: nobody is planned."
        )
    elif (to.during.until - leaves.at).total_seconds() <= 60 * minutes[to.crossing]:
        sheet.findings.doubt("too-late", "departs", "It arrives when the window is closed: nobody is planned.")
    content = kinds.ConvoySet(
        convoy=own,
        window=window,
        pickup=pickup,
        departs=leaves.written,
        most_vehicles=vehicles,
        standing=Standing.CANCELLED if cancelled else Standing.SET,
    )
    return sheet.do(content, f"{at.name}, {to.on} {leaves.written}", about=own)


def _country(sheet: Sheet, words: str) -> str:
    plain = in_ascii(words)
    if plain == EVERYBODY:
        return EVERYBODY
    code = plain.upper() if countries.known(plain.upper()) else countries.read(plain).code
    if not code:
        sheet.findings.fault(
            "nationality", "nationality", 'Give a country or its three letters, as RUS; "*" stands for everybody.'
        )
    return code
