"""How names are found and told apart, beside others: python -m bench.names DATA PEOPLE [--only PART ...]

DATA and PEOPLE are the folders of the pairs and of the invented people. Parts: retrieval, whole, pairs, people, speed.
Peers (`bench.name_peers`) run on the first of the same queries where they are installed.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bench.name_peers import Finder, peers, romaniser
from homeward.names import Depth, Index, compare_all
from homeward.names.encoder import shipped
from homeward.names.letters import key
from homeward.names.likeness import odds

POOLS = {"ar": 13_000, "he": 10_000, "ru": 33_000, "zh": 12_000, "ja": 20_000, "ko": 8_000}
QUERIES = 2000
STEP = 6
"""Of the forms of invented people each sixth is asked of a peer."""


def rows(file: Path) -> list[list[str]]:
    return [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()[1:]]


def pool(data: Path, language: str) -> tuple[list[str], dict[str, set[int]], list[str]]:
    """Candidates (all of dev, filled up from train), the right ones of each query, and the queries in a fixed order."""
    dev = rows(data / f"{language}_en.dev.tsv")
    latin = sorted({row[1] for row in dev})
    more = sorted({row[1] for row in rows(data / f"{language}_en.train.tsv")} - set(latin))
    random.Random(5).shuffle(more)
    latin += more[: max(0, POOLS[language] - len(latin))]
    place = {word: at for at, word in enumerate(latin)}
    gold: dict[str, set[int]] = defaultdict(set)
    for row in dev:
        gold[row[0]].add(place[row[1]])
    asked = sorted(gold)
    random.Random(11).shuffle(asked)
    return latin, gold, asked[:QUERIES]


def ours(depth: Depth | None = None) -> Finder:
    def find(names: Sequence[str], asked: Sequence[str], k: int) -> list[list[int]]:
        return [[hit.index for hit in row] for row in Index(names).search(asked, k, depth=depth)]

    return find


def recalls(found: list[list[int]], gold: list[set[int]]) -> str:
    first = np.mean([bool(row[:1]) and row[0] in right for row, right in zip(found, gold, strict=True)])
    ten = np.mean([bool(right & set(row[:10])) for row, right in zip(found, gold, strict=True)])
    return f"recall@1 {first:.4f}  recall@10 {ten:.4f}  ({len(gold)} queries)"


def average_precision(label: np.ndarray, score: np.ndarray, weight: np.ndarray | None = None) -> float:
    """By steps, ties taken together; with weights for classes of unlike size."""
    weight = np.ones(len(label)) if weight is None else weight
    order = np.argsort(-score, kind="stable")
    label, score, weight = label[order], score[order], weight[order]
    last = np.r_[score[1:] != score[:-1], True]
    right = np.cumsum(label * weight)[last]
    share, whole = right / (label * weight).sum(), np.cumsum(weight)[last]
    return float(np.sum(np.diff(np.r_[0, share]) * right / whole))


def retrieval(data: Path) -> None:
    beside = list(peers())
    for language in POOLS:
        latin, gold, asked = pool(data, language)
        right = [gold[a] for a in asked]
        began = time.process_time()
        told = recalls(ours()(latin, asked, 10), right)
        print(
            f"{language} {len(latin):,} candidates  ours       {told}  {time.process_time() - began:.1f} s", flush=True
        )
        print(
            f"{language} {len(latin):,} candidates  points     {recalls(ours(Depth.POINTS)(latin, asked, 10), right)}",
            flush=True,
        )
        for one in beside if language in ("ar", "he", "ru") else ():
            told = recalls(one.find(latin, asked[: one.most], 10), right[: one.most])
            print(f"{language} {len(latin):,} candidates  {one.name:10} {told}", flush=True)


def whole(data: Path) -> None:
    """Hebrew whole names: the train file's, no whole name of which was learnt from; its parts may be known."""
    pairs = [(row[0], row[1]) for row in rows(data / "he_en.full.train.tsv")]
    latin = sorted({b for _, b in pairs})
    place, gold = {b: at for at, b in enumerate(latin)}, defaultdict(set)
    for a, b in pairs:
        gold[a].add(place[b])
    asked = sorted(gold)
    random.Random(11).shuffle(asked)
    asked = asked[:1000]
    right = [gold[a] for a in asked]
    began = time.process_time()
    told = recalls(ours()(latin, asked, 10), right)
    print(f"whole he {len(latin):,} candidates  ours  {told}  {time.process_time() - began:.1f} s", flush=True)
    for one in peers():
        told = recalls(one.find(latin, asked[:200], 10), right[:200])
        print(f"whole he {len(latin):,} candidates  {one.name}  {told}", flush=True)


def pairs_told_apart(data: Path) -> None:
    """One true pair to 20: the ten nearest Latin spellings to the true one, the ten nearest to the romanised query."""
    from rapidfuzz import fuzz, process

    plain = romaniser()
    assert plain is not None, "anyascii is needed to choose the hard pairs"
    for language in ("ar", "he", "ru"):
        latin, gold, asked = pool(data, language)
        there = [plain(b) for b in latin]
        label, pairs = [], []
        for a in asked[:500]:
            true = sorted(gold[a])[0]
            wrong: list[int] = []
            for near in (there[true], plain(a)):
                scores = process.cdist([near], there, scorer=fuzz.ratio, dtype=np.float32)[0]
                order = [int(n) for n in np.argsort(-scores, kind="stable")[:60]]
                wrong += [n for n in order if n not in gold[a] and n not in wrong and there[n] != there[true]][:10]
            pairs += [(a, latin[true]), *((a, latin[n]) for n in wrong)]
            label += [1, *([0] * len(wrong))]
        marks = np.array(label)
        score = odds([(key(a).replace(" ", ""), key(b).replace(" ", "")) for a, b in pairs])
        told = [f"ours {average_precision(marks, score):.3f}"]
        told += [f"{one.name} {average_precision(marks, np.array(one.score(pairs))):.3f}" for one in peers()]
        print(f"pairs {language} {len(pairs):,}  average precision: {', '.join(told)}", flush=True)


def people(folder: Path) -> None:
    everyone = [json.loads(line) for line in (folder / "names.jsonl").read_text(encoding="utf-8").splitlines()]
    _found(everyone)
    _relatives(everyone, list(rows(folder / "negatives.tsv")))


def _found(everyone: list[dict]) -> None:
    """Every form of one script asks among all complete forms of another one."""
    scripts = ("Arab", "Hebr", "Cyrl", "Latn")
    for name, find, step in (("ours", ours(Depth.ROLES), 1), *((one.name, one.find, STEP) for one in peers())):
        hits: dict[tuple[str, str], list[bool]] = defaultdict(list)
        for there in scripts:
            texts, owners = [], []
            for person in everyone:
                for form in person["forms"]:
                    if form["script"] == there and form["complete"]:
                        texts.append(form["text"])
                        owners.append(person["id"])
            has = set(owners)
            asked = [
                (person, form) for person in everyone for form in person["forms"]
                if form["script"] != there and {person["id"], *form.get("shared_with", [])} & has
            ][::step]  # fmt: skip
            for (person, form), row in zip(asked, find(texts, [form["text"] for _, form in asked], 1), strict=True):
                right = bool(row) and owners[row[0]] in {person["id"], *form.get("shared_with", [])}
                hits["all", ""].append(right)
                if form["complete"]:
                    hits["complete", ""].append(right)
                hits["origin", person["origin"]].append(right)
                hits["style", form["style"]].append(right)
        for (table, what), marks in sorted(hits.items()):
            if table in ("all", "complete") or name == "ours":
                print(f"people {name} {table} {what}: recall@1 {np.mean(marks):.3f} ({len(marks)})", flush=True)


def _relatives(everyone: list[dict], wrong: list[list[str]]) -> None:
    """Pairs of two people that look alike against all pairs of complete forms of one person in two scripts."""
    true = [
        (one["text"], other["text"])
        for person in everyone
        for n, one in enumerate(person["forms"])
        for other in person["forms"][n + 1 :]
        if one["script"] != other["script"] and one["complete"] and other["complete"]
    ]
    false = [(row[1], row[3]) for row in wrong]
    label = np.array([1] * len(true) + [0] * len(false))
    weight = np.where(label == 1, 1 / len(true), 1 / len(false))
    systems: list[tuple[str, np.ndarray]] = [("ours", np.array([each.score for each in compare_all(true + false)]))]
    systems += [(one.name, np.array(one.score(true + false))) for one in peers()]
    for name, score in systems:
        bound = np.quantile(score[label == 1], 0.1, method="lower")
        passed = score[label == 0] >= bound
        print(
            f"relatives {name}: balanced AP {average_precision(label, score, weight):.3f}, "
            f"false accepts at 90 % recall {passed.mean():.3f} (bound {bound:.3f}, {len(true)} true, {len(false)} others)"
        )
        kinds: dict[str, list[bool]] = defaultdict(list)
        for row, each in zip(wrong, passed, strict=True):
            kinds[row[4].split(":")[0]].append(bool(each))
        for kind, marks in sorted(kinds.items()):
            print(f"  {kind}: accepted {sum(marks)} of {len(marks)}", flush=True)


def speed(data: Path, size: int) -> None:
    """A million whole names: encoded, indexed, asked for the Hebrew whole names among them."""
    pairs = [(row[0], row[1]) for row in rows(data / "he_en.full.train.tsv")]
    names = sorted({b for _, b in pairs})
    chance = random.Random(9)
    tokens = [row[1].title() for language in ("ar", "he", "ru") for row in rows(data / f"{language}_en.train.tsv")]
    more: set[str] = set()
    while len(more) < size - len(names):
        more.add(f"{chance.choice(tokens)} {chance.choice(tokens)}")
    names += sorted(more)
    place, gold = {b: at for at, b in enumerate(names)}, defaultdict(set)
    for a, b in pairs:
        gold[a].add(place[b])
    asked = sorted(gold)
    random.Random(11).shuffle(asked)
    asked = asked[:2000]
    words = sorted({key(token).replace(" ", "") for token in tokens})[:100_000]
    encoder = shipped()
    began = time.process_time()
    encoder(words)
    print(f"encoded: {len(words) / (time.process_time() - began):,.0f} distinct parts a second", flush=True)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    index = Index(names)
    took = time.process_time() - began
    print(
        f"indexed: {len(names):,} names in {took:.0f} s, {len(names) / took:,.0f} names a second, {len(index.parts):,} parts,",
        end=" ",
    )
    print(
        f"{index.size_in_bytes() / 2**20:.0f} MB held, "
        f"{(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024:.0f} MB more at the most",
        flush=True,
    )
    for depth in (Depth.POINTS, Depth.EDITS):
        index.search(asked[:100], 10, depth=depth)
        began = time.process_time()
        found = [[hit.index for hit in row] for row in index.search(asked, 10, depth=depth)]
        took = time.process_time() - began
        print(
            f"asked {depth.name.lower()}: {len(asked) / took:,.0f} queries a second  {recalls(found, [gold[a] for a in asked])}",
            flush=True,
        )
    for one in peers():
        began = time.process_time()
        found = one.find(names, asked[:50], 10)
        took = time.process_time() - began
        print(
            f"{one.name}: {50 / took:,.1f} queries a second, names made ready included  "
            f"{recalls(found, [gold[a] for a in asked[:50]])}",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.names", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("people", type=Path)
    parser.add_argument("--only", nargs="+", default=["retrieval", "whole", "pairs", "people", "speed"])
    parser.add_argument("--size", type=int, default=1_000_000)
    given = parser.parse_args()
    parts = {
        "retrieval": lambda: retrieval(given.data),
        "whole": lambda: whole(given.data),
        "pairs": lambda: pairs_told_apart(given.data),
        "people": lambda: people(given.people),
        "speed": lambda: speed(given.data, given.size),
    }
    for part in given.only:
        parts[part]()


if __name__ == "__main__":
    main()
