"""The way of a statement from the voice to the papers in which the desk read it: one trunk, a branch for each paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Station(StrEnum):
    """Who or what stands at a place of the chain."""

    VOICE = "voice"
    CARRIER = "carrier"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Link:
    """Somebody who passed it on, and the wording with which they did ("told", "citing")."""

    name: str
    wording: str
    factuality: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One row of the drawing: what stands there, in which of the two lanes, and which lines lead in and out."""

    station: Station
    name: str
    wording: str
    factuality: str
    lane: int
    from_above: bool
    to_below: bool
    passes: bool
    key: str = ""


def chain(voice: str | None, links: Sequence[Link], papers: Sequence[tuple[str, str]]) -> tuple[Place, ...]:
    """Lay out the chain from the voice down; `papers` are (key, title), and several hang on one line."""
    trunk = [(Station.VOICE, voice or "", "", "")]
    trunk += [(Station.CARRIER, link.name, link.wording, link.factuality) for link in links]
    branches = len(papers) > 1
    rows = [
        Place(
            station,
            name,
            wording,
            factuality,
            0,
            from_above=n > 0,
            to_below=n < len(trunk) - 1 or bool(papers),
            passes=False,
        )
        for n, (station, name, wording, factuality) in enumerate(trunk)
    ]
    rows += [
        Place(
            Station.DOCUMENT,
            title,
            "",
            "",
            int(branches),
            True,
            False,
            passes=branches and n < len(papers) - 1,
            key=key,
        )
        for n, (key, title) in enumerate(papers)
    ]
    return tuple(rows)
