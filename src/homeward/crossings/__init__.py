"""Crossings: places, windows, convoys, and who crosses when; its core plans, explains and checks, and knows no database."""
