"""What a language model answers, held against the text: it may point at words, and nothing else of it is believed.

A statement whose content, cue or source does not stand in the text is dropped with the reason. Of what is left, figures, days and
conditions are read by our own rules. Its word on the commitment counts only where it is more careful than ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from homeward.reading.core.found import ASSERTED, CALLED_FOR, CONDITIONAL, DENIED, POSSIBLE, PROMISED, Piece
from homeward.reading.core.layers import Found, Layers
from homeward.reading.core.proposals import Proposal
from homeward.reading.core.quoted import Lookup

KINDS = (ASSERTED, POSSIBLE, DENIED, CONDITIONAL, PROMISED, CALLED_FOR)
MOST = 400
"""Statements of one answer that are looked at."""
SURE = 0.5
"""How sure the desk is of a statement that only a language model found."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A statement of an answer that was not taken, by its number in the answer, and why."""

    number: int
    why: str


@dataclass(frozen=True, slots=True)
class Held:
    """What stood the comparison with the text, and what did not."""

    proposals: tuple[Proposal, ...]
    dropped: tuple[Dropped, ...]


def held_against(layers: Layers, answer: Any, reader: str) -> Held:
    """The statements of an answer that stand in the text of `layers`, under the name of who gave it."""
    rows = answer.get("statements") if isinstance(answer, Mapping) else None
    if not isinstance(rows, list):
        return Held((), (Dropped(0, "no list of statements"),))
    lookup = Lookup(layers.text)
    taken: list[tuple[Found, tuple[Piece, ...], str]] = []
    dropped = [Dropped(MOST, "more statements than are looked at")] if len(rows) > MOST else []
    for number, row in enumerate(rows[:MOST]):
        found = _found(lookup, layers, row)
        if isinstance(found, str):
            dropped.append(Dropped(number, found))
        elif any(other[0].content == found.content and other[0].source == found.source for other in taken):
            dropped.append(Dropped(number, "said twice"))
        else:
            taken.append((found, _hands(lookup, row, found), str(row.get("modality", ""))))
    beside = [found for found, _, _ in taken]
    made = [_proposal(layers, found, hands, kind, beside, reader) for found, hands, kind in taken]
    return Held(tuple(sorted(made, key=lambda one: one.content[0][0])), tuple(dropped))


def _found(lookup: Lookup, layers: Layers, row: Any) -> Found | str:
    """The places of a statement, or why it is not taken."""
    if not isinstance(row, Mapping):
        return "not a statement"
    told = {name: _strings(row.get(name)) for name in ("content", "cue", "source")}
    if told["content"] is None or not told["content"]:
        return "no content"
    content: list[Piece] = []
    beside = [quoted for name in ("cue", "source") for quoted in told[name] or ()]
    for quoted in told["content"]:
        place = lookup.place(quoted, near=content[-1]) if content else _meant(lookup, layers, quoted, beside)
        if place is None:
            return "its content does not stand in the text, or in several places"
        content.append(place)
    around = layers.sentence(content[0][0])
    pieces: dict[str, tuple[Piece, ...]] = {}
    for name in ("cue", "source"):
        if told[name] is None:
            return f"its {name} is no text"
        places = [lookup.place(quoted, within=around, near=content[0]) for quoted in told[name] or ()]
        kept = tuple(place for place in places if place is not None)
        if len(kept) != len(places):
            return f"its {name} does not stand in the text"
        pieces[name] = kept
    return Found(pieces["source"][:1], pieces["cue"], tuple(sorted(content)), SURE)


def _meant(lookup: Lookup, layers: Layers, quoted: str, beside: Sequence[str]) -> Piece | None:
    """The place of a content: the only one, else the only one in whose sentence its cue and its source stand too."""
    found = lookup.places(quoted)
    if len(found) > 1:
        found = [piece for piece in found if all(_stands(lookup, each, layers.sentence(piece[0])) for each in beside)]
    return found[0] if len(found) == 1 else None


def _stands(lookup: Lookup, quoted: str, within: Piece) -> bool:
    return any(within[0] <= start and end <= within[1] for start, end in lookup.places(quoted))


def _strings(value: Any) -> Sequence[str] | None:
    """One string or a list of them; empty where there is none, None where it is anything else."""
    if value is None or value == "":
        return ()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and len(value) <= 8 and all(isinstance(each, str) for each in value):
        return tuple(each for each in value if each)
    return None


def _hands(lookup: Lookup, row: Mapping[str, Any], found: Found) -> tuple[Piece, ...]:
    """The hands that it names, as far as they stand in the text; the last is the source and comes from elsewhere."""
    told = _strings(row.get("chain")) or ()
    places = (lookup.place(quoted, near=found.content[0]) for quoted in told)
    return tuple(place for place in places if place is not None and place not in found.source)


def _proposal(
    layers: Layers, found: Found, hands: tuple[Piece, ...], kind: str, beside: list[Found], reader: str
) -> Proposal:
    ours = layers.proposal(found, [], hands, beside, 0)
    reasons = {**ours.reasons, "reader": reader}
    if kind in KINDS and kind != ours.modality and ours.modality == ASSERTED:
        return replace(
            ours, modality=kind, reasons={**reasons, "modality": f"as {reader} reads it; our rules: {ASSERTED}"}
        )
    return replace(ours, reasons=reasons)
