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
from homeward.clearances.actions.telling import NoSuchAuthority, NoSuchPermission, Shown, tell

__all__ = [
    "AnotherMustConfirm",
    "Asked",
    "Confirmed",
    "NoLongerSo",
    "NoSuchAuthority",
    "NoSuchPermission",
    "NothingOfThisKind",
    "Shown",
    "ask",
    "confirm",
    "take_back",
    "tell",
]
