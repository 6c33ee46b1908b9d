"""Every write of forecasts: one is made and frozen, one is scored by what was said later."""

from __future__ import annotations

from homeward.outlook.actions.forecasting import CannotForecast, forecast_completion, forecast_violence
from homeward.outlook.actions.scoring import NotScored, score

__all__ = ["CannotForecast", "NotScored", "forecast_completion", "forecast_violence", "score"]
