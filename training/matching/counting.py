"""Shares of levels among pairs whose truth is known: the same person, two of one household, two strangers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from homeward.matching.core.evidence import Evidence
from homeward.matching.core.fields import FIELDS, LEVELS, PART_LEVELS, SAY_NOTHING
from homeward.matching.core.sides import sides
from homeward.matching.core.weights import ACROSS, NAME_FIELDS, Weights
from homeward.matching.engines.plain import evidence
from training.matching.registers import Registers

KINDS = ("same", "kin", "strangers")
SMOOTH = 3.0
"""Pairs added to every table, spread as the simpler table behind it tells."""
NUMBERS_OF_A_FAMILY = {"same": 0.05, "one typing error": 0.2, "other": 0.75}
"""By judgement: invented papers have numbers by chance, and real families are given numbers in a row, or travel on one paper."""
TWINS = 0.03
"""Of two people of one family so many are born on one day; nobody invented is a twin."""
LEAST = {"same": 1e-4, "kin": 1e-4, "strangers": 1e-5}
"""No level is held to be impossible."""


@dataclass(slots=True)
class Counts:
    """How often each level was met, by kind of pair and table."""

    met: dict[str, dict[str, Counter[str]]] = field(
        default_factory=lambda: {kind: defaultdict(Counter) for kind in KINDS}
    )

    def add(self, kind: str, seen: Evidence) -> None:
        for name, level in zip(FIELDS, seen.levels, strict=True):
            if level not in SAY_NOTHING:
                table = name + ACROSS if seen.across and name in NAME_FIELDS else name
                self.met[kind][table][level] += 1


def count(counts: Counts, two: Registers, seed: int, strangers: int) -> None:
    """Add what is seen in two registers."""
    chance = Random(f"counting/{seed}")
    both = sides(two.left, two.right)
    right = {record.id: at for at, record in enumerate(two.right)}
    houses: dict[str, list[int]] = defaultdict(list)
    for at, record in enumerate(two.right):
        houses[two.households[record.id]].append(at)
    for i, record in enumerate(two.left):
        match = right.get(two.truth.get(record.id, ""), -1)
        if match >= 0:
            counts.add("same", evidence(both, i, match))
        kin = [j for j in houses[two.households[record.id]] if j != match]
        for j in chance.sample(kin, min(2, len(kin))):
            counts.add("kin", evidence(both, i, j))
    for _ in range(strangers):
        i, j = chance.randrange(len(two.left)), chance.randrange(len(two.right))
        if two.households[two.left[i].id] != two.households[two.right[j].id]:
            counts.add("strangers", evidence(both, i, j))


def weights(counts: Counts) -> Weights:
    """The shares, smoothed."""
    tables = {kind: {name: _shares(counts, kind, name) for name in _tables()} for kind in KINDS}
    met = {
        name: {level: tables["strangers"][name].get(level, 0.0) + tables["strangers"][name + ACROSS].get(level, 0.0)
               for level in PART_LEVELS}
        for name in ("given", "family")
    }  # fmt: skip
    for name in met:
        met[name] = {level: max(1e-4, share / 2) for level, share in met[name].items()}
    met["fathers"] = dict(met["given"])
    tables["kin"]["number"] = dict(NUMBERS_OF_A_FAMILY)
    tables["kin"]["birth"]["same day"] = max(TWINS, tables["kin"]["birth"]["same day"])
    others = {name: table for name, table in tables["strangers"].items() if not name.startswith(NAME_FIELDS)}
    return Weights(tables["same"], tables["kin"], others, met)


def _tables() -> list[str]:
    return [*FIELDS, *(name + ACROSS for name in NAME_FIELDS)]


def _shares(counts: Counts, kind: str, table: str) -> dict[str, float]:
    name = table.removesuffix(ACROSS)
    levels = [level for level in LEVELS[name] if level not in SAY_NOTHING]
    counted = counts.met[kind][table]
    behind = _apart(counted, levels) if name == "fathers" else dict.fromkeys(levels, 1 / len(levels))
    total = sum(counted.values()) + SMOOTH
    shares = {level: max(LEAST[kind], (counted[level] + SMOOTH * behind[level]) / total) for level in levels}
    whole = sum(shares.values())
    return {level: round(share / whole, 7) for level, share in shares.items()}


def _apart(counted: Mapping[str, int], levels: list[str]) -> dict[str, float]:
    """For two fathers what their levels would be if each came by itself."""
    single: Counter[str] = Counter()
    for level, number in counted.items():
        for each in level.split():
            single[each] += number
    total = sum(single.values()) + len(PART_LEVELS)
    share = {level: (single[level] + 1) / total for level in PART_LEVELS}
    found = {}
    for level in levels:
        product = 0.5
        for each in level.split():
            product *= share[each]
        found[level] = product
    return found
