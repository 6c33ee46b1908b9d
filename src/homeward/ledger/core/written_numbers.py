"""Numbers that stand only in the words of a statement, and the sums that the words themselves make.

Dates, times, percentages and numbers said to be replaced are left aside: they count nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from homeward.ledger.core.figures import Op

_NUMBER = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+"
_DASH = r"\-\u2010-\u2015\u2212"
_STANDING = re.compile(rf"(?<![\w.,:/#{_DASH}])({_NUMBER})(?![\w:/%]|[.,]\d|\s?%|\sper cent|[{_DASH}]\d)")
_EQUATION = re.compile(
    rf"(?<![\w.,:/#])(?:{_NUMBER})(?:\s*[+{_DASH}]\s*(?:{_NUMBER}))+(?:\s*=\s*(?:{_NUMBER}))?(?![\w:/%]|[.,]\d)"
)
_SIGNED = re.compile(rf"\d\s*[+{_DASH}]\s*\d")
_TERM = re.compile(rf"([+{_DASH}=]?)\s*({_NUMBER})")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\d{{4}}-\d{{2}}(?:-~?\d{{2}})?|\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?:\s+\d{{4}})?"
    rf"|\b{_MONTH}\s+\d{{1,2}}(?!\d)(?:,?\s+\d{{4}})?|\b(?:in|of|since|until|by|from|{_MONTH})\s+(?:19|20)\d\d\b"
)
_REPLACED = re.compile(r"(?:(?:corrected|revised|up|down)\s+from|rather than|instead of)\s+(?:\w+\s+)?$", re.IGNORECASE)
_AGAINST = re.compile(
    rf"\b(?:vs\.?|versus|against|neither|nor|not|but|says?|said|gives?|gave)\s+({_NUMBER})(?![\w:/%]|[.,]\d)",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    rf"({_NUMBER})(?:\s+\w+){{0,3}}?\s+(?:in all|in total|altogether|all told|overall)\b"
    rf"|\b(?:total(?:s|led|ling)?(?:\s+of)?|in total|altogether)\s+({_NUMBER})(?![\w:/%]|[.,]\d)",
    re.IGNORECASE,
)
_HOW = (
    (re.compile(r"(?:more than|over|above|>)\s*$", re.IGNORECASE), Op.GT),
    (re.compile(r"(?:at least|>=)\s*$", re.IGNORECASE), Op.GE),
    (re.compile(r"(?:fewer than|less than|under|below|<)\s*$", re.IGNORECASE), Op.LT),
    (re.compile(r"(?:up to|at most|as many as|<=)\s*$", re.IGNORECASE), Op.LE),
    (re.compile(r"(?:about|around|some|approximately|roughly|~)\s*$", re.IGNORECASE), Op.ABOUT),
    (re.compile(r"(?:nearly|almost)\s*$", re.IGNORECASE), Op.NEARLY),
)
_SMALL = "two three four five six seven eight nine ten eleven twelve".split()
_SPELLED = re.compile(rf"\b({'|'.join(_SMALL)})\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;!?]|\.(?=\s|$)")
# A list that says it is not the whole, or an item that counts something else, adds up to nothing.
_OPEN_LIST = re.compile(
    r"\b(?:includ\w+|incl|among|of (?:them|whom|which)|some|several|others|rest|most|many|perhaps|and an?|plus an?)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:includ\w+|incl|among|of (?:them|whom|which|those))\b", re.IGNORECASE)
_ASIDE = re.compile(r"\s*(?:in|on|at|by|with|aged?|after|before|over|within|during|for|since|until)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number in a text: its value, how it was put, and where it stands."""

    value: int
    op: Op
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WrittenSum:
    """A sum that a text writes out, "120+117=237, not 240": signed terms, result if any, what it is held against."""

    terms: tuple[int, ...]
    result: int | None
    against: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.terms)


@dataclass(frozen=True, slots=True)
class WrittenList:
    """A number and the list that follows it after a colon: "357 today: 120 and 117, 60, 20, 40"."""

    whole: WrittenNumber
    parts: tuple[WrittenNumber, ...]

    @property
    def is_likely(self) -> bool:
        """Whether the list may break the number down; "60 people: 2 buses, 4 cars" counts other things."""
        values = [part.value for part in self.parts]
        return max(values) <= self.whole.value and self.whole.value <= 2 * sum(values) <= 4 * self.whole.value


# A case is asked about again and again, and its texts never change: each is read once while it is spoken of.
_read_once = lru_cache(maxsize=8_192)


@_read_once
def numbers(text: str, *, spelled: bool = False) -> tuple[WrittenNumber, ...]:
    """The numbers of a text that count something, in order; `spelled` takes "three" for 3 too."""
    readable = _DATE.sub(lambda date: " " * len(date.group()), text)
    found = [_written(readable, m.start(1), m.end(1), _value(m.group(1))) for m in _STANDING.finditer(readable)]
    if spelled:
        found += [
            _written(readable, m.start(), m.end(), _SMALL.index(m.group().casefold()) + 2)
            for m in _SPELLED.finditer(readable)
        ]
    kept = [number for number in found if not _REPLACED.search(readable[: number.start])]
    return tuple(sorted(kept, key=lambda number: number.start))


@_read_once
def sums(text: str) -> tuple[WrittenSum, ...]:
    """The sums that a text writes out: every chain with "+", and one with "-" only where its result stands there."""
    if not _SIGNED.search(text):
        return ()
    readable = _DATE.sub(lambda date: " " * len(date.group()), text)
    found = list(_EQUATION.finditer(readable))
    written = []
    for place, match in enumerate(found):
        until = found[place + 1].start() if place + 1 < len(found) else len(readable)
        if (equation := _equation(match.group(), readable[match.end() : until])) is not None:
            written.append(equation)
    return tuple(written)


@_read_once
def totals(text: str) -> tuple[WrittenNumber, ...]:
    """Numbers that the text calls the whole: "869 in all", "a total of 869"."""
    found = []
    for match in _TOTAL.finditer(text):
        group = 1 if match.group(1) else 2
        found.append(_written(text, match.start(group), match.end(group), _value(match.group(group))))
    return tuple(found)


def clauses(text: str) -> list[str]:
    """The text, cut where a thought ends."""
    return [clause for clause in _CLAUSE.split(text) if clause.strip()]


def tells_parts(text: str) -> bool:
    """Whether the text says that some of its numbers lie within others: "incl.", "among", "of them"."""
    return _WITHIN.search(text) is not None


@_read_once
def lists(text: str) -> tuple[WrittenList, ...]:
    """Numbers with the closed list of their parts behind a colon, each item with one number."""
    return tuple(_lists(text))


def _lists(text: str) -> Iterator[WrittenList]:
    for clause in clauses(text):
        head, colon, tail = clause.partition(":")
        if not colon or _OPEN_LIST.search(clause) or len(heads := numbers(head)) != 1:
            continue
        items = [item for item in re.split(r",|&|\+|\band\b", re.sub(r"\([^)]*\)", "", tail)) if item.strip()]
        parts = [(_ASIDE.match(item), numbers(item)) for item in items]
        if len(parts) >= 2 and all(not aside and len(held) == 1 for aside, held in parts):
            yield WrittenList(heads[0], tuple(held[0] for _, held in parts))


def _equation(chain: str, rest: str) -> WrittenSum | None:
    terms: list[int] = []
    result: int | None = None
    plain_plus = True
    for sign, digits in _TERM.findall(chain):
        value = _value(digits)
        if sign == "=":
            result = value
        else:
            plain_plus = plain_plus and sign in ("", "+")
            terms.append(value if sign in ("", "+") else -value)
    if result is None and not plain_plus:
        return None
    against = tuple(_value(match.group(1)) for match in _AGAINST.finditer(_CLAUSE.split(rest)[0]))
    return WrittenSum(tuple(terms), result, against if result is not None else ())


def _written(text: str, start: int, end: int, value: int) -> WrittenNumber:
    before = text[:start]
    return WrittenNumber(value, next((op for words, op in _HOW if words.search(before)), Op.EQ), start, end)


def _value(digits: str) -> int:
    return int(re.sub(r"[,\u00a0\u202f]", "", digits))
