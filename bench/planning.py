"""Plans of crossings measured: python -m bench.planning [--sizes 900 10000 100000] [--seeds 1 2 3] [--generator FILE].

For each size and seed one plan, within the time that is allowed for the size, beside first come first served and greedy by
priority; the first usable plan, value, bound, gap, time and memory of each in a process of its own, on one core. Then a day
is lost and the plan is made again, and everybody is asked why not. `--generator` takes another generator of the same form, by
its path, instead of the invented one.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

ALLOWED = {900: 60.0, 10_000: 120.0, 100_000: 600.0}
"""Seconds for a plan, by how many people there are."""
AGAIN = {900: 10.0, 10_000: 60.0, 100_000: 300.0}
"""Seconds for a plan made again after a day is lost."""
OF_THEIRS = {900: "s", 10_000: "m", 100_000: "l"}
ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.planning", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[900, 10_000, 100_000])
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--generator", type=Path, help="a file with generate(size, seed)")
    parser.add_argument("--seconds", type=float, help="seconds for a plan, whatever the size")
    parser.add_argument("--one", action="store_true", help="one size and one seed in this process, told as JSON")
    given = parser.parse_args()
    if given.one:
        print(json.dumps(one(given.sizes[0], given.seeds[0], given.generator, given.seconds)))
        return
    say(f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    say(HEAD)
    for size in given.sizes:
        for seed in given.seeds:
            say(row(apart(size, seed, given)))


HEAD = (
    "people seed | first come  by priority  best window |       plan      bound    gap |  first  wall   cpu    MB |"
    " checked | kept moved dropped  s | why ms  all s"
)


def apart(size: int, seed: int, given: argparse.Namespace) -> dict[str, Any]:
    """One size and seed in a process of its own, so that its memory is its own."""
    more = ["--generator", str(given.generator)] if given.generator else []
    more += ["--seconds", str(given.seconds)] if given.seconds else []
    words = [sys.executable, "-m", "bench.planning", "--one", "--sizes", str(size), "--seeds", str(seed), *more]
    done = subprocess.run(words, capture_output=True, text=True, env={**os.environ, **ONE_CORE}, check=False)
    if done.returncode:
        say(done.stderr)
        raise SystemExit(1)
    return dict(json.loads(done.stdout))


def row(told: dict[str, Any]) -> str:
    beside = "  ".join(f"{told['beside'][name]:10,.0f}" for name in told["beside"])
    again = told["again"]
    return (
        f"{told['people']:6} {told['seed']:4} | {beside} | {told['objective']:10,.1f} {told['bound']:10,.1f}"
        f" {100 * told['gap']:5.2f}% | {told['first']:5.1f} {told['wall']:6.1f} {told['cpu']:6.1f} {told['megabytes']:5} |"
        f" {told['checked']} | {again['kept']} {again['moved']} {again['dropped']} {again['seconds']:.1f} |"
        f" {told['why_ms']:.1f} {told['all_s']:.2f}"
    )


def one(size: int, seed: int, generator: Path | None, seconds: float | None) -> dict[str, Any]:
    """Everything that is measured of one instance."""
    from homeward.crossings.core.checking import check
    from homeward.crossings.core.planning import Baseline, baseline, plan

    instance = _instance(size, seed, generator)
    beside = {which.value: baseline(instance, which, explained=False).objective for which in Baseline}
    first: list[float] = []
    began, spent = time.perf_counter(), time.process_time()

    def told(progress: Any) -> None:
        if progress.objective is not None and not first:
            first.append(progress.seconds)

    allowed = seconds or ALLOWED.get(size, 60.0)
    made = plan(instance, seconds=allowed, seed=seed, progress=told)
    wall, cpu = time.perf_counter() - began, time.process_time() - spent
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    findings = check(instance, made)
    broken = (len(findings.broken), len(findings.unexplained), len(findings.untrue), findings.weak)
    why_ms, all_s = asked(instance, made)
    return {
        "people": size,
        "seed": seed,
        "beside": beside,
        "objective": made.objective,
        "bound": made.upper_bound,
        "gap": made.gap,
        "first": first[0] if first else wall,
        "wall": wall,
        "cpu": cpu,
        "megabytes": megabytes,
        "checked": "/".join(map(str, broken)),
        "persons": findings.persons,
        "again": again(instance, made, size, seed),
        "why_ms": why_ms,
        "all_s": all_s,
    }


def asked(instance: Any, made: Any) -> tuple[float, float]:
    """Milliseconds for one who asks why not, from nothing, and seconds for all."""
    from homeward.crossings.core.why import Asked

    ready = Asked(instance, made)
    began = time.perf_counter()
    some = [reason.group for reason in ready.everybody()][:1000]
    all_s = time.perf_counter() - began
    slowest = 0.0
    for group in some:
        began = time.perf_counter()
        ready.why_not(group)
        slowest = max(slowest, time.perf_counter() - began)
    return 1000 * slowest, all_s


def again(instance: Any, made: Any, size: int, seed: int) -> dict[str, float]:
    """The fullest day is lost: how many families that could keep the date they were told are moved all the same."""
    from homeward.crossings.core.planning import plan

    windows = {convoy.id: convoy.window for convoy in instance.convoys}
    days = {window.id: window.date for window in instance.windows}
    group_of = {person.id: person.group for person in instance.persons}
    told = {group_of[person]: windows[trip.convoy] for trip in made.trips for person in trip.persons}
    counts: dict[Any, int] = {}
    for window in told.values():
        counts[days[window]] = counts.get(days[window], 0) + 1
    if not counts:
        return {"kept": 0, "moved": 0, "dropped": 0, "seconds": 0.0}
    lost = max(counts, key=lambda day: (counts[day], day))
    shut = replace(
        instance,
        windows=tuple(replace(each, cancelled=each.cancelled or each.date == lost) for each in instance.windows),
        groups=tuple(replace(group, told=told.get(group.id)) for group in instance.groups),
    )
    began = time.perf_counter()
    found = plan(shut, seconds=AGAIN.get(size, 30.0) * 0.6, seed=seed, least_change=True)
    took = time.perf_counter() - began
    now = {group_of[person]: windows[trip.convoy] for trip in found.trips for person in trip.persons}
    could = {group: window for group, window in told.items() if days[window] != lost}
    kept = sum(now.get(group) == window for group, window in could.items())
    moved = sum(group in now and now[group] != window for group, window in could.items())
    return {"kept": kept, "moved": moved, "dropped": len(could) - kept - moved, "seconds": took}


def _instance(size: int, seed: int, generator: Path | None) -> Any:
    from homeward.crossings.formats import instance as instances

    if generator is None:
        from homeward.invented.crossing import crossing

        return instances.read(crossing(seed, size))
    return instances.read(json.dumps(_theirs(generator)(OF_THEIRS[size], seed)).encode())


def _theirs(file: Path) -> Callable[[str, int], Any]:
    spec = importlib.util.spec_from_file_location("theirs", file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.generate  # type: ignore[no-any-return]


def say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
