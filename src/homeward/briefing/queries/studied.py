"""Looks at a series, also whether open days of a crossing go with quiet days before them, by what was said of the crossing.

It stands here since series know nothing of crossings: what both have to do with each other is asked above both.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from homeward.briefing.queries.movement import OpenDays, open_days
from homeward.hostilities import queries as hostilities
from homeward.hostilities.queries import NoStudy, SeriesView, StudyView
from homeward.ledger.queries.views import Asked


def look(
    asked: Asked,
    series: SeriesView,
    name: str,
    *,
    on: date | None = None,
    side: int = 21,
    seed: int = 1,
    crossing: str = "",
) -> StudyView:
    """The look of this name; refuses one that lacks its date or its crossing."""
    if name == "change":
        return hostilities.change(series, seed=seed)
    if name == "quiet":
        return quiet(series, open_days(asked, crossing))
    if on is None:
        raise NoStudy(where=name, instead="Give the date that is looked at.")
    return hostilities.around(series, on, side=side) if name == "around" else hostilities.level(series, on)


def quiet(series: SeriesView, days: OpenDays) -> StudyView:
    """The look with what had to be supposed about the days of the crossing among its findings."""
    found = hostilities.quiet(series, days.days)
    rests = f"The days of {days.crossing}: {len(days.days)} by {len(days.refs)} statements."
    return replace(found, findings=(*found.findings, rests, *days.findings))
