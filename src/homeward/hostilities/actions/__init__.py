"""Every write about hostilities: a version of a dataset is received."""

from __future__ import annotations

from homeward.hostilities.actions.receiving import (
    About,
    AlreadyReceived,
    CannotBeReceived,
    NeedsAYes,
    NothingInIt,
    Received,
    receive,
)

__all__ = ["About", "AlreadyReceived", "CannotBeReceived", "NeedsAYes", "NothingInIt", "Received", "receive"]
