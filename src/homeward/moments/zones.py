"""Time zones by their IANA names, as people write them into files."""

from __future__ import annotations

import re
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from homeward.refusals import Refused

_NAME = re.compile(r"[A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+|\b(?:UTC|GMT)\b(?! ?[+\u2212-] ?\d)", re.ASCII)


class UnknownZone(Refused):
    """No time zone with this name is known."""


def zone(words: str) -> tuple[ZoneInfo, str | None]:
    """The first IANA zone named in a text, and a note when more stood there.

    An offset beside it is left aside: it is wrong for half of the year wherever clocks change.
    """
    for match in _NAME.finditer(words):
        found = named(match.group())
        if found is None:
            continue
        rest = " ".join((words[: match.start()] + words[match.end() :]).split())
        read_as = f"Times are read in {found.key}"
        if found.key != match.group():
            read_as += f", which was written {match.group()!r}"
        if rest:
            read_as += f"; left aside: {rest!r}"
        return found, f"{read_as}." if rest or found.key != match.group() else None
    raise UnknownZone(f"{words[:80]!r} names no known time zone.", instead="Write an IANA name, for example Asia/Gaza.")


def named(name: str) -> ZoneInfo | None:
    """The zone with this name in any case of letters, or None."""
    key = _names().get(name.lower())
    return None if key is None else ZoneInfo(key)


@cache
def _names() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones() if not name.startswith(("posix/", "right/"))}
