"""One command: python -m training.matching OUT --seed 1"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from training.matching.counting import Counts, count, weights
from training.matching.registers import registers


def main() -> None:
    """Count weights on invented registers and write them to OUT."""
    parser = argparse.ArgumentParser(prog="python -m training.matching", description=__doc__)
    parser.add_argument("out", type=Path, help="the file that is written")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--registers", type=int, default=12)
    parser.add_argument("--size", type=int, default=2_000)
    given = parser.parse_args()
    began = time.monotonic()
    counts = Counts()
    for at in range(given.registers):
        two = registers(given.seed * 1000 + at, given.size)
        count(counts, two, at, given.size)
        print(f"{time.monotonic() - began:6.0f} {at + 1} of {given.registers}", flush=True)
    made = weights(counts)
    given.out.write_text(json.dumps(made.as_json(), indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
