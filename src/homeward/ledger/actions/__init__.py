"""Every write into the ledger, named by what the desk does."""

from __future__ import annotations

from homeward.ledger.actions.judging import (
    correct,
    doubt,
    judge_credibility,
    judge_reliability,
    link,
    relate_populations,
    settle_speaker,
    withdraw,
)
from homeward.ledger.actions.keeping import BrokenBackup, Kept, Restored, backup, restore
from homeward.ledger.actions.loading import Loaded, load_case
from homeward.ledger.actions.proving import Exported, Replayed, export, replay, verify
from homeward.ledger.actions.recording import record
from homeward.ledger.actions.sealing import sign_heads
from homeward.ledger.actions.writing import CannotBeRecorded, Recorded, open_case, write_down

__all__ = [
    "BrokenBackup",
    "CannotBeRecorded",
    "Exported",
    "Kept",
    "Loaded",
    "Recorded",
    "Replayed",
    "Restored",
    "backup",
    "correct",
    "doubt",
    "export",
    "judge_credibility",
    "judge_reliability",
    "link",
    "load_case",
    "open_case",
    "record",
    "relate_populations",
    "replay",
    "restore",
    "settle_speaker",
    "sign_heads",
    "verify",
    "withdraw",
    "write_down",
]
