"""An invented crossing to plan: families with papers, windows that may open, quotas, convoys, vehicles; nobody in it is real.

The form is crossing-instance/1. What is drawn follows what is known of such crossings: some days are shut, a nationality's
quota may be nothing, one member's papers differ from the family's, few lie on stretchers, and some children are alone.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from random import Random
from typing import Any

FIRST = date(2026, 3, 1)
NATIONS = {"XXA": 30, "XXB": 20, "XXC": 15, "XXD": 12, "XXE": 9, "XXF": 6, "XXG": 4, "XXH": 2, "XXI": 1, "XXJ": 1}
SIZES = {1: 17, 2: 15, 3: 15, 4: 16, 5: 13, 6: 10, 7: 6, 8: 4, 9: 2, 10: 1, 12: 1}
AUTHORITIES = ("north", "south", "home")
ANSWERED = {"north": 0.62, "south": 0.66, "home": 0.87}
"""How many families have an authority's answer already."""
DAYS_TO_ANSWER = {"north": 4.0, "south": 3.0, "home": 1.5}


def crossing(seed: int, people: int, *, days: int | None = None) -> bytes:
    """The bytes of an invented instance; the same numbers give the same bytes.

    Without `days` there are as many as let well under all cross: 10 for 900 people, 30 for 10,000, 60 for 100,000.
    """
    r = Random(f"crossing {seed} {people} {days}")
    span = days or (10 if people < 3_000 else 30 if people < 30_000 else 60)
    places = 1 if people < 3_000 else 2 if people < 30_000 else 3
    pickups = min(8, 4 + places)
    room = max(4, round(people * 0.9 / (span * places * 2)))
    made: dict[str, Any] = {
        "format": "crossing-instance/1",
        "id": f"invented-{people}-{seed}",
        "seed": seed,
        "plan_date": FIRST.isoformat(),
        "rules": {
            "firm_days": 2,
            "min_provisional_p": 0.5,
            "minor_age": 14,
            "adult_age": 18,
            "minors_per_staff_escort": 4,
            "frozen_days": 2,
        },
        "objective": {
            "class_value": {"1": 100, "2": 40, "3": 15, "4": 10},
            "daily_factor": {"1": 0.9, "2": 0.95, "3": 0.98, "4": 0.985},
            "wait_bonus_per_day": 0.01,
            "wait_cap_days": 60,
            "move_penalty": {"dropped": 15, "later": 8, "earlier": 2, "frozen_extra": 40},
        },
        "authorities": [{"id": id, "name": id.title()} for id in AUTHORITIES],
        "crossings": [
            {
                "id": f"gate{n}",
                "name": f"Gate {n}",
                "required_authorities": list(AUTHORITIES if n == 1 else AUTHORITIES[1:]),
            }
            for n in range(1, places + 1)
        ],
        "pickup_points": [
            {
                "id": f"point{n}",
                "name": f"Point {n}",
                "travel_min": {f"gate{g}": r.randrange(25, 140, 5) for g in range(1, places + 1)},
            }
            for n in range(1, pickups + 1)
        ],
    }
    _windows(r, made, span, room)
    made["vehicles"] = _vehicles(r, room, pickups, places)
    _people(r, made, people, span)
    return json.dumps(made, separators=(",", ":")).encode()


def _windows(r: Random, made: dict[str, Any], span: int, room: int) -> None:
    windows, convoys, quotas = [], [], []
    for crossing in made["crossings"]:
        calm = True
        for n in range(span):
            day = FIRST + timedelta(days=n)
            calm = r.random() < (0.8 if calm else 0.45)
            both = [
                _window(r, crossing["id"], day, half, room, calm, n / span, len(made["pickup_points"]))
                for half in (0, 1)
            ]
            windows += both
            for window in both:
                convoys += [_convoy(r, window, point, room) for point in made["pickup_points"]]
            together = sum(window["max_persons"] for window in both)
            for nation, share in NATIONS.items():
                if r.random() < 0.7:
                    most = int(together * share / 100 * r.choice([0.0, 0.8, 1.3, 2.0, 2.6]))
                    quotas.append(
                        {"crossing": crossing["id"], "date": day.isoformat(), "nationality": nation, "max": most}
                    )
    made |= {"windows": windows, "convoys": convoys, "quotas": quotas}


def _window(
    r: Random, crossing: str, day: date, half: int, room: int, calm: bool, late: float, points: int
) -> dict[str, Any]:
    people = int(room * (r.uniform(0.6, 1.4) if calm else r.uniform(0, 0.35)))
    minutes = r.choice([4, 5, 6])
    return {
        "id": f"{crossing} {day} {'am' if half == 0 else 'pm'}",
        "crossing": crossing,
        "date": day.isoformat(),
        "opens": "08:30" if half == 0 else "13:00",
        "closes": "12:30" if half == 0 else "17:00",
        "desks": max(1, round(people * minutes / 180)),
        "minutes_per_person": minutes,
        "max_persons": people,
        "p_open": round(min(1.0, max(0.3, (0.92 if calm else 0.6) - 0.25 * late + r.uniform(-0.05, 0.05))), 3),
        "escort_slots": max(1, points - r.choice([0, 1, 1, 2])),
        "medics": max(1, room // 30),
        "staff_escorts": max(1, room // 40),
        "cancelled": False,
    }


def _convoy(r: Random, window: dict[str, Any], point: dict[str, Any], room: int) -> dict[str, Any]:
    arrives = (480 if window["opens"] == "08:30" else 760) + r.randrange(0, 80, 10) + (240 if r.random() < 0.06 else 0)
    leaves = max(0, arrives - point["travel_min"][window["crossing"]])
    return {
        "id": f"{window['id']} {point['id']}",
        "window": window["id"],
        "pickup": point["id"],
        "departs": f"{leaves // 60:02d}:{leaves % 60:02d}",
        "max_vehicles": r.choice([2, 3, 4, 4]) * max(1, room // 90),
    }


def _vehicles(r: Random, room: int, pickups: int, places: int) -> list[dict[str, Any]]:
    buses = max(3, room * places // 20)
    kinds = [
        ("bus", 45, 2, 0, buses),
        ("minibus", 15, 1, 0, buses),
        ("ambulance", 2, 0, 2, buses),
        ("medical bus", 16, 4, 6, max(1, pickups // 3)),
    ]
    return [
        {
            "id": f"{kind} {n}",
            "kind": kind,
            "seats": seats,
            "wheelchair": chairs,
            "stretcher": lying,
            "trips_per_day": r.choice([1, 2, 2]),
            "dates": None,
        }
        for kind, seats, chairs, lying, many in kinds
        for n in range(1, many + 1)
    ]


def _people(r: Random, made: dict[str, Any], people: int, span: int) -> None:
    groups: list[dict[str, Any]] = []
    persons: list[dict[str, Any]] = []
    companions: list[dict[str, Any]] = []
    separations: list[dict[str, Any]] = []
    points = [point["id"] for point in made["pickup_points"]]
    adults: dict[str, list[str]] = {point: [] for point in points}
    while len(persons) < people:
        group = {
            "id": f"f{len(groups) + 1}",
            "pickup": r.choice(points),
            "registered": (FIRST - timedelta(days=int(min(25, r.expovariate(1 / 9))))).isoformat(),
            "told": None,
        }
        size = min(r.choices(list(SIZES), list(SIZES.values()))[0], people - len(persons))
        alone = size <= 2 and r.random() < 0.12
        members = _family(r, group["id"], size, alone, span, len(persons))
        near = adults[group["pickup"]][-40:]
        for member in members if alone else ():
            named = [r.choice(near)] if near and r.random() < 0.35 else []
            companions.append({"person": member["id"], "kind": "escort", "any_of": named, "staff_ok": not named})
        adults[group["pickup"]] += [member["id"] for member in members if member["age"] >= 18]
        groups.append({**group, "members": [member["id"] for member in members]})
        persons += members
    for _ in range(max(1, len(groups) // 400)):
        one, other = r.sample(persons, 2) if len(persons) > 1 else (persons[0], persons[0])
        if one["group"] != other["group"]:
            separations.append({"a": one["id"], "b": other["id"], "scope": r.choice(["vehicle", "window"])})
    made |= {"groups": groups, "persons": persons, "companions": companions, "separations": separations}


def _family(r: Random, group: str, size: int, alone: bool, span: int, before: int) -> list[dict[str, Any]]:
    papers = {authority: _paper(r, authority, span) for authority in AUTHORITIES}
    nations = (
        r.choices(list(NATIONS), list(NATIONS.values()), k=2)
        if r.random() < 0.25
        else r.choices(list(NATIONS), list(NATIONS.values())) * 2
    )
    members = []
    for n in range(size):
        age = (
            r.randint(4, 16)
            if alone
            else r.randint(20, 78)
            if n < 2
            else r.choice([r.randint(0, 17)] * 3 + [r.randint(18, 84)])
        )
        own = {
            authority: _paper(r, authority, span) if r.random() < 0.03 else held for authority, held in papers.items()
        }
        members.append(
            {
                "id": f"p{before + n + 1}",
                "group": group,
                "nationality": nations[n % 2],
                "age": age,
                **_need(r, age, alone),
                "clearances": own,
            }
        )
    return members


def _need(r: Random, age: int, alone: bool) -> dict[str, Any]:
    chance = r.random()
    if chance < 0.012:
        return {"cls": 1, "needs": ["SM"], "space": "stretcher"}
    if chance < 0.03:
        return {"cls": 1, "needs": ["SM"], "space": "seat"}
    if chance < 0.05:
        return {"cls": 2, "needs": ["DS"], "space": "wheelchair"}
    vulnerable = alone or chance < 0.08 or age >= 70
    return {"cls": 2 if vulnerable else 3 if age < 18 else 4, "needs": ["SC"] if alone else [], "space": "seat"}


def _paper(r: Random, authority: str, span: int) -> dict[str, Any]:
    chance = r.random()
    if chance < ANSWERED[authority]:
        begins = FIRST + timedelta(days=r.choice([0, 0, 0, 0, 1, 2, 4]) * span // 10)
        ends = begins + timedelta(days=r.choice([7, 10, 14, 21, 30, 60, 90]))
        return {"status": "granted", "from": begins.isoformat(), "until": ends.isoformat()}
    if chance < 0.98:
        median = round(DAYS_TO_ANSWER[authority] * r.uniform(0.5, 2), 1)
        return {"status": "pending", "p": round(r.betavariate(6, 1.6), 3), "median_days": median}
    return {"status": "refused"}
