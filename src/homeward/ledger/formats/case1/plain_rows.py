"""The quick way through a long file: statements and figures in which nothing is unusual are read at once.

Whatever is not plain gets None here and goes to the careful reading, which tells what it is. Both ways make equal rows.
"""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from homeward.ledger.core.figures import FigureKind
from homeward.ledger.core.voices import Modality
from homeward.ledger.formats.case1.form import FigureRow, StatementRow
from homeward.ledger.formats.case1.part import LONGEST_ID, Reading

OF_THE_FORM = {
    modality.value: modality
    for modality in (
        *(Modality.ASSERTED, Modality.REPORTED),
        *(Modality.PROMISED, Modality.EXPECTED, Modality.CONDITIONAL),
    )
}
COUNTED = {kind.value: kind for kind in FigureKind if kind not in (FigureKind.AVERAGE, FigureKind.RULE)}
"""Kinds of which the quantity depends on sign, ends and unit alone."""

_STATEMENT = ("id", "origin", "speaker", "via", "said_on", "event_date", "modality", "text", "figures", "source")
_FIGURE = ("measure", "population", "kind", "op", "lo", "hi", "unit")
PLAIN_FIGURE = frozenset({*_FIGURE, "asof", "part_of", "basis", "by"})
_of_statement = itemgetter(*_STATEMENT)
_of_figure = itemgetter(*_FIGURE)


def plain_statement(
    reading: Reading, written: dict[str, Any], place: str, figures: tuple[FigureRow, ...]
) -> StatementRow | None:
    """The row of a statement that has the ten usual fields, each of its usual type; `figures` are read already."""
    if len(written) != len(_STATEMENT):
        return None
    try:
        id, origin, speaker, via, said, event, modality, text, _, source = _of_statement(written)
        said_on, event_date, mood = reading.times[said], reading.times[event], OF_THE_FORM[modality]
    except (KeyError, TypeError):
        return None
    if (
        _is_id(id)
        and type(origin) is str
        and origin
        and "?" not in origin
        and _says(speaker)
        and _says(text)
        and (via == [] or _are_texts(via))
        and (source == [] or _are_texts(source))
    ):
        return StatementRow(
            *(place, id, origin, False, speaker, tuple(via), said_on, event_date, mood, text, figures, tuple(source)),
            *((), (), (), "", "", "", "", "", ()),
        )
    return None


def plain_figure(reading: Reading, written: dict[str, Any], place: str) -> FigureRow | None:
    """The row of a figure that has the seven usual fields and a quantity that was met before without a finding."""
    try:
        measure, population, kind, sign, lo, hi, unit = _of_figure(written)
        quantity, sort = reading.quantities[sign, lo, hi, unit], COUNTED[kind]
        asof = reading.times[written["asof"]] if "asof" in written else None
    except (KeyError, TypeError):
        return None
    part_of, basis, by = written.get("part_of", ""), written.get("basis", ""), written.get("by", "")
    # Exact types: to Python true is 1, to the form it is no number.
    if type(lo) is not int or not (hi is None or type(hi) is int) or type(population) is not str:
        return None
    if not (_says(measure) and type(part_of) is type(basis) is type(by) is str and written.keys() <= PLAIN_FIGURE):
        return None
    return FigureRow(place, measure, population, sort, quantity, unit, asof, None, part_of, basis, by)


def _is_id(value: object) -> bool:
    return type(value) is str and 0 < len(value) <= LONGEST_ID and "#" not in value and value == value.strip()


def _says(value: object) -> bool:
    return type(value) is str and value != "" and not value.isspace()


def _are_texts(value: object) -> bool:
    return (
        type(value) is list
        and all(type(item) is str and item for item in value)
        and (len(value) < 2 or len(set(value)) == len(value))
    )
