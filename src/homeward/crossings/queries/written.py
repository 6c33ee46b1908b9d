"""What crossings answer with as plain values, in the one JSON form that commands and the API give."""

from __future__ import annotations

from typing import Any

from homeward.crossings.core.weights import CLASSES, Weights
from homeward.crossings.queries.board import BoardView, Row
from homeward.crossings.queries.cleared import ClearedView
from homeward.crossings.queries.dates import DatesView
from homeward.crossings.queries.kept import WhyNot
from homeward.crossings.queries.of_person import CrossingOfPerson
from homeward.crossings.queries.plans import PlanView
from homeward.crossings.queries.policies import PolicyView
from homeward.crossings.queries.runs import RunView
from homeward.crossings.queries.views import (
    CalendarView,
    ConvoyView,
    CrossingView,
    Named,
    NoticeView,
    QuotaView,
    VehicleView,
    WindowView,
)
from homeward.moments import stamp
from homeward.people.queries import GivenView

Json = dict[str, Any]


def calendar_json(view: CalendarView) -> Json:
    """All crossings with their windows, and what is needed to use them."""
    return {
        "crossings": [_crossing(each) for each in view.crossings],
        "windows": [window_json(each) for each in view.windows],
        "pickups": [
            {"id": str(each.id), "name": each.name, "minutes": {str(to): minutes for to, minutes in each.minutes}}
            for each in view.pickups
        ],
        "vehicles": [_vehicle(each) for each in view.vehicles],
        "checks": [{"id": str(each.id), "name": each.name} for each in view.checks],
    }


def window_json(view: WindowView) -> Json:
    """A window with its fill: how many were told, how many the last plan puts there, how many it takes."""
    return {
        "id": str(view.id),
        "crossing": _named(view.crossing),
        "on": view.on,
        "opens": view.opens,
        "closes": view.closes,
        "zone": view.zone,
        "from": stamp(view.start),
        "until": stamp(view.until),
        "capacity": view.capacity,
        "counted": view.counted,
        "told": view.told,
        "planned": view.planned,
        "desks": view.desks,
        "seconds_each": view.seconds_each,
        "escort_slots": view.escort_slots,
        "medics": view.medics,
        "staff_escorts": view.staff_escorts,
        "open_per_mille": view.open_per_mille,
        "cancelled": view.cancelled,
        "overlaps": [str(each) for each in view.overlaps],
        "clocks_changed": view.moved,
        "convoys": [_convoy(each) for each in view.convoys],
        "quotas": [_quota(each) for each in view.quotas],
        "checks": [{"id": str(each.id), "name": each.name, "ticked": each.ticked} for each in view.checks],
        "notices": [_notice(each) for each in view.notices],
        "given": given_json(view.given),
        "before": [given_json(each) for each in view.before],
    }


def plan_json(view: PlanView) -> Json:
    """A plan as it was recorded: by what it was made, how many cross, its value and the proven bound."""
    made = view.made
    return {
        "plan": str(view.id),
        "number": made.number,
        "digest": made.digest,
        "position": made.position,
        "plan_date": made.plan_date,
        "seed": made.seed,
        "seconds": made.seconds,
        "families": made.families,
        "people": made.people,
        "planned_families": made.planned_families,
        "planned_people": made.planned_people,
        "value": str(made.value),
        "bound": None if made.bound is None else str(made.bound),
        "policy": str(made.policy) if made.policy else None,
        "fill": {str(each.window): each.people for each in made.fill},
        "least_change": made.least_change == "yes",
        "planner": made.planner,
        "given": given_json(view.given),
    }


def board_json(view: BoardView) -> Json:
    """A page of families against windows."""
    return {
        "plan": plan_json(view.plan),
        "chosen": view.chosen,
        "counts": dict(view.counts),
        "windows": [{"id": str(each.id), "on": each.on, "opens": each.opens} for each in view.windows],
        "families": [_row(each) for each in view.rows],
        "prices": dict(view.prices),
    }


def run_json(view: RunView, answer: Json) -> Json:
    """How far a run is, and what a pin or other weights would change."""
    return {
        "run": str(view.id),
        "purpose": view.purpose.value,
        "state": view.state.value,
        "asked_by": view.asked_by,
        "asked_at": stamp(view.asked_at),
        "plan_date": view.plan_date.isoformat(),
        "seconds": view.seconds,
        "seed": view.seed,
        "least_change": view.least_change,
        "progress": {name: value for name, value in view.progress.items() if value is not None},
        "reason": view.reason or None,
        "plan": str(view.plan) if view.plan else None,
        "answer": answer or None,
    }


def cleared_json(view: ClearedView) -> Json:
    """Who is cleared for the next window of a crossing, in numbers, and whose permission or paper lapses before."""
    return {
        "crossing": _named(view.crossing),
        "authorities": [_named(each) for each in view.authorities],
        "window": {"id": str(view.window.id), "on": view.window.on, "opens": view.window.opens},
        "waiting": view.waiting,
        "cleared": len(view.cleared),
        "lapses": [
            {
                "person": str(each.person),
                "authority": _named(each.authority) if each.authority else None,
                "last_day": each.last_day.isoformat(),
            }
            for each in view.lapses
        ],
    }


def policy_json(view: PolicyView) -> Json:
    """A version of the weights."""
    return {
        "number": view.number,
        "weights": weights_json(view.weights),
        "reason": view.reason or None,
        "given": given_json(view.given) if view.given else None,
    }


def weights_json(weights: Weights) -> dict[str, str]:
    """Every weight by the name under which it is set."""
    found: dict[str, str] = {}
    for cls, value, factor in zip(CLASSES, weights.values, weights.daily_factors, strict=True):
        found |= {f"value.{cls}": f"{value:f}", f"factor.{cls}": f"{factor:f}"}
    for name in Weights.__dataclass_fields__:
        value = getattr(weights, name)
        if not isinstance(value, tuple):
            found[name] = str(value) if isinstance(value, int) else f"{value:f}"
    for code, cls, place in weights.needs:
        found[f"need.{code.lower()}"] = str(cls) if place.value == "seat" else f"{cls} {place.value}"
    return found


def crossing_of_json(view: CrossingOfPerson) -> Json:
    """One person and the crossings; of nobody else anything is told."""
    return {
        "person": str(view.person),
        "told": _window_of(view.told),
        "pickup": _named(view.pickup) if view.pickup else None,
        "plan": str(view.plan.id) if view.plan else None,
        "planned": _window_of(view.planned),
        "provisional": view.provisional,
        "together": view.together,
        "beside": view.beside
        and {
            "any_of": [str(each) for each in view.beside.any_of],
            "staff": view.beside.staff,
            "why": view.beside.why,
            "given": given_json(view.beside.given),
        },
        "apart": [
            {"other": str(each.other), "scope": each.scope, "given": given_json(each.given)} for each in view.apart
        ],
        "crossings": [
            {
                "crossing": {"id": str(each.crossing.id), "name": each.crossing.name},
                "window": _window_of(each.window),
                "cleared": each.cleared,
                "permissions": [
                    {
                        "authority": _named(needed.authority),
                        "state": needed.state or None,
                        "holds": needed.holds,
                        "valid_until": needed.valid_until.isoformat() if needed.valid_until else None,
                    }
                    for needed in each.permissions
                ],
            }
            for each in view.crossings
        ],
        "why_not": [
            {
                "code": each.code,
                "windows": [str(window.id) for window in each.windows],
                "theirs": each.theirs,
                "authority": _named(each.authority) if each.authority else None,
                "nationality": each.nationality or None,
                "place": each.place or None,
            }
            for each in view.causes
        ],
    }


def dates_json(view: DatesView) -> Json:
    """Whom a plan gives which date, beside what they were told."""
    return {
        "plan": plan_json(view.plan),
        "last": view.last,
        "counts": {standing.value: count for standing, count in view.counts.items()},
        "to_tell": len(view.to_tell),
        "families": [
            {
                "people": [str(person) for person in each.people],
                "window": _window_of(view.windows.get(each.window)),
                "convoy": str(each.convoy),
                "standing": each.standing.value,
                "told_before": str(each.before) if each.before else None,
            }
            for each in view.families
        ],
    }


def given_json(given: GivenView) -> Json:
    """Who said it, and by which statement."""
    return {
        "statement": given.ref,
        "speaker": given.speaker or None,
        "recorded_by": given.recorded_by or None,
        "recorded_at": stamp(given.recorded_at),
        "said": given.said.as_json() if given.said else None,
        "standing": given.standing,
    }


def _crossing(view: CrossingView) -> Json:
    return {
        "id": str(view.id),
        "name": view.name,
        "authorities": [_named(each) for each in view.authorities],
        "points": [_named(each) for each in view.points],
        "contested": view.contested,
        "statuses": [
            {
                "status": each.status,
                "point": _named(each.point) if each.point else None,
                "given": given_json(each.given),
            }
            for each in view.statuses
        ],
        "given": given_json(view.given),
    }


def _convoy(view: ConvoyView) -> Json:
    return {
        "id": str(view.id),
        "pickup": _named(view.pickup),
        "departs": view.departs,
        "arrives": stamp(view.arrives) if view.arrives else None,
        "most_vehicles": view.most_vehicles,
        "cancelled": view.cancelled,
        "too_late": view.late,
        "statement": view.given.ref,
    }


def _quota(view: QuotaView) -> Json:
    return {"nationality": view.nationality, "most": view.most, "given": given_json(view.given)}


def _notice(view: NoticeView) -> Json:
    return {
        "id": str(view.id),
        "party": view.party,
        "expires": stamp(view.expires),
        "holds": view.holds,
        "answered": view.answered or None,
        "given": given_json(view.given),
    }


def _vehicle(view: VehicleView) -> Json:
    return {
        "id": str(view.id),
        "name": view.name,
        "seats": view.seats,
        "wheelchairs": view.wheelchairs,
        "stretchers": view.stretchers,
        "trips": view.trips,
        "days": list(view.days),
        "in_use": view.in_use,
        "statement": view.given.ref,
    }


def _row(row: Row) -> Json:
    return {
        "people": [{"id": str(line.id), "names": list(line.names)} for line in row.people],
        "planned": str(row.seat.window) if row.seat else None,
        "convoy": str(row.seat.convoy) if row.seat else None,
        "vehicle": str(row.seat.vehicle) if row.seat else None,
        "told": str(row.told) if row.told else None,
        "provisional": row.provisional,
        "why_not": {str(cell.window): _why(cell.why) for cell in row.cells if cell.why},
    }


def _why(why: WhyNot) -> Json:
    return {
        "code": why.code,
        "person": str(why.person) if why.person else None,
        "authority": str(why.authority) if why.authority else None,
        "nationality": why.nationality or None,
        "place": why.place or None,
    }


def _window_of(view: WindowView | None) -> Json | None:
    return {"id": str(view.id), "on": view.on, "opens": view.opens, "cancelled": view.cancelled} if view else None


def _named(named: Named) -> Json:
    return {"id": str(named.id), "name": named.name}
