"""Invented case files of any size for the benchmarks: the same seed gives the same bytes.

    python bench/generate.py --statements 100000 --seed 1 -o /tmp/case.json

The skew is that of real desks: a few voices say most, a few populations are counted most, each voice counts a few of
them in its own way, most statements have one or two figures and one publication, late days bring more than early ones.
A statement makes a ledger entry of about 1.3 KB. A large case comes in several files of one size: each begins where
the one before ended (`--before`) and all know how many there will be (`--total`).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

SYLLABLES = (
    "ba da fa ga ha ja ka la ma na pa ra sa ta va za bel dor fen gal hir jor kem lun mar nor pel rin sol tur ver zan"
).split()
BODIES = (
    "Foreign Ministry|health ministry|border authority|Red Crescent|coordination office|crossing authority"
).split("|")
OFFICES = "spokesman|ambassador|deputy minister|envoy|official|border official|delegate|negotiator".split("|")
AGENCIES = ("North Wire|Delta Press|Harbour News|Meridian|Southern Post|Lantern|Outlook Agency|Daily Compass").split(
    "|"
)
MEASURES = "crossed|listed|applied|held|released|awaiting|evacuated|to evacuate".split("|")
GROUPS = "foreigners|patients|companions|children|detainees|citizens on the list|families|wounded".split("|")
VERBS = (
    "crossed the border|were put on the list|are still waiting|were let go|could not be reached|asked to leave"
).split("|")
CLAUSES = [
    "after the gate had been opened for some hours",
    "while the lists of the day were still being compared",
    "although both sides speak of another number",
    "as soon as the convoy is let through",
    "and the rest is expected within the week",
    "which the office could not confirm on the same day",
    "with those who accompany them counted apart",
    "because the road had been closed since the morning",
]
MODALITIES = ["asserted"] * 70 + ["reported"] * 15 + ["expected"] * 6 + ["promised"] * 5 + ["conditional"] * 4
KINDS = ["flow"] * 35 + ["cumulative"] * 25 + ["stock"] * 20 + ["list"] * 12 + ["plan"] * 8
OPS = ["="] * 55 + [">"] * 15 + ["~"] * 15 + [">="] * 5 + ["range"] * 5 + ["<="] * 3 + ["nearly"] * 2
ZONES = ["Asia/Gaza", "Asia/Damascus", "Asia/Aden", "Europe/Kyiv", "Africa/Khartoum"]


@dataclass(frozen=True, slots=True)
class Size:
    """How much of each a case holds, and which part of a larger case this file is."""

    statements: int = 1_000
    before: int = 0
    total: int = 0
    populations: int = 60
    speakers: int = 200
    sources: int = 300
    conditions: int = 40
    parties: int = 8
    days: int = 400
    words: int = 130


@dataclass(frozen=True, slots=True)
class _Beat:
    """What one voice speaks of: a few populations, counted by few measures, in its own way."""

    speaker: str
    populations: _Skewed
    measures: tuple[str, ...]
    kinds: tuple[str, ...]


class _Skewed:
    """Draws from a sequence, the first far more often than the last (Zipf)."""

    def __init__(self, items: Sequence[Any]) -> None:
        self.items = items
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(items))))

    def draw(self, chance: random.Random) -> Any:
        return chance.choices(self.items, cum_weights=self.weights)[0]


def cases(number: int, *, seed: int = 1, size: Size | None = None) -> Iterator[bytes]:
    """Several cases, each with its own id and its own people."""
    for index in range(number):
        yield case(seed=seed * 1_000 + index, size=size, id=f"generated-{seed}-{index}")


def case(*, seed: int = 1, size: Size | None = None, id: str = "") -> bytes:
    """One case file as JSON bytes."""
    made = value(seed=seed, size=size or Size(), id=id or f"generated-{seed}")
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


def value(*, seed: int, size: Size, id: str) -> dict[str, Any]:
    """One case as plain values."""
    chance = random.Random(seed)
    first = date(2031, 1, 1) + timedelta(days=chance.randrange(200))
    places = [_name(chance) for _ in range(size.parties)]
    parties = [{"id": f"P{i}", "name": place, "role": "party"} for i, place in enumerate(places)]
    sources = {f"src{i}": _source(chance, first, size, i) for i in range(size.sources)}
    beats = _beats(chance, size, places)
    return {
        "schema": "case/1",
        "id": id,
        "title": f"{_name(chance)}: an invented case of {size.total or size.statements} statements",
        "timezone": chance.choice(ZONES),
        "about": "Generated for measurements; every name in it is invented.",
        "sources": sources,
        "parties": parties,
        "channels": [{"id": "ch1", "name": "first channel", "parties": ["P0", "P1"], "mediators": ["P2"]}],
        "agreements": [_agreement(chance, first, size)],
        "conditions": [_condition(chance, first, size, i) for i in range(size.conditions)],
        "statements": list(_statements(random.Random(f"{seed}/{size.before}"), first, size, beats)),
        "expect": [],
    }


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3)))).capitalize()


def _source(chance: random.Random, first: date, size: Size, index: int) -> dict[str, Any]:
    # Publications are spread evenly, so that a statement finds one of its day or a little later.
    published = first + timedelta(days=index * (size.days + 2) // max(1, size.sources - 1))
    return {
        "outlet": f"{chance.choice(AGENCIES)} {_name(chance)}",
        "published": published.isoformat(),
        "url": f"https://news.example/{index}/{_name(chance).lower()}",
        "kind": chance.choice(("news", "news", "news", "un", "ngo")),
    }


def _speaker(chance: random.Random, places: Sequence[str], index: int) -> str:
    place, agency = chance.choice(places), chance.choice(AGENCIES)
    person = f"{_name(chance)} {_name(chance)}"
    forms = (
        f"{place} {chance.choice(BODIES)}",
        f"{place} {chance.choice(OFFICES)} {person}",
        f"{place}, {person} (to {agency})",
        f"{place} {chance.choice(OFFICES)} (to {agency})",
        f"{place} {chance.choice(BODIES)}, {person} (via {agency})",
    )
    return f"{forms[index % len(forms)]}"


def _beats(chance: random.Random, size: Size, places: Sequence[str]) -> _Skewed:
    populations = _Skewed([f"{GROUPS[i % len(GROUPS)]} of {_name(chance)}" for i in range(size.populations)])
    return _Skewed([_beat(chance, _speaker(chance, places, i), populations) for i in range(size.speakers)])


def _beat(chance: random.Random, speaker: str, populations: _Skewed) -> _Beat:
    # The larger first, so that a part's whole is never part of it.
    known = sorted({populations.draw(chance) for _ in range(5)}, key=populations.items.index)
    measures = tuple(chance.sample(MEASURES, 3))
    return _Beat(speaker, _Skewed(known), measures, tuple(chance.choice(KINDS) for _ in measures))


def _statements(chance: random.Random, first: date, size: Size, beats: _Skewed) -> Iterator[dict[str, Any]]:
    total = size.total or size.before + size.statements
    for index in range(size.before, size.before + size.statements):
        # The square root makes the later days the fuller ones.
        day = int(size.days * ((index + 1) / (total + 1)) ** 0.5)
        yield _statement(chance, first, size, index, day, beats.draw(chance))


def _statement(
    chance: random.Random,
    first: date,
    size: Size,
    index: int,
    day: int,
    beat: _Beat,
) -> dict[str, Any]:
    said = first + timedelta(days=day)
    event = said - timedelta(days=chance.choice((0, 0, 0, 0, 0, 1, 1, 2)))
    figures = [_figure(chance, beat, said) for _ in range(chance.choices((0, 1, 2, 3, 4), (20, 42, 22, 10, 6))[0])]
    nearest = -(-day * (size.sources - 1) // (size.days + 2)) + chance.randrange(3)
    keys = [
        f"src{min(size.sources - 1, nearest + offset)}" for offset in range(chance.choices((1, 2, 3), (80, 15, 5))[0])
    ]
    made: dict[str, Any] = {
        "id": f"s{index:07}",
        "origin": f"s{index:07}" if chance.random() < 0.9 else f"o{index // 8}",
        "speaker": beat.speaker,
        "via": [chance.choice(AGENCIES)] if chance.random() < 0.1 else [],
        "said_on": f"{said.isoformat()}T{chance.randrange(7, 22):02}:{chance.randrange(0, 60, 5):02}"
        if chance.random() < 0.2
        else said.isoformat(),
        "event_date": event.isoformat(),
        "modality": chance.choice(MODALITIES),
        "text": _text(chance, figures, size.words),
        "figures": figures,
        "source": list(dict.fromkeys(keys)),
    }
    if index > size.before + 50 and chance.random() < 0.02:
        made["supersedes"] = f"s{index - chance.randrange(1, 50):07}"
    return made


def _figure(chance: random.Random, beat: _Beat, said: date) -> dict[str, Any]:
    op = chance.choice(OPS)
    number = int(chance.lognormvariate(5, 1.6)) + 1
    lo, hi = {
        ">": (number, None),
        ">=": (number, None),
        "<=": (0, number),
        "range": (number, number + number // 4 + 1),
        "nearly": (number * 9 // 10, number),
    }.get(op, (number, number))
    population, counted = beat.populations.draw(chance), chance.randrange(len(beat.measures))
    made: dict[str, Any] = {
        "measure": beat.measures[counted],
        "population": population,
        "kind": beat.kinds[counted],
        "op": op,
        "lo": lo,
        "hi": hi,
        "unit": "person",
    }
    if chance.random() < 0.2:
        made["asof"] = said.isoformat()
    if chance.random() < 0.08 and (whole := beat.populations.items[0]) != population:
        made["part_of"] = whole
    return made


def _text(chance: random.Random, figures: Sequence[dict[str, Any]], length: int) -> str:
    pieces = [f"{figure['lo']} {figure['population']} {chance.choice(VERBS)}" for figure in figures]
    target = chance.randrange(length // 2, length * 3 // 2)
    while sum(map(len, pieces)) < target:
        pieces.append(f"{chance.choice(CLAUSES)}, said near {_name(chance)}")
    return "; ".join(pieces)


def _agreement(chance: random.Random, first: date, size: Size) -> dict[str, Any]:
    return {
        "id": "ag1",
        "title": f"Arrangement of {_name(chance)}",
        "announced": first.isoformat(),
        "planned_start": (first + timedelta(days=2)).isoformat(),
        "obligations": [
            {
                "id": "ob1",
                "bearer": "P0",
                "beneficiary": "P1",
                "action": "release",
                "quantity": {"op": "=", "lo": 50, "hi": 50},
            },
            {"id": "ob2", "bearer": "P1", "action": "release", "ratio": {"num": 3, "den": 1, "of": "ob1"}},
        ],
        "rules": [{"id": "ru1", "kind": "extension", "text": "one day more for each ten", "per": 10, "adds": "1 day"}],
    }


def _condition(chance: random.Random, first: date, size: Size, index: int) -> dict[str, Any]:
    stated = first + timedelta(days=chance.randrange(size.days))
    made: dict[str, Any] = {
        "id": f"c{index}",
        "demanded_by": f"P{chance.randrange(size.parties)}",
        "demanded_of": chance.choice((f"P{chance.randrange(size.parties)}", "all", "P0/P1")),
        "gates": f"exit of {chance.choice(GROUPS)}",
        "text": f"{chance.choice(CLAUSES)} at {_name(chance)}",
        "stated_on": stated.isoformat(),
        "source": [f"src{chance.randrange(size.sources)}"],
        "history": [],
    }
    if chance.random() < 0.3:
        made["cleared"] = (stated + timedelta(days=chance.randrange(1, 9))).isoformat()
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description="Write an invented case/1 file.")
    for field in fields(Size):
        parser.add_argument(f"--{field.name}", type=int, default=field.default)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--id", default="")
    parser.add_argument("-o", "--out", type=Path)
    given = vars(parser.parse_args())
    seed, id, out = given.pop("seed"), given.pop("id"), given.pop("out")
    made = case(seed=seed, size=Size(**given), id=id)
    if out:
        out.write_bytes(made)
    else:
        sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
