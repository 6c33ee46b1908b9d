"""A small crossing told by tables: who waits, which windows open, which vehicles there are; and the plan made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from homeward.crossings.core.checking import check
from homeward.crossings.core.instance import (
    Authority,
    Clearance,
    Companion,
    Convoy,
    Crossing,
    Group,
    Instance,
    MovePenalty,
    Person,
    PickupPoint,
    Quota,
    Rules,
    Separation,
    Space,
    Status,
    Vehicle,
    Weights,
    Window,
)
from homeward.crossings.core.plan import Plan
from homeward.crossings.core.planning import plan as planned

FIRST = date(2026, 3, 1)
RULES = Rules(firm_days=2, min_provisional_p=0.5, minor_age=14, adult_age=18, minors_per_staff_escort=4, frozen_days=2)
WEIGHTS = Weights(
    class_value={1: 100.0, 2: 40.0, 3: 15.0, 4: 10.0},
    daily_factor={1: 0.9, 2: 0.95, 3: 0.98, 4: 0.985},
    wait_bonus_per_day=0.01,
    wait_cap_days=60,
    move_penalty=MovePenalty(dropped=15.0, later=8.0, earlier=2.0, frozen_extra=40.0),
)
BUS = """
    vehicle | seats | wheelchairs | stretchers | trips
    bus     | 45    | 2           | 0          | 2
"""
OPEN = """
    window | day | people
    Mon    | 0   | 40
"""


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table whose first line names its columns."""
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def day(number: int | str) -> date:
    return FIRST + timedelta(days=int(number))


def instance(
    people: str,
    windows: str = OPEN,
    vehicles: str = BUS,
    *,
    quotas: str = "",
    companions: tuple[Companion, ...] = (),
    separations: tuple[Separation, ...] = (),
    told: Mapping[str, str] | None = None,
) -> Instance:
    """An instance: people by family, windows by day, vehicles; everybody waits at one place, everybody is cleared at home.

    Columns that a table leaves out: class 4, age 30, place seat, nationality XXA, papers granted.
    """
    persons = tuple(_person(row) for row in rows(people))
    families: dict[str, list[str]] = {}
    for person in persons:
        families.setdefault(person.group, []).append(person.id)
    opened = tuple(_window(row) for row in rows(windows))
    return Instance(
        id="invented",
        plan_date=FIRST,
        rules=RULES,
        weights=WEIGHTS,
        authorities=(Authority("home", "Home"),),
        crossings=(Crossing("gate", "Gate", ("home",)),),
        windows=opened,
        quotas=tuple(Quota("gate", day(q["day"]), q["nationality"], int(q["most"])) for q in rows(quotas))
        if quotas
        else (),
        pickup_points=(PickupPoint("square", "Square", {"gate": 60}),),
        convoys=tuple(Convoy(f"{window.id} from square", window.id, "square", 8 * 60, 4) for window in opened),
        vehicles=tuple(_vehicle(row) for row in rows(vehicles)),
        groups=tuple(
            Group(name, "square", FIRST - timedelta(days=20 - at % 20), tuple(members), (told or {}).get(name))
            for at, (name, members) in enumerate(families.items())
        ),
        persons=persons,
        companions=companions,
        separations=separations,
    )


def _person(row: dict[str, str]) -> Person:
    papers = {"granted": Clearance(Status.GRANTED), "refused": Clearance(Status.REFUSED), "none": None}
    likely = row.get("papers", "granted")
    held = papers[likely] if likely in papers else Clearance(Status.PENDING, p=float(likely), median_days=1.0)
    return Person(
        row["name"],
        row["family"],
        row.get("nationality", "XXA"),
        int(row.get("age", "30")),
        int(row.get("class", "4")),
        Space(row.get("place", "seat")),
        {} if held is None else {"home": held},
    )


def _window(row: dict[str, str]) -> Window:
    return Window(
        row["window"],
        "gate",
        day(row["day"]),
        8 * 60,
        18 * 60,
        desks=int(row.get("desks", "4")),
        minutes_per_person=4,
        max_persons=int(row["people"]),
        p_open=float(row.get("open", "1")),
        escort_slots=int(row.get("slots", "2")),
        medics=int(row.get("medics", "1")),
        staff_escorts=int(row.get("escorts", "1")),
    )


def _vehicle(row: dict[str, str]) -> Vehicle:
    places = (int(row["seats"]), int(row["wheelchairs"]), int(row["stretchers"]))
    return Vehicle(row["vehicle"], "bus", *places, trips_per_day=int(row["trips"]))


@dataclass(frozen=True, slots=True)
class Made:
    """A plan and what it was made from."""

    instance: Instance
    plan: Plan

    @property
    def crossing(self) -> dict[str, str]:
        """Each person who crosses, and in which window."""
        windows = {convoy.id: convoy.window for convoy in self.instance.convoys}
        return {person: windows[trip.convoy] for trip in self.plan.trips for person in trip.persons}

    @property
    def waiting(self) -> dict[str, set[str]]:
        """Each family that does not cross, and the codes of its reasons."""
        found: dict[str, set[str]] = {}
        for reason in self.plan.reasons:
            found.setdefault(reason.group, set()).add(reason.code.value)
        return found

    def beside(self, person: str) -> set[str]:
        """Who rides in the same vehicle as somebody."""
        return next(set(trip.persons) - {person} for trip in self.plan.trips if person in trip.persons)


def made(given: Instance, *, seconds: float = 10.0, **more: object) -> Made:
    """The plan of an instance, which has passed the checker."""
    found = planned(given, seconds=seconds, **more)  # type: ignore[arg-type]
    findings = check(given, found)
    assert findings.sound and findings.explained, findings
    assert abs(findings.objective - found.objective) < 1e-6
    assert found.upper_bound is not None and found.upper_bound >= found.objective - 1e-6
    return Made(given, found)


def plan_of(people: str, windows: str = OPEN, vehicles: str = BUS, **more: object) -> Made:
    """The plan of a crossing told by tables."""
    return made(instance(people, windows, vehicles, **more))  # type: ignore[arg-type]
