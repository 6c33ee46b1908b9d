"""Fields of a form taken out of plain JSON values; what is not of the form is a fault with its place, and the rest is read on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from homeward.refusals import Findings

T = TypeVar("T")
LARGEST = 10**12
"""No number of a form lies beyond this, on either side."""
NO_DAY = date(1, 1, 1)


class Entry:
    """One object of a form: each field is asked for by name and type; faults are gathered with their place."""

    __slots__ = ("findings", "is_object", "place", "values")

    def __init__(self, values: Any, place: str, findings: Findings) -> None:
        self.place, self.findings = place, findings
        self.is_object = isinstance(values, dict)
        self.values: Mapping[str, Any] = values if self.is_object else {}
        if not self.is_object:
            findings.fault("wrong-type", place, "It must be an object with fields.")

    def fault(self, code: str, name: str, message: str) -> None:
        self.findings.fault(code, f"{self.place}.{name}", message)

    def _value(self, name: str) -> Any:
        if name in self.values:
            return self.values[name]
        if self.is_object:  # of what is no object that is told, and nothing more
            self.fault("missing", name, "This field is missing.")
        return None

    def text(self, name: str) -> str:
        value = self._value(name)
        if type(value) is str and value:
            return value
        if name in self.values:
            self.fault("wrong-type", name, "It must be a text that is not empty.")
        return ""

    def text_or_none(self, name: str) -> str | None:
        return self.text(name) if self.values.get(name) is not None else None

    def whole(self, name: str) -> int:
        value = self._value(name)
        if type(value) is int and -LARGEST <= value <= LARGEST:
            return value
        if isinstance(value, Decimal) and value == value.to_integral_value() and abs(value) <= LARGEST:
            return int(value)
        if name in self.values:
            self.fault("wrong-type", name, "It must be a whole number, at most a million million.")
        return 0

    def number(self, name: str) -> float:
        value = self._value(name)
        if type(value) in (int, Decimal, float) and abs(value) <= LARGEST:
            return float(value)
        if name in self.values:
            self.fault("wrong-type", name, "It must be a number, at most a million million.")
        return 0.0

    def yes(self, name: str, otherwise: bool | None = None) -> bool:
        if otherwise is not None and name not in self.values:
            return otherwise
        value = self._value(name)
        if type(value) is bool:
            return value
        if name in self.values:
            self.fault("wrong-type", name, "It must be true or false.")
        return False

    def day(self, name: str) -> date:
        return self._day(self._value(name), name)

    def day_or_none(self, name: str) -> date | None:
        value = self.values.get(name)
        return None if value is None else self._day(value, name)

    def _day(self, value: Any, name: str) -> date:
        if type(value) is str and len(value) == 10:
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        if name in self.values:
            self.fault("no-day", name, "It must be a day as 2023-11-04.")
        return NO_DAY

    def minute(self, name: str) -> int:
        value = self._value(name)
        if type(value) is str and len(value) == 5 and value[2] == ":" and value.isascii():
            hours, minutes = value[:2], value[3:]
            if hours.isdigit() and minutes.isdigit() and int(hours) < 24 and int(minutes) < 60:
                return int(hours) * 60 + int(minutes)
        if name in self.values:
            self.fault("no-time", name, "It must be a time as 08:30.")
        return 0

    def one_of(self, name: str, choices: Callable[[str], T], otherwise: T) -> T:
        value = self._value(name)
        try:
            return choices(value)
        except (ValueError, TypeError):
            if name in self.values:
                self.fault("not-one-of", name, f"{value!r} is not one of the words of this field."[:200])
            return otherwise

    def texts(self, name: str, otherwise: tuple[str, ...] | None = None) -> tuple[str, ...]:
        if otherwise is not None and name not in self.values:
            return otherwise
        value = self._value(name)
        if isinstance(value, list) and all(type(each) is str for each in value):
            return tuple(value)
        if name in self.values:
            self.fault("wrong-type", name, "It must be a list of texts.")
        return ()

    def entry(self, name: str) -> Entry:
        return Entry(self._value(name), f"{self.place}.{name}", self.findings)

    def entries(self, name: str) -> list[Entry]:
        value = self._value(name)
        if isinstance(value, list):
            return [Entry(each, f"{self.place}.{name}[{at}]", self.findings) for at, each in enumerate(value)]
        if name in self.values:
            self.fault("wrong-type", name, "It must be a list.")
        return []

    def fields(self, name: str) -> Mapping[str, Any]:
        value = self._value(name)
        if isinstance(value, dict):
            return value
        if name in self.values:
            self.fault("wrong-type", name, "It must be an object with fields.")
        return {}
