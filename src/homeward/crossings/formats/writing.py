"""An instance as plain values of the form crossing-instance/1."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from homeward.crossings.core.instance import (
    Clearance,
    Group,
    Instance,
    Person,
    Status,
    Vehicle,
    Weights,
    Window,
)


def plain(instance: Instance) -> dict[str, Any]:
    """All parts of an instance under the names of the form."""
    return {
        "format": "crossing-instance/1",
        "id": instance.id,
        "seed": instance.seed,
        "plan_date": instance.plan_date.isoformat(),
        "rules": asdict(instance.rules),
        "objective": _weights(instance.weights),
        "authorities": [asdict(each) for each in instance.authorities],
        "crossings": [
            {"id": each.id, "name": each.name, "required_authorities": list(each.required_authorities)}
            for each in instance.crossings
        ],
        "windows": [_window(each) for each in instance.windows],
        "quotas": [{**asdict(each), "date": each.date.isoformat()} for each in instance.quotas],
        "pickup_points": [
            {"id": each.id, "name": each.name, "travel_min": dict(each.travel_min)} for each in instance.pickup_points
        ],
        "convoys": [{**asdict(each), "departs": clock(each.departs)} for each in instance.convoys],
        "vehicles": [_vehicle(each) for each in instance.vehicles],
        "groups": [_group(each) for each in instance.groups],
        "persons": [_person(each) for each in instance.persons],
        "companions": [{**asdict(each), "any_of": list(each.any_of)} for each in instance.companions],
        "separations": [{"a": each.a, "b": each.b, "scope": each.scope.value} for each in instance.separations],
    }


def clock(minute: int) -> str:
    """A minute of the day as the form writes it."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _weights(weights: Weights) -> dict[str, Any]:
    return {
        "class_value": {str(cls): value for cls, value in weights.class_value.items()},
        "daily_factor": {str(cls): value for cls, value in weights.daily_factor.items()},
        "wait_bonus_per_day": weights.wait_bonus_per_day,
        "wait_cap_days": weights.wait_cap_days,
        "move_penalty": asdict(weights.move_penalty),
    }


def _window(each: Window) -> dict[str, Any]:
    return {
        **asdict(each),
        "date": each.date.isoformat(),
        "opens": clock(each.opens),
        "closes": clock(each.closes),
    }


def _vehicle(each: Vehicle) -> dict[str, Any]:
    days = None if each.dates is None else sorted(day.isoformat() for day in each.dates)
    return {**asdict(each), "dates": days}


def _group(each: Group) -> dict[str, Any]:
    return {
        "id": each.id,
        "pickup": each.pickup,
        "registered": each.registered.isoformat(),
        "members": list(each.members),
        "told": each.told,
    }


def _person(each: Person) -> dict[str, Any]:
    return {
        "id": each.id,
        "group": each.group,
        "nationality": each.nationality,
        "age": each.age,
        "cls": each.cls,
        "needs": list(each.needs),
        "space": each.space.value,
        "clearances": {authority: _clearance(held) for authority, held in each.clearances.items()},
    }


def _clearance(held: Clearance) -> dict[str, Any]:
    if held.status is Status.GRANTED:
        days = (("from", held.valid_from), ("until", held.valid_until))
        return {"status": "granted", **{name: day and day.isoformat() for name, day in days}}
    if held.status is Status.PENDING:
        return {"status": "pending", "p": held.p, "median_days": held.median_days}
    return {"status": "refused"}
