"""The closed list of what an authority says of whether one person may pass."""

from __future__ import annotations

from enum import StrEnum


class Permission(StrEnum):
    """An authority's word about one person; that one has run out is worked out and never said."""

    ACKNOWLEDGED = "acknowledged"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
