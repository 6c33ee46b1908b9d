"""Bands of a series: draws between the lowest, best and highest number of each of its events, added up by day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from homeward.hostilities.core import draws as core
from homeward.hostilities.core.frames import Frame
from homeward.hostilities.core.series import days_of
from homeward.hostilities.queries import sums
from homeward.hostilities.queries.series import EVENTS, choose
from homeward.hostilities.queries.views import BandsView
from homeward.ledger.queries.views import Asked
from homeward.refusals import Refused

SHARES = (0.05, 0.5, 0.95)
WORDS = (
    "Draws between the lowest and highest number that the maker gives of each event, with weight on the one reported "
    "(a reported-value Gumbel mixture). They carry on the maker's ranges and know nothing of events that nobody recorded."
)


class NoBands(Refused):
    """Only events have ranges of their own; daily numbers are shown as they were reported."""


def bands(
    asked: Asked,
    *,
    dataset: str | UUID = "",
    frame: Frame | None = None,
    dyad: str | None = None,
    since: date | None = None,
    until: date | None = None,
    measure: str = "",
    version: str = "",
    draws: int = 400,
    seed: int = 1,
) -> BandsView:
    """The bands of the series that the same question gives; the same seed gives the same bands."""
    chosen = choose(
        asked, dataset=dataset, frame=frame, dyad=dyad, since=since, until=until, measure=measure, version=version
    )
    if chosen.dataset.nature != EVENTS:
        raise NoBands(where=chosen.dataset.named)
    over = chosen.over
    found = sums.triples(
        chosen.version.id, chosen.frame, measure="", dyads=chosen.dyads, since=over.since, until=over.until
    )
    days, low, best, high = zip(*found, strict=True) if found else ((), (), (), ())
    made = core.bands(days, low, best, high, number=draws, seed=seed, shares=SHARES)
    nothing = tuple(0.0 for _ in SHARES)
    covered = over.first is not None and over.last is not None
    return BandsView(
        draws,
        seed,
        core.REPORTED,
        SHARES,
        tuple(
            (day, made.get(day) or (nothing if covered and over.first <= day <= over.last else None))  # type: ignore[operator]
            for day in days_of(over)
        ),
        WORDS,
    )
