"""The form crossing-plan/1 written to and read from bytes; see docs/reference/planning.md."""

from __future__ import annotations

import json
from typing import Any

from homeward.crossings.core.plan import EVERY, Blocked, Code, Plan, Reason, Trip
from homeward.crossings.formats.form import Entry
from homeward.refusals import Findings, Unacceptable
from homeward.seals import strict

FORMAT = "crossing-plan/1"
LARGEST = 256 * 1024 * 1024
DETAILS = ("person", "authority", "nationality", "place", "detail")


class NotAPlan(Unacceptable):
    """This is no plan of the form crossing-plan/1."""


def written(plan: Plan) -> bytes:
    """The bytes of a plan in its form; what `read` makes of them is the same again."""
    return (json.dumps(as_json(plan), ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def as_json(plan: Plan) -> dict[str, Any]:
    """A plan as plain values of its form."""
    made: dict[str, Any] = {
        "format": FORMAT,
        "instance": plan.instance,
        "solver": plan.solver,
        "objective": round(plan.objective, 6),
        "upper_bound": None if plan.upper_bound is None else round(plan.upper_bound, 6),
        "trips": [
            {
                "convoy": trip.convoy,
                "vehicle": trip.vehicle,
                "persons": list(trip.persons),
                "staff_escorts": trip.staff_escorts,
            }
            for trip in plan.trips
        ],
        "provisional": list(plan.provisional),
        "reasons": [_reason(reason) for reason in plan.reasons],
    }
    if plan.unkept:
        made["unkept"] = list(plan.unkept)
    return made


def _reason(reason: Reason) -> dict[str, Any]:
    details = {name: getattr(reason.why, name) for name in DETAILS if getattr(reason.why, name) is not None}
    windows = EVERY if isinstance(reason.windows, str) else list(reason.windows)
    return {"group": reason.group, "code": reason.code.value, "windows": windows, **details}


def read(data: bytes) -> Plan:
    """The plan that these bytes hold; refuses what is not of the form, with every place."""
    values = strict.loads(data, limit=LARGEST)
    findings = Findings()
    whole = Entry(values, "plan", findings)
    if isinstance(values, dict) and values.get("format") != FORMAT:
        whole.fault("format", "format", f"It must be {FORMAT}.")
    made = _plan(whole) if isinstance(values, dict) else None
    if findings.faults or made is None:
        raise NotAPlan(findings)
    return made


def _plan(whole: Entry) -> Plan:
    return Plan(
        whole.text("instance"),
        whole.text("solver"),
        tuple(
            Trip(e.text("convoy"), e.text("vehicle"), e.texts("persons"), e.whole("staff_escorts"))
            for e in whole.entries("trips")
        ),
        whole.texts("provisional"),
        tuple(_blocked(e) for e in whole.entries("reasons")),
        whole.number("objective"),
        None if whole.values.get("upper_bound") is None else whole.number("upper_bound"),
        whole.texts("unkept", otherwise=()),
    )


def _blocked(e: Entry) -> Reason:
    why = Blocked(
        e.one_of("code", Code, Code.VEHICLE_FIT),
        e.text_or_none("person"),
        e.text_or_none("authority"),
        e.text_or_none("nationality"),
        e.text_or_none("place"),
        e.text_or_none("detail"),
    )
    windows: tuple[str, ...] | str = EVERY if e.values.get("windows") == EVERY else e.texts("windows")
    return Reason(e.text("group"), why, windows)
