"""Intervals as they come out of the database."""

from __future__ import annotations

import json
from functools import lru_cache

from homeward.moments import Interval


@lru_cache(16_384)
def interval(written: str | None) -> Interval | None:
    """An interval from its JSON text, as Django has the driver give it; a case speaks of a few days again and again."""
    return Interval.from_json(json.loads(written)) if written else None
