"""Forecasts measured: python -m bench.forecasts [--crises 200], or on a series of violence:

python -m bench.forecasts --file F --country | --adm1 [--train-until 2017-06] [--months 12] [--measure deaths]
python -m bench.forecasts --file F --windows [--months 12] [--every 1]

Without a file, simulated crises are forecast on day 10, 20 and 40 and scored beside what a desk extrapolates. `--calibrate` takes
crises of other seeds and tells by how much the spread is to be widened. With a file of events or of days (any form that the desk
takes in), each month after the training window is forecast from the months before it and scored beside the negative binomial;
`--windows` does so for every window that the file holds.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from bench import crises
from homeward.outlook.core import completion

TESTED, CALIBRATED = 1_000_000, 5_000_000
"""From where seeds are taken: what is tested was never calibrated on."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.forecasts", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--crises", type=int, default=200)
    parser.add_argument("--days", type=int, nargs="+", default=[10, 20, 40])
    parser.add_argument("--calibrate", action="store_true", help="other seeds; tells the factors")
    parser.add_argument("--widened", type=float, nargs=2, help="factors below and above the middle")
    parser.add_argument("--without-hostilities", action="store_true")
    parser.add_argument("--file", type=Path, help="events or daily counts, in any form that the desk takes in")
    parser.add_argument("--country", action="store_true", help="the whole file as one series")
    parser.add_argument("--adm1", action="store_true", help="a series for each first-order area")
    parser.add_argument("--train-until", default="", help="the last month of training, YYYY-MM")
    parser.add_argument("--months", type=int, default=12)
    parser.add_argument("--measure", default="", help="what is counted, where a file counts several things")
    parser.add_argument("--windows", action="store_true", help="every window of so many months")
    parser.add_argument("--every", type=int, default=1, help="of the windows every so many")
    given = parser.parse_args()
    if given.file:
        from bench import months

        if given.windows:
            months.windows(given.file, given.months, max(1, given.every), given.measure)
            return
        months.measure(
            given.file, given.train_until, given.months, country=given.country, adm1=given.adm1, what=given.measure
        )
        return
    measure(given)


def measure(given: argparse.Namespace) -> None:
    """The table of crises: errors beside those of the desk, coverage, PIT, seconds."""
    first = CALIBRATED if given.calibrate else TESTED
    usual = (1.0, 1.0) if given.calibrate else completion.WIDENED
    widened = (given.widened[0], given.widened[1]) if given.widened else usual
    seeds = range(first, first + given.crises)
    found = list(crises.rows(seeds, given.days, hostilities=not given.without_hostilities, widened=widened))
    print(f"{given.crises} simulated crises from seed {first}, spread scaled by {widened}")
    print("day    n   CRPS   naive  naive 7 days  of naive  pinball / naive  80 % covers   PIT in ten")
    for day in (*given.days, None):
        some = [row for row in found if day is None or row.day == day]
        if some:
            print(line("all" if day is None else str(day), some))
    print(
        f"seconds of a processor for a forecast: median {np.median([row.seconds for row in found]):.2f}, "
        f"most {max(row.seconds for row in found):.2f}"
    )
    if given.calibrate:
        for day in (*given.days, None):
            some = [row for row in found if day is None or row.day == day]
            below, above = crises.factors(some)
            print(f"factors for day {day or 'all'}: {below:.2f} below, {above:.2f} above the middle")


def line(name: str, some: list[crises.Row]) -> str:
    crps = np.mean([row.made.crps for row in some])
    naive, week = np.mean([row.naive for row in some]), np.mean([row.naive_week for row in some])
    pinball = np.mean([row.made.pinball for row in some])
    beside = np.mean([row.naive_pinball for row in some])
    covers = 100 * np.mean([row.made.covered for row in some])
    pit = np.histogram([row.made.pit for row in some], 10, (0, 1))[0].tolist()
    return (
        f"{name:>3} {len(some):4} {crps:6.2f} {naive:7.2f} {week:13.2f} {100 * crps / naive:8.0f} % "
        f"{pinball:6.2f} / {beside:5.2f} {covers:10.0f} %   {pit}"
    )


if __name__ == "__main__":
    main()
