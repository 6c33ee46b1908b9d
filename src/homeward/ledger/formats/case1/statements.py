"""The statements of the file, each with its figures: the long part, read in one straight pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from homeward.ledger.core.figures import FigureKind
from homeward.ledger.core.voices import Modality
from homeward.ledger.formats.case1 import numbers
from homeward.ledger.formats.case1.form import (
    Correction,
    FigureRow,
    Reference,
    SpanRow,
    StatementRow,
)
from homeward.ledger.formats.case1.part import Part, Reading, quoted
from homeward.ledger.formats.case1.plain_rows import OF_THE_FORM, plain_figure, plain_statement

STATEMENT = frozenset(
    {
        *("id", "origin", "speaker", "via", "said_on", "event_date", "modality", "text", "figures", "source"),
        *("supersedes", "corrects", "contradicts", "check", "note", "party", "capacity", "topic", "spans"),
    }
)
FIGURE = frozenset(
    {
        *("measure", "population", "kind", "op", "lo", "hi", "unit"),
        *("asof", "window", "part_of", "basis", "by"),
    }
)
SPAN = frozenset({"document", "start", "end"})

_FIGURE_OF = re.compile(r"(.+)#([1-9][0-9]{0,5})")


def rows(case: Part) -> Iterator[StatementRow]:
    """Each statement once; a second one under the same id is a fault, or a note when it says the same."""
    first: dict[str, tuple[dict[str, Any], str]] = {}
    findings = case.reading.findings
    for written, place in _objects(case, "statements"):
        row = _row(case.reading, written, place)
        known = first.setdefault(row.id, (written, place)) if row.id else (written, place)
        if known[0] is written:
            yield row
        elif known[0] == written:
            findings.note("repeated", place, f"The statement {quoted(row.id)} stands at {known[1]} already; read once.")
        else:
            findings.fault(
                "duplicate-id", place, f"The id {quoted(row.id)} is that of {known[1]}, which says otherwise."
            )


def _objects(part: Part, name: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Each object of a list with its place."""
    value = part.written.get(name)
    base = part.at(name)
    if type(value) is list:
        for index, item in enumerate(value):
            place = f"{base}[{index}]"
            if type(item) is dict:
                yield item, place
            else:
                part.reading.wrong(place, "an object", item)
    elif value is not None:
        part.reading.wrong(base, "a list", value)


def _row(reading: Reading, written: dict[str, Any], place: str) -> StatementRow:
    figures = _figures(reading, written, place)
    return plain_statement(reading, written, place, figures) or _with_care(
        Part(reading, written, place, STATEMENT), figures
    )


def _figures(reading: Reading, written: dict[str, Any], place: str) -> tuple[FigureRow, ...]:
    value = written.get("figures")
    if type(value) is not list:
        if value is not None:
            reading.wrong(f"{place}.figures", "a list", value)
        return ()
    made = []
    for index, figure in enumerate(value):
        inner = f"{place}.figures[{index}]"
        if type(figure) is dict:
            made.append(plain_figure(reading, figure, inner) or _figure(Part(reading, figure, inner, FIGURE)))
        else:
            reading.wrong(inner, "an object", figure)
    return tuple(made)


def _with_care(part: Part, figures: tuple[FigureRow, ...]) -> StatementRow:
    written, place = part.written, part.place
    id = part.id()
    if "#" in id and _FIGURE_OF.fullmatch(id):
        part.reading.findings.fault("bad-id", part.at("id"), f"{quoted(id)} reads as a figure of a statement.")
    origin = part.text("origin")
    doubtful = "?" in origin
    if doubtful:
        origin = origin.replace("?", "").strip()
        part.reading.findings.note("doubtful-origin", part.at("origin"), "That it has this origin is doubtful.")
    if "said_on" not in written:
        part.missing("said_on")
    return StatementRow(
        place=place,
        id=id,
        origin=origin or id,
        origin_doubtful=doubtful,
        speaker=part.needed("speaker"),
        via=part.texts("via"),
        said_on=part.time("said_on"),
        event_date=part.time("event_date"),
        modality=_modality(part),
        text=part.needed("text"),
        figures=figures,
        source=part.texts("source"),
        supersedes=_references(part, "supersedes"),
        corrects=_corrections(part),
        contradicts=_references(part, "contradicts"),
        check=part.text("check"),
        note=part.text("note"),
        party=part.text("party"),
        capacity=part.text("capacity"),
        topic=part.text("topic"),
        spans=tuple([_span(span) for span in part.objects("spans", SPAN)]),
    )


def _modality(part: Part) -> Modality:
    found = part.one_of("modality", Modality, "unknown-modality")
    if found is not None and found.value not in OF_THE_FORM:
        message = f"{found.value!r} is no word of this form, but one of the desk."
        part.reading.findings.note("modality-of-the-desk", part.at("modality"), message)
    return found or Modality.REPORTED


def _figure(part: Part) -> FigureRow:
    kind, unit, basis = part.one_of("kind", FigureKind, "unknown-kind"), part.text("unit"), part.text("basis")
    return FigureRow(
        place=part.place,
        measure=part.needed("measure"),
        population=part.text("population"),
        kind=kind or FigureKind.STOCK,
        quantity=numbers.quantity(part, kind=kind, unit=unit, basis=basis),
        unit=unit,
        asof=part.time("asof"),
        window=part.time("window"),
        part_of=part.text("part_of"),
        basis=basis,
        by=part.text("by"),
    )


def _span(part: Part) -> SpanRow:
    return SpanRow(part.place, part.needed("document"), part.whole("start") or 0, part.whole("end") or 0)


def reference(words: str) -> Reference:
    """A statement, or with `#n` its n-th figure."""
    found = _FIGURE_OF.fullmatch(words)
    return Reference(found[1], int(found[2])) if found else Reference(words)


def _references(part: Part, name: str) -> tuple[Reference, ...]:
    return tuple([reference(words) for words in part.texts(name)])


def _corrections(part: Part) -> tuple[Correction, ...]:
    value = part.written.get("corrects")
    if value is None:
        return ()
    items = value if type(value) is list else [value]
    made = []
    for index, item in enumerate(items):
        if type(item) is str and item:
            made.append(Correction(reference(item), item))
        elif type(item) is dict and item:
            aim = item.get("statement")
            made.append(Correction(reference(aim) if type(aim) is str and aim else None, item))
        else:
            place = f"{part.at('corrects')}[{index}]" if type(value) is list else part.at("corrects")
            part.reading.wrong(place, "the id of a statement, or what was corrected from and to,", item)
    return tuple(made)
