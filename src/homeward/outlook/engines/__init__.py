"""Work of forecasts that is done in a process of its own, where statistics libraries are loaded."""
