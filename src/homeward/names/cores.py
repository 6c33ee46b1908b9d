"""The parts of a name as an index holds them: without titles, articles and small words, in the order written."""

from __future__ import annotations

from homeward.names import words
from homeward.names.letters import key
from homeward.names.parts import spoken_parts

_DOUBTFUL = ("ال", "אל", "al", "el", "a", "e", "а", "э")
"""Beginnings that may be an article written together with its word."""
_SMALL = words.TITLES | words.NASAB | words.ABU | words.UMM | words.ABD | words.ARTICLES | words.JOINED


def cores(name: str, seen: dict[str, str | None] | None = None) -> list[str]:
    """The keys by which the parts of a name are found; `seen` keeps words from name to name while a list is read."""
    seen = {} if seen is None else seen
    found = []
    for word in name.split():
        if word not in seen:
            seen[word] = _plain(word)
        core = seen[word]
        if core is None:
            return _read(name)
        found.append(core)
    return found


def _plain(word: str) -> str | None:
    """The core of a word that stands for itself; None when the whole name must be read."""
    folded = key(word)
    if not word.isalpha() or folded in _SMALL or len(folded) < 2 or " " in folded:
        return None
    parts = spoken_parts(word)
    return parts[0].core if len(parts) == 1 else None


def _read(name: str) -> list[str]:
    return [part.core for part in spoken_parts(name) if part.core] or (
        [key(name).replace(" ", "")] if key(name) else []
    )


def asked_cores(name: str, seen: dict[str, str | None]) -> list[tuple[str, ...]]:
    """As `cores` for a name that is looked for, each with the other keys of its part, which lists may hold in its place."""
    found = cores(name, seen)
    if not any(word.casefold().startswith(_DOUBTFUL) for word in name.split()):
        return [(core,) for core in found]
    parts = [part for part in spoken_parts(name) if part.core]
    return [tuple(dict.fromkeys(reversed(part.keys))) for part in parts] or [(core,) for core in found]
