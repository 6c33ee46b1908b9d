"""Case files of invented places, given short: what stands in each differs from every other in whatever the form allows."""

from __future__ import annotations

from typing import Any

from tests.cast import case_of

SOURCES = {
    "wire": {"outlet": "An agency", "published": "2025-01-01", "url": None, "kind": "news"},
    "desk": {"outlet": "A radio", "published": "2025-01-01", "url": None, "kind": "news"},
    "aid": {"outlet": "An aid body", "published": "2025-01-01", "url": None, "kind": "ngo"},
}
Json = dict[str, Any]


def case(slug: str, zone: str, parties: dict[str, str], *statements: Json, day: str, **parts: Any) -> Json:
    """A case whose publications are all of one late day, with these parties by id and name."""
    return case_of(
        *statements,
        slug=slug,
        zone=zone,
        sources={key: {**source, "published": day} for key, source in SOURCES.items()},
        parties=[{"id": id, "name": name, "role": "party"} for id, name in parties.items()],
        **parts,
    )


def said(id: str, speaker: str, day: str, text: str, *figures: Json, **more: Any) -> Json:
    """A statement: who, on which day, in which words, with which figures."""
    return {
        "id": id,
        "origin": more.pop("origin", id),
        "speaker": speaker,
        "said_on": day,
        "event_date": more.pop("event", day),
        "text": text,
        "figures": list(figures),
        **more,
    }


def many(measure: str, population: str, lo: float | None, hi: float | None = None, **more: Any) -> Json:
    """A figure: a count of one time unless it is said otherwise, exact unless another sign is given."""
    op = more.pop("op", "=")
    return {
        "measure": measure,
        "population": population,
        "kind": more.pop("kind", "flow"),
        "op": op,
        "lo": lo,
        "hi": None if op in (">", ">=") else lo if hi is None else hi,
        "unit": more.pop("unit", "person"),
        **more,
    }


def owes(id: str, bearer: str, action: str, object: str = "", lo: float | None = None, **more: Any) -> Json:
    """An obligation, exact unless a quantity is given."""
    quantity = {} if lo is None else {"quantity": {"op": "=", "lo": lo, "hi": lo}}
    return {"id": id, "bearer": bearer, "action": action, "object": object, **quantity, **more}


def asks(id: str, by: str, of: str, gates: str, text: str, day: str, **more: Any) -> Json:
    """A condition."""
    return {
        "id": id, "demanded_by": by, "demanded_of": of, "gates": gates, "text": text, "stated_on": day,
        "source": ["wire"], **more,
    }  # fmt: skip
