"""Loads that are killed, with the database or without, at moments nobody chose."""
