"""The sentences on which commitment is read, and how one of them is read when it is known who says what in it."""

import json
from pathlib import Path
from types import ModuleType
from typing import Any

from homeward.reading.core.found import Commitment


def sentences(language: str) -> list[dict[str, Any]]:
    """The sentences of a language, each with every reading that a careful person would accept."""
    lines = (Path(__file__).parent / "commitments" / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def committed(language: ModuleType, sentence: dict[str, Any]) -> Commitment:
    """How a sentence is read by the rules of its language."""
    text, content = sentence["text"], sentence["content"]
    pieces = content if isinstance(content, list) else [content]
    places = [(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    around = text
    for piece in pieces:
        around = around.replace(piece, " … ")
    return language.modality(
        sentence["source"] or "",
        sentence["cue"] or "",
        " … ".join(pieces),
        [text[found.start : found.end] for place in places for found in language.conditions(text, *place)],
        around,
        counts=any(language.figures(text, *place) for place in places),
    )
