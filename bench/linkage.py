"""Two registers linked, beside others in the same run: python -m bench.linkage [--people N] [--kind NAME ...] [--systems NAME ...]

Registers are those of `bench.registers`; each system runs in a process of its own, with one thread. Peers live in an environment
beside the house, since none of them is needed by it:

    python3 -m venv PEERS && PEERS/bin/pip install splink duckdb pandas rapidfuzz anyascii nomenklatura
    python -m bench.linkage --people 10000 --peers PEERS/bin/python --data ../shared/data/names --out OUT

Without `--peers` the product runs alone. OUT keeps lists, pairs, figures (results.jsonl) and a picture of calibration. Seconds are
of the processor, from rows in memory to pairs; a system that needs more of them than `--patience` is told to have no end.
`--growth` measures one list of 1,000 rows against more and more people instead; lists that OUT holds are not made again.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from bench import cost, linkage_rows
from bench import linkage_scores as scores
from bench.linkage_drawn import drawn
from bench.registers import Register, register

KINDS = ("invented", "transliterated", "thin", "common")
PEERS = ("splink-prototype", "splink-tuned", "rapidfuzz", "nomenklatura")
GOALS = {"f1": 0.85, "sure": 0.50, "kept": 0.98, "error": 0.03}
FIRST = {"nomenklatura": 2_000, "rapidfuzz": 10_000}
"""Of the left list only so many rows are given to those that compare each name with all; told beside figures."""
ONE_THREAD = dict.fromkeys(
    (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "NUMBA_NUM_THREADS",
        "RAYON_NUM_THREADS",
        "POLARS_MAX_THREADS",
    ),
    "1",
)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench.linkage", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--people", type=int, default=10_000, help="rows of each list")
    parser.add_argument("--kind", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--systems", nargs="+", choices=("ours", "ours-plain", *PEERS))
    parser.add_argument("--data", type=Path, help="the folder of pairs of spellings, for the kind transliterated")
    parser.add_argument("--peers", type=Path, help="the Python of the environment in which the peers live")
    parser.add_argument("--out", type=Path, help="where pairs, figures and pictures are kept")
    parser.add_argument("--growth", nargs="*", type=int, metavar="PEOPLE", help="1,000 rows against so many people")
    parser.add_argument("--patience", type=int, default=600, help="seconds of the processor that a system may take")
    given = parser.parse_args()
    say(f"{cost.os.cpu_count()} cores, load average {cost.load_average():.1f}")
    systems = given.systems or ["ours", *(PEERS if given.peers else ())]
    with tempfile.TemporaryDirectory() as scratch:
        place = given.out or Path(scratch)
        place.mkdir(parents=True, exist_ok=True)
        if given.growth is not None:
            growth(given, systems, place)
            return
        for kind in given.kind:
            if kind == "transliterated" and not (given.data and (given.data / "ar_en.dev.tsv").exists()):
                say("transliterated: left out, the pairs of spellings are not here (--data)")
                continue
            side_by_side(kind, given, systems, place)


def side_by_side(kind: str, given: argparse.Namespace, systems: list[str], place: Path) -> None:
    """One register, all systems."""
    made = register(kind, given.people, given.people, given.seed, given.data)
    folder = laid(made, place / f"{kind}-{given.people}-{given.seed}")
    shared = len(set(made.left_people) & set(made.right_people))
    say(f"\n== {kind}: {len(made.left):,} rows and {len(made.right):,}, {shared:,} people in both; seed {given.seed}")
    for system in systems:
        told = run(system, folder, given, FIRST.get(system, 0) if FIRST.get(system, 0) < len(made.left) else 0)
        if told is not None:
            figures = judged(system, made, told)
            with (place / "results.jsonl").open("a", encoding="utf-8") as out:
                out.write(json.dumps({"kind": kind, "people": given.people, "seed": given.seed} | figures) + "\n")
    results = [json.loads(line) for line in (place / "results.jsonl").read_text(encoding="utf-8").splitlines()]
    mine = [each for each in results if (each["people"], each["seed"]) == (given.people, given.seed)]
    picture = drawn(mine, f"{given.people:,} rows a side, seed {given.seed}")
    (place / f"calibration-{given.people}-{given.seed}.svg").write_text(picture, encoding="utf-8")


def laid(made: Register, folder: Path) -> Path:
    """The two lists as files, as every system reads them; without the truth."""
    folder.mkdir(parents=True, exist_ok=True)
    linkage_rows.write(made.left, folder / "left.jsonl")
    linkage_rows.write(made.right, folder / "right.jsonl")
    return folder


def run(system: str, folder: Path, given: argparse.Namespace, first: int = 0, *more: str) -> dict[str, Any] | None:
    """What a system made of the two files; None, with a word, where it cannot run."""
    python = given.peers if system in PEERS else Path(sys.executable)
    if python is None:
        say(f"{system}: left out, its environment is not told (--peers)")
        return None
    out = folder / f"{system}.npz"
    command = [str(python), "-m", "bench.linkage_systems", system, str(folder), str(out), "--first", str(first), *more]
    house = Path(__file__).resolve().parent.parent
    paths = os.pathsep.join((str(house), *([str(house / "src")] if system not in PEERS else [])))
    done = subprocess.run(
        command,
        env=os.environ | ONE_THREAD | {"PYTHONPATH": paths},
        cwd=house,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (given.patience, given.patience + 5)),
    )
    if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        say(f"{system}: no end in {given.patience} seconds of the processor, or too much memory")
        return None
    if done.returncode:
        say(f"{system}: failed\n{done.stdout[-2000:]}\n{done.stderr[-3000:]}")
        return None
    with np.load(out) as found:
        return {name: found[name] for name in found.files} | {"measured": json.loads(str(found["measured"]))}


def judged(system: str, made: Register, told: dict[str, Any]) -> dict[str, Any]:
    """All figures of one system, printed and given back."""
    measured = told["measured"]
    rows = measured["left"]
    gold = scores.truth(made, rows)
    there = int((gold >= 0).sum())
    left, right, score = told["left"], told["right"], told["score"]
    mark = scores.marks(gold, left, right)
    best = scores.curve(mark, score, there)
    alone = scores.one_to_one(left, right, score)
    single = scores.curve(mark[alone], score[alone], there)
    figures = measured | {
        "rows": rows, "shared": there, "pairs": len(left), "f1": best.f1, "precision": best.precision, "recall": best.recall,
        "sure": best.sure, "returned": best.returned, "f1_one_to_one": single.f1, "sure_one_to_one": single.sure,
    }  # fmt: skip
    if "compared_left" in told:
        kept = scores.marks(gold, told["compared_left"], told["compared_right"])
        figures |= {"kept": float(kept.sum() / there), "compared": len(kept)}
    say(
        f"{system}: F1 {best.f1:.3f} (P {best.precision:.3f} R {best.recall:.3f}); recall at P >= .99 {best.sure:.3f}; "
        f"one to one F1 {single.f1:.3f}, recall at P >= .99 {single.sure:.3f}; "
        f"true pairs returned {best.returned:.3f}"
        + (
            f", compared {figures['kept']:.4f} of {there:,} in {figures['compared']:,} pairs"
            if "kept" in figures
            else ""
        )
        + f"; {len(left):,} pairs, {rows:,} rows on the left"
    )
    say(
        f"  {measured['cpu']:.1f} s of the processor, {measured['wall']:.1f} s; {measured['peak']:,} MB at the most, "
        f"{measured['before']:,} of them before"
    )
    wrong = ~mark & (score >= best.threshold)
    if "said" in told:
        said = told["said"].astype(bool)
        f1, precision, recall = scores.at_verdict(mark[said], there)
        say(
            '  said "same": '
            f"F1 {f1:.3f} (P {precision:.4f} R {recall:.3f}), {int((~mark & said).sum()):,} wrong of {int(said.sum()):,}"
        )
        figures |= {"verdict_f1": f1, "verdict_precision": precision, "verdict_recall": recall}
        figures |= {"wrong_said": relatives(made, left, right, ~mark & said, rows, 'said "same"')}
    figures |= {"wrong_best": relatives(made, left, right, wrong, rows, "at the best F1")}
    figures |= nobody(told, gold, best.threshold)
    if told["measured"]["scale"] == "probability":
        figures |= calibrated(mark, np.clip(score, 0, 1), left)
    return figures


def relatives(
    made: Register, left: np.ndarray, right: np.ndarray, wrong: np.ndarray, rows: int, when: str
) -> dict[str, int]:
    """Whom wrong pairs join, of how many such pairs there are."""
    found, among = scores.joined(made, left[wrong], right[wrong]), scores.there_are(made, rows)
    words = ", ".join(
        f"{kind} {found[kind]:,}" + (f" of {among[kind]:,}" if among[kind] else "")
        for kind in scores.RELATIVES
        if found[kind] or among[kind]
    )
    say(f"  wrongly joined {when}: {int(wrong.sum()):,} ({words})")
    return dict(found)


def nobody(told: dict[str, Any], gold: np.ndarray, threshold: float) -> dict[str, float]:
    """Left rows whose person is not on the right: by the system's own probability, or by its best pair below the best threshold."""
    left, score = told["left"], told["score"]
    best = np.full(len(gold), -np.inf)
    np.maximum.at(best, left, score)
    absent = gold < 0
    own = "nobody" in told
    doubt = told["nobody"] if own else -best
    said = doubt >= 0.5 if own else best < threshold
    right, precision = float((said == absent).mean()), float(absent[said].mean()) if said.any() else 0.0
    recall, area = float(said[absent].mean()), scores.area(absent, doubt)
    first = scores.best_of_each(left, score)
    hits = int(scores.marks(gold, left, told["right"])[first].sum())
    found = {"nobody_right": right, "nobody_precision": precision, "nobody_recall": recall, "nobody_area": area}
    words = ""
    if own:
        found["nobody_error"] = scores.error(scores.bins(absent, doubt))
        words = f", ECE {found['nobody_error']:.4f}"
    say(
        f"  nobody: right {right:.3f} of {len(gold):,} (P {precision:.3f} R {recall:.3f}), AUC {area:.3f}{words}; "
        f"the best pair is right for {hits:,} of {int((~absent).sum()):,}"
    )
    return found | {"first": hits / max(1, int((~absent).sum()))}


def calibrated(mark: np.ndarray, said: np.ndarray, left: np.ndarray) -> dict[str, Any]:
    """Of all pairs, of those that are at all likely, and of the best of each row: probabilities against the truth."""
    found: dict[str, Any] = {}
    first = scores.best_of_each(left, said)
    for name, chosen in (
        ("all pairs", np.arange(len(said))),
        ("from .01", np.flatnonzero(said >= 0.01)),
        ("best of a row", first),
    ):
        bins = scores.bins(mark[chosen], said[chosen])
        found[name] = {"error": scores.error(bins), "bins": [(each.count, each.said, each.right) for each in bins]}
    say("  calibration: " + "; ".join(f"ECE {each['error']:.4f} ({name})" for name, each in found.items()))
    for name in ("from .01", "best of a row"):
        say(
            f"    {name}, {found[name]['bins'][0][0] if found[name]['bins'] else 0:,} pairs a bin, said/right: "
            + " ".join(f"{said:.3f}/{right:.3f}" for _, said, right in found[name]["bins"])
        )
    return {"calibration": found}


def growth(given: argparse.Namespace, systems: list[str], place: Path) -> None:
    """One list of 1,000 rows against more and more people: seconds and megabytes, and how they grow."""
    before: dict[str, float] = {}
    for people in given.growth or (10_000, 100_000, 1_000_000):
        folder = place / f"growth-{people}-{given.seed}"
        if not (folder / "truth.npy").exists():
            made = register("invented", 1_000, people, given.seed)
            np.save(laid(made, folder) / "truth.npy", scores.truth(made, len(made.left)))
        gold = np.load(folder / "truth.npy")
        there = int((gold >= 0).sum())
        for system in systems:
            told = run(system, folder, given, 0, "--no-blocking")
            if told is None:
                continue
            measured = told["measured"]
            best = scores.curve(scores.marks(gold, told["left"], told["right"]), told["score"], there)
            grew = f", {measured['cpu'] / before[system]:.1f} times the one before" if system in before else ""
            before[system] = measured["cpu"]
            say(
                f"{system}: {len(gold):,} rows against {measured['right']:,}: {measured['cpu']:.1f} s of the processor{grew}, "
                f"{measured['wall']:.1f} s; {measured['peak']:,} MB at the most, {measured['before']:,} of them before; "
                f"F1 {best.f1:.3f}, recall at P >= .99 {best.sure:.3f} of {there:,}"
            )


def say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
