"""The best way through scores: which part each word has, when one part follows another more or less well."""

from __future__ import annotations

from typing import Any

import numpy as np


def best_way(scores: Any, first: Any, follows: Any) -> list[int]:
    """The likeliest parts (Viterbi 1967) of words with scores `[words, parts]`, where `first [parts]` scores a beginning and
    `follows [before, after]` a step."""
    if not len(scores):
        return []
    reached, back = first + scores[0], np.empty(scores.shape, dtype=np.int64)
    for word in range(1, len(scores)):
        ways = reached[:, None] + follows
        back[word] = ways.argmax(axis=0)
        reached = ways.max(axis=0) + scores[word]
    way = [int(reached.argmax())]
    for word in range(len(scores) - 1, 0, -1):
        way.append(int(back[word, way[-1]]))
    return way[::-1]
