"""The tagger at work: the model as ONNX, whole and small numbers only; the same text gives the same answer on every run."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime

from homeward.reading.core import linking, parts
from homeward.reading.core.layers import Found, placed
from homeward.reading.core.way import best_way, how_sure
from homeward.reading.core.words import Words, windows, words
from homeward.reading.engines.pieces import BEGIN, END, Pieces
from homeward.refusals import Refused

WEIGHTS = Path(__file__).parent.parent / "weights" / "english"
FILES = ("tagger.onnx", "vocab.txt", "steps.json", "linker.json")
WINDOW = 254
STEEP, SHIFT = 0.65, -0.85
"""Set by eye on thirty articles of PolNeAR's dev split, where "right" is the scorer's usable; on the other 54, tenths of equal
size were right as often as told within .09."""


class NoModel(Refused):
    """The model that reads English is not here."""


@dataclass(frozen=True, slots=True)
class Tags:
    """The part of each word, and how sure of it the tagger is, between 0 and 1."""

    parts: list[int]
    sure: list[float]


class Tagger:
    """Reads who said what in English. `folder` holds the model, its vocabulary, the steps between parts, the linker's weights."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        missing = [file for file in FILES if not (folder / file).exists()]
        if missing:
            raise NoModel(
                where=f"{folder.name}/{missing[0]}", instead="Train and export it as training/README.md tells."
            )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._model = onnxruntime.InferenceSession(folder / "tagger.onnx", options, providers=["CPUExecutionProvider"])
        self._pieces = Pieces(folder / "vocab.txt")
        steps = json.loads((folder / "steps.json").read_text(encoding="utf-8"))
        self._first, self._follows = (np.asarray(steps[name], dtype=np.float32) for name in ("first", "follows"))
        self._linker: dict[str, float] = json.loads((folder / "linker.json").read_text(encoding="utf-8"))

    def tags(self, text: Words) -> Tags:
        """The part of each word of a text."""
        pieces = self._pieces.of([text.word(number) for number in range(len(text))])
        found: list[int] = []
        sure: list[float] = []
        for first, until in windows(text, [len(each) for each in pieces], WINDOW):
            ids, places = [BEGIN], []
            for number in range(first, until):
                places.append(len(ids))
                ids.extend(pieces[number])
            scores = self._model.run(None, {"ids": np.asarray([[*ids, END]], dtype=np.int64)})[0][0][places]
            way = best_way(scores, self._first, self._follows)
            found.extend(way)
            sure.extend(how_sure(scores, self._first, self._follows, way))
        return Tags(found, sure)

    def attributions(self, text: str) -> list[Found]:
        """Who said what in a text, each by its places and with how sure the tagger is of it."""
        split = words(text)
        tags = self.tags(split)
        found = []
        runs_of_roles = parts.within_paragraphs(parts.pieces(tags.parts), split.paragraphs)
        for one in linking.linked(split, runs_of_roles, self._linker):
            runs = [number for role in (one.source, one.cue, one.content) for run in role for number in range(*run)]
            found.append(placed(split, one, calibrated(sum(tags.sure[number] for number in runs) / len(runs))))
        return found


def calibrated(sure: float) -> float:
    """How often an attribution is right whose words the tagger is so sure of on average (Platt 1999)."""
    bounded = min(max(sure, 1e-4), 1 - 1e-4)
    return 1 / (1 + math.exp(-(STEEP * math.log(bounded / (1 - bounded)) + SHIFT)))
