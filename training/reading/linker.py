"""Learn the weights of the linker: python -m training.reading.linker DATA OUT

DATA holds `train.jsonl` and `dev.jsonl`; OUT/linker.json gets the weights. It learns from the runs that people marked.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from homeward.reading.core.linking import Features, Run, Runs, cue_before, cue_of_content, source_of_cue
from homeward.reading.core.words import Words, words

PASSES, RATE, SHRINK, FEWEST = 6, 0.25, 1e-6, 3
Choice = tuple[int, list[Features]]
"""Which was right, of which."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    train, dev = (list(_choices(given.data / f"{name}.jsonl")) for name in ("train", "dev"))
    weights = learned(train, random.Random(given.seed))
    shares = f"right in {right(weights, train):.2%} of them, {right(weights, dev):.2%} of dev"
    print(f"{len(weights)} weights from {len(train)} choices, {shares}")
    given.out.mkdir(parents=True, exist_ok=True)
    rounded = {name: round(weight, 3) for name, weight in sorted(weights.items()) if abs(weight) >= 0.005}
    (given.out / "linker.json").write_text(json.dumps(rounded, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def learned(choices: list[Choice], chance: random.Random) -> dict[str, float]:
    """Weights by Adagrad (Duchi et al. 2011) on the likelihood of the right choices; what is seen seldom gets none."""
    seen: dict[str, int] = defaultdict(int)
    for _, features in choices:
        for name in {name for each in features for name in each}:
            seen[name] += 1
    kept = [(right, [tuple(n for n in each if seen[n] >= FEWEST) for each in features]) for right, features in choices]
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(lambda: 1e-2)
    for _ in range(PASSES):
        chance.shuffle(kept)
        for right, features in kept:
            sums = [sum(weights[name] for name in each) for each in features]
            most = max(sums)
            shares = [math.exp(each - most) for each in sums]
            total = sum(shares)
            for number, each in enumerate(features):
                slope = (number == right) - shares[number] / total
                if abs(slope) < 1e-3:
                    continue
                for name in each:
                    step = slope - SHRINK * weights[name]
                    squares[name] += step * step
                    weights[name] += RATE * step / math.sqrt(squares[name])
    return dict(weights)


def right(weights: dict[str, float], choices: list[Choice]) -> float:
    """The share of choices that the weights make as people did."""
    good = 0
    for truth, features in choices:
        sums = [sum(weights.get(name, 0.0) for name in each) for each in features]
        good += sums.index(max(sums)) == truth
    return good / max(1, len(choices))


def _choices(path: Path) -> Iterator[Choice]:
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            split = words(row["text"])
            yield from _of_article(split, row["attributions"])


def _of_article(split: Words, attributions: list[dict[str, Any]]) -> Iterator[Choice]:
    owner = {code: number for number, start in enumerate(split.starts) for code in range(start, split.ends[number])}
    placed = [{role: _runs(owner, one[role]) for role in ("source", "cue", "content")} for one in attributions]
    runs = Runs(split, sorted({(role, *run) for one in placed for role, found in one.items() for run in found}))
    for one in placed:
        for content in one["content"]:
            yield from _made(cue_of_content(runs, content), one["cue"])
        for number, cue in enumerate(one["cue"]):
            yield from _made(cue_before(runs, cue), one["cue"][number - 1 : number] if number else [])
            yield from _made(source_of_cue(runs, cue), one["source"])


def _made(choices: Iterable[tuple[Run | None, Features]], truth: list[Run]) -> Iterator[Choice]:
    """A choice to learn from; none where the truth is not among what is asked."""
    runs, features = zip(*choices, strict=True)
    number = next((place for place, run in enumerate(runs) if run in truth), None) if truth else 0
    if number is not None:
        yield number, list(features)


def _runs(owner: dict[int, int], pieces: list[list[int]]) -> list[Run]:
    found = []
    for start, end in pieces:
        numbers = [owner[code] for code in range(start, end) if code in owner]
        if numbers:
            found.append((min(numbers), max(numbers) + 1))
    return sorted(found)


if __name__ == "__main__":
    main()
