"""When something was, as far as anyone can tell: half-open instants, their precision, the words they came from.

A day is kept as the instants from its first up to, not including, the first of the next. So a question at T asks about
what lies before T: an interval that only begins at T has not begun, one that ends at T is over, a single instant at T
is in. Otherwise "as of 3 November" would hold all that is dated 4 November. In SQL: known when `until <= T`, possibly
known when not and `start < T`; concerned when either holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Self

from homeward.moments.stamps import UnreadableMoment, in_utc, stamp, unstamp


class Precision(StrEnum):
    """How exactly a time was given; for a range, the coarser of its two ends."""

    INSTANT = "instant"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    ABOUT = "about"
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    OPEN = "open"
    RELATIVE = "relative"
    UNREAD = "unread"


class Knowing(StrEnum):
    """Whether something was known at a time: surely, perhaps (its time straddles the question), or not yet."""

    YES = "yes"
    POSSIBLY = "possibly"
    NO = "no"


class Clock(StrEnum):
    """By which of its times a statement counts as known: when said, when first published, when recorded here."""

    SAID = "said"
    PUBLISHED = "published"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time in UTC, `[start, until)`, None where a side is open; an instant has start == until.

    What could not be read has precision UNREAD, no sides, and still its words. `inferred` marks what the words did not
    say: a year taken from elsewhere, a local time that happened twice.
    """

    start: datetime | None
    until: datetime | None
    precision: Precision
    words: str
    inferred: bool = False

    def __post_init__(self) -> None:
        start, until = self.start, self.until
        if start is not None and start.tzinfo is not UTC:
            object.__setattr__(self, "start", start := in_utc(start))
        if until is not None and until.tzinfo is not UTC:
            object.__setattr__(self, "until", until := in_utc(until))
        # Nearly all intervals are days, and files bring them by the hundred thousand: these pass without a call.
        if start is not None and until is not None and start < until and self.precision is Precision.DAY:
            return
        fault = _fault(start, until, self.precision)
        if fault:
            raise ValueError(fault)

    @classmethod
    def at(cls, moment: datetime, words: str = "") -> Self:
        """The single instant `moment`."""
        return cls(moment, moment, Precision.INSTANT, words)

    @classmethod
    def unread(cls, words: str) -> Self:
        """Words about a time that nobody could read; they are kept and listed."""
        return cls(None, None, Precision.UNREAD, words)

    def knowing(self, at: datetime) -> Knowing:
        """Whether what carries this time was known at `at`; never falls back as `at` grows."""
        if self.until is not None and self.until <= at:
            return Knowing.YES
        if self.start is None or self.start < at:
            return Knowing.POSSIBLY
        return Knowing.NO

    def concerns(self, as_of: datetime) -> bool:
        """Whether any of this lies in the time up to `as_of`; what has no start or was not read may."""
        return self.knowing(as_of) is not Knowing.NO

    def reaches_past(self, as_of: datetime) -> bool:
        """Whether some of this lies after `as_of`; what has no end or was not read may."""
        return self.until is None or self.until > as_of

    def as_json(self) -> dict[str, str | bool | None]:
        """The form in entries, files and answers; `from_json` gives the same interval back."""
        kept: dict[str, str | bool | None] = {
            "from": None if self.start is None else stamp(self.start),
            "until": None if self.until is None else stamp(self.until),
            "precision": self.precision.value,
            "words": self.words,
        }
        if self.inferred:
            kept["inferred"] = True
        return kept

    @classmethod
    def from_json(cls, kept: Mapping[str, object]) -> Self:
        """The interval that `as_json` wrote; refuses anything that it would not have written."""
        extra = set(kept) - {"from", "until", "precision", "words", "inferred"}
        if extra:
            raise UnreadableMoment(f"An interval has no field {sorted(extra)[0]!r}.")
        words, inferred = kept.get("words"), kept.get("inferred", False)
        if not isinstance(words, str) or not isinstance(inferred, bool):
            raise UnreadableMoment("An interval needs its words, and `inferred` is true or absent.")
        try:
            precision = Precision(str(kept.get("precision")))
            return cls(_side(kept, "from"), _side(kept, "until"), precision, words, inferred)
        except ValueError as wrong:
            raise UnreadableMoment(f"This is not an interval: {wrong}.") from wrong


def _side(kept: Mapping[str, object], name: str) -> datetime | None:
    text = kept.get(name)
    if text is None:
        return None
    if not isinstance(text, str):
        raise UnreadableMoment(where=name)
    return unstamp(text)


def _fault(start: datetime | None, until: datetime | None, precision: Precision) -> str:
    """What makes these three contradict each other, or nothing."""
    if start is None and until is None:
        return "" if precision is Precision.UNREAD else f"{precision} needs at least one side"
    if precision is Precision.UNREAD:
        return "what is unread has no sides"
    if start is None or until is None:
        return "" if precision is Precision.OPEN else f"{precision} needs both sides"
    if precision is Precision.OPEN:
        return "what is open lacks a side"
    if until < start:
        return "it ends before it starts"
    if until == start and precision is not Precision.INSTANT:
        return f"{precision} cannot be a single instant"
    return ""
