"""The one way in which instants are written down: UTC, microseconds, `2023-11-04T10:00:00.000000Z`."""

from __future__ import annotations

from datetime import UTC, datetime

from homeward.refusals import Refused


class UnreadableMoment(Refused):
    """This cannot be read as a time."""


class MomentWithoutZone(Refused):
    """This time does not say its zone."""


def in_utc(moment: datetime) -> datetime:
    """The same instant in UTC; a datetime without zone is a mistake of the program, not of a person."""
    if moment.tzinfo is None:
        raise ValueError(f"the datetime {moment.isoformat()} has no zone")
    return moment.astimezone(UTC)


def stamp(moment: datetime) -> str:
    """The instant as it stands in entries and answers."""
    return in_utc(moment).isoformat(timespec="microseconds")[:26] + "Z"


def unstamp(text: str) -> datetime:
    """The instant that `stamp` wrote; refuses every other spelling, so that one instant has one text."""
    try:
        moment = datetime.fromisoformat(text)
        exact = stamp(moment) == text
    except (ValueError, OverflowError):
        exact = False
    if not exact:
        raise UnreadableMoment(instead="A stamp looks like 2023-11-04T10:00:00.000000Z.")
    return moment
