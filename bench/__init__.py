"""Sizes and timings: what the desk promises about speed, measured on invented data."""
