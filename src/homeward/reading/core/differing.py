"""How two readings of the same words differ, field by field, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from homeward.reading.core.written_down import words_of

NOTHING = "–"


def differences(one: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The fields that differ, each with what the one and what the other has."""
    for field, words in _FIELDS.items():
        here, there = words(one), words(other)
        if here != there:
            yield field, here or NOTHING, there or NOTHING


def covered(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> float:
    """The share of the smaller of the two that lies in the other."""
    here = {place for start, end in one for place in range(start, end)}
    there = {place for start, end in other for place in range(start, end)}
    return len(here & there) / max(1, min(len(here), len(there)))


def overlap(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> float:
    """The share of code points that both have, of those that either has."""
    here = {place for start, end in one for place in range(start, end)}
    there = {place for start, end in other for place in range(start, end)}
    return len(here & there) / max(1, len(here | there))


def _chain(found: Mapping[str, Any]) -> str:
    return " → ".join(words_of(link) if link else "…" for link in found["chain"])


def _texts(field: str) -> Callable[[Mapping[str, Any]], str]:
    return lambda found: "; ".join(each["text"] for each in found[field])


def _pieces(field: str) -> Callable[[Mapping[str, Any]], str]:
    return lambda found: words_of(found[field])


def _said(found: Mapping[str, Any]) -> str:
    told = found["said"]
    if not told:
        return ""
    return told["from"] if told["from"] == told["to"] else f"{told['from'] or '…'} to {told['to'] or '…'}"


_FIELDS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "source": _pieces("source"),
    "cue": _pieces("cue"),
    "content": _pieces("content"),
    "chain": _chain,
    "modality": lambda found: str(found["modality"]),
    "said": _said,
    "figures": _texts("figures"),
    "conditions": _texts("conditions"),
}
