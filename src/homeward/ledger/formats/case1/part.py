"""One object of the file read field by field: whatever does not fit is told with its place, and the reading goes on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from homeward import moments
from homeward.ledger.core.figures import Number, Quantity
from homeward.ledger.formats.case1.form import Prose, Written
from homeward.moments import Interval, Precision
from homeward.refusals import Findings

LARGEST = 10**15
"""Numbers of the file stay below; a count of people or of things never comes near."""
MOST_DIGITS = 18
LONGEST_ID = 200
LONGEST_QUOTE = 80
MOST_ADVICE = 500

_CALENDAR = re.compile(
    r"\d{4}-\d{2}(?:-~?\d{2})?(?:T~?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?", re.ASCII
)
_NAME = re.compile(r"[^\W\d]\w*")

Value = TypeVar("Value", bound=StrEnum)
_Said: TypeAlias = tuple[Any, Any, Any, str]


def joined(place: str, name: str) -> str:
    """The place of a member of an object; names that are no plain words stand in brackets."""
    if not _NAME.fullmatch(name):
        return f"{place}[{name[:LONGEST_ID]!a}]"
    return f"{place}.{name}" if place else name


def called(value: object) -> str:
    """What a JSON value is, in words for a message."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | Decimal | float):
        return "a number"
    if isinstance(value, str):
        return "a text"
    if isinstance(value, list):
        return "a list"
    return "null" if value is None else "an object"


def quoted(words: str) -> str:
    """Words of the file in a message, not longer than a line."""
    return repr(words) if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE]!r}..."


def near(word: str, known: Collection[str], findings: Findings) -> str:
    """A sentence that proposes the nearest known word, or nothing; looking is dear, so only the first faults get it."""
    if len(findings) >= MOST_ADVICE or len(known) > MOST_ADVICE:
        return ""
    found = get_close_matches(word[:LONGEST_ID], list(known), n=1, cutoff=0.6)
    return f" Did you mean {found[0]!r}?" if found else ""


class Reading:
    """What all parts of one file share: its findings, its zone, and the times read so far."""

    __slots__ = ("findings", "party_ids", "quantities", "times", "zone")

    def __init__(self, findings: Findings, zone: ZoneInfo) -> None:
        self.findings = findings
        self.zone = zone
        self.party_ids: set[str] = set()
        self.quantities: dict[_Said, Quantity] = {}
        """Quantities of counts read so far without a finding, by sign, ends and unit as written."""
        self.times: dict[str, Interval] = {}
        """The times read so far, by their words; where something has to be told, it is told at each of their places."""

    def wrong(self, place: str, wanted: str, value: object) -> None:
        self.findings.fault("wrong-type", place, f"This is {called(value)}; {wanted} belongs here.")

    def unknown(self, written: dict[str, Any], known: frozenset[str], place: str) -> None:
        """Tell every field that the form does not have."""
        for name in written:
            if name not in known:
                message = f"The form has no field {quoted(name)} here.{near(name, known, self.findings)}"
                self.findings.fault("unknown-field", joined(place, name), message)

    def time(self, words: str, place: str) -> Interval:
        """The interval of these words in the zone of the case; words that cannot be read stay words, with a note."""
        found = self.times.get(words)
        if found is None:
            found = moments.read(words, self.zone)
            if found.precision is Precision.UNREAD:
                self._unread(words, place)
            elif found.inferred:
                message = f"{quoted(words)} came twice that night; it may be either."
                self.findings.note("time-came-twice", place, message)
            else:
                self.times[words] = found
        return found

    def _unread(self, words: str, place: str) -> None:
        sides = [side.strip() for side in words.split("..")]
        if any(sides) and all(_CALENDAR.fullmatch(side) or not side for side in sides):
            if len(sides) == 2 and all(not side or self._readable(side) for side in sides):
                self.findings.fault("backwards", place, f"{quoted(words)} ends before it begins.")
            else:
                self.findings.fault("no-such-time", place, f"There is no such day or time as {quoted(words)}.")
        else:
            self.findings.note(
                "unread-time", place, f"{quoted(words)} could not be read as a time; it is kept as words."
            )

    def _readable(self, words: str) -> bool:
        return moments.read(words, self.zone).precision is not Precision.UNREAD


class Part:
    """One object of the file, by name of field."""

    __slots__ = ("place", "reading", "written")

    def __init__(self, reading: Reading, written: dict[str, Any], place: str, known: frozenset[str]) -> None:
        self.reading = reading
        self.written = written
        self.place = place
        if not written.keys() <= known:
            reading.unknown(written, known, place)

    def at(self, name: str) -> str:
        """The place of a field of the form."""
        return f"{self.place}.{name}" if self.place else name

    def text(self, name: str) -> str:
        """A text that may be left out."""
        value = self.written.get(name)
        if type(value) is str:
            return value
        if value is not None:
            self.reading.wrong(self.at(name), "a text", value)
        return ""

    def needed(self, name: str) -> str:
        """A text that must be there and say something."""
        value = self.written.get(name)
        if type(value) is str and value and not value.isspace():
            return value
        if value is None:
            self.missing(name)
        elif type(value) is str:
            self.reading.findings.fault("empty", self.at(name), "This text is empty.")
        else:
            self.reading.wrong(self.at(name), "a text", value)
        return ""

    def id(self) -> str:
        """The name by which other parts of the file call this one."""
        value = self.needed("id")
        if value.isalnum() and len(value) <= LONGEST_ID:
            return value
        if len(value) > LONGEST_ID:
            self.reading.findings.fault("too-long", self.at("id"), f"An id has at most {LONGEST_ID} characters.")
        if value != value.strip():
            self.reading.findings.fault(
                "spaced-id", self.at("id"), f"The id {quoted(value)} begins or ends with a space."
            )
        return value

    def missing(self, name: str) -> None:
        self.reading.findings.fault("missing", self.at(name), f"The field {name!r} is missing.")

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, or one text."""
        value = self.written.get(name)
        if not value and (value is None or value == [] or value == ""):
            return ()
        if type(value) is str:
            return (value,)
        if type(value) is not list:
            self.reading.wrong(self.at(name), "a list of texts", value)
            return ()
        if len(value) == 1 and type(value[0]) is str and value[0]:
            return (value[0],)
        for index, item in enumerate(value):
            if type(item) is not str or not item:
                self._bad_item(f"{self.at(name)}[{index}]", item)
        kept = [item for item in value if type(item) is str and item]
        once = tuple(dict.fromkeys(kept))
        if len(once) < len(kept):
            self.reading.findings.note("repeated", self.at(name), "Something stands twice in this list; read once.")
        return once

    def _bad_item(self, place: str, item: object) -> None:
        if item == "":
            self.reading.findings.fault("empty", place, "This text is empty.")
        else:
            self.reading.wrong(place, "a text", item)

    def time(self, name: str) -> Interval | None:
        """A time in words, or a list of first and last; a longer list is no one time and is kept as words."""
        value = self.written.get(name)
        if type(value) is str and value:
            return self.reading.times.get(value) or self.reading.time(value, self.at(name))
        if not value and (value is None or type(value) is str):
            return None
        if type(value) is list and all(each is None or type(each) is str for each in value):
            return self._listed([each or "" for each in value], self.at(name))
        self.reading.wrong(self.at(name), "a time, or a list of first and last,", value)
        return None

    def _listed(self, times: list[str], place: str) -> Interval | None:
        if not any(times):
            return None
        return self.reading.time((".." if len(times) == 2 else ", ").join(times), place)

    def number(self, name: str) -> Number | None:
        value = self.written.get(name)
        if type(value) is int:
            if -LARGEST < value < LARGEST:
                return value
        elif type(value) is Decimal:
            if value.is_nan():  # told already by the strict reading
                return None
            if value.is_zero() or value.adjusted() < 15:
                return self._decimal(value, name)
        else:
            if value is not None:
                self.reading.wrong(self.at(name), "a number", value)
            return None
        self.reading.findings.fault("too-large", self.at(name), "This number is too large to be meant.")
        return None

    def _decimal(self, value: Decimal, name: str) -> Number:
        if value == value.to_integral_value():
            return int(value)
        if len(value.as_tuple().digits) > MOST_DIGITS or value.adjusted() < -MOST_DIGITS:
            self.reading.findings.fault("too-precise", self.at(name), f"At most {MOST_DIGITS} digits are kept.")
            return 0
        return value

    def whole(self, name: str) -> int | None:
        """A whole number that must be there."""
        value = self.number(name)
        if self.written.get(name) is None:
            self.missing(name)
        if isinstance(value, Decimal):
            self.reading.wrong(self.at(name), "a whole number", value)
            return None
        return value

    def one_of(self, name: str, values: type[Value], code: str) -> Value | None:
        """A word of a closed list, which must be there."""
        word = self.written.get(name)
        found: Value | None = values._value2member_map_.get(word) if type(word) is str else None  # type: ignore[assignment]
        if found is None and self.needed(name):
            known = [value.value for value in values]
            advice = near(str(word), known, self.reading.findings) or f" Known are: {', '.join(known)}."
            self.reading.findings.fault(code, self.at(name), f"{quoted(str(word))} is no {name} of this form.{advice}")
        return found

    def prose(self, name: str) -> Prose | None:
        """Party ids joined by "/", or words, which are kept with a note."""
        words = self.text(name)
        if not words.strip():
            return None
        pieces = [piece.strip() for piece in words.split("/") if piece.strip()]
        others = tuple([piece for piece in pieces if piece not in self.reading.party_ids])
        if others:
            said = quoted("/".join(others))
            self.reading.findings.note("prose", self.at(name), f"{said}: no id of a party, kept as written.")
        return Prose(words, tuple([piece for piece in pieces if piece in self.reading.party_ids]), others)

    def open(self, known: frozenset[str]) -> dict[str, Written]:
        """The fields beyond the known ones, as written, where the form leaves the inside open."""
        return {name: value for name, value in self.written.items() if name not in known}

    def objects(self, name: str, known: frozenset[str] | None, *, bare: str = "") -> Iterator[Part]:
        """Each object of a list; `known` are its fields, none when it is open; a bare text is its field `bare`."""
        value = self.written.get(name)
        if value is None:
            return
        if type(value) is not list:
            self.reading.wrong(self.at(name), "a list", value)
            return
        base = self.at(name)
        for index, item in enumerate(value):
            place = f"{base}[{index}]"
            if type(item) is str and item and bare:
                item = {bare: item}
            if type(item) is dict:
                yield Part(self.reading, item, place, frozenset(item) if known is None else known)
            else:
                self.reading.wrong(place, "an object", item)
