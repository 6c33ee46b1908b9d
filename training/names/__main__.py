"""One command: python -m training.names DATA OUT --seed 1"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np

from training.names import pairs
from training.names.encoder import Stage, Training
from training.names.network import points


def main() -> None:
    """Train everything that ships, or what is not there yet, into OUT."""
    parser = argparse.ArgumentParser(prog="python -m training.names", description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the train files")
    parser.add_argument("out", type=Path, help="where the models are written")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=6000, help="steps of the first stage")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()

    def say(line: str) -> None:
        print(f"{time.monotonic() - began:6.0f} {line}", flush=True)

    every = {language: pairs.parts(given.data, language) for language in pairs.LANGUAGES}
    back = {language: [p for p in group if pairs.is_kept_back(p[1])] for language, group in every.items()}
    learnt = {language: [p for p in group if not pairs.is_kept_back(p[1])] for language, group in every.items()}
    learnt["ko whole"] = pairs.whole_korean(given.data)
    training = Training(learnt, given.out, given.seed, say)

    def check() -> str:
        """Share of kept-back parts whose nearest Latin spelling, of all kept-back ones, is the right one."""
        told = []
        for language in pairs.LANGUAGES:
            latin = sorted({b for _, b in back[language]})
            there = points(training.network, training.alphabet, latin)
            asked = points(training.network, training.alphabet, [a for a, _ in back[language]])
            right = np.array([latin[at] for at in (asked @ there.T).argmax(1)]) == np.array([b for _, b in back[language]])
            told.append(f"{language} {right.mean():.4f}")
        return ", ".join(told)

    first = Stage("first", {"ar": 1.6, "he": 1.6, "ru": 1, "zh": 1, "ja": 0.7, "ko": 1, "ko whole": 0.3}, given.steps, 2e-3)
    training.run(first, check)


if __name__ == "__main__":
    main()
