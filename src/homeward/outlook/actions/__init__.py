"""Every write of forecasts: one is made and frozen, one is scored by what was said later."""

from __future__ import annotations

from homeward.outlook.actions.exchanging import forecast_exchange
from homeward.outlook.actions.forecasting import forecast_completion, forecast_violence
from homeward.outlook.actions.freezing import CannotForecast
from homeward.outlook.actions.scoring import NotScored, score, score_what_is_told
from homeward.outlook.records.fierce import Series

__all__ = [
    "CannotForecast",
    "NotScored",
    "Series",
    "forecast_completion",
    "forecast_exchange",
    "forecast_violence",
    "score",
    "score_what_is_told",
]
