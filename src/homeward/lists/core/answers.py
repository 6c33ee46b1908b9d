"""What a person has settled about a file: plain words that can be given again with the next version of the same source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from homeward.lists.core.fields import Field
from homeward.refusals import Refused

DAY_FIRST, MONTH_FIRST = "day first", "month first"
TAKE, LEAVE, KEEP = "take", "leave", "keep"
OF_THE_FILE = frozenset({"declared-in-future", "declared-before-last", "shrunk"})
"""Questions about the file or its version as a whole; all others are about one of its tables."""


class NotAnswers(Refused):
    """These are no answers about a list."""


@dataclass(frozen=True, slots=True)
class SheetAnswers:
    """What is settled about one table: which one it is, where its heading stands, what its columns hold.

    A table is known by its `signature` (its headings) in any version, else by its `name`. `header` is the number of the line
    that holds the headings, 0 when none does. `days` says of a column whether days or months come first; `choices` hold the
    answer to any other question by its code, with the column where there is one: "hidden-rows", "days-mixed 4".
    """

    name: str = ""
    signature: str = ""
    header: int | None = None
    columns: Mapping[int, Field] = field(default_factory=dict)
    days: Mapping[int, str] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)

    def choice(self, code: str, column: int | None = None) -> str:
        """The answer to a question, "" while there is none."""
        return self.choices.get(choice_key(code, column), "")

    def with_more(self, said: SheetAnswers) -> SheetAnswers:
        """The same with what else was said of this table, which counts where the two differ."""
        return replace(
            self,
            header=self.header if said.header is None else said.header,
            columns={**self.columns, **said.columns},
            days={**self.days, **said.days},
            choices={**self.choices, **said.choices},
        )

    def as_json(self) -> dict[str, Any]:
        """Plain values; columns are counted from 1, as people do."""
        return {
            "sheet": self.name,
            "signature": self.signature,
            "header": self.header,
            "columns": {str(at + 1): each.value for at, each in sorted(self.columns.items())},
            "days": {str(at + 1): order for at, order in sorted(self.days.items())},
            "choices": dict(sorted(self.choices.items())),
        }

    @classmethod
    def from_json(cls, written: Mapping[str, Any], where: str = "answers") -> Self:
        """What `as_json` wrote, or what a person typed; anything else is refused with its place."""
        _only(written, {"sheet", "signature", "header", "columns", "days", "choices"}, where)
        header = written.get("header")
        if header is not None and (not isinstance(header, int) or isinstance(header, bool) or header < 0):
            raise NotAnswers(where=f"{where}, header", instead="Give the number of a line, or 0 for none.")
        columns = {}
        for at, named in _pairs(written, "columns", where):
            try:
                columns[_column(at, where)] = Field(named)
            except ValueError as fault:
                known = ", ".join(each.value for each in Field)
                raise NotAnswers(f"No column means {named!r}.", where=where, instead=f"Known: {known}.") from fault
        days = {_column(at, where): order for at, order in _pairs(written, "days", where)}
        if wrong := [order for order in days.values() if order not in (DAY_FIRST, MONTH_FIRST)]:
            raise NotAnswers(f"{wrong[0]!r} is no order.", where=where, instead=f"{DAY_FIRST} or {MONTH_FIRST}.")
        choices = dict(_pairs(written, "choices", where))
        return cls(str(written.get("sheet") or ""), str(written.get("signature") or ""), header, columns, days, choices)


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything settled about a file of one source: its alphabet, choices about the whole, and its tables."""

    encoding: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    sheets: tuple[SheetAnswers, ...] = ()

    def of(self, name: str, signatures: Iterable[str]) -> SheetAnswers:
        """What is settled about a table: by its headings, and beside that by its name; nothing when it is new.

        What was said of this very table goes before what another of the same headings taught.
        """
        wanted = [each for each in signatures if each]
        alike = [sheet for sheet in self.sheets if sheet.signature and sheet.signature in wanted]
        said = next((sheet for sheet in self.sheets if not sheet.signature and sheet.name == name), None)
        if not alike:
            return said or SheetAnswers(name)
        known = min(alike, key=lambda sheet: (sheet.name != name, sheet.name != ""))
        return replace(known.with_more(said), name=name) if said else known

    def named(self, name: str) -> SheetAnswers:
        """What is settled about the table of this name alone."""
        return next((sheet for sheet in self.sheets if sheet.name == name), SheetAnswers(name))

    def with_sheet(self, sheet: SheetAnswers) -> Answers:
        """The same with one table settled anew."""
        others = tuple(each for each in self.sheets if each.name != sheet.name)
        return replace(self, sheets=(*others, sheet))

    def answered(self, code: str, answer: str, *, sheet: str = "", column: int | None = None) -> Answers:
        """The same with one question answered, as it was asked."""
        if code == "encoding":
            return replace(self, encoding=answer)
        if code in OF_THE_FILE:
            return replace(self, choices={**self.choices, code: answer})
        known = self.named(sheet)
        if code == "header":
            return self.with_sheet(replace(known, header=int(answer), signature="", columns={}, days={}))
        if code == "name-column" and answer != LEAVE:
            return self.with_sheet(replace(known, columns={**known.columns, int(answer) - 1: Field.NAME}))
        if code == "column" and column is not None:
            return self.with_sheet(replace(known, columns={**known.columns, column: Field(answer)}))
        if code == "day-order" and column is not None:
            return self.with_sheet(replace(known, days={**known.days, column: answer}))
        return self.with_sheet(replace(known, choices={**known.choices, choice_key(code, column): answer}))

    def as_json(self) -> dict[str, Any]:
        """Plain values; `from_json` gives the same answers back."""
        return {
            "encoding": self.encoding,
            "choices": dict(sorted(self.choices.items())),
            "sheets": [sheet.as_json() for sheet in self.sheets],
        }

    @classmethod
    def from_json(cls, written: object) -> Self:
        """What `as_json` wrote, or what a person typed; anything else is refused with its place."""
        if not isinstance(written, Mapping):
            raise NotAnswers(instead='Give one JSON object with "encoding", "choices" and "sheets".')
        _only(written, {"encoding", "choices", "sheets"}, "answers")
        sheets = written.get("sheets", [])
        if not isinstance(sheets, list) or not all(isinstance(sheet, Mapping) for sheet in sheets):
            raise NotAnswers(where="answers, sheets", instead="Give a list of objects, one for each sheet.")
        read = tuple(SheetAnswers.from_json(sheet, f"answers, sheet {n}") for n, sheet in enumerate(sheets, 1))
        return cls(str(written.get("encoding") or ""), dict(_pairs(written, "choices", "answers")), read)


def choice_key(code: str, column: int | None = None) -> str:
    """Under which name the answer to a question is kept."""
    return code if column is None else f"{code} {column + 1}"


def _only(written: Mapping[str, Any], known: set[str], where: str) -> None:
    if strange := sorted(set(map(str, written)) - known):
        raise NotAnswers(f"Nobody asks for {strange[0]!r}.", where=where, instead=f"Known: {', '.join(sorted(known))}.")


def _pairs(written: Mapping[str, Any], name: str, where: str) -> list[tuple[str, str]]:
    pairs = written.get(name) or {}
    if not isinstance(pairs, Mapping) or not all(isinstance(value, str) for value in pairs.values()):
        raise NotAnswers(where=f"{where}, {name}", instead="Give an object of texts.")
    return [(str(at), value) for at, value in pairs.items()]


def _column(at: str, where: str) -> int:
    if not at.isascii() or not at.isdigit() or not 1 <= len(at) <= 5 or int(at) < 1:
        raise NotAnswers(f"{at!r} is no column.", where=where, instead="Columns are counted from 1.")
    return int(at) - 1
