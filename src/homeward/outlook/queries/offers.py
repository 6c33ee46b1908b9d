"""Forecasts whose truth the ledger itself tells and that nobody has scored by it: offered to be scored, never scored by the way."""

from __future__ import annotations

from dataclasses import dataclass

from homeward.ledger.queries.views import Asked
from homeward.outlook.queries.made import forecasts
from homeward.outlook.queries.views import ForecastView
from homeward.outlook.records.truths import Truth, truth_of


@dataclass(frozen=True, slots=True)
class Offer:
    """A forecast and what came of it, as statements tell it."""

    forecast: ForecastView
    truth: Truth


def offers(asked: Asked) -> list[Offer]:
    """What can be scored now, the last forecast first; also what was scored by another truth than is told today."""
    found = []
    for each in forecasts(asked):
        truth = truth_of(asked, each.made, each.given)
        if truth is not None and (each.score is None or each.score.scored.truth != truth.value):
            found.append(Offer(each, truth))
    return found
