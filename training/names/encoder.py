"""Trains the network: spellings of one part near to each other, all others of the batch far."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from homeward.names.encoder import Alphabet
from homeward.names.letters import spelled
from training.names.network import Network, keep, learning, points
from training.names.pairs import Pair

Fresh = Callable[[], list[Pair]]
"""Gives new pairs each time: spellings that chance makes."""
BATCH = 768
SLIPS = 0.2
"""Share of words that learn with one letter lost, doubled or exchanged, so that the network leans on no single one."""
SHORTEST = 5
SEEN = 3
"""How often a letter must occur to get a number of its own."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One part of the training: pairs with their share of each round, how many steps, and how fast at first."""

    name: str
    shares: dict[str, float]
    steps: int
    rate: float


def alphabet_of(pairs: Mapping[str, list[Pair] | Fresh]) -> Alphabet:
    """Numbers for the letters that occur often enough in what was not made."""
    kept = [group for group in pairs.values() if isinstance(group, list)]
    seen = Counter(letter for group in kept for pair in group for word in pair for letter in spelled(word))
    return Alphabet.of([letter for letter, times in seen.most_common() if times >= SEEN])


class Training:
    """The network with its optimiser, the pairs, and chance from one seed."""

    def __init__(
        self, pairs: Mapping[str, list[Pair] | Fresh], out: Path, seed: int, say: Callable[[str], None]
    ) -> None:
        torch.set_num_threads(1)
        torch.manual_seed(seed)
        self.pairs, self.out, self.seed, self.say = pairs, out, seed, say
        self.alphabet = alphabet_of(pairs)
        self.network = Network(len(self.alphabet))
        size = sum(each.numel() for each in self.network.parameters())
        say(
            f"{len(self.alphabet):,} letters, {size:,} weights, "
            + str({name: len(group) for name, group in pairs.items() if isinstance(group, list)})
        )

    def run(self, stage: Stage, check: Callable[[], str]) -> None:
        """All steps of a stage, unless an earlier run has left them; the rate falls as a cosine."""
        mark = self.out / f"after-{stage.name}.pt"
        if mark.exists():
            self.network.load_state_dict(torch.load(mark, weights_only=True))
            self.say(f"{stage.name}: taken from {mark.name}")
            return
        # Each stage has its own chance, so that a training that was stopped between two of them gives the same.
        self.chance = np.random.default_rng(self.seed)
        optimiser = torch.optim.AdamW(self.network.parameters(), lr=stage.rate, weight_decay=0.01)
        began, step, rounds = time.monotonic(), 0, 0
        while step < stage.steps:
            for pairs in self._batches(stage, near=rounds % 2 == 1):
                share = step / stage.steps
                for group in optimiser.param_groups:
                    group["lr"] = stage.rate * min(1, (step + 1) / 200) * (0.5 + 0.5 * math.cos(math.pi * share) + 0.01)
                loss = self._step(pairs, optimiser)
                step += 1
                if step % 100 == 0:
                    self.say(f"{stage.name} {step}/{stage.steps} {time.monotonic() - began:.0f}s loss {loss:.3f}")
                if step >= stage.steps:
                    break
            rounds += 1
            if rounds % 2 == 0 or step >= stage.steps:
                self.say(f"{stage.name} round {rounds}: {check()}")
                keep(self.network, self.alphabet, self.out / "encoder.npz")
        torch.save(self.network.state_dict(), mark)

    def _batches(self, stage: Stage, *, near: bool) -> list[list[Pair]]:
        """One round over the pairs of each language; with `near`, parts that look alike come together."""
        found = []
        for name, share in stage.shares.items():
            known = self.pairs[name]
            pairs = known if isinstance(known, list) else [pair for _ in range(math.ceil(share)) for pair in known()]
            if known is not pairs:
                share = 1.0
            many = int(len(pairs) * share)
            order = np.concatenate([self.chance.permutation(len(pairs)) for _ in range(math.ceil(share))])[:many]
            if near:
                direction = self.chance.normal(size=(128, 2)).astype(np.float32)
                where = points(self.network, self.alphabet, [pairs[at][1] for at in order]) @ direction
                # Slabs along one direction, sorted along a second: neighbours in both share a batch.
                slab = np.argsort(np.argsort(where[:, 0])) // (8 * BATCH)
                order = order[np.lexsort((where[:, 1], slab))]
            found += [[pairs[at] for at in order[i : i + BATCH]] for i in range(0, max(1, many - BATCH // 4), BATCH)]
        self.chance.shuffle(found)
        return found

    def _step(self, pairs: list[Pair], optimiser: torch.optim.Optimizer) -> float:
        foreign, latin = [a for a, _ in pairs], [b for _, b in pairs]
        if self.chance.random() < 0.06:  # parts written together, in both scripts
            other = self.chance.permutation(len(pairs))
            foreign = [foreign[i] + foreign[j] for i, j in enumerate(other)]
            latin = [latin[i] + latin[j] for i, j in enumerate(other)]
        one = learning(self.network, self.alphabet, [self._slipped(word) for word in foreign])
        two = learning(self.network, self.alphabet, [self._slipped(word) for word in latin])
        logits = one @ two.T * self.network.scale.exp().clamp(max=80)
        a, b = np.array(foreign), np.array(latin)
        same = torch.from_numpy((a[:, None] == a[None]) | (b[:, None] == b[None])).fill_diagonal_(False)
        logits = logits.masked_fill(same, -1e4)
        right = torch.arange(len(pairs))
        loss = (functional.cross_entropy(logits, right) + functional.cross_entropy(logits.T, right)) / 2
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        optimiser.step()
        return loss.item()

    def _slipped(self, word: str) -> str:
        """A word as given, or with a slip of the pen if it is long enough to stay itself."""
        if len(word) < SHORTEST or self.chance.random() >= SLIPS:
            return word
        at = int(self.chance.integers(len(word) - 1))
        kept, slip = word[at : at + 2], int(self.chance.integers(3))
        return word[:at] + (kept[1], kept[0] + kept, kept[::-1])[slip] + word[at + 2 :]
