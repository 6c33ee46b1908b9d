"""Places that a person marked in a text: looked at before anything stands on them, and put in the form of a proposal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from homeward.refusals import Refused

Places = Mapping[str, Sequence[tuple[int, int]]]
"""Where source, cue and content stand, in code points; content always, the others where the text has them."""
ROLES = ("source", "cue", "content")


class NotAPlace(Refused):
    """This is no place in the text."""


def marked(text: str, places: Places) -> dict[str, Any]:
    """What a person marked in a text, in the form of a proposal with nothing read off it yet."""
    told = pieces_at(text, places)
    source = told["source"]
    return {
        **told,
        "chain": [source] if isinstance(source, dict) else [],
        "kind": "attributed",
        "said": None,
        "modality": "reported",
        "figures": [],
        "conditions": [],
        "deadline": None,
        "confidence": 1.0,
        "reasons": {},
    }


def mended(text: str, found: Mapping[str, Any], places: Places) -> dict[str, Any]:
    """A proposal with its places put right by a person; who it came through stays, the source where it ended is the new one."""
    told = pieces_at(text, places)
    chain = list(found["chain"])
    if chain and chain[-1] == found["source"] and isinstance(told["source"], dict):
        chain[-1] = told["source"]
    return {**found, **told, "chain": chain}


def places_of(found: Mapping[str, Any]) -> dict[str, tuple[tuple[int, int], ...]]:
    """The places of source, cue and content of a proposal."""
    return {
        role: tuple(
            (piece["start"], piece["end"])
            for piece in ([found[role]] if isinstance(found[role], Mapping) else found[role] or [])
        )
        for role in ROLES
    }


def pieces_at(text: str, places: Places) -> dict[str, Any]:
    """The words at these places, by role; refuses what is not in the text, and a content that is nowhere."""
    told: dict[str, Any] = {}
    for role in ROLES:
        pieces = sorted(set(places.get(role, ())))
        for start, end in pieces:
            if not 0 <= start < end <= len(text) or not text[start:end].strip():
                raise NotAPlace(where=f"{role}: {start} to {end}", instead="Mark the words in the text.")
        words = [{"text": text[start:end], "start": start, "end": end} for start, end in pieces]
        told[role] = words if role == "content" else words[0] if len(words) == 1 else words or None
    if not told["content"]:
        raise NotAPlace("Nothing is marked as what was said.", where="content", instead="Mark the words in the text.")
    return told
