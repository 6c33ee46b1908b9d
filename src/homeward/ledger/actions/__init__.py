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
from homeward.ledger.actions.loading import Loaded, load_case
from homeward.ledger.actions.recording import record
from homeward.ledger.actions.writing import CannotBeRecorded, Recorded, open_case, write_down

__all__ = [
    "CannotBeRecorded",
    "Loaded",
    "Recorded",
    "correct",
    "doubt",
    "judge_credibility",
    "judge_reliability",
    "link",
    "load_case",
    "open_case",
    "record",
    "relate_populations",
    "settle_speaker",
    "withdraw",
    "write_down",
]
