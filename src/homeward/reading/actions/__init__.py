"""Every write of reading, named by what the desk does: receive, read, ask a model, confirm, refuse, take back."""

from __future__ import annotations

from homeward.reading.actions.allowing import allow_model
from homeward.reading.actions.asking import ModelNotAllowed, ask_model, ask_model_as_the_desk
from homeward.reading.actions.confirming import confirm, confirm_missed
from homeward.reading.actions.decided import DecidedMeanwhile, NoSuchProposal
from homeward.reading.actions.deciding import NothingToTakeBack, refuse, take_back
from homeward.reading.actions.exporting import export_decisions
from homeward.reading.actions.reading import read, read_as_the_desk
from homeward.reading.actions.receiving import CannotBeReceived, Received, receive
from homeward.reading.core.marking import NotAPlace

__all__ = [
    "CannotBeReceived",
    "DecidedMeanwhile",
    "ModelNotAllowed",
    "NoSuchProposal",
    "NotAPlace",
    "NothingToTakeBack",
    "Received",
    "allow_model",
    "ask_model",
    "ask_model_as_the_desk",
    "confirm",
    "confirm_missed",
    "export_decisions",
    "read",
    "read_as_the_desk",
    "receive",
    "refuse",
    "take_back",
]
