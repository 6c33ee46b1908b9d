"""Monthly violence of a file of UCDP events forecast one month ahead and scored beside the negative binomial."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np

from homeward.outlook.core import violence
from homeward.outlook.core.scoring import score

MONTHLY = 4
"""Events dated to a week or better fall into one month; what is dated to a month counts in its month; coarser ones do not."""


def series(file: Path, *, adm1: bool) -> dict[str, dict[str, float]]:
    """Deaths (best) by area and month; rows that span more than a month belong to none and are counted aside."""
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    aside = 0.0
    months = set()
    with file.open(newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            start, end = row["date_start"][:7], row["date_end"][:7]
            if start != end or int(row["date_prec"]) > MONTHLY:
                aside += float(row["best"])
                continue
            months.add(start)
            found[row["adm_1"] if adm1 else "all"][start] += float(row["best"])
    found.pop("", None)
    every = _between(min(months), max(months))
    print(
        f"{len(every)} months from {every[0]} to {every[-1]}; {aside:,.0f} deaths of rows that span months are left out"
    )
    return {area: {month: of.get(month, 0.0) for month in every} for area, of in sorted(found.items())}


def _between(first: str, last: str) -> list[str]:
    year, month = map(int, first.split("-"))
    found = []
    while (name := f"{year:04}-{month:02}") <= last:
        found.append(name)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found


def measure(file: Path, until: str, months: int, *, country: bool, adm1: bool) -> None:
    """The tables: one month ahead, each month from those before it; and all months from the last one of training alone.

    Weights are chosen on the months of training alone in both.
    """
    for wide in [name for name, on in (("country", country or not adm1), ("adm1", adm1)) if on]:
        every = series(file, adm1=wide == "adm1")
        for rolling in (True, False):
            found = [(area, scored(of, until, months, rolling=rolling)) for area, of in every.items()]
            told = [(area, *row) for area, row in found if row is not None]
            print(
                f"\n{wide}: {len(told)} series, {'one month ahead' if rolling else 'all from the last month of training'}"
            )
            print("area                                 CRPS  negative binomial   of it  80 % covers")
            for area, made, beside, covers in told:
                print(_line(area, made, beside, covers))
            if len(told) > 1:
                made, beside, covers = (float(np.mean([row[k] for row in told])) for k in (1, 2, 3))
                print(_line("mean of all", made, beside, covers))
                share = np.mean([row[1] / row[2] for row in told if row[2] > 0])
                print(f"mean of the shares: {100 * share:.1f} %", flush=True)


def _line(area: str, made: float, beside: float, covers: float) -> str:
    share = 100 * made / beside if beside else 100.0
    return f"{area[:34]:34} {made:8.2f} {beside:12.2f} {share:12.1f} % {100 * covers:8.0f} %"


def scored(of: dict[str, float], until: str, months: int, *, rolling: bool) -> tuple[float, float, float] | None:
    """Mean CRPS, that of the negative binomial, and how often 80 of 100 held; none for a series that bears no forecast."""
    names, counts = list(of), list(of.values())
    last = names.index(until) + 1 if until in names else len(names) - months
    tested = range(last, min(last + months, len(names)))
    if last < violence.LEAST_MONTHS or not len(tested) or not any(counts):
        return None
    chosen = violence.choose(counts[:last])
    made, beside, held = [], [], []
    for at in tested:
        known, ahead = (counts[:at], 1) if rolling else (counts[:last], at - last + 1)
        sample = violence.forecast(known, ahead=ahead, seed=at, chosen=chosen).months[-1].sample
        found = score(sample, counts[at])
        made.append(found.crps)
        held.append(found.covered)
        beside.append(violence.crps(violence.baseline(known), counts[at]))
    return float(np.mean(made)), float(np.mean(beside)), float(np.mean(held))
