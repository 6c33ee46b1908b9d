"""One command: python -m training.names DATA OUT --seed 1"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

from homeward.names.encoder import Alphabet, Encoder
from homeward.names.likeness import NAMES
from training.names import edits, judges, material, pairs
from training.names.encoder import Fresh, Stage, Training
from training.names.network import points
from training.names.pairs import Pair

CODES = {"ar": "Arab", "he": "Hebr", "ru": "Cyrl", "en": "Latn"}
ASKED = 4_000
"""Parts of each pair of languages from which a judge learns."""
BRIDGES = ("ar-he", "ar-ru", "he-ru")
FIRST = {"ar": 1.6, "he": 1.6, "ru": 1, "zh": 1, "ja": 0.7, "ko": 1, "ko whole": 0.3}
SECOND = {
    "ar": 0.6, "he": 0.6, "ru": 0.4, "zh": 0.6, "ja": 0.25, "ko": 0.5, "ko whole": 0.1, "ar-he": 0.4, "ar-ru": 0.4, "he-ru": 0.4,
    "made ar-en": 2, "made he-en": 2, "made ru-en": 1, "made ar-he": 1, "made ar-ru": 1, "made he-ru": 1, "made en-en": 1,
    "made ar-ar": 1, "made he-he": 1, "made ru-ru": 1,
}  # fmt: skip


def main() -> None:
    """Train everything that ships, or what is not there yet, into OUT."""
    parser = argparse.ArgumentParser(prog="python -m training.names", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the train files")
    parser.add_argument("out", type=Path, help="where the models are written; what is there is not made again")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, nargs=2, default=(4_000, 2_400), help="steps of the two stages")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()

    def say(line: str) -> None:
        print(f"{time.monotonic() - began:6.0f} {line}", flush=True)

    every = {language: pairs.parts(given.data, language) for language in pairs.LANGUAGES}
    back = {language: [p for p in group if pairs.is_kept_back(p[1])] for language, group in every.items()}
    learnt = {language: [p for p in group if not pairs.is_kept_back(p[1])] for language, group in every.items()}
    made = material.made(given.seed)
    say(f"{material.write(made, given.out / 'known.txt'):,} known spellings of {len(made):,} parts")

    _encode(learnt, back, made, given, say)
    models = _edit(learnt, made, given, say)
    edits.keep(models, given.out / "edits.npz")
    _judge(models, every, back, made, given, say)


def _encode(
    learnt: dict[str, list[Pair]],
    back: dict[str, list[Pair]],
    made: list[material.Made],
    given: argparse.Namespace,
    say: Callable[[str], None],
) -> None:
    chance = random.Random(given.seed)
    taught: dict[str, list[Pair] | Fresh] = {**learnt, "ko whole": pairs.whole_korean(given.data)}
    for name in NAMES:
        one, other = name.split("-")
        if one in CODES:
            taught[f"made {name}"] = partial(material.pairs, made, CODES[one], CODES[other], chance)
    training = Training(taught, given.out, given.seed, say)
    for name in BRIDGES:
        taught[name] = pairs.bridged(learnt, *name.split("-"))

    def check() -> str:
        """Share of kept-back parts whose nearest Latin spelling, of all kept-back ones, is the right one."""
        told = []
        for language in pairs.LANGUAGES:
            latin = sorted({b for _, b in back[language]})
            there = points(training.network, training.alphabet, latin)
            asked = points(training.network, training.alphabet, [a for a, _ in back[language]])
            found = np.array([latin[at] for at in (asked @ there.T).argmax(1)])
            told.append(f"{language} {(found == np.array([b for _, b in back[language]])).mean():.4f}")
        return ", ".join(told)

    training.run(Stage("first", FIRST, given.steps[0], 2e-3), check)
    training.run(Stage("second", SECOND, given.steps[1], 1e-3), check)


def _edit(
    learnt: dict[str, list[Pair]], made: list[material.Made], given: argparse.Namespace, say: Callable[[str], None]
) -> dict[str, edits.Edits]:
    chance = random.Random(given.seed)
    models = {}
    for name in NAMES:
        one, other = name.split("-")
        taught: list[Pair] = []
        if other == "en" and one in learnt:
            taught = list(learnt[one])
        elif name in BRIDGES:
            taught = pairs.bridged(learnt, one, other)
        elif name == "en-en":
            alike = pairs.alike(learnt)
            taught = alike + [(b, a) for a, b in alike]
        random.Random(given.seed).shuffle(taught)
        taught = taught[: edits.MOST if one in CODES and other == "en" else edits.MOST // 2]
        if one in CODES:
            for _ in range(2):
                taught += material.pairs(made, CODES[one], CODES[other], chance)
        models[name] = edits.learn(taught)
        say(f"{len(taught):,} pairs counted for {name}")
    return models


def _judge(
    models: dict[str, edits.Edits], every: dict[str, list[Pair]], back: dict[str, list[Pair]], made: list[material.Made],
    given: argparse.Namespace, say: Callable[[str], None],
) -> None:  # fmt: skip
    kept = dict(np.load(given.out / "encoder.npz"))
    encoder = Encoder(
        Alphabet.of(str(kept.pop("alphabet"))), {name: value.astype(np.float32) for name, value in kept.items()}
    )
    chance = random.Random(given.seed + 1)
    found, lone = {}, []
    for name, model in models.items():
        one, other = name.split("-")
        if other == "en" and one in back:
            true, others = back[one], [b for _, b in every[one]]
        else:
            true = material.pairs(made, CODES[one], CODES[other], chance)
            if name in BRIDGES:
                true = true + pairs.bridged(back, one, other)
            others = (
                [b for _, b in true] + [a for a, _ in back.get(other, [])] + [b for _, b in back["ru"] if other == "en"]
            )
        seen, label = judges.examples(encoder, model, true, others, ASKED, given.seed)
        found[name] = judges.learn(seen, label, given.seed)
        blind = seen.copy()
        blind[:, 1:3] = 0
        lone.append((blind, label))
    found[""] = judges.learn(np.concatenate([a for a, _ in lone]), np.concatenate([b for _, b in lone]), given.seed)
    judges.keep(found, given.out / "judges.npz", say)


if __name__ == "__main__":
    main()
