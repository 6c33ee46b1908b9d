"""Talks: what stands in the way of what, and what was promised against what was done, as the parties say it."""
