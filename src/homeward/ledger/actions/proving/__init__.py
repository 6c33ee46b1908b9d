"""Prove that nothing was changed: the ledger by a program of its own, the tables by making them again."""

from __future__ import annotations

from homeward.ledger.actions.proving.exporting import Exported, FolderInUse, export
from homeward.ledger.actions.proving.replaying import Difference, Replayed, replay
from homeward.ledger.actions.proving.verifying import NoSuchHead, VerifierStopped, verify

__all__ = [
    "Difference",
    "Exported",
    "FolderInUse",
    "NoSuchHead",
    "Replayed",
    "VerifierStopped",
    "export",
    "replay",
    "verify",
]
