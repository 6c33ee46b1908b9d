"""Spellings as points: one name part in any script becomes a vector, near to the other spellings of the same part.

A small network reads letters with their neighbours; it was trained elsewhere (`training/names`) and is run here with
numpy alone. Parts of equal length are read together, so that nothing has to be masked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from homeward.names import weights
from homeward.names.letters import base, spelled

LONGEST = 24
"""Letters of a part that are read; what is longer is no name part that anybody writes."""
UNKNOWN = 32
"""Places shared by letters that training never met."""
PAD, BEGIN, END = 0, 1, 2

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Alphabet:
    """Numbers of letters, for the network."""

    numbers: dict[str, int]

    @classmethod
    def of(cls, letters: Sequence[str]) -> Alphabet:
        return cls({letter: at + END + 1 + UNKNOWN for at, letter in enumerate(letters)})

    def __len__(self) -> int:
        return END + 1 + UNKNOWN + len(self.numbers)

    def read(self, word: str) -> list[int]:
        """The numbers of a word's letters between a beginning and an end."""
        plain = [self.numbers.get(letter, PAD) for letter in word[:LONGEST]]
        return [BEGIN, *plain, END] if PAD not in plain else self._read_closely(word)

    def _read_closely(self, word: str) -> list[int]:
        """As `read`, for a word with letters that training did not meet, or that are made of others."""
        found = []
        for letter in spelled(word):
            number = self.numbers.get(letter)
            if number is not None:
                found.append(number)
                continue
            for bare in base(letter):
                found.append(self.numbers.get(bare, END + 1 + ord(bare) % UNKNOWN))
        return [BEGIN, *found[:LONGEST], END]


class Encoder:
    """Words in, unit vectors out; the same word always gives the same vector."""

    def __init__(self, alphabet: Alphabet, kept: dict[str, Floats]) -> None:
        self.alphabet = alphabet
        # The first layer looks at letters only, so what it gives for each letter and place is known beforehand.
        self._first = [np.ascontiguousarray(kept["letters"] @ kept["first.weight"][:, :, n].T) for n in range(3)]
        self._first[1] = self._first[1] + kept["first.bias"]
        self._deep = [
            (
                np.concatenate([kept[f"deep.{n}.weight"][:, :, place].T for place in range(3)], axis=1),
                kept[f"deep.{n}.bias"],
            )
            for n in range(sum(name.startswith("deep.") and name.endswith("weight") for name in kept))
        ]
        self._last, self._last_bias = np.ascontiguousarray(kept["last.weight"].T), kept["last.bias"]
        self.size = self._last.shape[1]

    def __call__(self, words: Sequence[str]) -> Floats:
        """A row for each word."""
        rows: dict[int, list[int]] = defaultdict(list)
        read = [self.alphabet.read(word) for word in words]
        for at, numbers in enumerate(read):
            rows[len(numbers)].append(at)
        found = np.empty((len(words), self.size), np.float32)
        for length, places in rows.items():
            step = max(1, 1024 // length)
            for start in range(0, len(places), step):
                part = places[start : start + step]
                found[part] = self._run(np.array([read[at] for at in part], np.int32))
        return found

    def _run(self, numbers: npt.NDArray[np.int32]) -> Floats:
        many, length = numbers.shape
        before, here, after = self._first
        width = here.shape[1]
        # A row of nothing stands on either side of each word, so that its neighbours end there.
        state = np.zeros((many, length + 2, width), np.float32)
        inner = state[:, 1:-1]
        inner[:] = here[numbers]
        inner[:, 1:] += before[numbers[:, :-1]]
        inner[:, :-1] += after[numbers[:, 1:]]
        np.maximum(inner, 0, out=inner)
        for weight, bias in self._deep:
            flat = state.reshape(-1, width)
            seen = (flat @ weight).reshape(many, length + 2, 3 * width)
            more = seen[:, 1:-1, width : 2 * width]
            more += seen[:, :-2, :width]
            more += seen[:, 2:, 2 * width :]
            more += bias
            np.maximum(more, 0, out=more)
            inner += more
        state = inner
        pooled = np.concatenate([state.mean(1), state.max(1)], axis=1)
        found: Floats = pooled @ self._last + self._last_bias
        found /= np.sqrt(np.einsum("ij,ij->i", found, found))[:, None] + 1e-9
        return found


@lru_cache(maxsize=1)
def shipped() -> Encoder:
    """The encoder that lies in the package."""
    kept = weights.load("encoder.npz")
    alphabet = Alphabet.of(str(kept.pop("alphabet")))
    return Encoder(alphabet, {name: value.astype(np.float32) for name, value in kept.items()})
