"""Hours of a local day as instants, also when the clocks change: what happened twice is asked, what never did is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from homeward.crossings.core.entered import ASK, in_ascii
from homeward.moments import AmbiguousLocalTime, Interval, NoSuchLocalTime, Precision
from homeward.moments.local import instant, instants, spelled
from homeward.refusals import Findings

_HOUR = re.compile(r"(?:(\d{4}-\d{2}-\d{2})[T ])?(\d{1,2})[:.](\d{2})(?::00)?\s?(Z|[+-]\d{2}:?\d{2})?")


@dataclass(frozen=True, slots=True)
class Hour:
    """A local time with the instant it is, and how it is written: with its offset only where that tells two apart."""

    written: str
    at: datetime


def hour(typed: str, where: str, findings: Findings, *, on: date, zone: ZoneInfo) -> Hour | None:
    """A time of this day, as 08:30; where it happened twice, with its offset, as 01:30+02:00."""
    plain = in_ascii(typed)
    found = _HOUR.fullmatch(plain)
    if found is None or int(found[2]) > 23 or int(found[3]) > 59 or found[1] not in (None, on.isoformat()):
        findings.fault("hour", where, f'"{typed.strip()[:40]}" is no time of that day. Write it as 08:30.')
        return None
    local = datetime.combine(on, time(int(found[2]), int(found[3])))
    try:
        return _chosen(local, found[4], zone)
    except NoSuchLocalTime as missing:
        findings.fault("no-such-hour", where, f"{missing.message} {missing.instead}")
    except AmbiguousLocalTime as twice:
        findings.fault(ASK, where, f"{twice.message} {twice.instead}")
    return None


def stretch(opens: Hour, closes: Hour, on: date, findings: Findings) -> Interval | None:
    """From opening to closing; what ends before it begins is refused."""
    if closes.at <= opens.at:
        findings.fault(
            "ends-before-it-begins", "closes",
            "It closes before it opens. What goes on past midnight is entered as two windows.",
        )  # fmt: skip
        return None
    words = f"{on.isoformat()} {opens.written} to {closes.written}"
    return Interval(opens.at, closes.at, Precision.INSTANT, words)


def again(on: str, written: str, zone: ZoneInfo) -> datetime | None:
    """The instant of a kept local time by the rules that the zone has now; none where the clocks skip it now."""
    try:
        found = hour(written, "", Findings(), on=date.fromisoformat(on), zone=zone)
    except ValueError:
        return None
    return found.at if found else None


def minutes(written: str) -> int:
    """How many minutes after midnight a kept local time is."""
    return int(written[:2]) * 60 + int(written[3:5])


def _chosen(local: datetime, offset: str | None, zone: ZoneInfo) -> Hour:
    shown = f"{local:%H:%M}"
    if offset is None:
        return Hour(shown, instant(local, zone))
    first, second = instants(local, zone)
    for each in (first, second):
        if spelled(each, zone)[-6:] == ("+00:00" if offset == "Z" else f"{offset[:3]}:{offset[-2:]}"):
            return Hour(shown if first == second else f"{shown}{spelled(each, zone)[-6:]}", each)
    raise NoSuchLocalTime("The clocks there do not have this offset then.", instead=f"Write {spelled(first, zone)}.")
