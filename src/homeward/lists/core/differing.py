"""In what two entries that are surely one differ, and whether that is only better written or another thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from homeward.lists.core.entry import day_as_compared
from homeward.names import key
from homeward.names.letters import base
from homeward.people.core.values import CodeGiven, DayGiven, DocumentGiven, Values

NAME, BIRTH = "name", "birth"
Alike = Callable[[str, str], bool]


def differences(one: Values, other: Values, alike: Alike) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields that were only corrected, and those that say something else now.

    Corrected: the same thing written otherwise, a slip of a digit or of day and month, or what was blank before and tells who
    it is. Whatever is decided, needed or to be done counts as changed, also where it was blank.
    """
    corrected: list[str] = []
    changed: list[str] = []
    for field, is_same in _identity(one, other, alike):
        (corrected if is_same else changed).append(field)
    for field, old, new in _matters(one, other):
        if old != new:
            (corrected if old and key(old) == key(new) else changed).append(field)
    return tuple(corrected), tuple(changed)


def _identity(one: Values, other: Values, alike: Alike) -> list[tuple[str, bool]]:
    """Fields that tell who it is and differ in words, and whether they still say the same."""
    found: list[tuple[str, bool]] = []
    labels = dict.fromkeys(name.label for name in (*one.names, *other.names))
    for label in labels:
        old, new = (" / ".join(name.words for name in each.names if name.label == label) for each in (one, other))
        if old != new:
            found.append(
                (f"{label} {NAME}".strip(), not old or (bool(new) and (key(old) == key(new) or alike(old, new))))
            )
    if day_as_compared(one.birth) != day_as_compared(other.birth):
        found.append((BIRTH, is_same_day(one.birth, other.birth)))
    if one.age != other.age:
        found.append(("age", not one.age))
    if _code(one.sex) != _code(other.sex):
        found.append(("sex", _same_code(one.sex, other.sex)))
    if one.nationalities != other.nationalities:
        old_codes, new_codes = ([each.code or key(each.words) for each in v.nationalities] for v in (one, other))
        if [each.words for each in one.nationalities] != [each.words for each in other.nationalities]:
            found.append(("nationality", set(old_codes) <= set(new_codes)))
    if one.documents != other.documents and (said := _documents(one.documents, other.documents)):
        found += said
    return found


def _documents(one: Sequence[DocumentGiven], other: Sequence[DocumentGiven]) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    for old, new in zip(one, other, strict=False):
        if old.number != new.number:
            found.append(("document", is_same_number(old, new)))
        if (old.kind, old.country) != (new.kind, new.country):
            found.append(("document kind or country", not (old.kind or old.country)))
        for field, was, now in (("issued", old.issued, new.issued), ("expires", old.expires, new.expires)):
            if day_as_compared(was) != day_as_compared(now):
                found.append((field, is_same_day(was, now)))
    if len(one) != len(other):
        found.append(("document", len(one) < len(other)))
    return found


def is_same_number(one: DocumentGiven, other: DocumentGiven) -> bool:
    """Whether two numbers are one written otherwise, or with one slip of the hand."""
    a, b = one.key or key(one.number), other.key or key(other.number)
    return a == b or is_slip(a, b)


def is_slip(a: str, b: str) -> bool:
    """Whether one sign was mistyped, left out, put in, or two neighbours were swapped."""
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 5:
        return False
    head = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest, other = a[head:], b[head:]
    return (
        rest[1:] == other[1:]
        or rest[1:] == other
        or rest == other[1:]
        or (rest[:2] == other[1::-1] and rest[2:] == other[2:])
    )


def is_same_day(one: DayGiven | None, other: DayGiven | None) -> bool:
    """Whether a day is the same written otherwise, made more exact, given for the first time, or put right by a slip."""
    if one is None or not one.words.strip():
        return True
    if other is None or not other.words.strip():
        return False
    if not (one.start and other.start):
        return key(one.words) == key(other.words) or (not one.start and "day-order" in one.flags and bool(other.start))
    if one.start <= other.start and other.until <= one.until:
        return True
    return is_near_day(one.start, other.start)


def is_near_day(a: str, b: str) -> bool:
    """Whether two ISO days differ by one digit, by two swapped ones, or by day and month changing places."""
    return is_slip(a.replace("-", ""), b.replace("-", "")) or (a[:4] == b[:4] and a[5:7] == b[8:] and a[8:] == b[5:7])


def _code(code: CodeGiven | None) -> str:
    return code.words if code else ""


def _same_code(one: CodeGiven | None, other: CodeGiven | None) -> bool:
    if one is None or not one.words.strip():
        return True
    return other is not None and bool(one.code) and one.code == other.code


def _matters(one: Values, other: Values) -> list[tuple[str, str, str]]:
    """Fields about what is to be done, with their words in both."""
    plain = ("household", "relation", "place", "contact", "decision", "remarks")
    rows = [(field, getattr(one, field), getattr(other, field)) for field in plain]
    old_needs, new_needs = ("; ".join(each.words for each in v.needs) for v in (one, other))
    rows.append(("needs", old_needs, new_needs))
    old, new = dict(one.more), dict(other.more)
    rows += [(heading, old.get(heading, ""), new.get(heading, "")) for heading in dict.fromkeys((*old, *new))]
    if len(old) != len(one.more) or len(new) != len(other.more):
        rows.append(("other columns", repr(one.more), repr(other.more)))
    return rows


def is_like(one: str, other: str) -> bool:
    """Whether two names in the same letters are spelled nearly alike; cheap, and only good beside other evidence."""
    a, b = key(one), key(other)
    if not a or not b:
        return False
    if sorted(a.split()) == sorted(b.split()) or a.replace(" ", "") == b.replace(" ", ""):
        return True
    if [skeleton(word) for word in a.split()] == [skeleton(word) for word in b.split()]:
        return True
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.82


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """The first letter and the consonants after it, each run of one letter once: Yusuf and Youssef."""
    bare = "".join(base(letter) for letter in word)
    return bare[:1] + re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyаеиоуыэюяіїє]", "", re.sub(r"(.)\1+", r"\1", bare[1:])))
