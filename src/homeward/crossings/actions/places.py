"""Crossings, control points and pick-up points are named, and voices say how they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Unpack
from uuid import UUID

from django.db import transaction

from homeward.crossings.actions.sheet import Act, Done, Sheet, Voice
from homeward.crossings.core.entered import MOST_MINUTES
from homeward.crossings.records.known import CROSSING, PICKUP, POINT
from homeward.ledger.core import kinds, writing
from homeward.ledger.core.crossings import Status


@transaction.atomic
def name_crossing(
    *, name: str, authorities: Sequence[str] = (), crossing: UUID | None = None, **act: Unpack[Act]
) -> Done:
    """Name a crossing and the authorities whose permission everybody needs there; with `crossing`, say it anew of that one."""
    sheet = Sheet("name_crossing", **act)
    own = sheet.minted(crossing, CROSSING)
    called = sheet.name(name, CROSSING, own)
    needed = tuple(dict.fromkeys(sheet.source(each, "authorities") for each in authorities if each.strip()))
    if not needed:
        sheet.findings.doubt(
            "no-authority", "authorities", "No authority is named: everybody counts as cleared for this crossing."
        )
    return sheet.do(kinds.CrossingNamed(crossing=own, name=called, authorities=needed), called, about=own)


@transaction.atomic
def name_point(*, crossing: UUID, name: str, point: UUID | None = None, **act: Unpack[Act]) -> Done:
    """Name a control point of a crossing."""
    sheet = Sheet("name_point", **act)
    of = sheet.must_know(crossing, CROSSING, "crossing")
    own = sheet.minted(point, POINT)
    called = sheet.name(name, POINT, own)
    content = kinds.ControlPointNamed(point=own, crossing=crossing, name=called)
    return sheet.do(content, f"{of.name}: {called}", about=own)


@transaction.atomic
def tell_status(*, crossing: UUID, status: str, voice: Voice, point: UUID | None = None, **act: Unpack[Act]) -> Done:
    """Record how a voice says that a crossing, or one control point of it, is: open, restricted or closed."""
    sheet = Sheet("tell_status", **act)
    of = sheet.must_know(crossing, CROSSING, "crossing")
    at = sheet.must_know(point, POINT, "point") if point else None
    if at is not None and at.crossing != crossing:
        sheet.findings.fault("elsewhere", "point", "This control point belongs to another crossing.")
    chosen = writing.among(Status, status, "status", sheet.findings) or Status.CLOSED
    content = kinds.CrossingStatus(crossing=crossing, point=point, status=chosen)
    where = f"{of.name}: {at.name}" if at else of.name
    return sheet.say(content, f"{where}: {chosen.value}", voice, about=point or crossing)


@transaction.atomic
def name_pickup(*, name: str, minutes: Mapping[UUID, str], pickup: UUID | None = None, **act: Unpack[Act]) -> Done:
    """Name a place where people are picked up, and how many minutes the way to each crossing takes."""
    sheet = Sheet("name_pickup", **act)
    own = sheet.minted(pickup, PICKUP)
    called = sheet.name(name, PICKUP, own)
    travel = []
    for crossing, words in minutes.items():
        sheet.must_know(crossing, CROSSING, "crossing")
        travel.append(
            kinds.Travel(crossing=crossing, minutes=sheet.whole(words, f"minutes.{crossing}", most=MOST_MINUTES))
        )
    if not travel:
        sheet.findings.doubt(
            "no-way", "minutes", "No way from here to a crossing is told: no convoy can leave from here."
        )
    return sheet.do(kinds.PickUpNamed(pickup=own, name=called, travel=tuple(travel)), called, about=own)
