"""What goes out, read from everything below."""

from __future__ import annotations

from homeward.briefing.queries.movement import Movement, NoSuchCrossing, OpenDays, movement, open_days
from homeward.briefing.queries.picture import Picture, picture
from homeward.briefing.queries.studied import look, quiet

__all__ = ["Movement", "NoSuchCrossing", "OpenDays", "Picture", "look", "movement", "open_days", "picture", "quiet"]
