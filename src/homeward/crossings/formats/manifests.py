"""A manifest on paper: values go in as values, never as markup; only our own fonts, so that it looks alike everywhere."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import segno
import typst

from homeward.crossings.core.manifest_words import WORDS

HERE = Path(__file__).parent
LTR, ISOLATED, END = "\u2066", "\u2068", "\u2069"
LEFT_TO_RIGHT = frozenset({"row", "born", "documents", "tag", "family"})
"""Columns of numbers, days and codes: they run left to right in a page of any direction."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the paper: the page as text, columns and rows in their order, tags as they are coded, one for each row."""

    language: str
    recipient: str
    crossing: str
    pickup: str
    on: str
    departs: str
    version: int
    published: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    tags: tuple[str, ...] = ()


def pdf(sheet: Sheet, *, slips: bool = False) -> bytes:
    """The sheet as PDF: a table, or slips to cut apart, one for each person, with the tag and nothing that says who it is."""
    made: bytes = _compiled(sheet, slips, "pdf")
    return made


def pages(sheet: Sheet, *, slips: bool = False) -> list[bytes]:
    """The sheet as pictures of its pages, to look at."""
    made = _compiled(sheet, slips, "png")
    return made if isinstance(made, list) else [made]


def _compiled(sheet: Sheet, slips: bool, form: str) -> Any:
    plain = json.dumps(_plain(sheet), ensure_ascii=False).encode()
    files: dict[str, bytes] = {
        "main.typ": (HERE / ("slips.typ" if slips else "manifest.typ")).read_bytes(),
        "sheet.json": plain,
    }
    # It takes several files by name, which its types do not say.
    compiled: Any = typst.compile
    return compiled(files, font_paths=[str(HERE / "fonts")], ignore_system_fonts=True, format=form)


def _plain(sheet: Sheet) -> dict[str, Any]:
    words = WORDS[sheet.language]
    apart = {
        name: _isolated(value)
        for name, value in {
            "crossing": sheet.crossing,
            "pickup": sheet.pickup,
            "on": sheet.on,
            "departs": sheet.departs,
        }.items()
    }
    return {
        "rtl": words.rtl,
        "lang": sheet.language,
        "title": words.title,
        "way": words.departs.format(**apart),
        "people": words.people.format(count=_isolated(str(len(sheet.rows)))),
        "version": words.version.format(number=_isolated(str(sheet.version))),
        "published": words.published.format(at=_isolated(sheet.published)),
        "for": words.for_whom.format(recipient=words.recipients[sheet.recipient]),
        "handling": words.handling,
        "page": words.page,
        "columns": [{"key": column, "label": words.columns[column]} for column in sheet.columns],
        "rows": [_row(sheet.columns, row, words.places) for row in sheet.rows],
        "marks": {
            "pickup": [words.marks[each] for each in ("boarded", "no_show", "refused")],
            "gate": [words.marks[each] for each in ("crossed", "turned_back")],
        },
        "codes": [code(tag) for tag in sheet.tags],
    }


def _row(columns: Sequence[str], row: Sequence[str], places: Mapping[str, str]) -> list[str]:
    return [
        places[value] if column == "place" and value in places else _directed(column, value)
        for column, value in zip(columns, row, strict=True)
    ]


def _directed(column: str, value: str) -> str:
    if not value:
        return ""
    # Several papers, or a name in two scripts, stand under each other: on one line their order is that of the page, not theirs.
    if column == "documents":
        return "\n".join(f"{LTR}{each}{END}" for each in value.split(", "))
    if column == "names":
        return "\n".join(_isolated(each) for each in value.split(" / "))
    return f"{LTR}{value}{END}" if column in LEFT_TO_RIGHT else _isolated(value)


def _isolated(value: str) -> str:
    return f"{ISOLATED}{value}{END}"


def code(text: str) -> str:
    """A QR code at level M as SVG."""
    out = io.BytesIO()
    segno.make(text, error="m", micro=False, boost_error=False).save(out, kind="svg", border=4, xmldecl=False)
    return out.getvalue().decode()
