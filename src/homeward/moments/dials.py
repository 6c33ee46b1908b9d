"""The two questions of every page and command, as of when and known at when, read into one instant each."""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo

from homeward.moments.intervals import Precision
from homeward.moments.iso import read_iso, says_zone
from homeward.moments.local import day_of, spelled
from homeward.moments.phrases import read_single
from homeward.moments.reading import LONGEST
from homeward.moments.spelling import fold
from homeward.moments.stamps import MomentWithoutZone, UnreadableMoment
from homeward.moments.stretches import Instants, Setting, Stretch

_EXAMPLE = "Write a time with its offset, 2023-11-04T12:00+02:00, or a day, 2023-11-04."
# What is left of "+02:00" when an address was typed without escaping the plus.
_LOST_PLUS = re.compile(r"\S+:\d{2} \d{2}:?\d{2}")


def point(words: str, zone: tzinfo) -> datetime:
    """The instant of an ISO time that says its zone, or the end of a local day; everything else is refused.

    The end of a day is the first instant of the next; what only begins then has not begun (see `Interval`).
    """
    text = _folded(words)
    stretch = read_iso(text, Setting(zone, asks=True))
    if stretch is None:
        lost = _LOST_PLUS.fullmatch(text)
        raise UnreadableMoment(instead="In an address, write the plus of an offset as %2B." if lost else _EXAMPLE)
    moment = _one(stretch, zone, (Precision.DAY, Precision.INSTANT))
    if isinstance(stretch, Instants) and not says_zone(text):
        raise MomentWithoutZone(instead=f"If the clocks of {zone} are meant, write {spelled(moment, zone)}.")
    return moment


def dial(words: str, zone: tzinfo, *, reference: date) -> datetime:
    """The instant of what was typed into a page's dial, in local time: "4 Nov 12:00", "yesterday", "2023-11-04T12:00Z".

    Days, weeks and months mean their end; a missing year is the one nearest to `reference`.
    """
    if isinstance(reference, datetime):
        reference = day_of(reference, zone)
    stretch = read_single(_folded(words), Setting(zone, reference, asks=True))
    if stretch is None:
        raise UnreadableMoment(instead="Write, for example, 4 Nov 12:00 or 2023-11-04.")
    return _one(stretch, zone, tuple(set(Precision) - {Precision.ABOUT, Precision.OPEN}))


def _folded(words: str) -> str:
    text = fold(words[: LONGEST + 1])
    if len(words) > LONGEST or not text.isprintable():
        raise UnreadableMoment(instead=_EXAMPLE)
    return text


def _one(stretch: Stretch, zone: tzinfo, allowed: tuple[Precision, ...]) -> datetime:
    """The instant itself, or the end of the days."""
    start, until = stretch.bounds(zone)
    if stretch.precision not in allowed or start is None or until is None:
        raise UnreadableMoment("This names no single time.", instead=_EXAMPLE)
    return start if isinstance(stretch, Instants) else until
