"""Crossings: windows with their fill, what is needed to use them, plans, and why somebody is not in one."""
