"""Rules and arithmetic of forecasts: values in, values out; no clock, and no chance without a seed."""
