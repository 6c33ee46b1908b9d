"""Answers as tables of text, one row a figure or a statement; no cell is taken for a formula by what opens it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from homeward.briefing.formats.figures import asked_json, figure_json
from homeward.briefing.formats.notation import Json
from homeward.briefing.formats.statements import statement_json
from homeward.files.cells import neutral

if TYPE_CHECKING:  # views are plain values, and the queries that make them need a database
    from homeward.ledger.queries.views import Asked, FigureView, StatementView

MOMENT = ("case", "as_of", "known_at", "clock")
FIGURE = (
    "ref", "statement", "population", "measure", "unit", "kind", "outlook", "words", "lo", "hi", "op", "stated_lo",
    "stated_hi", "asof", "asof_inferred", "window", "part_of", "basis", "counted_by", "speaker", "party", "modality", "said_on",
    "recorded_at", "outlets", "origin", "origin_doubtful", "standing", "known", "reaches_past", "text",
)  # fmt: skip
STATEMENT = (
    "statement", "kind", "modality", "speaker", "capacity", "party", "party_inferred", "topic", "text", "language",
    "chain", "occurred", "said", "published", "recorded_at", "recorded_by", "figures", "documents", "origin", "origin_doubtful",
    "shares_origin_with", "standing", "known", "reaches_past", "note",
)  # fmt: skip


def figures_csv(asked: Asked, figures: Iterable[FigureView]) -> str:
    """Figures, each with its statement and the question that was asked; `lo` and `hi` empty where they are open."""
    return _table(FIGURE, asked, (_figure(figure_json(figure, asked.case.zone)) for figure in figures))


def statements_csv(asked: Asked, statements: Iterable[StatementView]) -> str:
    """Statements with who said them, when, in which words; chains, documents and figures as lists in one cell."""
    return _table(STATEMENT, asked, (_statement(statement_json(view, asked.case.zone)) for view in statements))


def cell(value: Any) -> str:
    """One value as text that a spreadsheet shows and never runs (CWE-1236); numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return cell("; ".join(str(each) for each in value))
    return neutral(value) if isinstance(value, str) else str(value)


def _table(columns: tuple[str, ...], asked: Asked, rows: Iterable[Json]) -> str:
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow([*MOMENT, *columns])
    question = asked_json(asked)
    for row in rows:
        table.writerow([cell({**row, **question}[name]) for name in (*MOMENT, *columns)])
    return written.getvalue()


def _figure(figure: Json) -> Json:
    return {**figure, "stated_lo": figure["stated"]["lo"], "stated_hi": figure["stated"]["hi"]}


def _statement(view: Json) -> Json:
    return {
        **view,
        **{name: view[name]["name"] if view[name] else None for name in ("speaker", "party")},
        **{name: view[name]["local"] if view[name] else None for name in ("occurred", "said", "published")},
        "chain": [" ".join(filter(None, (hand["wording"], hand["source"]["name"]))) for hand in view["chain"]],
        "figures": [f"{figure['ref']} {_headline(figure)}" for figure in view["figures"]],
        "documents": [document["outlet"] for document in view["documents"]],
    }


def _headline(figure: Json) -> str:
    said = f"{figure['words']}, {figure['measure']}, {figure['population']}"
    return f"{figure['outlook']}: {said}" if figure["outlook"] else said
