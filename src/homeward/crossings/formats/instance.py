"""The form crossing-instance/1 read from and written to bytes; see docs/reference/planning.md.

What is not of the form is refused with all its places. What is of the form but does not fit together is no fault of the
form: `defects` names it, and the rest is planned.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from homeward.crossings.core.instance import (
    CLASSES,
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
from homeward.crossings.formats.form import Entry
from homeward.refusals import Findings, Unacceptable
from homeward.seals import strict

FORMAT = "crossing-instance/1"
LARGEST = 256 * 1024 * 1024
"""Bytes of an instance that are read; a hundred thousand people take 35 million."""


class NotAnInstance(Unacceptable):
    """This is no instance of the form crossing-instance/1; nothing was planned."""


def read(data: bytes) -> Instance:
    """The instance that these bytes hold; refuses what is not of the form, with every place."""
    values = strict.loads(data, limit=LARGEST)
    findings = Findings()
    whole = Entry(values, "instance", findings)
    if isinstance(values, dict) and values.get("format") != FORMAT:
        whole.fault("format", "format", f"It must be {FORMAT}.")
    made = _instance(whole) if isinstance(values, dict) else None
    if findings.faults or made is None:
        raise NotAnInstance(findings)
    return made


def _instance(whole: Entry) -> Instance:
    return Instance(
        id=whole.text("id"),
        seed=whole.whole("seed") if whole.values.get("seed") is not None else None,
        plan_date=whole.day("plan_date"),
        rules=_rules(whole.entry("rules")),
        weights=_weights(whole.entry("objective")),
        authorities=tuple(Authority(e.text("id"), e.text("name")) for e in whole.entries("authorities")),
        crossings=tuple(
            Crossing(e.text("id"), e.text("name"), e.texts("required_authorities")) for e in whole.entries("crossings")
        ),
        windows=tuple(map(_window, whole.entries("windows"))),
        quotas=tuple(
            Quota(e.text("crossing"), e.day("date"), e.text("nationality"), e.whole("max"))
            for e in whole.entries("quotas")
        ),
        pickup_points=tuple(
            PickupPoint(e.text("id"), e.text("name"), _wholes(e, "travel_min")) for e in whole.entries("pickup_points")
        ),
        convoys=tuple(
            Convoy(e.text("id"), e.text("window"), e.text("pickup"), e.minute("departs"), e.whole("max_vehicles"))
            for e in whole.entries("convoys")
        ),
        vehicles=tuple(map(_vehicle, whole.entries("vehicles"))),
        groups=tuple(
            Group(e.text("id"), e.text("pickup"), e.day("registered"), e.texts("members"), e.text_or_none("told"))
            for e in whole.entries("groups")
        ),
        persons=tuple(map(_person, whole.entries("persons"))),
        companions=tuple(
            Companion(e.text("person"), e.text("kind"), e.texts("any_of"), e.yes("staff_ok"))
            for e in whole.entries("companions")
        ),
        separations=tuple(
            Separation(e.text("a"), e.text("b"), e.one_of("scope", Scope, Scope.VEHICLE))
            for e in whole.entries("separations")
        ),
    )


def _rules(e: Entry) -> Rules:
    return Rules(
        e.whole("firm_days"),
        e.number("min_provisional_p"),
        e.whole("minor_age"),
        e.whole("adult_age"),
        e.whole("minors_per_staff_escort"),
        e.whole("frozen_days"),
    )


def _weights(e: Entry) -> Weights:
    cost = e.entry("move_penalty")
    made = Weights(
        _by_class(e, "class_value", 1_000_000),
        _by_class(e, "daily_factor", 1),
        _bounded(e, "wait_bonus_per_day"),
        e.whole("wait_cap_days"),
        MovePenalty(*(_bounded(cost, name) for name in ("dropped", "later", "earlier", "frozen_extra"))),
    )
    if not 0 <= made.wait_cap_days <= 100_000:
        e.fault("out-of-bounds", "wait_cap_days", "It must lie between 0 and 100,000.")
    return made


def _bounded(e: Entry, name: str, most: float = 1_000_000) -> float:
    value = e.number(name)
    if not 0 <= value <= most:
        e.fault("out-of-bounds", name, f"It must lie between 0 and {most:,}.")
    return value


def _by_class(e: Entry, name: str, most: float) -> Mapping[int, float]:
    inner = e.entry(name)
    return {cls: _bounded(inner, str(cls), most) for cls in CLASSES}


def _window(e: Entry) -> Window:
    return Window(
        e.text("id"),
        e.text("crossing"),
        e.day("date"),
        e.minute("opens"),
        e.minute("closes"),
        e.whole("desks"),
        e.number("minutes_per_person"),
        e.whole("max_persons"),
        e.number("p_open"),
        e.whole("escort_slots"),
        e.whole("medics"),
        e.whole("staff_escorts"),
        e.yes("cancelled", otherwise=False),
    )


def _vehicle(e: Entry) -> Vehicle:
    days: frozenset[date] | None = None
    if e.values.get("dates") is not None:
        listed = e.texts("dates")
        inner = Entry({str(at): day for at, day in enumerate(listed)}, f"{e.place}.dates", e.findings)
        days = frozenset(inner.day(str(at)) for at in range(len(listed)))
    return Vehicle(
        e.text("id"),
        e.text("kind"),
        e.whole("seats"),
        e.whole("wheelchair"),
        e.whole("stretcher"),
        e.whole("trips_per_day"),
        days,
    )


def _class(value: Any) -> int:
    if type(value) is int and value in CLASSES:
        return value
    raise ValueError


def _person(e: Entry) -> Person:
    held = {}
    for authority, values in e.fields("clearances").items():
        held[authority] = _clearance(Entry(values, f"{e.place}.clearances.{authority}", e.findings))
    return Person(
        e.text("id"),
        e.text("group"),
        e.text("nationality"),
        e.whole("age"),
        e.one_of("cls", _class, 4),
        e.one_of("space", Space, Space.SEAT),
        held,
        e.texts("needs", otherwise=()),
    )


def _clearance(e: Entry) -> Clearance:
    status = e.one_of("status", Status, Status.REFUSED)
    if status is Status.GRANTED:
        return Clearance(status, e.day_or_none("from"), e.day_or_none("until"))
    if status is Status.PENDING:
        return Clearance(status, p=e.number("p"), median_days=e.number("median_days"))
    return Clearance(status)


def _wholes(e: Entry, name: str) -> Mapping[str, int]:
    inner = Entry(e.fields(name), f"{e.place}.{name}", e.findings)
    return {key: inner.whole(key) for key in inner.values}


def written(instance: Instance) -> bytes:
    """The bytes of an instance in its form; what `read` makes of them is the same again."""
    return json.dumps(as_json(instance), ensure_ascii=False, separators=(",", ":")).encode()


def as_json(instance: Instance) -> dict[str, Any]:
    """An instance as plain values of its form."""
    from homeward.crossings.formats.writing import plain

    return plain(instance)
