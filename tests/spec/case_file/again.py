"""A case file written again from what was read of it: nothing of a file may be lost without a word."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from homeward.ledger.core.figures import SIGNS, Quantity
from homeward.ledger.formats.case1.form import CaseFile, Correction, DayRow, Prose, Reference, StatementRow
from homeward.moments import Interval

SIGN_OF = {op: sign for sign, op in SIGNS.items()}
AS_WRITTEN = {"answer", "batches", "ratio_by_category", "per", "adds", "cap"}
BARE = {"phases": "text", "history": "status"}
TIMES = {
    *("published", "since", "until", "announced", "planned_start", "actual_start", "actual_end", "suspended"),
    *("deadline", "window", "stated_on", "cleared", "at", "said_on", "event_date", "asof", "as_of"),
}
ONE_OR_MANY = {"source", "via", "parties", "mediators", "supersedes", "contradicts", "corrects"}


def written_again(case: CaseFile) -> dict[str, Any]:
    """The file as plain values, made from the parts alone."""
    again = _object(case)
    again["schema"] = "case/1"
    again["sources"] = {source.key: _without(_object(source), "key") for source in case.sources}
    made: dict[str, Any] = settled(again)
    return made


def settled(value: Any) -> Any:
    """A JSON value in which the ways of the form to say one thing are one: left out, empty, one or a list of one."""
    if isinstance(value, dict):
        kept = {
            key: [item] if key in ONE_OR_MANY and not isinstance(item, list) else settled(item)
            for key, item in value.items()
            if item is not None and item != [] and item != ""
        }
        if "speaker" in kept:
            kept.setdefault("origin", kept.get("id", ""))
        return {key: words for key, item in kept.items() if (words := _as_words(key, item)) != ""}
    if isinstance(value, list):
        return [settled(item) for item in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else value
    return value


def _as_words(key: str, item: Any) -> Any:
    """Times in a list, and turns and stages that are bare words, in the way in which they are read."""
    if key in BARE and isinstance(item, list):
        return [{BARE[key]: each} if isinstance(each, str) else each for each in item]
    if key in TIMES and isinstance(item, list) and all(each is None or isinstance(each, str) for each in item):
        return (".." if len(item) == 2 else ", ").join(each or "" for each in item) if any(item) else ""
    return item


def _object(part: Any) -> dict[str, Any]:
    names = [field.name for field in fields(part)] if is_dataclass(part) else part._fields
    again: dict[str, Any] = {}
    for name in names:
        value = getattr(part, name)
        if name == "more":
            again.update(value)
        elif name == "quantity" and hasattr(part, "measure"):
            again.update(_plain(value) or {})
        elif name in AS_WRITTEN:
            again[name] = value
        elif name not in ("place", "zone"):
            again[name] = _plain(value)
    if isinstance(part, StatementRow):
        return _statement(again, part)
    return again


def _statement(again: dict[str, Any], row: StatementRow) -> dict[str, Any]:
    doubtful = again.pop("origin_doubtful")
    return {**again, "origin": f"{row.origin}?" if doubtful else row.origin}


def _plain(value: Any) -> Any:
    match value:
        case Interval() | Prose():
            return value.words
        case Quantity():
            return {"op": SIGN_OF[value.op], "lo": value.stated_lo, "hi": value.stated_hi}
        case Correction() | DayRow():
            return value.written
        case Reference():
            return f"{value.statement}#{value.figure}" if value.figure else value.statement
        case Enum():
            return value.value
    if is_dataclass(value) or hasattr(value, "_fields"):
        return _object(value)
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _without(again: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in again.items() if key != name}
