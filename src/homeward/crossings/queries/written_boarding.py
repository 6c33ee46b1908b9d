"""Manifests and boarding as plain values, for programs, the command line and paper alike."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any
from zoneinfo import ZoneInfo

from homeward.crossings.formats.manifests import Sheet
from homeward.crossings.queries.boarding import BoardedView
from homeward.crossings.queries.manifests import ManifestView
from homeward.crossings.queries.paper import PaperView


def board_json(view: BoardedView) -> dict[str, Any]:
    """Numbers, everybody by id and row, phones; no name."""
    board = view.board
    return {
        "convoy": str(view.convoy.id),
        "version": view.version,
        "numbers": {
            **asdict(board.numbers),
            "closes": board.numbers.closes,
            "walk_ons": len(board.walk_ons),
            "walk_ons_waiting": sum(each.second is None for each in board.walk_ons),
        },
        "people": [
            {
                "person": str(each.seat.person),
                "row": view.seats[each.seat.person].row,
                "pickup": each.pickup,
                "gate": each.gate,
                "contested": each.contested,
                "settled": each.settled,
            }
            for each in board.people
        ],
        "phones": [
            {
                "device": str(phone.device),
                "name": phone.name,
                "paper": phone.is_paper,
                "words": phone.words,
                "highest": phone.highest,
                "missing": [[gap.first, gap.last] for gap in phone.missing],
                "revoked_after": phone.revoked_after,
            }
            for phone in view.phones
        ],
        "apart": len(board.apart),
        "closed": view.closed.ref if view.closed else None,
        "late": view.late,
        "closes_otherwise": view.closes_otherwise,
    }


def manifest_json(view: ManifestView) -> dict[str, Any]:
    """Seats by id and row, versions with their two statements, files; no name."""
    return {
        "convoy": str(view.convoy.id),
        "window": str(view.window.id),
        "changed": view.changed,
        "seats": [
            {
                "row": seat.row,
                "person": str(seat.person),
                "family": seat.family,
                "vehicle": str(seat.vehicle_id),
                "place": seat.place,
                "cleared": seat.cleared,
                "called": seat.called.ref if seat.called else None,
            }
            for seat in view.seats
        ],
        "versions": [
            {
                "number": each.number,
                "people": each.people,
                "signed": each.signed.ref,
                "published": each.published.ref if each.published else None,
                "holds": each.holds,
            }
            for each in view.versions
        ],
        "files": [
            {
                "recipient": each.recipient,
                "language": each.language,
                "version": each.version,
                "people": each.people,
                "digest": each.digest,
                "statement": each.given.ref,
            }
            for each in view.files
        ],
        "closed": view.closed.ref if view.closed else None,
    }


def sheet_of(view: PaperView, language: str, zone: ZoneInfo) -> Sheet:
    """What stands on the paper; its times are local ones of the case."""
    return Sheet(
        language=language,
        recipient=view.recipient,
        crossing=view.window.crossing.name,
        pickup=view.convoy.pickup.name,
        on=view.window.on,
        departs=view.convoy.departs,
        version=view.version,
        published=f"{view.published.recorded_at.astimezone(zone):%Y-%m-%d %H:%M}",
        columns=view.columns,
        rows=view.rows,
        tags=view.tags,
    )
