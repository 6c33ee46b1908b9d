"""Spellings made for this package: common name parts of many peoples, each in four scripts by the styles of offices.

The public pairs hold few native Arabic, Hebrew or Slavic names, and none of the habits of registries. The parts in
`known/` were written from general knowledge and the styles are in `spellings`; no list of real people was used.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from homeward.names.letters import Script, script, unaccented
from training.names.pairs import Pair, joined
from training.names.spellings import from_arabic, from_cyrillic, from_latin

KNOWN = Path(__file__).parent / "known"
SCRIPTS = ("Arab", "Hebr", "Cyrl", "Latn")
TRIES = 80
SHORT, RARE = 6, 0.1
"""Of the most usual spelling's times; what is rarer in a short word is as likely another name."""
KEPT = {"Arab": 4, "Hebr": 9, "Cyrl": 16, "Latn": 40}
VOWELS = "аеёиоуыэюяіїє"


@dataclass(slots=True)
class Made:
    """One name part: what it is, and how often each spelling came out in each script."""

    kind: str
    spellings: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, kind: str, word: str, times: int = 1) -> None:
        if found := joined(word):
            self.spellings[kind][found] += times

    def usual(self) -> dict[str, list[str]]:
        """The spellings to keep, the most usual first; what came out rarely is as likely another name's."""
        found = {}
        for kind in SCRIPTS:
            seen = self.spellings[kind].most_common(KEPT[kind])
            found[kind] = [
                word for word, n in seen if n > 1 and n >= (RARE if len(word) < SHORT else RARE / 4) * seen[0][1]
            ]
        return found


def made(seed: int) -> list[Made]:
    """All parts with their spellings; the same seed gives the same."""
    chance = random.Random(seed)
    return [*_arabic(chance), *_slavic(chance), *_latin(chance)]


def short_forms() -> Iterator[tuple[str, list[str]]]:
    """Short forms of Russian given names, with the full names they may stand for."""
    for line in _lines("nicknames.txt"):
        short, *full = line.split()
        yield short, full


def pairs(parts: list[Made], one: str, other: str, chance: random.Random) -> list[Pair]:
    """One pair of spellings of each part that is known in both scripts; no part twice."""
    found = []
    for part in parts:
        if part.spellings[one] and part.spellings[other]:
            found.append(tuple(_any(part.spellings[kind], chance) for kind in (one, other)))
    return [(a, b) for a, b in found if one != other or a != b]


def _any(seen: Counter[str], chance: random.Random) -> str:
    return chance.choices(list(seen), [n**0.5 for n in seen.values()])[0]


def _lines(name: str) -> Iterator[str]:
    for line in (KNOWN / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


def _sections(name: str) -> Iterator[tuple[str, str]]:
    kind = ""
    for line in _lines(name):
        if line.startswith("["):
            kind = line.strip("[]")
        else:
            for entry in line.split():
                yield kind, entry


def _arabic(chance: random.Random) -> list[Made]:
    groups: dict[tuple[str, str], Made] = {}
    for kind, entry in _sections("arabic.txt"):
        sounds, _, written = entry.partition("=")
        arabic = joined(from_arabic(sounds, written, "Arab", random.Random(1)))
        about = "given" if kind.startswith("given") else "family"
        part = groups.setdefault((about, re.sub("^ال", "", arabic)), Made(kind))
        for name in SCRIPTS:
            for _ in range(TRIES):
                word = from_arabic(sounds, written, name, chance)
                if kind == "family abu":
                    word = _abu(name, chance) + word
                part.add(name, re.sub("^ال", "", word) if name == "Arab" and about == "family" else word)
    return list(groups.values())


def _abu(name: str, chance: random.Random) -> str:
    return chance.choice(
        {"Arab": ["ابو"], "Hebr": ["אבו"], "Cyrl": ["абу"], "Latn": ["abu", "abu", "abou", "abo"]}[name]
    )


def _slavic(chance: random.Random) -> list[Made]:
    found = []
    for kind, entry in _sections("slavic.txt"):
        forms = [(form.lstrip("~"), form.startswith("~")) for form in entry.split("=")]
        if kind == "family":  # a woman's form is the same family's
            forms += [(_feminine(form), uk) for form, uk in forms if _feminine(form) != form]
        found.append(_spelled(kind, forms, chance))
        if kind == "given m":
            found += [
                _spelled(f"patronymic {sex}", [(_patronymic(f, uk, sex), uk) for f, uk in forms], chance)
                for sex in "mf"
            ]
    return found


def _spelled(kind: str, forms: list[tuple[str, bool]], chance: random.Random) -> Made:
    part = Made(kind)
    for form, ukrainian in forms:
        for name in SCRIPTS:
            for _ in range(1 if name == "Cyrl" else TRIES // 2):
                part.add(name, from_cyrillic(form, name, chance, ukrainian=ukrainian), 2)
    return part


def _patronymic(name: str, ukrainian: bool, sex: str) -> str:
    irregular = {"илья": "ильич", "никита": "никитич", "лев": "львович", "павел": "павлович", "петр": "петрович", "микола": "миколайович",
                 "ілля": "ілліч", "петро": "петрович", "павло": "павлович", "дмитро": "дмитрович", "михайло": "михайлович",
                 "марко": "маркович", "григорій": "григорович", "данило": "данилович", "кирило": "кирилович", "яков": "яковлевич"}  # fmt: skip
    father = irregular.get(name)
    if father is None:
        if name.endswith(("ий", "ій")):
            father = name[:-2] + ("ійович" if ukrainian else "ьевич" if name[-3] not in "рр" else "иевич")
        elif name.endswith("й"):
            father = name[:-1] + ("йович" if ukrainian else "евич")
        elif name.endswith("ь"):
            father = name[:-1] + ("ьович" if ukrainian else "евич")
        else:
            father = name.rstrip("ао") + "ович"
    if sex == "m":
        return father
    if father.endswith("ильич"):
        return "ильинична"
    if father.endswith("ич") and not father.endswith(("ович", "евич")):
        return father[:-2] + ("івна" if ukrainian else "ична")
    if ukrainian:
        return re.sub("(й?)ович$", lambda m: "ївна" if m[1] else "івна", father)
    return re.sub("ич$", "на", father)


def _feminine(name: str) -> str:
    if name.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return name + "а"
    return re.sub("(ский|ський|цкий|цький)$", lambda m: m[1][:-2] + ("а" if "ь" in m[1] else "ая"), name)


def _latin(chance: random.Random) -> list[Made]:
    found = []
    for kind, entry in _sections("latin.txt"):
        part = Made(kind)
        there: set[str] = set()
        for form in entry.split("="):
            name = str(script(form))
            there.add(name)
            part.add(name, form, 30)
        plain = [form for form in entry.split("=") if script(form) is Script.LATIN]
        for name in SCRIPTS:
            # A spelling written by hand weighs more than one made by sound; Arabic names are known too well to make any.
            for _ in range(TRIES if name not in there else 0 if kind.endswith(" ar") else TRIES // 6):
                part.add(name, from_latin(chance.choice(plain).replace("-", ""), name, chance))
        found.append(part)
    return found


def write(parts: list[Made], file: Path) -> int:
    """Write the usual spellings as the package reads them: a kind and its spellings a line; gives the spellings."""
    lines, count = [], 0
    for part in parts:
        words = [word for group in part.usual().values() for word in group]
        count += len(words)
        lines.append(f"{part.kind}\t{' '.join(dict.fromkeys(map(unaccented, words)))}")
    chance = random.Random(1)
    for short, full in short_forms():
        words = [word for group in _spelled("short", [(short, False)], chance).usual().values() for word in group]
        lines += [f"short {name}\t{' '.join(dict.fromkeys(words))}" for name in full]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return count
