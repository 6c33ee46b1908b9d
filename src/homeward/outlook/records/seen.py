"""What a desk has seen of an evacuation over one crossing: families with their permissions, days with their windows.

A family is cleared on the day on which the last permission that the crossing asks for came, confirmed, for the last of its members.
It has crossed on the day from which voices say so of the last of them. A day is open when a window stood on it and nobody said that
the crossing was closed, shut when all its windows were called off or somebody said so, and otherwise nobody said.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.clearances.queries.words import Words, all_words, day_of
from homeward.crossings.queries import CalendarView, CrossingView
from homeward.ledger.core.clearance import Permission
from homeward.ledger.core.crossings import Status
from homeward.ledger.core.persons import State
from homeward.ledger.queries.views import Asked
from homeward.matching.queries.known import Known as Register
from homeward.outlook.core.history import Day, Family, History
from homeward.people import queries as people
from homeward.people.queries import GivenView

ACROSS = frozenset({State.CROSSED.value, State.HOME.value})
ELSEWHERE = frozenset({State.DEAD.value, State.REMAINS_RETURNED.value})
"""Who is not counted among those who are to cross."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The history, the first day of it, the last day seen, and what had to be supposed."""

    history: History
    first: date
    today: date
    findings: tuple[str, ...]


def seen(asked: Asked, crossing: CrossingView, calendar: CalendarView) -> Seen:
    """The history up to the end of the day asked about, of everybody who is to cross there."""
    today = day_of(asked)
    words, register = all_words(asked), Register(asked)
    everybody = sorted({register.shown(each) for each in register.people})
    stages = people.stages_of(asked, everybody)
    going = [each for each in everybody if stages[each].state not in ELSEWHERE]
    over = {
        each: _day(asked, [told.given for told in stages[each].said_by]) or today
        for each in going
        if stages[each].state in ACROSS
    }
    families = _families(going, register)
    needed = [each.id for each in crossing.authorities]
    asked_on = {each: _asked(words, each, needed) for each in going}
    windows = [each for each in calendar.windows if each.crossing.id == crossing.id]
    first = min([day for day in asked_on.values() if day] + [date.fromisoformat(each.on) for each in windows] + [today])
    made = [
        _family(family, asked_on, {each: _cleared(words, each, needed) for each in family}, over, first, today)
        for family in families
    ]
    never = sum(not any(asked_on[each] for each in family) for family in families)
    those = "1 family" if never == 1 else f"{never:,} families"
    findings = (f"For {those} nobody has asked yet: their waiting is counted from this day.",) if never else ()
    zone = asked.case.zone
    days = tuple(_state(first + timedelta(days=n), crossing, calendar, zone) for n in range((today - first).days + 1))
    return Seen(History(tuple(made), days), first, today, findings)


def _families(going: Collection[UUID], register: Register) -> list[tuple[UUID, ...]]:
    """Families as lists and voices tell of them, also of those who crossed; everybody else alone."""
    here = set(going)
    families = [tuple(sorted(family & here)) for family in register.families]
    placed = {person for family in families for person in family}
    return sorted(family for family in (*families, *((each,) for each in going if each not in placed)) if family)


def _family(
    family: tuple[UUID, ...],
    asked_on: Mapping[UUID, date | None],
    cleared: Mapping[UUID, date | None],
    over: Mapping[UUID, date],
    first: date,
    today: date,
) -> Family:
    """A family by days from the first one; what only some of its members have, it has not."""
    began = [day for each in family if (day := asked_on[each])]
    asked = (min([*began, today]) - first).days if began else (today - first).days
    crossed = [over[each] for each in family if each in over]
    done = max((max(crossed) - first).days, asked) if len(crossed) == len(family) else None
    got = [day for each in family if (day := cleared[each])]
    ready = max((max(got) - first).days, asked) if len(got) == len(family) else done
    return Family(len(family), asked, ready, done)


def _asked(words: Words, person: UUID, needed: Collection[UUID]) -> date | None:
    """The first day on which the desk asked an authority for somebody, or one said something of them."""
    days = [told.word.on for authority, of in words.of(person).items() if authority in needed for told in of]
    return min(days, default=None)


def _cleared(words: Words, person: UUID, needed: Collection[UUID]) -> date | None:
    """The day on which the last permission that holds came; none while one lacks, nothing to wait for where none is needed."""
    days = []
    for authority in needed:
        held = [
            each
            for each in words.standing(person, authority)
            if each.word.state is Permission.GRANTED and each.confirmed and not each.word.is_over(words.day)
        ]
        if not held:
            return None
        days.append(min(each.word.on for each in held))
    return max(days, default=_asked(words, person, needed) or words.day)


def _day(asked: Asked, given: Collection[GivenView]) -> date | None:
    """The day from which it is said to be so."""
    moments: list[datetime] = [each.by_time[0] for each in given]
    return min(moments).astimezone(asked.case.zone).date() if moments else None


def _state(day: date, crossing: CrossingView, calendar: CalendarView, zone: ZoneInfo) -> Day:
    """How the crossing was on a day, and how many it took."""
    windows = [each for each in calendar.windows if each.crossing.id == crossing.id and each.on == day.isoformat()]
    standing = [each for each in windows if not each.cancelled]
    said = [each.status for each in crossing.statuses if each.point is None and _is_of(each.given, day, zone)]
    if said and said[0] == Status.CLOSED.value:
        return Day(False)
    if standing:
        return Day(True, sum(each.counted for each in standing))
    return Day(False) if windows else Day(None)


def _is_of(given: GivenView, day: date, zone: ZoneInfo) -> bool:
    """Whether what a voice said is of this day; of a time with an open side nobody knows which days it means."""
    time = given.occurred
    if time is None or time.start is None or time.until is None:
        return False
    last = (time.until - timedelta(microseconds=1)).astimezone(zone).date()
    return time.start.astimezone(zone).date() <= day <= last
