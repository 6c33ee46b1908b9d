"""Proposals as JSON: the form that `homeward read` writes and that scorers and scripts read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from homeward.reading.core.found import FoundFigure, Piece, When
from homeward.reading.core.named import Named, Register, places_in
from homeward.reading.core.proposals import Proposal
from homeward.reading.core.readings import Reading

NOBODY = Register({})


def as_json(reading: Reading) -> dict[str, Any]:
    """A reading with its text, since the places of everything in it are code points of that text."""
    text = reading.text
    return {
        "reader": {"name": reading.reader, "hash": reading.hash},
        "language": reading.language,
        "published": reading.published.isoformat() if reading.published else None,
        "statements": statements(text, reading.proposals),
        "unread": [_piece(text, piece) for piece in reading.unread],
        "read_until": reading.until,
        "length": len(text),
        "text": text,
    }


def statements(text: str, found: Sequence[Proposal]) -> list[dict[str, Any]]:
    """The proposals of a text, in the order of the text."""
    return [statement_form(text, proposal) for proposal in found]


def statement_form(text: str, one: Proposal, register: Register = NOBODY) -> dict[str, Any]:
    """One proposal in that form; `register` holds the names that the case knows."""
    named = [each for piece in one.content for each in register.named_in(text, *piece)]
    places = [each for piece in one.content for each in places_in(text, *piece)]
    return {
        "source": _pieces(text, one.source),
        "chain": [_piece(text, link) if link else None for link in one.chain],
        "cue": _pieces(text, one.cue),
        "content": [_piece(text, piece) for piece in one.content],
        "kind": "attributed",
        "said": _when(one.said),
        "modality": one.modality,
        "figures": [_figure(text, figure) for figure in one.figures],
        "conditions": [
            {**_piece(text, (each.start, each.end)), "relation": each.relation, "open": each.open}
            for each in one.conditions
        ],
        "deadline": _due(one.deadline),
        "parties": [{**_piece(text, (each.start, each.end)), "name": each.name, "kind": each.kind} for each in named],
        "places": [_piece(text, (each.start, each.end)) for each in places if not _within(each, named)],
        "confidence": round(one.confidence, 3),
        "reasons": one.reasons,
        **({"stands_for": _piece(text, one.stands_for)} if one.stands_for else {}),
    }


def attributions(found: Iterable[Any]) -> list[dict[str, list[list[int]]]]:
    """Attributions by their places alone: the form of the corpora."""
    return [
        {role: [list(piece) for piece in getattr(one, role)] for role in ("source", "cue", "content")} for one in found
    ]


def _within(place: Named, others: Sequence[Named]) -> bool:
    return any(each.start <= place.start and place.end <= each.end for each in others)


def _piece(text: str, piece: Piece) -> dict[str, Any]:
    return {"text": text[piece[0] : piece[1]], "start": piece[0], "end": piece[1]}


def _pieces(text: str, pieces: tuple[Piece, ...]) -> Any:
    told = [_piece(text, piece) for piece in pieces]
    return told[0] if len(told) == 1 else told or None


def _when(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    first, last = (day.isoformat() if day else None for day in (when.first, when.last))
    return {"from": first, "to": last, "precision": when.precision}


def _due(when: When | None) -> dict[str, Any] | None:
    told = _when(when)
    return {"from": told["from"], "to": told["to"]} if told else None


def _figure(text: str, figure: FoundFigure) -> dict[str, Any]:
    def number(value: int | Decimal | None) -> int | float | None:
        return float(value) if isinstance(value, Decimal) else value

    told: dict[str, Any] = {
        **_piece(text, (figure.start, figure.end)),
        "op": figure.op,
        "lo": number(figure.lo),
        "hi": number(figure.hi),
        "unit": figure.unit,
        "per": figure.per or None,
    }
    if figure.population:
        told["population"] = _piece(text, figure.population)
    return told
