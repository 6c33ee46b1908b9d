"""What a day of birth may be: the words as given, the days they may mean, and what a person should know of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How exact the words were."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"


class Calendar(StrEnum):
    """By which calendar the words count."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"
    SOLAR_HIJRI = "solar hijri"
    HEBREW = "hebrew"
    BUDDHIST = "buddhist"


FLAGS = {
    "missing": "Nothing is given.",
    "unread": "This could not be read as a day of birth or an age.",
    "no-such-day": "This day does not exist.",
    "day-order": "Day and month may stand in either order.",
    "two-digit-year": "The year is written with two digits.",
    "calendar": "The calendar is not named, and the year is not one of the common calendar.",
    "hijri": "Counted from the Hijri calendar; the real day may lie up to two days away.",
    "solar-hijri": "Counted from the solar Hijri calendar of Iran and Afghanistan.",
    "hebrew": "Counted from the Hebrew calendar, whose days begin on the evening before.",
    "buddhist": "Counted from the Buddhist calendar of Thailand.",
    "adar": "That year had two months of Adar.",
    "about": "The words say that this is about right.",
    "either": "The words give more than one time.",
    "partial": "Only a part of the day is given.",
    "compact": "Eight digits without anything between them.",
    "serial": "A number that a spreadsheet counts days by.",
    "bare-number": "A number alone may be an age, a year or a count of days.",
    "time": "A time of day stands beside the day, which was taken as written.",
    "age": "Counted back from an age.",
    "no-reference": "An age, but nobody said on which day.",
    "implausible-age": "Nobody has this age.",
    "future": "This day has not come yet.",
    "over-120": "More than 120 years ago.",
}
"""Each flag, and the sentence that a person is shown."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Days that the words may mean, `until` not included, always in the common (Gregorian) calendar."""

    start: date
    until: date
    precision: Precision
    calendar: Calendar = Calendar.GREGORIAN


@dataclass(frozen=True, slots=True)
class Birth:
    """A day of birth as given: the words, what they may mean, and flags (keys of FLAGS)."""

    words: str
    candidates: tuple[Candidate, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def only(self) -> Candidate | None:
        """The one candidate; None when there is none, or more than one."""
        return self.candidates[0] if len(self.candidates) == 1 else None


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known beside the words: whether days come before months, and the day on which they were written."""

    day_first: bool | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What one way of reading found in the words."""

    candidates: tuple[Candidate, ...] = ()
    flags: tuple[str, ...] = ()
