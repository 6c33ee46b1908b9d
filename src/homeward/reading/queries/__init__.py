"""Every read of what was read and decided; each sees what the actor of the transaction may see."""

from __future__ import annotations

from homeward.reading.queries.compared import compared
from homeward.reading.queries.decisions import decided, lines_for_training, provenance
from homeward.reading.queries.models import model_allowed, model_named
from homeward.reading.queries.papers import (
    PAGE,
    NoSuchPaper,
    count,
    known_names,
    paper,
    papers,
    printed,
    received_between,
    text_of,
)
from homeward.reading.queries.sheets import read_at, sheet

__all__ = [
    "PAGE",
    "NoSuchPaper",
    "compared",
    "count",
    "decided",
    "known_names",
    "lines_for_training",
    "model_allowed",
    "model_named",
    "paper",
    "papers",
    "printed",
    "provenance",
    "read_at",
    "received_between",
    "sheet",
    "text_of",
]
