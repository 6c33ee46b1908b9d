"""Monthly violence of a file forecast and scored beside the negative binomial, in any form that the desk takes in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from homeward.hostilities.core.rows import Nature
from homeward.hostilities.formats import reading
from homeward.outlook.core import violence
from homeward.outlook.core.scoring import score
from homeward.refusals import Refused

MONTHLY = 4
"""Events dated to a week or better fall into one month; what is dated to a month counts in its month; coarser ones do not."""
WHOLE = "all"
Counts = dict[str, float | None]
"""Months in order, each with its count; none where days of it are missing."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One series over the months tested: mean CRPS, that of the negative binomial, how often 80 of 100 held, how many months."""

    crps: float
    beside: float
    covered: float
    months: int


def series(file: Path, *, adm1: bool, measure: str = "", told: bool = True) -> dict[str, Counts]:
    """Counts (best) by area and month; rows that span more than a month belong to none and are counted aside."""
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    aside = 0.0
    days: set[date] = set()
    months: set[str] = set()
    try:
        read = reading.read(file.name, file.read_bytes())
    except (OSError, Refused) as refused:
        raise SystemExit(str(refused)) from refused
    values = [each for each in read.values() if each.best is not None and each.nature in (Nature.EVENT, Nature.FLOW)]
    areas = {number: place.adm_1 for place, number in read.registers.places.items()}
    wanted = measure or (read.measures[0] if read.measures else "")
    for each in values:
        if (each.measure or wanted) != wanted:
            continue
        name = f"{each.first:%Y-%m}"
        if name != f"{each.last:%Y-%m}" or each.date_prec > MONTHLY:
            aside += each.best or 0
            continue
        months.add(name)
        days.update(each.first + timedelta(days=n) for n in range((each.last - each.first).days + 1))
        found[areas.get(each.place, "") if adm1 else WHOLE][name] += each.best or 0
    found.pop("", None)
    if not months:
        raise SystemExit(f"{file.name}: no {wanted or 'number'} of it falls into one month.")
    every = list(_between(min(months), max(months)))
    gaps = set() if read.form.of_events else {name for name in every if not _whole(name, days)}
    if told:
        print(
            f"{file.name}, {wanted}: {len(every)} months from {every[0]} to {every[-1]}, {len(gaps)} of them not whole; "
            f"{aside:,.0f} counted in rows that span months are left out"
        )
    return {
        area: {month: None if month in gaps else of.get(month, 0.0) for month in every}
        for area, of in sorted(found.items())
    }


def _between(first: str, last: str) -> Iterator[str]:
    year, month = map(int, first.split("-"))
    while (name := f"{year:04}-{month:02}") <= last:
        yield name
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def _whole(name: str, days: set[date]) -> bool:
    first = date.fromisoformat(f"{name}-01")
    after = (first + timedelta(days=32)).replace(day=1)
    return all(first + timedelta(days=n) in days for n in range((after - first).days))


def scored(of: Counts, until: str, months: int, *, rolling: bool) -> Scored | None:
    """The months after `until` (those before the last ones when it is empty); none for a series that bears no forecast.

    `rolling`: each month from all before it; else all of them from the months up to `until` alone.
    """
    names, counts = list(of), list(of.values())
    last = names.index(until) + 1 if until in of else len(names) - months if not until else 0
    rows = []
    for at in range(max(last, 0), min(last + months, len(names))):
        truth = counts[at]
        known = counts[:at] if rolling else counts[:last]
        if truth is None or not any(known):
            continue
        made = violence.forecast(known, ahead=1 if rolling else at - last + 1, seed=at)
        if made.months:
            found = score(made.months[-1].sample, truth)
            rows.append((found.crps, violence.crps(violence.baseline(known), truth), found.covered))
    if not rows:
        return None
    crps, beside, covered = (float(np.mean(column)) for column in zip(*rows, strict=True))
    return Scored(crps, beside, covered, len(rows))


def measure(file: Path, until: str, months: int, *, country: bool, adm1: bool, what: str = "") -> None:
    """The tables of one window: one month ahead, and all months from the last one of training alone."""
    for wide in [name for name, on in (("country", country or not adm1), ("adm1", adm1)) if on]:
        every = series(file, adm1=wide == "adm1", measure=what)
        _known(every, until, months)
        for rolling in (True, False):
            told = {area: row for area, of in every.items() if (row := scored(of, until, months, rolling=rolling))}
            ahead = "one month ahead" if rolling else "all from the last month of training"
            print(f"\n{wide}: {len(told)} series, {ahead}")
            print("area                               months     CRPS  negative binomial   of it  80 % covers")
            for area, row in told.items():
                print(_line(area, row))
            if left := [area for area in every if area not in told]:
                print(
                    f"no forecast (nothing counted before, or under {violence.LEAST_MONTHS} months): {', '.join(left)}"
                )
            if len(told) > 1:
                print(_line("mean of all", _mean(list(told.values()))))
                share = np.mean([row.crps / row.beside for row in told.values() if row.beside > 0])
                print(f"mean of the shares: {100 * share:.1f} %", flush=True)


def windows(file: Path, months: int, every: int, what: str = "", least: int = 12) -> None:
    """Every window of so many months that the file holds, each from its own months of training: shares of the baseline."""
    whole = series(file, adm1=False, measure=what)[WHOLE]
    areas = series(file, adm1=True, measure=what, told=False)
    names = list(whole)
    print(f"windows of {months} months, every {every}; CRPS in % of the negative binomial (80 of 100 hold, %)")
    print("train until     country, one ahead   from the start   areas, one ahead   from the start")
    rows: list[list[Scored | None]] = []
    for until in names[least - 1 : len(names) - months : every]:
        row = [_all(of, until, months, rolling=rolling) for of in ({WHOLE: whole}, areas) for rolling in (True, False)]
        rows.append(row)
        print(f"{until:12} " + " ".join(f"{_share(each):>18}" for each in row), flush=True)
    columns = [[each for each in column if each and each.beside > 0] for column in zip(*rows, strict=True)]
    print("all          " + " ".join(f"{_share(_mean(each) if each else None):>18}" for each in columns))
    better = (f"{sum(one.crps <= one.beside for one in each)} of {len(each)}" for each in columns)
    print("at or below  " + " ".join(f"{each:>18}" for each in better))


def _all(every: dict[str, Counts], until: str, months: int, *, rolling: bool) -> Scored | None:
    found = [row for of in every.values() if (row := scored(of, until, months, rolling=rolling))]
    return _mean(found) if found else None


def _mean(rows: list[Scored]) -> Scored:
    crps, beside, covered = (
        float(np.mean([getattr(row, name) for row in rows])) for name in ("crps", "beside", "covered")
    )
    return Scored(crps, beside, covered, sum(row.months for row in rows))


def _known(every: dict[str, Counts], until: str, months: int) -> None:
    names = list(next(iter(every.values()), {}))
    if until and until not in names[:-1]:
        raise SystemExit(
            f"--train-until {until}: give a month from {names[0]} to {names[-2] if len(names) > 1 else '-'}."
        )
    if not 1 <= months <= 120:
        raise SystemExit(f"--months {months}: give 1 to 120.")


def _share(row: Scored | None) -> str:
    if row is None or not row.beside:
        return "-"
    return f"{100 * row.crps / row.beside:.1f} ({100 * row.covered:.0f})"


def _line(area: str, row: Scored) -> str:
    share = 100 * row.crps / row.beside if row.beside else 100.0
    return (
        f"{area[:34]:34} {row.months:6} {row.crps:8.2f} {row.beside:12.2f} {share:12.1f} % {100 * row.covered:8.0f} %"
    )
