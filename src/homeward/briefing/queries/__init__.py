"""What goes out, read from everything below."""

from __future__ import annotations

from homeward.briefing.queries.picture import Picture, picture

__all__ = ["Picture", "picture"]
