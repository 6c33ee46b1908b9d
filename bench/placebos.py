"""How often the statistics raise an alarm on series in which nothing changed: python -m bench.placebos [--series 500] [--seed 11].

Beside it, how often the search for change points finds any on such a series.
"""

from __future__ import annotations

import argparse
import time

import numpy as np


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.placebos", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--series", type=int, default=500)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--days", type=int, default=243)
    given = parser.parse_args()
    from homeward.hostilities.core.statistics import changes, nulls

    began = time.process_time()

    def told(done: int) -> None:
        if done % 50 == 0:
            print(f"{done} series, {time.process_time() - began:.0f} s of a processor", flush=True)

    found = nulls.alarms(given.series, given.seed, days=given.days, told=told)
    print("look                  series  tested  alarms  rate of all  rate of tested")
    for name, each in found.items():
        print(
            f"{name:20} {each.series:7} {each.tested:7} {each.raised:7} {100 * each.rate:10.1f} % "
            f"{100 * each.rate_of_tested:10.1f} %"
        )
    some = 0
    for number in range(min(100, given.series)):
        chance = np.random.default_rng([given.seed + 1, number])
        some += bool(changes.change(nulls.null_series(chance, given.days), seed=number, resampled=2).others)
    print(f"change points found by the search on {min(100, given.series)} further null series: on {some}")


if __name__ == "__main__":
    main()
