"""The closed lists by which crossings are spoken of: whether they are open, how a window stands, what becomes of a notice."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """How somebody says that a crossing, or a control point of it, is."""

    OPEN = "open"
    RESTRICTED = "restricted"
    CLOSED = "closed"


class Standing(StrEnum):
    """Whether a window or a convoy is still to be; what was called off stays in sight."""

    SET = "set"
    CANCELLED = "cancelled"


class Place(StrEnum):
    """What somebody needs in a vehicle."""

    SEAT = "seat"
    WHEELCHAIR = "wheelchair"
    STRETCHER = "stretcher"


class Ticked(StrEnum):
    """What somebody of the desk says of a point of the checklist of a window."""

    DONE = "done"
    OPEN = "open"
    NOT_POSSIBLE = "not_possible"


class Answered(StrEnum):
    """What a party said to a notice; a notice asks for no leave, it tells."""

    ACKNOWLEDGED = "acknowledged"
    OBJECTED = "objected"


class Beside(StrEnum):
    """Why somebody rides only beside another: nothing of it says more than that."""

    GUARDIAN = "guardian"
    CARE = "care"
    MEDICAL = "medical"
    INTERPRETER = "interpreter"


class Apart(StrEnum):
    """What two people must not share."""

    VEHICLE = "vehicle"
    WINDOW = "window"
