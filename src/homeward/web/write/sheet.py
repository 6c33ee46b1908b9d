"""The sheet on which one writes down what was heard: what was typed, as forms to show and as values to record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.forms import BoundField
from django.utils.translation import gettext

from homeward.ledger.core.heard import Heard, HeardCondition, HeardFigure
from homeward.ledger.core.voices import Modality
from homeward.refusals import Refused, Unacceptable
from homeward.web.write.forms import NEW_VOICES, ConditionRow, FigureRow, HandRow, HeardForm, Row
from homeward.web.write.numbers import put
from homeward.web.write.times import lasting

ROWS: Mapping[str, type[Row]] = {"via": HandRow, "figures": FigureRow, "conditions": ConditionRow}
MOST_ROWS = 40
ALONE = tuple(HeardForm.base_fields)
_IN_ROW = re.compile(r"(via|figures|conditions)\.(\d{1,6})\.([a-z_]+)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
#: A fresh row holds these already; they say nothing on their own.
FRESH = {"unit": "person", "kind": "stock"}


@dataclass(frozen=True, slots=True)
class Change:
    """A press that changes the sheet and nothing else: a row more, a row less, a field to go back to."""

    verb: str
    what: str = ""
    number: int = -1


def change(pressed: str) -> Change:
    """Read which button was pressed; what is not known is the first of them, to check."""
    words = pressed.split()
    match words:
        case ["add", rows] if rows in ROWS:
            return Change("add", rows)
        case ["drop", rows, number] if rows in ROWS and number.isdecimal():
            return Change("drop", rows, int(number[:6]))
        case ["change", field]:
            return Change("change", field)
        case ["record"]:
            return Change("record")
    return Change("check")


class Sheet:
    """All fields as typed; shown whole, and whole again with every fault beside its field."""

    is_bound = True

    def __init__(self, typed: Mapping[str, str]) -> None:
        self.focus = ""
        self.too_many: list[str] = []
        self.typed = {name: typed[name] for name in ALONE if name in typed}
        self._rows = {name: self._rows_of(name, typed) for name in ROWS}
        self._shape()

    def _rows_of(self, name: str, typed: Mapping[str, str]) -> list[dict[str, str]]:
        found: dict[int, dict[str, str]] = {}
        for key, value in typed.items():
            place = _IN_ROW.fullmatch(key)
            if place and place[1] == name and place[3] in ROWS[name].base_fields:
                found.setdefault(int(place[2]), {})[place[3]] = value
        rows = [found[number] for number in sorted(found)]
        if len(rows) > MOST_ROWS:
            self.too_many.append(name)
        return rows[:MOST_ROWS]

    def _shape(self) -> None:
        """Make the forms anew from what was typed."""
        self.heard = HeardForm({"speaker_kind": "unnamed", **self.typed})
        self.via = self._forms("via")
        self.figures = self._forms("figures")
        self.conditions = self._forms("conditions")

    def _forms(self, name: str) -> list[Row]:
        fresh = FRESH if name == "figures" else {}
        return [
            ROWS[name]({f"{name}.{n}.{field}": value for field, value in {**fresh, **row}.items()}, f"{name}.{n}")
            for n, row in enumerate(self._rows[name])
        ]

    def fix_times(self, zone: ZoneInfo, *, at: datetime) -> None:
        """Let "today 14:30" mean the same when the sheet is opened again tomorrow."""
        for fields, names in ((self.typed, ("said", "occurred")), *((row, ("asof",)) for row in self._rows["figures"])):
            for name in names:
                if fields.get(name):
                    fields[name] = lasting(fields[name], zone, at=at)
        self._shape()

    def change(self, change: Change) -> None:
        """Do what a press asks for."""
        if change.verb == "add" and len(self._rows[change.what]) < MOST_ROWS:
            self._rows[change.what].append({"": ""})
            self.focus = f"id_{change.what}.{len(self._rows[change.what]) - 1}.{_first(ROWS[change.what])}"
        elif change.verb == "drop" and change.number < len(self._rows[change.what]):
            del self._rows[change.what][change.number]
            self.focus = f"add-{change.what}"
        elif change.verb == "change":
            self.focus = f"id_{change.what}"
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
    def blank(self) -> bool:
        """Whether nothing was typed yet."""
        given = {
            name: value
            for name, value in self.flat.items()
            if name.rsplit(".", 1)[-1] not in ("kind", "unit", "op", "speaker_kind")
        }
        return not any(value.strip() for value in given.values())

    @property
    def forms(self) -> tuple[Row, ...]:
        return (self.heard, *self.via, *self.figures, *self.conditions)

    def __iter__(self) -> Iterator[BoundField]:
        for form in self.forms:
            yield from form

    def non_field_errors(self) -> list[str]:
        return [str(error) for form in self.forms for error in form.non_field_errors()]

    @property
    def faults(self) -> bool:
        return any(form.errors for form in self.forms)

    def heard_values(self) -> Heard:
        """What was typed, as the action takes it."""
        typed = {name: value.replace("\0", "") for name, value in self.typed.items() if name not in ("reason",)}
        if typed.get("speaker_kind") not in dict(NEW_VOICES):
            typed["speaker_kind"] = "unnamed"
        typed.setdefault("modality", "")
        typed.setdefault("text", "")
        return Heard(
            **{name: value if name == "text" else value.strip() for name, value in typed.items()},
            via=tuple(row.get("name", "").replace("\0", "") for row in self._rows["via"]),
            figures=tuple(map(_figure, self._rows["figures"])),
            conditions=tuple(map(_condition, self._rows["conditions"])),
        )

    def look(self) -> None:
        """Find what is wrong with the texts as such, so that it is told together with what the desk finds."""
        for name in self.too_many:
            self.put(name, gettext("At most %(count)s of these in one statement.") % {"count": MOST_ROWS})
        if self.typed.get("modality", "") not in list(Modality):
            self.put("modality", gettext("Choose how it was put."))
        language = self.typed.get("language", "").strip()
        if language and not _LANGUAGE.fullmatch(language):
            self.put("language", gettext("Give the language as a code: ar, en, he, ru."))

    def tell(self, refused: Refused) -> None:
        """Put each fault beside its field."""
        if not isinstance(refused, Unacceptable):
            self.put(refused.where, f"{refused.message} {refused.instead}".strip())
            return
        faults = refused.findings.faults
        unread = {_row_of(finding.where) for finding in faults if finding.code == "number"}
        for finding in faults:
            # A number that cannot be read is named once; that a number is missing then says nothing more.
            if finding.where != "modality" and not (finding.code == "quantity" and _row_of(finding.where) in unread):
                self.put(finding.where, finding.message)

    def put(self, where: str, words: str) -> None:
        """Put words beside the field that `where` names; beside the main field of its row, or at the top, where there is none."""
        name, _, rest = where.partition(".")
        number, _, field = rest.partition(".")
        rows: Sequence[Row] = getattr(self, name) if name in ROWS else ()
        if rows and (not number or number.isdecimal()):
            place = int(number or 0)
            form = rows[min(place, len(rows) - 1)]
            named = (
                gettext("No. %(number)s: %(words)s") % {"number": place + 1, "words": words} if len(rows) > 1 else words
            )
            _add(form, field if field in form.fields else form.MAIN, named)
        else:
            _add(self.heard, where if where in self.heard.fields else None, words)


def _row_of(where: str) -> str:
    return ".".join(where.split(".")[:2])


def _add(form: Row, field: str | None, words: str) -> None:
    if words not in form.errors.get(field or "__all__", []):
        form.add_error(field, words)


def _first(row: type[Row]) -> str:
    return next(iter(row.base_fields))


def _figure(row: Mapping[str, str]) -> HeardFigure:
    given = {name: value.replace("\0", "").strip() for name, value in row.items() if name}
    if not given.get("op"):
        as_put = put(given.get("lo", ""))
        given |= {
            "op": as_put.op,
            "lo": as_put.lo,
            "hi": given.get("hi") or as_put.hi,
            "basis": given.get("basis") or as_put.words,
        }
        if given["hi"] and as_put.op == "eq":
            given["op"] = "range"
    given["unit"] = given.get("unit") or "person"
    given["kind"] = given.get("kind") or "stock"
    return HeardFigure(**{"measure": "", "population": "", **given})


def _condition(row: Mapping[str, str]) -> HeardCondition:
    given: dict[str, Any] = {name: value.replace("\0", "").strip() for name, value in row.items() if name}
    return HeardCondition(**{"text": "", "gates": "", **given})
