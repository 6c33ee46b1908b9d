"""Every read of forecasts: what was forecast, and how it did; a bad one is never left out."""

from __future__ import annotations

from homeward.outlook.queries.made import NoSuchForecast, forecast_named, forecasts, next_number
from homeward.outlook.queries.offers import Offer, offers
from homeward.outlook.queries.scores import scores
from homeward.outlook.queries.views import ForecastView, ScoresView, ScoreView, SubjectScores

__all__ = [
    "ForecastView",
    "NoSuchForecast",
    "Offer",
    "ScoreView",
    "ScoresView",
    "SubjectScores",
    "forecast_named",
    "forecasts",
    "next_number",
    "offers",
    "scores",
]
