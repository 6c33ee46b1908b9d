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
from homeward.ledger.formats.case1.part import Part

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
OF_THE_FORM = frozenset(
    {Modality.ASSERTED, Modality.REPORTED, Modality.PROMISED, Modality.EXPECTED, Modality.CONDITIONAL}
)

_FIGURE_OF = re.compile(r"(.+)#([1-9][0-9]{0,5})")


def rows(case: Part) -> Iterator[StatementRow]:
    """Each statement once; a second one under the same id is a fault, or a note when it says the same."""
    first: dict[str, tuple[dict[str, Any], str]] = {}
    findings = case.reading.findings
    for part in case.objects("statements", STATEMENT):
        row = _row(part)
        known = first.get(row.id) if row.id else None
        if known is None:
            first[row.id] = part.written, row.place
            yield row
        elif known[0] == part.written:
            findings.note("repeated", row.place, f"The statement {row.id!r} stands at {known[1]} already; read once.")
        else:
            findings.fault("duplicate-id", row.place, f"The id {row.id!r} is that of {known[1]}, which says otherwise.")


def _row(part: Part) -> StatementRow:
    written, place = part.written, part.place
    id = part.id()
    if "#" in id and _FIGURE_OF.fullmatch(id):
        part.reading.findings.fault("bad-id", part.at("id"), f"{id!r} reads as a figure of a statement.")
    origin = part.text("origin")
    doubtful = "?" in origin
    if doubtful:
        origin = origin.replace("?", "").strip()
        part.reading.findings.note("doubtful-origin", part.at("origin"), "That it has this origin is doubtful.")
    if "said_on" not in written:
        part.missing("said_on")
    return StatementRow(
        place,
        id,
        origin or id,
        doubtful,
        part.needed("speaker"),
        part.texts("via"),
        part.time("said_on"),
        part.time("event_date"),
        _modality(part),
        part.needed("text"),
        tuple([_figure(figure) for figure in part.objects("figures", FIGURE)]) if written.get("figures") else (),
        part.texts("source"),
        _references(part, "supersedes") if "supersedes" in written else (),
        _corrections(part) if "corrects" in written else (),
        _references(part, "contradicts") if "contradicts" in written else (),
        part.text("check"),
        part.text("note"),
        part.text("party"),
        part.text("capacity"),
        part.text("topic"),
        tuple([_span(span) for span in part.objects("spans", SPAN)]) if "spans" in written else (),
    )


def _modality(part: Part) -> Modality:
    found = part.one_of("modality", Modality, "unknown-modality")
    if found is not None and found not in OF_THE_FORM:
        part.reading.findings.note(
            "modality-of-the-desk", part.at("modality"), f"{found.value!r} is no word of this form, but one of the desk."
        )
    return found or Modality.REPORTED


def _figure(part: Part) -> FigureRow:
    written = part.written
    kind, unit, basis = part.one_of("kind", FigureKind, "unknown-kind"), part.text("unit"), part.text("basis")
    return FigureRow(
        part.place,
        part.needed("measure"),
        part.text("population"),
        kind or FigureKind.STOCK,
        numbers.quantity(part, kind=kind, unit=unit, basis=basis),
        unit,
        part.time("asof") if "asof" in written else None,
        part.time("window") if "window" in written else None,
        part.text("part_of"),
        basis,
        part.text("by"),
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
    value = part.written["corrects"]
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
