"""Trains the judges: what the models say of pairs that they never saw, weighed into odds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch import nn

from homeward.names.edits import Edits
from homeward.names.encoder import Encoder
from homeward.names.likeness import FEATURES, features
from training.names.pairs import Pair

RIVALS = 20
POOL = 9_000
INNER = 16


def examples(
    encoder: Encoder, model: Edits | None, true: list[Pair], others: list[str], most: int, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """Features and labels: each left spelling with its own right ones and with the nearest others."""
    chance = np.random.default_rng(seed)
    taken = sorted({b for _, b in true})
    rest = sorted(set(others) - set(taken))
    pool = taken + [rest[at] for at in chance.permutation(len(rest))[: max(0, POOL - len(taken))]]
    place = {word: at for at, word in enumerate(pool)}
    gold: dict[str, set[int]] = {}
    for a, b in true:
        gold.setdefault(a, set()).add(place[b])
    asked = [sorted(gold)[at] for at in chance.permutation(len(gold))[:most]]
    one, two = encoder(asked), encoder(pool)
    nearness = one @ two.T
    near = np.argpartition(-nearness, RIVALS + 4, axis=1)[:, : RIVALS + 4]
    # Half of the rivals are near, the others are what near spellings of the true one look like.
    i, j, label = [], [], []
    for at, word in enumerate(asked):
        rivals = [n for n in near[at] if n not in gold[word]][:RIVALS]
        for n in [*sorted(gold[word])[:1], *rivals]:
            i.append(at)
            j.append(int(n))
            label.append(n in gold[word])
    a, b = np.array(i, np.int32), np.array(j, np.int32)
    scores = np.zeros((len(a), 2), np.float32)
    if model is not None:
        scores = model.score(model.read_left(asked), model.read_right(pool), a, b)
    lengths = [np.array([len(word) for word in words], np.int32) for words in (asked, pool)]
    return features(nearness[a, b], scores, lengths[0][a], lengths[1][b]), np.array(label, np.float32)


def learn(seen: np.ndarray, label: np.ndarray, seed: int) -> list[np.ndarray]:
    """The judge's layers, by the likelihood of the labels."""
    torch.manual_seed(seed)
    network = nn.Sequential(nn.Linear(FEATURES, INNER), nn.Tanh(), nn.Linear(INNER, 1))
    mean, spread = seen.mean(0), seen.std(0) + 1e-3
    x, y = torch.from_numpy((seen - mean) / spread), torch.from_numpy(label)
    optimiser = torch.optim.Adam(network.parameters(), lr=0.02)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, 300)
    for _ in range(300):
        part = torch.randint(len(y), (8192,))
        loss = nn.functional.binary_cross_entropy_with_logits(network(x[part])[:, 0], y[part])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    first, first_bias, second, second_bias = (each.detach().numpy() for each in network.parameters())
    first = first / spread
    return [first.T.copy(), first_bias - first @ mean, second.T.copy(), second_bias]


def keep(judges: dict[str, list[np.ndarray]], file: Path, say: Callable[[str], None]) -> None:
    """Write all layers as the package reads them."""
    np.savez_compressed(
        file,
        **{
            f"{name}.{n}": layer.astype(np.float32) for name, layers in judges.items() for n, layer in enumerate(layers)
        },
    )
    say(f"judges for {', '.join(name or 'any script' for name in judges)}")
