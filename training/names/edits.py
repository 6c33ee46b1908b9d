"""Counts the edits between two scripts by expectation and maximisation over all alignments of the pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from homeward.names.edits import EDITS, EMPTY, UNKNOWN_MANY, WANDER, Edits, Read, bounded
from training.names.pairs import Pair

PIECES = (900, 900, 1500)
"""How many pieces of two letters on the left, two and three on the right get counts of their own."""
ROUNDS = 6
MOST = 80_000
"""Pairs that are counted; more change little."""


def pieces_of(words: Sequence[str], sizes: dict[int, int]) -> list[str]:
    """All single letters, and the most frequent longer pieces."""
    found = []
    for size, most in sizes.items():
        seen = Counter(word[at : at + size] for word in words for at in range(len(word) - size + 1))
        found += [piece for piece, times in seen.most_common(most) if times > 1 and " " not in piece]
    return found


def learn(pairs: Sequence[Pair], rounds: int = ROUNDS) -> Edits:
    """The expected number of times that each edit was made in the pairs."""
    left = pieces_of([bounded(a, plain=False) for a, _ in pairs], {1: 3000, 2: PIECES[0]})
    right = pieces_of([bounded(b, plain=True) for _, b in pairs], {1: 3000, 2: PIECES[1], 3: PIECES[2]})
    sizes = [np.array([0, 1, 2, *map(len, pieces)]) for pieces in (left, right)]
    # Small edits of like size first, so that the counts grow from single letters.
    weights = np.exp(-2.2 * abs(sizes[0][:, None] - sizes[1][None]) - 1.5 * (sizes[0][:, None] + sizes[1][None]))
    weights[UNKNOWN_MANY] = weights[:, UNKNOWN_MANY] = weights[EMPTY, EMPTY] = 0
    model = Edits(left, right, np.zeros(weights.shape, np.float32))
    a, b = model.read_left([a for a, _ in pairs]), model.read_right([b for _, b in pairs])
    counts = weights
    for _ in range(rounds):
        weights = weights / weights.sum()
        counts = _expected(a, b, weights)
        weights = np.maximum(counts - 0.05, 0)
    return Edits(left, right, weights.astype(np.float32))


def _expected(a: Read, b: Read, weights: np.ndarray) -> np.ndarray:
    counts = np.zeros(weights.size)
    flat, width = np.ascontiguousarray(weights).ravel(), weights.shape[1]
    lengths = a.lengths.astype(np.int64) * 64 + b.lengths
    order = np.argsort(lengths, kind="stable")
    for group in np.split(order, np.flatnonzero(np.diff(lengths[order])) + 1):
        for start in range(0, len(group), 2048):
            part = group[start : start + 2048]
            rows, columns = int(a.lengths[part[0]]), int(b.lengths[part[0]])
            starts = np.ascontiguousarray(a.pieces[part, : rows + 1].transpose(1, 2, 0)).astype(np.int64) * width
            ends = np.ascontiguousarray(b.pieces[part, : columns + 1].transpose(1, 2, 0)).astype(np.int64)
            _count(starts, ends, flat, counts)
    return counts.reshape(weights.shape)


def _count(starts: np.ndarray, ends: np.ndarray, flat: np.ndarray, counts: np.ndarray) -> None:
    rows, columns, many = starts.shape[0] - 1, ends.shape[0] - 1, starts.shape[2]
    forward, backward = (np.zeros((rows + 1, columns + 1, many)) for _ in range(2))
    near = [
        [abs(i * columns - j * rows) <= WANDER * max(rows, columns) for j in range(columns + 1)]
        for i in range(rows + 1)
    ]
    forward[0, 0] = backward[rows, columns] = 1
    for i in range(rows + 1):
        for j in range(columns + 1):
            for up, across in EDITS:
                if i >= up and j >= across and near[i][j] and near[i - up][j - across]:
                    forward[i, j] += forward[i - up, j - across] * flat[starts[i, up] + ends[j, across]]
    whole = forward[rows, columns]
    share = np.where(whole > 0, 1 / np.maximum(whole, 1e-300), 0)
    cells, amounts = [], []
    for i in range(rows, -1, -1):
        for j in range(columns, -1, -1):
            for up, across in EDITS:
                if i + up <= rows and j + across <= columns and near[i][j] and near[i + up][j + across]:
                    cell = starts[i + up, up] + ends[j + across, across]
                    after = flat[cell] * backward[i + up, j + across]
                    backward[i, j] += after
                    cells.append(cell)
                    amounts.append(forward[i, j] * after * share)
    counts += np.bincount(np.concatenate(cells), np.concatenate(amounts), minlength=len(counts))


def keep(models: dict[str, Edits], file: Path) -> None:
    """Write the counts that are not nothing, in half precision."""
    kept = {}
    for name, model in models.items():
        flat = model.counts.ravel()
        cells = np.flatnonzero(flat > 0.3)
        steps = np.diff(cells, prepend=0)
        kept[f"{name}.cells"] = steps.astype(np.uint16 if steps.max(initial=0) < 65_536 else np.uint32)
        kept[f"{name}.counts"] = np.minimum(flat[cells], 60_000).astype(np.float16)
        kept[f"{name}.left"] = np.array(" ".join(model.left))
        kept[f"{name}.right"] = np.array(" ".join(model.right))
    np.savez_compressed(file, **kept)
