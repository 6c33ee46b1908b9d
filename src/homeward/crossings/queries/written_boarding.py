"""The board of a convoy as plain values, for programs and the command line alike."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from homeward.crossings.queries.boarding import BoardedView


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
    }
