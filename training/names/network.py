"""The character network as torch trains it, and as `homeward.names.encoder` reads it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from homeward.names.encoder import PAD, Alphabet

LETTER, WIDTH, DEEP, OUT = 64, 128, 2, 128


class Network(nn.Module):
    """Letters, a first look at three of them, two more looks, then the mean and the strongest of all places."""

    def __init__(self, letters: int) -> None:
        super().__init__()
        self.letters = nn.Embedding(letters, LETTER, padding_idx=PAD)
        self.first = nn.Conv1d(LETTER, WIDTH, 3, padding=1)
        self.deep = nn.ModuleList(nn.Conv1d(WIDTH, WIDTH, 3, padding=1) for _ in range(DEEP))
        self.last = nn.Linear(2 * WIDTH, OUT)
        self.scale = nn.Parameter(torch.tensor(math.log(12.0)))
        nn.init.normal_(self.letters.weight, std=0.5)

    def forward(self, numbers: torch.Tensor) -> torch.Tensor:
        there = (numbers != PAD).unsqueeze(1).float()
        state = functional.relu(self.first(self.letters(numbers).transpose(1, 2) * there)) * there
        for look in self.deep:
            state = state + functional.relu(look(state)) * there
        mean = state.sum(2) / there.sum(2)
        return functional.normalize(self.last(torch.cat([mean, state.amax(2)], 1)), dim=1)


def halves() -> torch.autocast:
    """Products in half precision, sums in full: twice as quick where the processor can, and no worse to learn by."""
    return torch.autocast("cpu", torch.bfloat16)


def numbers(alphabet: Alphabet, words: Sequence[str]) -> torch.Tensor:
    """Words as padded rows of numbers."""
    return padded([alphabet.read(word) for word in words])


def padded(read: Sequence[Sequence[int]]) -> torch.Tensor:
    """Rows of numbers made equally long."""
    table = np.full((len(read), max(map(len, read))), PAD, np.int64)
    for at, row in enumerate(read):
        table[at, : len(row)] = row
    return torch.from_numpy(table)


def learning(network: Network, alphabet: Alphabet, words: Sequence[str], groups: int = 4) -> torch.Tensor:
    """Vectors of a batch to learn by; words of like length are read together, since every pad costs as much as a letter."""
    read = [alphabet.read(word) for word in words]
    order = sorted(range(len(read)), key=lambda at: len(read[at]))
    size = -(-len(order) // groups)
    found = []
    for start in range(0, len(order), size):
        rows = [read[at] for at in order[start : start + size]]
        with halves():
            found.append(network(padded(rows)).float())
    back = np.argsort(np.array(order), kind="stable")
    return torch.cat(found)[torch.from_numpy(back)]


def points(network: Network, alphabet: Alphabet, words: Sequence[str]) -> np.ndarray:
    """Vectors of many words, without learning."""
    order = np.argsort([len(word) for word in words], kind="stable")
    found = np.zeros((len(words), OUT), np.float32)
    with torch.inference_mode():
        for start in range(0, len(order), 1024):
            part = order[start : start + 1024]
            with halves():
                found[part] = network(numbers(alphabet, [words[at] for at in part])).float().numpy()
    return found


def keep(network: Network, alphabet: Alphabet, file: Path) -> None:
    """Write the weights in half precision, as the package reads them."""
    kept = {
        name.replace("letters.weight", "letters"): value.detach().numpy().astype(np.float16)
        for name, value in network.state_dict().items()
        if name != "scale"
    }
    np.savez_compressed(file, alphabet=np.array("".join(alphabet.numbers)), **kept)
