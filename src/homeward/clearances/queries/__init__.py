"""Every read of clearances; doors tell the log whom an answer showed (people.actions.note_reading)."""

from __future__ import annotations

from homeward.clearances.core.pace import Pace
from homeward.clearances.core.states import PENDING, State
from homeward.clearances.queries.held import held
from homeward.clearances.queries.paces import pace
from homeward.clearances.queries.views import Held

__all__ = ["PENDING", "Held", "Pace", "State", "held", "pace"]
