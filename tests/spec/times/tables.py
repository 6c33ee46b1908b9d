"""How the tables of times are written: local days, both included, or local minutes where no day begins."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from homeward.moments import Interval

TICK = timedelta(microseconds=1)


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table whose first line names its columns."""
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def local(moment: datetime | None, zone: ZoneInfo, *, end: bool) -> str:
    """An instant as the tables write it: a day where a local day begins (the day before, for an end), else a time."""
    if moment is None:
        return ""
    here, before = moment.astimezone(zone), (moment - TICK).astimezone(zone)
    if here.date() != before.date():
        return (before if end else here).date().isoformat()
    return here.replace(tzinfo=None).isoformat(timespec="minutes")


def found(interval: Interval, zone: ZoneInfo) -> dict[str, str]:
    return {
        "from": local(interval.start, zone, end=False),
        "until": local(interval.until, zone, end=True),
        "precision": f"{interval.precision}{' inferred' if interval.inferred else ''}",
    }
