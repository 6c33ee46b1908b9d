"""A million invented events taken in, and series asked of them: python -m bench.hostilities [--rows N]

Wall seconds and seconds of the processor, of this process and of its server, beside a bare reading of the same rows by csv.
"""

from __future__ import annotations

import argparse
import csv
import gc
import io
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from bench import cost, desk

GOALS = {"in": 60.0, "asked": 0.3}
COLUMNS = (
    "id,type_of_violence,conflict_name,dyad_new_id,dyad_name,side_a,side_b,source_office,where_prec,where_coordinates,adm_1,adm_2,"
    "latitude,longitude,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,low,best,high,"
    "country"
)
COUNTRIES, PROVINCES, TOWNS, PAIRS, DAYS = 30, 12, 40, 12, 12_000
START = date(1989, 1, 1)


def events(rows: int, seed: int = 1) -> bytes:
    """A file of invented events, a few countries with most of them, as datasets have it."""
    chance = random.Random(seed)
    out = io.StringIO()
    out.write(COLUMNS + "\r\n")
    for number in range(1, rows + 1):
        country = int(COUNTRIES * chance.random() ** 2)
        province, town, pair = chance.randrange(PROVINCES), int(TOWNS * chance.random() ** 2), chance.randrange(PAIRS)
        best = int(chance.expovariate(0.3)) + 1
        low, high = max(0, best - chance.randrange(3)), best + chance.choice((0, 0, 0, 4, 20))
        coarse = chance.random()
        prec, length = (1, 0) if coarse < 0.93 else (2, 3) if coarse < 0.97 else (4, 28)
        day = START + timedelta(days=chance.randrange(DAYS))
        latitude, longitude = 5 + country + province / 20 + town / 900, 20 + country + province / 25 + town / 700
        where = 1 if coarse < 0.9 else 4
        out.write(
            f"{number},1,Country {country}: Government,{country * 100 + pair},Government of country {country} - Front {pair},"
            f"Government of country {country},Front {pair},An agency {chance.randrange(60)},{where},Town {town},"
            f"Province {province},District {province}-{town % 5},{latitude:.6f},{longitude:.6f},1,{prec},"
            f"{day},{day + timedelta(days=length)},"
            f"{best},0,0,0,{low},{best},{high},Country {country}\r\n"
        )
    return out.getvalue().encode()


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    rows = parser.parse_args(arguments).rows
    data = events(rows)
    began = time.process_time()
    bare = sum(1 for _ in csv.reader(io.StringIO(data.decode())))
    say(f"{bare - 1:,} rows, {len(data) / 1e6:.0f} MB; csv alone reads them in {time.process_time() - began:.1f} s; "
        f"load {cost.load_average():.1f}")  # fmt: skip
    with desk.opened() as made:
        return _measured(made, data, rows)


def _measured(made: desk.Desk, data: bytes, rows: int) -> int:
    from homeward.hostilities import actions, queries
    from homeward.hostilities.core import frames
    from homeward.ledger import actions as ledger
    from homeward.ledger.queries import cases

    now = datetime.now(UTC)
    room = made.compartment("hostilities")
    with made.acting() as by:
        ledger.open_case(slug="series", title="Series", zone_name="UTC", compartment=room, by=by, at=now)
    about = actions.About(maker="An institute", version="1", downloaded=now.date().isoformat())
    with cost.measured() as taken, made.acting() as by:
        case = cases.case("series")
        done = actions.receive(
            case=case, name="events.csv", data=data, about=about, accept_warnings=True, by=by, at=now
        )
    say(f"{done.reading.report.stored:,} events taken in: {taken.wall:.1f} s by the clock, {taken.client:.1f} s here and "
        f"{taken.backend:.1f} s in the server, {taken.work:.1f} s of work; goal {GOALS['in']:.0f} s")  # fmt: skip
    # As the served desk does once it is loaded: what stays is not looked through again at every few hundred new values.
    gc.collect()
    gc.freeze()
    place = frames.place
    asked: dict[str, dict[str, object]] = {
        "everything": {},
        "the largest country": {"frame": place(frames.Level.COUNTRY, "Country 0")},
        "a pair": {"frame": place(frames.Level.COUNTRY, "Country 0"), "dyad": "1"},
        "a province": {"frame": place(frames.Level.ADM_1, "Province 1", within="Country 0")},
        "a district": {"frame": place(frames.Level.ADM_2, "District 1-1", within="Province 1")},
        "a city": {"frame": frames.box(south=5.0, north=5.02, west=20.0, east=20.05)},
        "a box of ten degrees": {"frame": frames.box(south=5.0, north=15.0, west=20.0, east=30.0)},
        "the world as a box": {"frame": frames.box(south=-90, north=90, west=-180, east=180)},
    }
    slow = []
    for name, question in asked.items():
        found = cost.repeated(lambda _, told=question: _ask(made, queries.series, told), 3)
        best = min(found, key=lambda each: each.work)
        wall, work, goal = (1000 * each for each in (best.wall, best.work, GOALS["asked"]))
        say(f"{name}: {wall:,.0f} ms by the clock, {work:,.0f} ms of work; goal {goal:,.0f} ms")
        if best.work > GOALS["asked"]:
            slow.append(name)
    return 1 if slow or taken.work > GOALS["in"] else 0


def _ask(made: desk.Desk, ask: Callable[..., object], question: dict[str, object]) -> object:
    from homeward.ledger.queries import cases

    with made.acting():
        return ask(cases.ask(cases.case("series"), now=datetime.now(UTC)), **question)


def say(words: str) -> None:
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main())
