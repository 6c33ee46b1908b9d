"""How alike two spellings of one name part are: the encoder and the edits weighed together, as one trained judge says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from homeward.names import edits, encoder, weights
from homeward.names.letters import Script, script

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.integer[Any]]

_LANGUAGE = {
    Script.ARABIC: "ar", Script.HEBREW: "he", Script.CYRILLIC: "ru", Script.LATIN: "en",
    Script.HAN: "zh", Script.KANA: "ja", Script.HANGUL: "ko",
}  # fmt: skip
_ORDER = ("zh", "ja", "ko", "ar", "he", "ru", "en")
NAMES = (
    "zh-en",
    "ja-en",
    "ko-en",
    "ar-en",
    "he-en",
    "ru-en",
    "ar-he",
    "ar-ru",
    "he-ru",
    "ar-ar",
    "he-he",
    "ru-ru",
    "en-en",
)
FEATURES = 5
EQUAL, SURE = 0.9999, 8.0
"""Points this near are of the same word, and what is said of them: no judge is asked, since none has seen such a pair."""
_SPOKEN = ("", *_ORDER)
_CODES = {language: number for number, language in enumerate(_SPOKEN)}


@lru_cache(maxsize=32_768)
def language(word: str) -> str:
    """The language whose models read a word; "" for a script without one."""
    return _LANGUAGE.get(script(word), "")


def between(one: str, other: str) -> tuple[str, bool]:
    """The models for two words' languages, and whether the words change places; ("", False) when there are none."""
    if not one or not other:
        return "", False
    turned = _ORDER.index(one) > _ORDER.index(other)
    name = f"{other}-{one}" if turned else f"{one}-{other}"
    return (name, turned) if name in NAMES else ("", False)


def features(cosine: Floats, scores: Floats, first: Ints, second: Ints) -> Floats:
    """What the judge looks at: the points' nearness, both likelihoods for each letter, lengths."""
    letters = np.maximum(6, first + second)
    per_letter = np.maximum(scores, -60) / letters[:, None]
    columns = (
        cosine,
        per_letter[:, 0],
        per_letter[:, 1],
        np.minimum(letters, 24) / 12,
        (first - second) / letters,
    )
    return np.stack(columns, axis=1).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Judge:
    """A small network from features to the logarithm of the odds that two spellings are of one part."""

    layers: tuple[Floats, Floats, Floats, Floats]

    def __call__(self, seen: Floats) -> Floats:
        first, first_bias, second, second_bias = self.layers
        inner = np.tanh(seen @ first + first_bias)
        told: Floats = (inner @ second + second_bias)[:, 0]
        return told


@lru_cache(maxsize=32)
def judge(name: str) -> Judge:
    """The judge for two languages; "" is the one that knows the encoder only."""
    kept = weights.load("judges.npz")
    name = name if f"{name}.0" in kept else ""
    first, first_bias, second, second_bias = (kept[f"{name}.{n}"].astype(np.float32) for n in range(4))
    return Judge((first, first_bias, second, second_bias))


def odds(pairs: Sequence[tuple[str, str]]) -> Floats:
    """For pairs of keys, the logarithm of the odds that each is one part spelled twice, against look-alikes."""
    words = sorted({word for pair in pairs for word in pair})
    place = {word: at for at, word in enumerate(words)}
    points = encoder.shipped()(words)
    a, b = (np.array([place[pair[side]] for pair in pairs], np.int32) for side in (0, 1))
    return odds_of(words, words, points, points, a, b)


def odds_of(
    ones: Sequence[str], others: Sequence[str], one_points: Floats, other_points: Floats, a: Ints, b: Ints
) -> Floats:
    """As `odds`, for pairs (a[i] of ones, b[i] of others) whose points are at hand."""
    cosine = np.einsum("ij,ij->i", one_points[a], other_points[b])
    spoken = [np.array([_CODES[language(word)] for word in words]) for words in (ones, others)]
    kinds = spoken[0][a] * len(_CODES) + spoken[1][b]
    lengths = [np.array([len(word) for word in words], np.int32) for words in (ones, others)]
    found = np.empty(len(a), np.float32)
    for kind in np.unique(kinds):
        part = np.flatnonzero(kinds == kind)
        name, turned = between(_SPOKEN[kind // len(_CODES)], _SPOKEN[kind % len(_CODES)])
        left, right, i, j = (others, ones, b[part], a[part]) if turned else (ones, others, a[part], b[part])
        first, second = (lengths[1], lengths[0]) if turned else (lengths[0], lengths[1])
        scores = _edited(name, left, right, i, j)
        found[part] = judge(name)(features(cosine[part], scores, first[i], second[j]))
    found[cosine > EQUAL] = SURE
    return found


def _edited(name: str, left: Sequence[str], right: Sequence[str], i: Ints, j: Ints) -> Floats:
    """Both likelihoods of each pair by the edits between two languages; nothing where there is no such model."""
    model = edits.between(*name.split("-")) if name else None
    if model is None:
        return np.zeros((len(i), 2), np.float32)
    used_left, at_left = np.unique(i, return_inverse=True)
    used_right, at_right = np.unique(j, return_inverse=True)
    read_left = model.read_left([left[n] for n in used_left.tolist()])
    read_right = model.read_right([right[n] for n in used_right.tolist()])
    return model.score(read_left, read_right, at_left.astype(np.int32), at_right.astype(np.int32))
