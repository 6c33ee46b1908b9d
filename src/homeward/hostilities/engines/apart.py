"""A study of a series is worked out in a process of its own (homeward.files.apart): days with counts go in, an answer comes out.

It sees days and numbers alone and keeps nothing; statistics libraries are loaded here and by no door.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from math import isfinite
from typing import Any

from homeward.hostilities.core.statistics.series import Daily, Frame


def answers(data: bytes, asked: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """What the look that is asked for finds: around, level, change or quiet."""
    given = json.loads(data)
    series = Daily(date.fromisoformat(given["first"]), tuple(given["counts"]), Frame(**given["frame"]))
    yield _plain(asdict(_LOOKS[asked["look"]](series, given, asked)))


def _around(series: Daily, _given: Mapping[str, Any], asked: Mapping[str, Any]) -> Any:
    from homeward.hostilities.core.statistics.around import around

    return around(series, date.fromisoformat(asked["on"]), side=int(asked["side"]))


def _level(series: Daily, _given: Mapping[str, Any], asked: Mapping[str, Any]) -> Any:
    from homeward.hostilities.core.statistics.levels import level_at

    return level_at(series, date.fromisoformat(asked["on"]))


def _change(series: Daily, _given: Mapping[str, Any], asked: Mapping[str, Any]) -> Any:
    from homeward.hostilities.core.statistics.changes import change

    return change(series, seed=int(asked["seed"]))


def _quiet(series: Daily, given: Mapping[str, Any], asked: Mapping[str, Any]) -> Any:
    from homeward.hostilities.core.statistics.quiet import open_days

    states = {date.fromisoformat(day): state for day, state in given["states"].items()}
    return open_days(series, states)


def _plain(value: Any) -> Any:
    """Values as JSON has them; a number without bound is none."""
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return None if isinstance(value, float) and not isfinite(value) else value


_LOOKS = {"around": _around, "level": _level, "change": _change, "quiet": _quiet}
