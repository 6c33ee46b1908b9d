"""Every write of reading, named by what the desk does: receive, read, ask a model, confirm, refuse, take back."""

from __future__ import annotations

from homeward.reading.actions.allowing import allow_model
from homeward.reading.actions.asking import ModelNotAllowed, ask_model, ask_model_as_the_desk
from homeward.reading.actions.deciding import (
    DecidedMeanwhile,
    NoSuchProposal,
    NothingToTakeBack,
    confirm,
    confirm_missed,
    refuse,
    take_back,
)
from homeward.reading.actions.reading import read, read_as_the_desk
from homeward.reading.actions.receiving import Received, receive

__all__ = [
    "DecidedMeanwhile",
    "ModelNotAllowed",
    "NoSuchProposal",
    "NothingToTakeBack",
    "Received",
    "allow_model",
    "ask_model",
    "ask_model_as_the_desk",
    "confirm",
    "confirm_missed",
    "read",
    "read_as_the_desk",
    "receive",
    "refuse",
    "take_back",
]
