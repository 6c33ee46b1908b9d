"""What the words of a rule come to in numbers: "1 day for each 10", "3 for 1", "child: 30", "per day"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from homeward.ledger.core.figures import in_digits
from homeward.ledger.core.written_numbers import numbers
from homeward.talks.core.quantities import Amount, total

_RATIO = re.compile(
    r"^\s*(\d+(?:\.\d+)?)\s+for\s+(?:each\s+|every\s+)?(\d+(?:\.\d+)?)(?:\s+of\s+(.+?))?\s*$", re.IGNORECASE
)
_CATEGORY = re.compile(r"^\s*([^:]+?)\s*:\s*(\d+(?:\.\d+)?)(?:\s+for\s+(?:each|every|1|one).*)?\s*$", re.IGNORECASE)
_SPAN = re.compile(
    r"(\d+(?:\.\d+)?|\ban?\b|\bone\b|\btwo\b|\bthree\b|\bfour\b|\bfive\b|\bsix\b|\bseven\b|\bten\b)?"
    r"[\s:-]*\b(hours?|h|days?|d|weeks?|months?)\b",
    re.IGNORECASE,
)
_SMALL = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_SECONDS = {"h": 3600, "d": 86_400, "w": 7 * 86_400}


@dataclass(frozen=True, slots=True)
class Ratio:
    """So many for so many of another obligation (`of`, in words); by category: so many for each one of it."""

    num: Decimal
    den: Decimal
    of: str = ""
    category: str = ""

    @property
    def each(self) -> Decimal:
        return self.num / self.den

    @property
    def words(self) -> str:
        if self.category:
            return f"{in_digits(self.num)} for each {self.category}"
        return f"{in_digits(self.num)} for {in_digits(self.den)}" + (f" of {self.of}" if self.of else "")


def ratios(lines: Iterable[str]) -> tuple[list[Ratio], list[str]]:
    """The ratios in these lines, and the lines that hold none that can be counted with (nothing for one, one for nought)."""
    found, unread = [], []
    for line in lines:
        ratio = _ratio(line)
        if ratio is None or ratio.num <= 0 or ratio.den <= 0:
            unread.append(line)
        else:
            found.append(ratio)
    return found, unread


def _ratio(line: str) -> Ratio | None:
    if plain := _RATIO.match(line):
        return Ratio(Decimal(plain[1]), Decimal(plain[2]), (plain[3] or "").strip())
    if by := _CATEGORY.match(line):
        return Ratio(Decimal(by[2]), Decimal(1), category=by[1])
    return None


_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen twenty"
).split()
_N = rf"\d+|{'|'.join(_NUMBER_WORDS)}"
_FOR = re.compile(
    rf"\b({_N})\s+(?:[^\W\d]+\s+){{0,4}}?(?:for|against|in exchange for|in return for)\s+(?:each\s+|every\s+)?(\d+|\w+)\b",
    re.IGNORECASE,
)
_COLON = re.compile(r"(?<![\d:])(\d{1,4})\s*:\s*(\d{1,4})(?![\d:])")


def ratio_in_text(text: str) -> Ratio | None:
    """The one ratio that a text states: "three prisoners for each hostage", "30 for one", "3:1"; none where it states several."""
    found = {(_spelled(a), _spelled(b, each=True)) for a, b in _FOR.findall(text.replace(",", " "))}
    found |= {(Decimal(a), Decimal(b)) for a, b in _COLON.findall(text)}
    told = [(num, den) for num, den in found if num and den]
    return Ratio(*told[0]) if len(told) == 1 else None


def _spelled(word: str, *, each: bool = False) -> Decimal | None:
    plain = word.casefold()
    if plain.isdigit():
        return Decimal(plain)
    if plain in _NUMBER_WORDS:
        return Decimal(_NUMBER_WORDS.index(plain) + 1)
    # "For each hostage" and "for a hostage" are for one.
    return Decimal(1) if each else None


_BEYOND = re.compile(
    r"\b(?:each|every|per|for)\s+(?:further|additional|extra|more|other)\b"
    r"|\b(?:each|every|per|for)\s+(?:(?:batch|group|set)\s+of\s+)?(?:\d+|ten|five|twenty|hundred)\s+(?:further|additional|extra|more|other)\b"
    r"|\bbeyond\b|\bon top of\b|\bover and above\b|\bmore released\b",
    re.IGNORECASE,
)


def only_beyond(text: str) -> bool:
    """Whether only what comes beyond the promise makes it longer: "a day for each further ten"."""
    return _BEYOND.search(text) is not None


def owed_for(rates: Iterable[Ratio], counted: Amount, by_category: Mapping[str, Amount]) -> Amount | None:
    """What is owed by a ratio for what the other side delivered; of those whose category nobody told, any may be theirs."""
    every = list(rates)
    plain = [rate for rate in every if not rate.category]
    if plain:
        return counted.times(Amount.exactly(plain[0].each))
    if not every:
        return None
    told = {rate.category: by_category[rate.category] for rate in every if rate.category in by_category}
    owed = total(amount.times(Amount.exactly(_each(every, name))) for name, amount in told.items())
    rest = counted.less(total(told.values())) if told else counted
    low, high = min(rate.each for rate in every), max(rate.each for rate in every)
    unsorted = Amount(rest.lo * low, None if rest.hi is None else rest.hi * high)
    return owed.plus(unsorted)


def _each(rates: list[Ratio], category: str) -> Decimal:
    return next(rate.each for rate in rates if rate.category == category)


@dataclass(frozen=True, slots=True)
class Extension:
    """For each `per` delivered so much time more, `cap` at most in all; none where no cap was said."""

    per: Decimal
    adds: timedelta
    cap: timedelta | None

    def comes_to(self, delivered: Amount) -> tuple[timedelta, timedelta | None]:
        """How much longer it lasts, at least and at most; none where nothing bounds it."""
        least = self._for(delivered.lo)
        most = self.cap if delivered.hi is None else self._for(delivered.hi)
        return least, most

    def _for(self, delivered: Decimal) -> timedelta:
        more = self.adds * int(delivered // self.per)
        return more if self.cap is None else min(more, self.cap)


def extension(per: str, adds: str, cap: str, text: str = "") -> Extension | None:
    """An extension rule in its words ("10", "1 day", "10 days"); none where they leave open how much."""
    each = _number(per)
    time = span(adds) or (timedelta(days=float(plain)) if (plain := _number(adds)) else None)
    if each is None and time is None and text:
        return _of_text(text, cap)
    if not each or time is None or time <= timedelta(0):
        return None
    return Extension(each, time, _cap(cap))


_OF_TEXT = re.compile(
    r"(?:(\S+)\s+(?:more|extra|additional|further)\s+(day|hour)s?|(?:\+\s*)?(\d+)\s+(day|hour)s?(?:\s+more)?)\s+"
    r"(?:for|per)\s+(?:each|every)?\s*(?:further\s+|additional\s+|extra\s+|more\s+)?(\d+|ten|five)",
    re.IGNORECASE,
)


def _of_text(text: str, cap: str) -> Extension | None:
    found = _OF_TEXT.search(text)
    if not found:
        return None
    number = _number(found[1] or found[3])
    unit = (found[2] or found[4]).casefold()
    each = _number(found[5])
    if not number or not each:
        return None
    time = timedelta(hours=float(number)) if unit == "hour" else timedelta(days=float(number))
    return Extension(each, time, _cap(cap))


def _cap(words: str) -> timedelta | None:
    if found := span(words):
        return found
    return timedelta(days=float(plain)) if (plain := _number(words)) else None


def _number(words: str) -> Decimal | None:
    plain = words.strip().casefold()
    if plain in _SMALL:
        return Decimal(_SMALL[plain])
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return Decimal(plain)
    counted = numbers(words)
    return Decimal(counted[0].value) if len(counted) == 1 else None


def span(words: str) -> timedelta | None:
    """A length of time in words: "4 days", "a week", "24 h"; none where there is none, or more than one."""
    found = _SPAN.findall(words)
    if len(found) != 1:
        return None
    number, unit = found[0]
    seconds = _SECONDS.get(unit[0].casefold())
    if seconds is None:
        return None
    many = _SMALL.get(number.casefold()) or (Decimal(number) if number else 1)
    return timedelta(seconds=float(Decimal(many) * seconds))


def days_in(per: str) -> Decimal | None:
    """How many days "per day", "daily", "a week" stand for; none where a promise is not by time."""
    plain = per.casefold()
    if re.search(r"\b(?:daily|day|diem)\b", plain):
        return _of(plain, "day")
    if re.search(r"\b(?:weekly|week)\b", plain):
        return _of(plain, "week") * 7
    time = span(plain)
    return None if time is None or time <= timedelta(0) else Decimal(int(time.total_seconds())) / 86_400


def _of(plain: str, unit: str) -> Decimal:
    found = re.search(rf"(\d+)\s*{unit}s?\b", plain)
    return Decimal(found[1]) if found and int(found[1]) else Decimal(1)
