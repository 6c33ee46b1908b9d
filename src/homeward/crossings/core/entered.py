"""Numbers and days as somebody types them at a door: read in the digits of any script, never guessed.

What is no whole number is refused; what may be one, written otherwise ("1e3", "about 400"), is asked back with the reading.
"""

from __future__ import annotations

import re
from datetime import date
from unicodedata import category, decimal, normalize
from zoneinfo import ZoneInfo

from homeward import moments
from homeward.moments import Precision
from homeward.refusals import Findings, Refused

ASK = "ask"
"""The code of a fault that is a question: the words may mean something, and a person says what."""
MOST_PEOPLE, MOST_VEHICLES, MOST_MINUTES = 100_000, 1_000, 7 * 24 * 60
LONGEST_NAME = 200
_GROUPED = re.compile(r"\d{1,3}(?:[,٬'’ ]\d{3})+")
_FRACTION = re.compile(r"\d+[.,٫]\d*|\d*[.,٫]\d+")
_POWER = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)[eE]\+?(\d{1,2})")


def whole(typed: str, where: str, findings: Findings, *, least: int = 0, most: int = MOST_PEOPLE) -> int | None:
    """A whole number from `least` to `most`, or nothing and a fault that names the field."""
    plain = in_ascii(typed)
    if not plain:
        findings.fault("empty", where, "Give a number; 0 is one.")
        return None
    if _GROUPED.fullmatch(plain):
        plain = re.sub(r"\D", "", plain)
    if plain.isdecimal():
        return _within(plain, where, findings, least, most)
    _tell(typed.strip()[:40], plain, where, findings)
    return None


def in_ascii(typed: str) -> str:
    """The words with the digits of any script as 0 to 9, without signs that nobody sees."""
    folded = normalize("NFKC", typed)
    seen = "".join(letter for letter in folded if category(letter) != "Cf")
    return " ".join("".join(str(decimal(letter, letter)) for letter in seen).replace("−", "-").split())


def name(typed: str, where: str, findings: Findings) -> str:
    """A name in one line; a space at its ends or doubled makes no other name."""
    plain = " ".join(typed.split())
    if not plain or not any(category(letter)[0] in "LN" for letter in plain):
        findings.fault("empty", where, "Give it a name.")
    if len(plain) > LONGEST_NAME:
        findings.fault("too-long", where, f"At most {LONGEST_NAME} characters.")
    if "\0" in plain or any("\ud800" <= letter <= "\udfff" for letter in plain):
        findings.fault("nul", where, "There is a character here that no text may hold.")
    return plain


def day(typed: str, where: str, findings: Findings, *, zone: ZoneInfo, today: date) -> date | None:
    """One local day; refuses days that no calendar has and words that leave open which day."""
    plain = in_ascii(typed)
    if not plain:
        findings.fault("empty", where, "Give the day, as in 3 Nov 2023.")
        return None
    try:
        read = moments.typed(plain, zone, reference=today)
    except Refused as refused:
        findings.fault("day", where, f"{refused.message} {refused.instead}".strip())
        return None
    if read.precision is not Precision.DAY or read.start is None or read.until is None:
        findings.fault("day", where, f'"{typed.strip()[:40]}" is no day. Write it as 3 Nov 2023 or 2023-11-03.')
        return None
    found = read.start.astimezone(zone).date()
    if moments.whole_day(found, zone).until != read.until:
        findings.fault("day", where, f'"{typed.strip()[:40]}" is more than one day. Give one.')
        return None
    if read.inferred:
        findings.fault(ASK, where, f"Which year? Write {found.isoformat()}, if that is the day.")
        return None
    return found


def _within(plain: str, where: str, findings: Findings, least: int, most: int) -> int | None:
    if len(plain.lstrip("0")) > len(str(most)) or int(plain) > most:
        findings.fault("too-many", where, f"{plain[:20]} is more than can be planned with: at most {most:,}.")
        return None
    if int(plain) < least:
        findings.fault("too-few", where, f"At least {least:,}.")
        return None
    return int(plain)


def _tell(typed: str, plain: str, where: str, findings: Findings) -> None:
    if re.match(r"-\s*[\d.,٫]", plain):
        findings.fault("negative", where, f'"{typed}" is below nought.')
    elif _FRACTION.fullmatch(plain):
        findings.fault("not-whole", where, f'"{typed}" is not a whole number.')
    elif power := _POWER.fullmatch(plain):
        reading = float(power[1]) * 10 ** int(power[2])
        words = f" {reading:,.0f}" if reading.is_integer() and reading <= MOST_PEOPLE else ""
        findings.fault(ASK, where, f'Does "{typed}" mean{words}? Write it out in digits.')
    elif digits := re.findall(r"\d+", plain):
        example = f" To plan with {digits[0]}, write {digits[0]}." if len(digits) == 1 and len(digits[0]) < 8 else ""
        findings.fault(ASK, where, f'"{typed}" leaves open how many.{example}')
    else:
        findings.fault("number", where, f'"{typed}" is not a number.')
