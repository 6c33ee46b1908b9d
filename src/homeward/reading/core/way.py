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


def how_sure(scores: Any, first: Any, follows: Any, way: list[int]) -> list[float]:
    """How likely each step of a way is among all ways, from 0 to 1: forward and backward sums (Rabiner 1989, III)."""
    if not way:
        return []
    steps, told = np.exp(follows), np.exp(scores - scores.max(axis=1, keepdims=True))
    count = len(way)
    before, behind = np.empty_like(told), np.empty_like(told)
    reached = np.exp(first) * told[0]
    for at in range(count):
        if at:
            reached = (before[at - 1] @ steps) * told[at]
        before[at] = reached / reached.sum()
    behind[-1] = ahead = np.ones(len(first), dtype=told.dtype)
    for at in range(count - 2, -1, -1):
        ahead = steps @ (told[at + 1] * behind[at + 1])
        behind[at] = ahead / ahead.sum()
    likely = before * behind
    likely /= likely.sum(axis=1, keepdims=True)
    return [float(likely[at, part]) for at, part in enumerate(way)]
