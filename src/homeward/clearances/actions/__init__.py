"""Every write about clearances, named by what the desk does."""

from __future__ import annotations

from homeward.clearances.actions.asking import Asked, ask
from homeward.clearances.actions.confirming import (
    AnotherMustConfirm,
    Confirmed,
    NoLongerSo,
    NothingOfThisKind,
    confirm,
    take_back,
)
from homeward.clearances.actions.exporting import ExportedRequest, NobodyToName, NoSuchForm, export_request
from homeward.clearances.actions.taking import NotARowToTake, NothingToTake, Taken, WasTakenBack, take
from homeward.clearances.actions.telling import Shown, tell
from homeward.clearances.queries.named import NoSuchAuthority, NoSuchPermission

__all__ = [
    "AnotherMustConfirm",
    "Asked",
    "Confirmed",
    "ExportedRequest",
    "NoLongerSo",
    "NoSuchAuthority",
    "NoSuchForm",
    "NoSuchPermission",
    "NobodyToName",
    "NotARowToTake",
    "NothingOfThisKind",
    "NothingToTake",
    "Shown",
    "Taken",
    "WasTakenBack",
    "ask",
    "confirm",
    "export_request",
    "take",
    "take_back",
    "tell",
]
