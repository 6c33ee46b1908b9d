"""What crossings answer with as plain values, in the one JSON form that commands and the API give."""

from __future__ import annotations

from typing import Any

from homeward.crossings.queries.cleared import ClearedView
from homeward.crossings.queries.of_person import CrossingOfPerson
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
        "crossing": named_json(view.crossing),
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


def cleared_json(view: ClearedView, *, named: bool = False) -> Json:
    """Who is cleared for a window of a crossing, in numbers (`named`: each of them), and what lapses before."""
    return {
        "crossing": named_json(view.crossing),
        "authorities": [named_json(each) for each in view.authorities],
        "window": {"id": str(view.window.id), "on": view.window.on, "opens": view.window.opens},
        "since": view.since.isoformat(),
        "waiting": view.waiting,
        "cleared": len(view.cleared),
        **({"people": [str(each) for each in view.cleared]} if named else {}),
        "lapses": [
            {
                "person": str(each.person),
                "authority": named_json(each.authority) if each.authority else None,
                "last_day": each.last_day.isoformat(),
            }
            for each in view.lapses
        ],
    }


def crossing_of_json(view: CrossingOfPerson) -> Json:
    """One person and the crossings; of nobody else anything is told."""
    return {
        "person": str(view.person),
        "told": window_of_json(view.told),
        "pickup": named_json(view.pickup) if view.pickup else None,
        "plan": str(view.plan.id) if view.plan else None,
        "planned": window_of_json(view.planned),
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
                "window": window_of_json(each.window),
                "cleared": each.cleared,
                "permissions": [
                    {
                        "authority": named_json(needed.authority),
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
                "authority": named_json(each.authority) if each.authority else None,
                "nationality": each.nationality or None,
                "place": each.place or None,
            }
            for each in view.causes
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
        "authorities": [named_json(each) for each in view.authorities],
        "points": [named_json(each) for each in view.points],
        "contested": view.contested,
        "statuses": [
            {
                "status": each.status,
                "point": named_json(each.point) if each.point else None,
                "given": given_json(each.given),
            }
            for each in view.statuses
        ],
        "given": given_json(view.given),
    }


def _convoy(view: ConvoyView) -> Json:
    return {
        "id": str(view.id),
        "pickup": named_json(view.pickup),
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


def window_of_json(view: WindowView | None) -> Json | None:
    return {"id": str(view.id), "on": view.on, "opens": view.opens, "cancelled": view.cancelled} if view else None


def named_json(named: Named) -> Json:
    return {"id": str(named.id), "name": named.name}
