"""Instances as bad as they come: nothing to cross with, rules that contradict each other, ids that nobody knows.

A sound small crossing is made from a number, and then spoilt in some of many ways, so that there is always something to plan.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st

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
    Scope,
    Separation,
    Space,
    Status,
    Vehicle,
    Weights,
    Window,
)

FIRST = date(2026, 3, 1)
GRANTED, REFUSED = Clearance(Status.GRANTED), Clearance(Status.REFUSED)
NOWHERE = "unknown"


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def sound(r: Random) -> Instance:
    """A small crossing of two places, a few days, and up to ten families."""
    windows = tuple(
        Window(
            f"w{n}",
            r.choice(["gate", "gate", "bridge"]),
            day(n // 2),
            480,
            1080,
            r.randint(1, 3),
            5.0,
            r.randint(1, 14),
            r.choice([0.6, 0.9, 1.0]),
            r.randint(1, 2),
            r.randint(0, 2),
            r.randint(0, 2),
        )
        for n in range(r.randint(1, 5))
    )
    convoys = tuple(
        Convoy(f"{window.id} {pickup}", window.id, pickup, r.randint(360, 1020), r.randint(1, 3))
        for window in windows
        for pickup in ("square", "port")
        if r.random() < 0.8
    )
    groups, persons = _families(r, windows)
    return Instance(
        "nasty",
        FIRST,
        Rules(r.choice([0, 1, 2]), r.choice([0.0, 0.3, 0.5]), 14, 18, r.choice([1, 4]), r.choice([0, 2])),
        Weights(
            {1: 100.0, 2: 40.0, 3: 15.0, 4: 10.0},
            {1: 0.9, 2: 0.95, 3: 0.98, 4: 0.985},
            0.01,
            60,
            MovePenalty(15.0, 8.0, 2.0, 40.0),
        ),
        (Authority("home", "Home"), Authority("away", "Away")),
        (Crossing("gate", "Gate", ("home",)), Crossing("bridge", "Bridge", ("home", "away"))),
        windows,
        tuple(
            Quota("gate", day(r.randint(0, 2)), r.choice(["XXA", "XXB", "*"]), r.randint(0, 6))
            for _ in range(r.randint(0, 3))
        ),
        (
            PickupPoint("square", "Square", {"gate": 60, "bridge": 30}),
            PickupPoint("port", "Port", {"gate": 90, "bridge": 20}),
        ),
        convoys,
        tuple(
            Vehicle(f"v{n}", "bus", r.choice([2, 4, 9]), r.randint(0, 1), r.choice([0, 0, 2]), r.randint(1, 2))
            for n in range(r.randint(1, 4))
        ),
        groups,
        persons,
    )


def _families(r: Random, windows: tuple[Window, ...]) -> tuple[tuple[Group, ...], tuple[Person, ...]]:
    groups, persons = [], []
    for n in range(r.randint(1, 10)):
        papers = r.choice(
            [GRANTED, GRANTED, GRANTED, Clearance(Status.PENDING, p=r.random(), median_days=r.choice([0.3, 2.0]))]
        )
        members = [f"p{n}.{m}" for m in range(r.choice([1, 1, 2, 3, 4, 6]))]
        for member in members:
            persons.append(
                Person(
                    member,
                    f"g{n}",
                    r.choice(["XXA", "XXB"]),
                    r.choice([5, 13, 16, 30, 40, 70]),
                    r.randint(1, 4),
                    r.choice([Space.SEAT] * 8 + [Space.WHEELCHAIR, Space.STRETCHER]),
                    {"home": papers, "away": r.choice([papers, GRANTED])},
                )
            )
        told = r.choice(windows).id if r.random() < 0.3 else None
        groups.append(
            Group(f"g{n}", r.choice(["square", "square", "port"]), day(-r.randint(0, 70)), tuple(members), told)
        )
    return tuple(groups), tuple(persons)


def _swap(r: Random, given: Instance, part: str, change: Callable[[object], object]) -> Instance:
    """An instance with one entry of a part changed."""
    entries = list(getattr(given, part))
    if entries:
        at = r.randrange(len(entries))
        entries[at] = change(entries[at])
    return replace(given, **{part: tuple(entries)})


def _number(r: Random, given: Instance) -> Instance:
    """A count that is no count."""
    part, name = r.choice(
        [
            *(("windows", name) for name in ("max_persons", "desks", "medics", "staff_escorts", "escort_slots")),
            *(("vehicles", name) for name in ("seats", "wheelchair", "stretcher", "trips_per_day")),
            ("convoys", "max_vehicles"),
            ("quotas", "max"),
            ("persons", "age"),
        ]
    )
    return _swap(r, given, part, lambda each: replace(each, **{name: r.choice([0, 0, -1, 10**12])}))  # type: ignore[type-var]


def _window(r: Random, given: Instance) -> Instance:
    changes: list[dict[str, object]] = [
        {"cancelled": True},
        {"p_open": r.choice([0.0, -0.5, 1.5, float("nan")])},
        {"opens": 1080, "closes": 480},
        {"date": day(r.choice([-3, 0, 400]))},
        {"crossing": NOWHERE},
        {"minutes_per_person": r.choice([0.0, -1.0, float("inf")])},
    ]
    return _swap(r, given, "windows", lambda each: replace(each, **r.choice(changes)))  # type: ignore[type-var]


def _papers(r: Random, given: Instance) -> Instance:
    odd = [
        REFUSED,
        Clearance(Status.GRANTED, day(2), day(0)),
        Clearance(Status.GRANTED, day(1), day(1)),
        Clearance(
            Status.PENDING, p=r.choice([0.0, 1.0, 2.0, -1.0, float("nan")]), median_days=r.choice([0.0, -1.0, 1.0])
        ),
    ]
    held = r.choice([{}, {"home": r.choice(odd), "away": GRANTED}, {NOWHERE: GRANTED}])
    return _swap(r, given, "persons", lambda each: replace(each, clearances=held))  # type: ignore[type-var]


def _twice(r: Random, given: Instance) -> Instance:
    """An entry that stands twice, the second time perhaps with another content."""
    part = r.choice(["windows", "convoys", "vehicles", "groups", "persons", "crossings", "pickup_points", "quotas"])
    entries = getattr(given, part)
    return replace(given, **{part: (*entries, r.choice(entries))}) if entries else given


def _members(r: Random, given: Instance) -> Instance:
    others = [person.id for person in given.persons] or [NOWHERE]
    members = r.choice([(), ("nobody",), (r.choice(others),), (r.choice(others),) * 2])
    given = _swap(r, given, "groups", lambda each: replace(each, members=members))  # type: ignore[type-var]
    return _swap(r, given, "persons", lambda each: replace(each, group=r.choice([each.group, NOWHERE])))  # type: ignore


def _companion(r: Random, given: Instance) -> Instance:
    ids = [*(person.id for person in given.persons), "nobody"]
    one, other = r.choice(ids), r.choice(ids)
    rules = [Companion(one, "carer", r.choice([(other,), (other, r.choice(ids)), ()]), r.random() < 0.3)]
    if r.random() < 0.4:
        rules.append(Companion(other, "carer", (one,), False))
    apart = [Separation(one, r.choice([other, r.choice(ids)]), r.choice(list(Scope)))] if r.random() < 0.5 else []
    return replace(given, companions=(*given.companions, *rules), separations=(*given.separations, *apart))


def _giant(r: Random, given: Instance) -> Instance:
    """A family larger than any vehicle, or than any window."""
    members = tuple(f"giant{n}" for n in range(r.choice([12, 60])))
    persons = tuple(
        Person(id, "giant", "XXA", 30 if n % 3 else 9, 3, Space.SEAT, {"home": GRANTED}) for n, id in enumerate(members)
    )
    group = Group("giant", "square", FIRST, members)
    return replace(given, groups=(*given.groups, group), persons=(*given.persons, *persons))


def _references(r: Random, given: Instance) -> Instance:
    part, name = r.choice(
        [("groups", "pickup"), ("groups", "told"), ("convoys", "window"), ("convoys", "pickup"), ("persons", "group")]
    )
    return _swap(r, given, part, lambda each: replace(each, **{name: NOWHERE}))  # type: ignore[type-var]


def _weights(r: Random, given: Instance) -> Instance:
    flat = Weights(
        dict.fromkeys((1, 2, 3, 4), r.choice([0.0, 1.0])),
        dict.fromkeys((1, 2, 3, 4), r.choice([0.0, 1.0])),
        0.0,
        0,
        MovePenalty(0.0, 40.0, 40.0, 0.0),
    )
    return replace(given, weights=flat)


def _nothing(r: Random, given: Instance) -> Instance:
    return replace(
        given, **{r.choice(["windows", "convoys", "vehicles", "groups", "persons", "pickup_points", "crossings"]): ()}
    )


SPOILT = [
    _number,
    _number,
    _window,
    _papers,
    _papers,
    _twice,
    _members,
    _companion,
    _companion,
    _giant,
    _references,
    _weights,
    _nothing,
]


def nasty(number: int) -> Instance:
    """The instance of a number, spoilt in up to six ways."""
    r = Random(number)
    given = sound(r)
    for _ in range(r.choice([0, 1, 1, 2, 3, 6])):
        given = r.choice(SPOILT)(r, given)
    return given


def instances() -> st.SearchStrategy[Instance]:
    """Any of them."""
    return st.integers(0, 2**32 - 1).map(nasty)
