"""The room of forecasts: what may come, with odds, and how all forecasts did."""
