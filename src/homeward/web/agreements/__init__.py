"""Agreements in the browser: what was promised against what came, what falls due, and what each side says of the other."""
