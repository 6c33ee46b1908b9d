"""Every write into the ledger, named by what the desk does."""

from __future__ import annotations

from homeward.ledger.actions.loading import Loaded, load_case
from homeward.ledger.actions.recording import record

__all__ = ["Loaded", "load_case", "record"]
