"""Cells of workbooks as texts: numbers without a program's spelling, days as YYYY-MM-DD, and what a number format says of them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

_BUILT_IN = {
    **dict.fromkeys((14, 15, 16, 17, *range(27, 32), 36, *range(50, 55), 57, 58), "day"),
    **dict.fromkeys((22,), "day"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), "time"),
}
_SILENT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_ZEROS = re.compile("0{2,30}")
_DAY_LIKE = re.compile(r"\s*\d{1,4}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{1,4}\s*")
DIGITS = 15  # that a program keeps of a number
_LAST = 2_958_465  # 31 Dec 9999
_LEAP = 60  # a 29 Feb 1900 that there never was
_EPOCH, _EPOCH_BEFORE_LEAP, _EPOCH_1904 = date(1899, 12, 30), date(1899, 12, 31), date(1904, 1, 1)


def meaning(number: int, code: str | None = None) -> str:
    """What a number format makes of a number: "day", "time", "hidden", zeros to fill up to, or nothing."""
    if code is None:
        return _BUILT_IN.get(number, "")
    return _meaning(code)


@lru_cache(2_000)
def _meaning(code: str) -> str:
    bare = _SILENT.sub("", code)
    if code.strip() in (";;", ";;;"):
        return "hidden"
    if _ZEROS.fullmatch(bare):
        return bare
    first = bare.split(";")[0].lower()
    if first in ("general", "@") or "general" in first:
        return ""
    if re.search("[dy]|ge|e$", first) or ("m" in first and not re.search("[hs]", first)):
        return "day"
    return "time" if re.search("[hs]", first) else ""


def number(raw: str) -> str:
    """A number in digits, never with an exponent, without a point that says nothing; other words as they are."""
    if raw.isdecimal() and len(raw) <= DIGITS and raw.isascii():
        return raw
    try:
        value = float(raw)
        exact = Decimal(raw if value.is_integer() else repr(value))
    except (ValueError, InvalidOperation, OverflowError):
        return raw
    if not exact.is_finite() or abs(value) >= 1e300:
        return raw
    text = format(exact, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def too_long(text: str) -> bool:
    """Whether a number has more digits than programs keep."""
    return len(text.lstrip("-").partition(".")[0]) > DIGITS


@lru_cache(50_000)
def day(raw: str, *, since_1904: bool = False) -> str:
    """The day, with hour and minute if it has any, of a serial number; nothing where there is no such day."""
    try:
        serial = float(raw)
    except ValueError:
        return ""
    whole = int(serial) if abs(serial) <= _LAST else -1
    seconds = round((serial - whole) * 86_400)
    if seconds == 86_400:
        whole, seconds = whole + 1, 0
    first = 0 if since_1904 else 1
    if not first <= whole <= (_LAST - 1_462 if since_1904 else _LAST) or (whole == _LEAP and not since_1904):
        return ""
    epoch = _EPOCH_1904 if since_1904 else _EPOCH if whole > _LEAP else _EPOCH_BEFORE_LEAP
    said = (epoch + timedelta(days=whole)).isoformat()
    return f"{said} {clock(seconds)}" if seconds else said


def is_leap(raw: str) -> bool:
    """Whether a serial number is the 29 February 1900."""
    return raw.partition(".")[0] == str(_LEAP)


def time(raw: str) -> str:
    """The time of a serial number below one; larger ones, which are hours counted on, as digits."""
    try:
        serial = float(raw)
    except ValueError:
        return raw
    return clock(round(serial * 86_400)) if 0 <= serial < 1 else number(raw)


def clock(seconds: int) -> str:
    """Hours and minutes, and seconds if there are any."""
    hours, rest = divmod(seconds, 3_600)
    minutes, rest = divmod(rest, 60)
    return f"{hours:02d}:{minutes:02d}" + (f":{rest:02d}" if rest else "")


def looks_like_a_day(text: str) -> bool:
    """Whether words are three numbers with dots, dashes or strokes between."""
    return _DAY_LIKE.fullmatch(text) is not None


@lru_cache(20_000)
def column(letters: str) -> int:
    """The number of a column, from 0, by its letters; -1 when they name none."""
    at = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z" or at > 20_000:
            return -1
        at = at * 26 + ord(letter) - 64
    return at - 1


def corners(reference: str) -> tuple[int, int, int, int] | None:
    """Top, left, bottom and right of “B2:C4”: rows from 1, columns from 0."""
    found = re.fullmatch(r"\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})", reference.strip())
    if not found:
        return None
    return int(found[2]), column(found[1]), int(found[4]), column(found[3])
