"""Every write of the register, named by what the desk does."""

from __future__ import annotations

from homeward.people.actions.recording import TakenRecords, TakenRow, take_records

__all__ = ["TakenRecords", "TakenRow", "take_records"]
