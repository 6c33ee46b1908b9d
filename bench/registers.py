"""Two registers of invented people with the truth beside them: half of the people stand in both, and no office writes alike.

Kinds: `invented` (families in four scripts, as flawed as the records of evacuees were), `thin` (the same people, their names and
years of birth alone), `common` (many bearers of few Arabic names) and `transliterated` (pairs of spellings of real name parts put
together by chance, an Arabic list beside a Latin one, as `../shared/prototypes/names/linkage.py` has it).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import accumulate, groupby
from pathlib import Path
from random import Random

from bench.linkage_rows import Row
from bench.register_rows import dirty, thin
from homeward.invented import Document, Kinship, Name, Person, Rates, Sex, stream
from homeward.invented.spellings import Part, parts

HOUSES_ON_BOTH = 5 / 12
"""Of the households; of their people eight of ten stand on both sides, so that half of each list is shared."""
SCRIPTS = {"Arab": 0.35, "Latn": 0.30, "Cyrl": 0.20, "Hebr": 0.15}
NO_HOUSEHOLD = 0.20
COUSINS, NAMESAKES = 0.03, 0.005
"""Of the men and women with a father's name: one more person of that given and family name, or of the whole name."""
FEW = {"given": 12, "fathers": 10, "family": 15}


@dataclass(frozen=True, slots=True)
class Who:
    """What is true of a person of a row: by it the wrong pairs are told apart."""

    house: int
    given: str
    fathers: str
    family: str
    parents: frozenset[int] = frozenset()
    spouses: frozenset[int] = frozenset()
    like: int = -1
    """The person after whom this one was planted as a cousin or namesake."""


@dataclass(slots=True)
class Register:
    """Two lists; `left_people` and `right_people` say whose each row is, `who` what else is true."""

    kind: str
    left: list[Row] = field(default_factory=list)
    right: list[Row] = field(default_factory=list)
    left_people: list[int] = field(default_factory=list)
    right_people: list[int] = field(default_factory=list)
    who: dict[int, Who] = field(default_factory=dict)


def register(kind: str, left: int, right: int, seed: int, data: Path | None = None) -> Register:
    """About so many rows on each side; half of the shorter one stand in the other. Refuses nothing: kinds are those of KINDS."""
    if kind == "transliterated":
        assert data is not None
        return transliterated(data, left, right, seed)
    return families(kind, left, right, seed)


# ---- families of invented people -------------------------------------------------------------------------------------------


def families(kind: str, left: int, right: int, seed: int) -> Register:
    """Households until both lists are full; where one is to be longer, the rest of it stands there alone."""
    made = Register(kind)
    chance = Random(f"{seed}/{kind}")
    for house in households(seed, kind, chance):
        if len(made.left) >= left and len(made.right) >= right:
            break
        where = chance.random()
        many = min(left, right)
        if max(len(made.left), len(made.right)) >= many or min(len(made.left), len(made.right)) >= many:
            where = 1.0 if len(made.right) < right else 0.5
        _placed(made, house, where, chance)
    _shuffled(made, chance)
    return made


def households(seed: int, kind: str, chance: Random) -> Iterator[list[tuple[int, Person, int]]]:
    """Households without end, each person with a number and whom they were planted after (-1: nobody)."""
    number = 0
    for _, house in groupby(stream(seed, 10**9, rates=Rates()), key=lambda person: person.household):
        people = list(house)
        if kind == "common":
            people = _commonly_named(people)
        yield [(int(person.id[1:]) * 4, person, -1) for person in people]
        for person in people:
            number = int(person.id[1:]) * 4
            drawn = chance.random()
            if person.name.fathers and drawn < COUSINS + NAMESAKES:
                yield [(number + 1, _like(person, chance, cousin=drawn < COUSINS), number)]


def _like(person: Person, chance: Random, *, cousin: bool) -> Person:
    """Another person of the same given and family name, some years apart, alone on the list: by another father, or by chance."""
    men = parts()["arab given m"]
    fathers = person.name.fathers
    if cousin:
        fathers = (men[chance.randrange(len(men))], *fathers[1:])
    birth = person.birth + timedelta(days=chance.choice((-1, 1)) * chance.randrange(20, 2500))
    changed = tuple(
        Document(
            paper.kind, paper.country, "".join(str(chance.randrange(10)) if c.isdigit() else c for c in paper.number)
        )
        for paper in person.documents
    )
    name = replace(person.name, fathers=fathers)
    return replace(person, name=name, birth=birth, documents=changed, relations=(), household=f"{person.household}+")


def _commonly_named(people: Sequence[Person]) -> list[Person]:
    """The same household under few names: everybody's parts are exchanged for one of few, brothers and sisters for unlike ones."""
    table, taken, named = parts(), set(), []
    for person in people:
        few = table[f"arab given {'f' if person.sex is Sex.FEMALE else 'm'}"][: FEW["given"]]
        at = _place(person.name.given, len(few))
        while few[at] in taken and len(taken) < len(few):
            at = (at + 1) % len(few)
        taken.add(few[at])
        men, house = table["arab given m"][: FEW["fathers"]], table["arab family m"][: FEW["family"]]
        fathers = [men[_place(father, len(men))] for father in person.name.fathers or (person.name.family,) * 2]
        family = house[_place(person.name.family, len(house))]
        named.append(
            replace(person, name=Name(few[at], family, tuple(fathers), "", person.name.own, person.name.house))
        )
    return named


def _place(part: Part | None, among: int) -> int:
    return sum(map(ord, part.own)) % among if part else 0


def _placed(made: Register, house: list[tuple[int, Person, int]], where: float, chance: Random) -> None:
    """Write a household on one side, or on both, where some of it are missing on either."""
    both = where < HOUSES_ON_BOTH
    alone = where < HOUSES_ON_BOTH + (1 - HOUSES_ON_BOTH) / 2
    one, other = _offices(chance)
    sides = ((made.left, made.left_people, one), (made.right, made.right_people, other))
    shown = [chance.random() for _ in house]
    for side, (rows, people, script) in enumerate(sides):
        if not both and alone != (side == 0):
            continue
        key = "" if chance.random() < NO_HOUSEHOLD else f"{len(rows) + 1}"
        for (number, person, like), drawn in zip(house, shown, strict=True):
            if both and drawn > 0.8 and (drawn > 0.9) == (side == 0):
                continue
            people.append(number)
            made.who[number] = who(person, like)
            rows.append(KINDS[made.kind](person, script, key, chance))


def who(person: Person, like: int) -> Who:
    name = person.name
    return Who(
        int(person.household.strip("h+")) * 2 + ("+" in person.household),
        name.given.own if name.given else "",
        " ".join(father.own for father in name.fathers[:1]),
        name.family.own if name.family else "",
        frozenset(int(other[1:]) * 4 for other in person.kin(Kinship.PARENT)),
        frozenset(int(other[1:]) * 4 for other in person.kin(Kinship.SPOUSE)),
        like,
    )


def _offices(chance: Random) -> tuple[str, str]:
    """The script of either side: never the same."""
    one = chance.choices(list(SCRIPTS), list(SCRIPTS.values()))[0]
    others = {script: share for script, share in SCRIPTS.items() if script != one}
    return one, chance.choices(list(others), list(others.values()))[0]


KINDS: dict[str, Callable[[Person, str, str, Random], Row]] = {"invented": dirty, "thin": thin, "common": dirty}


# ---- pairs of spellings put together by chance -----------------------------------------------------------------------------


def transliterated(data: Path, left: int, right: int, seed: int) -> Register:
    """An Arabic list beside a Latin one; names by how many bear them, births missing (30 %) or wrong (5 % of the rest)."""
    lines = (line.split("\t") for line in (data / "ar_en.dev.tsv").read_text(encoding="utf-8").splitlines()[1:])
    tokens = [line for line in lines if len(line[1]) > 2]
    weights = list(accumulate(int(line[2]) ** 0.75 for line in tokens))
    made, chance = Register("transliterated"), Random(f"{seed}/transliterated")
    shared = min(left, right) // 2
    for number in range(left + right - shared):
        named = chance.choices(tokens, cum_weights=weights, k=2)
        day = _any_day(chance)
        made.who[number] = Who(-1 - number, named[0][1], "", named[1][1])
        if number < left:
            made.left_people.append(number)
            made.left.append(_bare(named, 0, day, chance))
        if number < shared or number >= left:
            made.right_people.append(number)
            made.right.append(_bare(named, 1, day, chance))
    _shuffled(made, chance)
    return made


def _bare(named: list[list[str]], side: int, day: str, chance: Random) -> Row:
    if chance.random() < 0.3:
        day = ""
    elif chance.random() < 0.05:
        day = _any_day(chance)
    return Row("", (" ".join(token[side].title() for token in named),), day)


def _any_day(chance: Random) -> str:
    return f"{chance.randint(1940, 2020)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def _shuffled(made: Register, chance: Random) -> None:
    """Rows in an order that says nothing, each with its number in the list."""
    for mark, rows, people in (("a", made.left, made.left_people), ("b", made.right, made.right_people)):
        order = list(range(len(rows)))
        chance.shuffle(order)
        rows[:] = [replace(rows[at], id=f"{mark}{n}") for n, at in enumerate(order)]
        people[:] = [people[at] for at in order]
