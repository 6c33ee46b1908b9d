"""Closed words of agreements: kinds of duty, stages of a delivery, turns, powers, answers."""

from __future__ import annotations

from enum import StrEnum


class DutyKind(StrEnum):
    """How an obligation is kept: once within its time, at every moment of it, or at one moment."""

    ACHIEVEMENT = "achievement"
    MAINTENANCE = "maintenance"
    PUNCTUAL = "punctual"


class Stage(StrEnum):
    """How far what was promised has come, in order."""

    OFFERED = "offered"
    LISTED = "listed"
    CLEARED = "cleared"
    DISPATCHED = "dispatched"
    INSPECTED = "inspected"
    ENTERED = "entered"
    HANDED_OVER = "handed_over"
    RECEIVED = "received"
    DISTRIBUTED = "distributed"


class Turn(StrEnum):
    """A turn in the life of an agreement or of one obligation."""

    AGREED = "agreed"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    ENDED = "ended"
    WAIVED = "waived"


class Power(StrEnum):
    """What a holder may do under an agreement."""

    EXTEND = "extend"
    SUSPEND = "suspend"
    RESUME = "resume"
    END = "end"
    WAIVE = "waive"
    INSPECT = "inspect"
    COUNT = "count"


class Completeness(StrEnum):
    """Whether an amount came at its time, or is all up to it."""

    THEN = "then"
    SO_FAR = "so far"


class Answered(StrEnum):
    """What was said to a complaint."""

    DENIED = "denied"
    ANSWERED = "answered"
    SETTLED = "settled"
