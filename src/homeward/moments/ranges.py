"""Times with two sides, or with one: "1 to 3 November 2023", `2023-11-01..2023-11-03`, "since 4 November"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from homeward.moments.days import YearMissing
from homeward.moments.hours import time_beside
from homeward.moments.months import MONTH_FORM
from homeward.moments.phrases import read_single
from homeward.moments.stamps import UnreadableMoment
from homeward.moments.stretches import Days, Instants, Setting, Stretch, between, since, until
from homeward.refusals import Refused

_ONE_SIDED = (
    (re.compile(r"(?:since|from|starting|starting on|starting from) (?P<rest>.+?)(?: on| onwards?)?"), "since"),
    (re.compile(r"after (?P<rest>.+)"), "after"),
    (re.compile(r"(?:until|till|up to|through|by|not later than|no later than) (?P<rest>.+)"), "until"),
    (re.compile(r"before (?P<rest>.+)"), "before"),
)
_TWO_SIDED = (
    re.compile(r"(?P<one>.+?) ?\.\. ?(?P<other>.+)"),
    re.compile(r"between (?P<one>.+?) and (?P<other>.+)"),
    re.compile(r"(?:from )?(?P<one>.+?) (?:to|until|till|through|-) (?P<other>.+)"),
    re.compile(r"(?P<one>\d{4}-[^/ ]+)/(?P<other>\d{4}-[^/ ]+)"),
    re.compile(r"(?P<one>\d{1,2})-(?P<other>\d{1,2} .+)"),
    re.compile(r"(?P<one>.+? \d{1,2})-(?P<other>\d{1,2}(?: \d{4})?)"),
)
_BARE_DAY = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)?")
_BARE_DAY_AND_YEAR = re.compile(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)?( \d{4})?")
_MONTH_AND_DAY = re.compile(rf"{MONTH_FORM} (?:the )?\d{{1,2}}")

# A day sought in the year before or after another one lies nearest to the middle of that year.
_HALF_A_YEAR = timedelta(days=182)


def read_range(text: str, setting: Setting) -> Stretch | None:
    """What a folded text says about a time with ends, or None; refuses ends that do not exist or are swapped."""
    one_sided = _one_sided(text, setting)
    if one_sided is not None:
        return one_sided
    for form in _TWO_SIDED:
        found = form.fullmatch(text)
        pair = _pair(found["one"], found["other"], setting) if found else None
        if pair is not None:
            return between(*pair, setting.zone)
    return None


def _one_sided(text: str, setting: Setting) -> Instants | None:
    if text.endswith("..") != text.startswith(".."):
        inner = read_single(text.strip(". "), setting)
        if inner is None:
            return None
        return since(inner, setting.zone) if text.endswith("..") else until(inner, setting.zone)
    for form, side in _ONE_SIDED:
        found = form.fullmatch(text)
        inner = read_single(found["rest"], setting) if found else None
        if inner is not None and side in ("since", "after"):
            return since(inner, setting.zone, after=side == "after")
        if inner is not None:
            return until(inner, setting.zone, before=side == "before")
    return None


def _pair(one: str, other: str, setting: Setting) -> tuple[Stretch, Stretch] | None:
    """Both ends, where each may leave to the other what it does not say itself: the day, the month, the year."""
    one, other = _with_month(one, other)
    lacks = _lacks_year(one, setting), _lacks_year(other, setting)
    if lacks == (True, False):
        second = read_single(other, setting)
        first = second and _in_year_beside(one, second, setting, -_HALF_A_YEAR)
    else:
        first = read_single(one, setting)
        if first and lacks[1]:
            second = _in_year_beside(other, first, setting, _HALF_A_YEAR)
        else:
            second = first and (time_beside(other, first, setting) or read_single(other, setting))
    return (first, second) if first and second else None


def _with_month(one: str, other: str) -> tuple[str, str]:
    """`1` and `3 nov 2023` become `1 nov 2023` and `3 nov 2023`; `nov 1` and `3 2023` likewise."""
    bare = _BARE_DAY.fullmatch(one)
    if bare:
        return re.sub(r"\d{1,2}(?:st|nd|rd|th)?", bare[1], other, count=1), other
    bare, named = _BARE_DAY_AND_YEAR.fullmatch(other), _MONTH_AND_DAY.fullmatch(one)
    if bare and named:
        year = bare[2] or ""
        return one + year, f"{named['month']} {bare[1]}{year}"
    return one, other


def _lacks_year(text: str, setting: Setting) -> bool:
    try:
        read_single(text, replace(setting, reference=None))
    except YearMissing:
        return True
    except Refused:
        return False
    return False


def _in_year_beside(text: str, beside: Stretch, setting: Setting, towards: timedelta) -> Stretch | None:
    """The end without a year, in the year next to the end that has one; inferred when that is another year."""
    anchor = _first_day(beside, setting)
    found = read_single(text, replace(setting, reference=anchor + towards))
    if found is None:
        return None
    same_year = _first_day(found, setting).year == anchor.year
    return replace(found, inferred=beside.inferred or not same_year)


def _first_day(stretch: Stretch, setting: Setting) -> date:
    if isinstance(stretch, Days):
        return stretch.first
    if stretch.start is None:
        raise UnreadableMoment
    return stretch.start.astimezone(setting.zone).date()
