"""The short phrases of which text answers are made: who said it, when, how sure, how two figures stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from homeward.cli.text.letters import apart
from homeward.moments import Interval, in_words, moment_in_words

if TYPE_CHECKING:  # needs Django up, and pages about files do without
    from homeward.ledger.queries.views import Asked, FigureView, StatementView

DOT = " · "
MARKS = {"met": "[x]", "unmet": "[ ]", "unknown": "[?]", "contested": "[/]"}
VERDICTS = {
    "same": "same",
    "compatible": "overlap",
    "part_of": "part of",
    "stale": "older",
    "corrected": "replaced",
    "different_split": "other split",
    "not_comparable": "not alike",
    "conflict": "CONFLICT",
    "arithmetic_fault": "SUM IS OFF",
    "cannot_tell": "cannot tell",
}


def joined(parts: Iterable[str]) -> str:
    """Parts of a line with dots between; empty ones are left out."""
    return DOT.join(part for part in parts if part)


def moment(at: datetime, zone: ZoneInfo) -> str:
    """An instant in local time; the midnight at which a day ends is told as the end of that day."""
    local = at.astimezone(zone)
    if local.time() == time.min:
        return f"the end of {moment_in_words(at - timedelta(minutes=1), zone)[:-6]}"
    return moment_in_words(at, zone)


def world(asked: Asked) -> str:
    """As of when the world is asked about."""
    return moment(asked.as_of, asked.case.zone) if asked.as_of_given else "now"


def known(asked: Asked) -> str:
    """Up to when it was known."""
    return f"at {moment(asked.known_at, asked.case.zone)}" if asked.known_at_given else "now"


def when(interval: Interval | None, zone: ZoneInfo) -> str:
    """A time as a person would say it; nothing when there is none."""
    return apart(in_words(interval, zone)) if interval else ""


def who(view: StatementView, *, under: str = "") -> str:
    """Who said it, in what capacity, for whom (unless it stands under that name), through whom."""
    if view.speaker is None:
        return "speaker not named"
    name = apart(view.speaker.name)
    settled = f"settled as {apart(view.speaker.settled_as)}" if view.speaker.settled_as else ""
    acting = ""
    if view.party is not None and view.party.name not in (view.speaker.name, under):
        acting = f"for {apart(view.party.name)}{' (inferred)' if view.party_inferred else ''}"
    return joined([name, settled, capacity(view), acting, chain(view)])


def capacity(view: StatementView) -> str:
    """In what role it was said, unless the speaker's name says so already."""
    name = view.speaker.name if view.speaker else ""
    return "" if view.capacity.casefold() in name.casefold() else apart(view.capacity)


def chain(view: StatementView) -> str:
    """The hands through which it came, with their wording."""
    return " ".join(f"{plain_or(hand.wording, 'via')} {apart(hand.source.name)}" for hand in view.chain)


def plain_or(text: str, otherwise: str) -> str:
    """The text, or this when there is none."""
    return apart(text) if text else otherwise


def warnings(view: StatementView | FigureView, asked: Asked) -> str:
    """What keeps this from being plainly so: its standing, that it may not have been known, that it reaches past."""
    standing = "" if view.standing == "current" else view.standing
    possibly = "possibly known" if view.knowing == "possibly" else ""
    past = "reaches past" if view.reaches_past and asked.as_of_given else ""
    return joined([standing, possibly, past])


def outlets(names: Iterable[str]) -> str:
    """Who carried it."""
    return ", ".join(apart(name) for name in names)


def listed(names: Iterable[str]) -> str:
    """Names in a sentence: "A", "A and B", "A, B and C"."""
    *most, last = [apart(name) for name in names] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 origin", "2 origins"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def origins(lo: int, hi: int) -> str:
    """How many independent origins speak."""
    return count(lo, "origin") if lo == hi else f"{lo:,} to {count(hi, 'origin')}"
