"""Every write of lists, named by what the desk does."""

from __future__ import annotations

from homeward.lists.actions.exporting import ExportedOriginal, NeedsAPurpose, export_original
from homeward.lists.actions.keying import NotAPicture, key_by_hand
from homeward.lists.actions.receiving import (
    AlreadyReceived,
    CannotBeReceived,
    Received,
    answer,
    give_up,
    receive,
)
from homeward.lists.actions.settling import (
    AlreadySettled,
    GoneOn,
    Nobody,
    NoSuchLine,
    NotSettled,
    NotYetARecord,
    SettledLine,
    leave_row_out,
    reopen_row,
    settle_row,
)
from homeward.lists.actions.taking import NeedsAReason, NeedsAYes, TakenIn, take_in
from homeward.lists.actions.withdrawing import NotTheLast, withdraw_version
from homeward.lists.actions.working import check_as_the_desk, read_as_the_desk
from homeward.lists.queries.uploads import NoSuchUpload
from homeward.lists.queries.versions import NoSuchVersion

__all__ = [
    "AlreadyReceived",
    "AlreadySettled",
    "CannotBeReceived",
    "ExportedOriginal",
    "GoneOn",
    "NeedsAPurpose",
    "NeedsAReason",
    "NeedsAYes",
    "NoSuchLine",
    "NoSuchUpload",
    "NoSuchVersion",
    "Nobody",
    "NotAPicture",
    "NotSettled",
    "NotTheLast",
    "NotYetARecord",
    "Received",
    "SettledLine",
    "TakenIn",
    "answer",
    "check_as_the_desk",
    "export_original",
    "give_up",
    "key_by_hand",
    "leave_row_out",
    "read_as_the_desk",
    "receive",
    "reopen_row",
    "settle_row",
    "take_in",
    "withdraw_version",
]
