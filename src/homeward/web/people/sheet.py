"""The sheet on which something is told about a person: what was typed, shown whole, and whole again with every fault."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.forms import BoundField
from django.utils.translation import gettext

from homeward.refusals import Refused, Unacceptable
from homeward.web.people.forms import HandRow, NameRow, PaperRow
from homeward.web.write.forms import Row
from homeward.web.write.times import lasting

ROWS: Mapping[str, type[Row]] = {"via": HandRow, "names": NameRow, "documents": PaperRow}
MOST_ROWS = 40
_IN_ROW = re.compile(r"(via|names|documents)\.(\d{1,6})\.([a-z_]+)")


@dataclass(frozen=True, slots=True)
class Press:
    """Which button was pressed."""

    verb: str
    what: str = ""
    number: int = -1


def press(pressed: str) -> Press:
    """Read which button was pressed; what is not known is the first of them, to check."""
    match pressed.split():
        case ["add", rows] if rows in ROWS:
            return Press("add", rows)
        case ["drop", rows, number] if rows in ROWS and number.isdecimal():
            return Press("drop", rows, int(number[:6]))
        case ["change", field]:
            return Press("change", field)
        case [("record" | "find" | "fill") as verb]:
            return Press(verb)
    return Press("check")


class Sheet:
    """All fields of one act as typed; `parts` are forms without rows, `rows` those of which there may be several."""

    is_bound = True

    def __init__(
        self,
        typed: Mapping[str, str],
        parts: Mapping[str, type[Row]],
        rows: Sequence[str] = (),
        choices: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        self.focus = ""
        self._parts, self._choices = parts, choices or {}
        known = {field for part in parts.values() for field in part.base_fields}
        self.typed = {name: value for name, value in typed.items() if name in known}
        self._rows = {name: _rows_of(name, typed) for name in rows}
        self._shape()

    def _shape(self) -> None:
        """Make the forms anew from what was typed."""
        given = {"speaker_kind": "unnamed", **self.typed}
        self.part = {name: kind(given, **self._choices.get(name, {})) for name, kind in self._parts.items()}
        self.rows = {
            name: [
                ROWS[name]({f"{name}.{n}.{field}": value for field, value in row.items()}, f"{name}.{n}")
                for n, row in enumerate(rows)
            ]
            for name, rows in self._rows.items()
        }

    def begin(self, **rows: int) -> None:
        """Open with so many empty rows where there are none."""
        for name, count in rows.items():
            while len(self._rows[name]) < count:
                self._rows[name].append({"": ""})
        self._shape()

    def fix_times(self, zone: ZoneInfo, *, at: datetime) -> None:
        """Let "today 14:30" mean the same when it is recorded tomorrow."""
        for name in ("said", "occurred", "until"):
            if self.typed.get(name):
                self.typed[name] = lasting(self.typed[name], zone, at=at)
        self._shape()

    def change(self, press: Press) -> None:
        """Do what a press asks for."""
        if press.verb == "add" and len(self._rows.get(press.what, ())) < MOST_ROWS:
            self._rows[press.what].append({"": ""})
            self.focus = f"id_{press.what}.{len(self._rows[press.what]) - 1}.{_first(ROWS[press.what])}"
        elif press.verb == "drop" and press.number < len(self._rows.get(press.what, ())):
            del self._rows[press.what][press.number]
            self.focus = f"add-{press.what}"
        elif press.verb == "change":
            self.focus = f"id_{press.what}"
        self._shape()

    def fill(self, typed: Mapping[str, str], rows: Mapping[str, Sequence[Mapping[str, str]]]) -> None:
        """Put these where nothing was typed yet; what was typed stays."""
        for name, value in typed.items():
            if not self.typed.get(name, "").strip():
                self.typed[name] = value
        for name, found in rows.items():
            there = [row for row in self._rows[name] if any(value.strip() for value in row.values())]
            said = {value.strip() for row in there for value in row.values()}
            self._rows[name] = [*there, *(dict(row) for row in found if not said & set(row.values()))]
        self._shape()

    @property
    def flat(self) -> dict[str, str]:
        """Every field with its name in the form; rows counted anew."""
        rows = {
            f"{name}.{n}.{field}": value
            for name, rows in self._rows.items()
            for n, row in enumerate(rows)
            for field, value in row.items()
            if field
        }
        return {**self.typed, **rows}

    @property
    def forms(self) -> tuple[Row, ...]:
        return (*self.part.values(), *(row for rows in self.rows.values() for row in rows))

    def __iter__(self) -> Iterator[BoundField]:
        for form in self.forms:
            yield from form

    def non_field_errors(self) -> list[str]:
        return [str(error) for form in self.forms for error in form.non_field_errors()]

    @property
    def faults(self) -> bool:
        return any(form.errors for form in self.forms)

    def said(self, name: str) -> str:
        """One field as typed, without what no text may hold."""
        return self.typed.get(name, "").replace("\0", "").strip()

    def every(self, name: str) -> list[dict[str, str]]:
        """The rows of a kind that hold something."""
        cleaned = [{field: value.replace("\0", "").strip() for field, value in row.items()} for row in self._rows[name]]
        return [row for row in cleaned if any(row.values())]

    def tell(self, refused: Refused, names: Mapping[str, str] | None = None) -> None:
        """Put each fault beside its field."""
        faults = (
            [(each.where, each.message) for each in refused.findings.faults]
            if isinstance(refused, Unacceptable)
            else [(refused.where, f"{refused.message} {refused.instead}".strip())]
        )
        for where, words in faults:
            self.put((names or {}).get(where, where), words)

    def put(self, where: str, words: str) -> None:
        """Put words beside the field that `where` names; at the top where there is none."""
        name, _, rest = where.partition(".")
        number, _, field = rest.partition(".")
        rows = self.rows.get(name, [])
        if rows and number.isdecimal():
            place = min(int(number), len(rows) - 1)
            form = rows[place]
            named = gettext("No. %(number)s: %(words)s") % {"number": place + 1, "words": words}
            _add(form, field if field in form.fields else form.MAIN, named if len(rows) > 1 else words)
            return
        for form in self.part.values():
            for each in (where, name):
                if each in form.fields:
                    _add(form, each, words)
                    return
        _add(next(iter(self.part.values())), None, words)


def _rows_of(name: str, typed: Mapping[str, str]) -> list[dict[str, str]]:
    """The rows that were typed, those without anything in them left out, so that faults are counted as they are shown."""
    found: dict[int, dict[str, str]] = {}
    for key, value in typed.items():
        place = _IN_ROW.fullmatch(key)
        if place and place[1] == name and place[3] in ROWS[name].base_fields:
            found.setdefault(int(place[2]), {})[place[3]] = value
    rows = [found[number] for number in sorted(found)]
    return [row for row in rows if any(value.strip() for value in row.values())][:MOST_ROWS]


def _add(form: Row, field: str | None, words: str) -> None:
    if words not in form.errors.get(field or "__all__", []):
        form.add_error(field, words)


def _first(row: type[Row]) -> str:
    return next(iter(row.base_fields))
