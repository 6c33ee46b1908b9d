"""Figures of the ledger as the values that the drawings work on."""

from __future__ import annotations

from homeward.ledger.queries.views import FigureView
from homeward.web.drawing.chart import Point
from homeward.web.drawing.strips import Words


def drawn_words(figure: FigureView) -> Words:
    """What is not said to be so yet is drawn without ink, also when only its measure says so ("possible returns")."""
    said = figure.stated_lo if figure.stated_lo is not None else figure.stated_hi
    return Words(figure.op, figure.lo, figure.hi, said, figure.outlook or figure.modality, figure.kind)


def point(figure: FigureView) -> Point:
    """A figure at its as-of; where it counts a stretch, at that stretch."""
    at = figure.asof or figure.window or figure.said
    return Point(
        ref=figure.ref,
        series=figure.speaker,
        start=at.start if at else None,
        until=at.until if at else None,
        words=drawn_words(figure),
    )
