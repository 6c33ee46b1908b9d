"""Days of five calendars as days of the common one, and the eras that a bare year may belong to.

Hijri by the tables of Umm al-Qura (hijridate) from 1343, by the arithmetic of the thirty-year cycle before; solar Hijri by
the cycle of 33 years, which gives the equinox for 1178 to 1633; Hebrew by its fixed arithmetic (Reingold and Dershowitz,
Calendrical Calculations, chapter 8).
"""

from __future__ import annotations

from datetime import date, timedelta

from hijridate import Hijri

from homeward.identity.candidates import Calendar, Candidate, Precision

FIRST_YEAR, LAST_YEAR = 1800, 2100

_YEARS = {
    Calendar.GREGORIAN: (FIRST_YEAR, LAST_YEAR),
    Calendar.HIJRI: (1216, 1499),
    Calendar.SOLAR_HIJRI: (1180, 1479),
    Calendar.HEBREW: (5561, 5860),
    Calendar.BUDDHIST: (FIRST_YEAR + 543, LAST_YEAR + 543),
}
_SUSPECTED = (1280, 1499)
_UMM_AL_QURA = 1343
_HEBREW_EPOCH = -1_373_427  # the ordinal of the day before 1 Tishri of the year 1
ADAR, ADAR_FIRST, ADAR_SECOND = 6, 13, 14


def eras(year: int, marked: Calendar | None = None) -> tuple[Calendar, ...]:
    """The calendars by which a year may count: the marked one if it has such a year, else whatever is plausible."""
    if marked is not None:
        first, last = _YEARS[marked]
        return (marked,) if first <= year <= last else ()
    if _SUSPECTED[0] <= year <= _SUSPECTED[1]:
        return tuple(each for each in (Calendar.HIJRI, Calendar.SOLAR_HIJRI) if _has(each, year))
    return tuple(each for each in (Calendar.GREGORIAN, Calendar.BUDDHIST, Calendar.HEBREW) if _has(each, year))


def days(calendar: Calendar, year: int, month: int | None = None, day: int | None = None) -> Candidate | None:
    """The days of a year, a month or a day of some calendar; None when there is no such day."""
    if not _has(calendar, year):
        return None
    if month is None:
        return _between(_first(calendar, year, 1), _first(calendar, year + 1, 1), Precision.YEAR, calendar)
    start = _first(calendar, year, month)
    if start is None:
        return None
    after = start + timedelta(days=_length(calendar, year, month))
    if day is None:
        return _between(start, after, Precision.MONTH, calendar)
    wanted = start + timedelta(days=day - 1)
    # A month of 29 days by the tables may have had 30 where the moon was looked for.
    last = max(after, start + timedelta(days=30)) if calendar is Calendar.HIJRI else after
    return _between(wanted, wanted + timedelta(days=1), Precision.DAY, calendar) if start <= wanted < last else None


def month_and_day(day: date, calendar: Calendar) -> tuple[int, int] | None:
    """Month and day of a day, as its own calendar counts them; None where the tables of that calendar leave a gap."""
    if calendar in (Calendar.GREGORIAN, Calendar.BUDDHIST):
        return day.month, day.day
    year = _year_about(day, calendar)
    for of_year in (year + 1, year, year - 1):
        for month in (*range(12, 0, -1), ADAR_FIRST, ADAR_SECOND):
            start = _first(calendar, of_year, month)
            if start is not None and start <= day < start + timedelta(days=_length(calendar, of_year, month)):
                return month, (day - start).days + 1
    return None


def hebrew_leap(year: int) -> bool:
    """Whether a Hebrew year has two months of Adar."""
    return (7 * year + 1) % 19 < 7


def _has(calendar: Calendar, year: int) -> bool:
    first, last = _YEARS[calendar]
    return first <= year <= last


def _between(start: date | None, until: date | None, precision: Precision, calendar: Calendar) -> Candidate | None:
    return None if start is None or until is None else Candidate(start, until, precision, calendar)


def _year_about(day: date, calendar: Calendar) -> int:
    if calendar is Calendar.HEBREW:
        return day.year + 3760
    return day.year - 621 if calendar is Calendar.SOLAR_HIJRI else round((day.year - 622) * 33 / 32)


def _first(calendar: Calendar, year: int, month: int) -> date | None:
    """The first day of a month."""
    if calendar is Calendar.HEBREW:
        return _hebrew(year, month)
    if not 1 <= month <= 12:
        return None
    if calendar is Calendar.HIJRI:
        return _hijri(year, month)
    if calendar is Calendar.SOLAR_HIJRI:
        return _solar(year, month)
    return date(year - (543 if calendar is Calendar.BUDDHIST else 0), month, 1)


def _length(calendar: Calendar, year: int, month: int) -> int:
    if calendar is Calendar.HEBREW:
        return _hebrew_lengths(year)[month]
    first = _first(calendar, year, month)
    after = _first(calendar, year + month // 12, month % 12 + 1)
    return (after - first).days if first and after else 0


def _hijri(year: int, month: int) -> date:
    if year >= _UMM_AL_QURA:
        return date.fromordinal(Hijri(year, month, 1, validate=False).to_gregorian().toordinal())
    return date.fromordinal(227_014 + 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + 1)


def _solar(year: int, month: int) -> date:
    leaps = (8 * year + 21) // 33
    new_year = date.fromordinal(226_894 + 365 * (year - 1) + leaps + 1)
    return new_year + timedelta(days=31 * (month - 1) - max(0, month - 7))


def _hebrew(year: int, month: int) -> date | None:
    lengths = _hebrew_lengths(year)
    if month not in lengths:
        return None
    start = _HEBREW_EPOCH + _new_year(year)
    for each, length in lengths.items():
        if each == month:
            break
        start += length
    return date.fromordinal(start)


def _hebrew_lengths(year: int) -> dict[int, int]:
    """The months of a Hebrew year in their order, from Tishri, with their days."""
    size = _new_year(year + 1) - _new_year(year)
    months = {1: 30, 2: 30 if size % 10 == 5 else 29, 3: 29 if size % 10 == 3 else 30, 4: 29, 5: 30}
    months |= {ADAR_FIRST: 30, ADAR_SECOND: 29} if hebrew_leap(year) else {ADAR: 29}
    return months | {7: 30, 8: 29, 9: 30, 10: 29, 11: 30, 12: 29}


def _new_year(year: int) -> int:
    """Days from the epoch to 1 Tishri, after both rules that put it off for the lengths of years."""
    here, before, after = (_molad(each) for each in (year, year - 1, year + 1))
    return here + (2 if after - here == 356 else 1 if here - before == 382 else 0)


def _molad(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    day = 29 * months + parts // 25_920
    return day + (1 if 3 * (day + 1) % 7 < 3 else 0)
