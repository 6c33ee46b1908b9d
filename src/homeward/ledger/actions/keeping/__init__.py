"""Backups, the keys apart from the data, and restores that prove themselves."""

from __future__ import annotations

from homeward.ledger.actions.keeping.backing_up import Kept, backup
from homeward.ledger.actions.keeping.manifest import BrokenBackup, Manifest
from homeward.ledger.actions.keeping.restoring import Restored, restore

__all__ = ["BrokenBackup", "Kept", "Manifest", "Restored", "backup", "restore"]
