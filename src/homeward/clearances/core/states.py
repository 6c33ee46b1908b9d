"""How one person stands with one authority: the closed list, in the order of the way through it."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """How far a clearance is. Asked for by the desk, then in the authority's words; lapsed is worked out from its last day."""

    REQUESTED = "requested"
    ACKNOWLEDGED = "acknowledged"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


PENDING = frozenset({State.REQUESTED, State.ACKNOWLEDGED})
"""Where the authority still owes an answer."""
