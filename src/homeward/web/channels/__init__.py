"""Channels, meetings and positions in the browser."""
