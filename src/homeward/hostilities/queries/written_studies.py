"""What a look found as plain values; numbers that are no whole ones are text."""

from __future__ import annotations

from typing import Any

from homeward.hostilities.core.statistics.answers import LEAST_UNITS
from homeward.hostilities.queries.studies import StudyView

COUNTS = "counts"


def study_json(view: StudyView) -> dict[str, Any]:
    """The answer with what it rests on, its doubts, and every look that was run."""
    series = view.series
    return {
        "look": view.look,
        "words": view.words,
        "n": view.days,
        "gaps": view.gaps,
        "informative_units": view.units,
        "least_units": LEAST_UNITS,
        "p": _plain(view.p),
        "why_no_p": view.why_not or None,
        "findings": list(view.findings),
        "caveats": list(view.caveats),
        "looks": [{"what": each.what, "outcome": each.outcome} for each in view.looks],
        "numbers": {name: _plain(value, name) for name, value in view.numbers.items()},
        "series": {
            "dataset": str(series.dataset.id),
            "named": series.dataset.named,
            "version": str(series.version.id),
            "statement": series.version.ref,
            "place": series.frame.words,
            "dyad": series.dyad.name if series.dyad else None,
            "measure": series.measure,
            "from": series.since.isoformat(),
            "until": series.until.isoformat(),
            "on_no_day": [each.words for each in series.apart],
        },
    }


def _plain(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {each: _plain(found, each) for each, found in value.items()}
    if isinstance(value, list):
        return [_plain(each, name) for each in value]
    if isinstance(value, float):
        return int(value) if name == COUNTS else f"{value:.6g}"
    return value
