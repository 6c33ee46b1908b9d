"""Two registers of invented people, as two offices might hold them: each with its own script, habits and mistakes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from homeward.identity import documents
from homeward.invented import EVACUEES, Person, Style, people
from homeward.invented.lists.drafts import can_swap, misspelt, swapped
from homeward.invented.lists.words import ARABIC_PLACES
from homeward.matching.core.record import Birth, Number, Record

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Habit:
    """How one office writes: its style, and shares of records that lack something or have it wrong."""

    style: Style
    father_left_out: float = 0.1
    family_left_out: float = 0.02
    turned: float = 0.05
    misspelt: float = 0.04
    other_style: float = 0.1
    no_birth: float = 0.1
    year_only: float = 0.05
    default_day: float = 0.05
    day_wrong: float = 0.06
    no_number: float = 0.25
    number_wrong: float = 0.03
    other_paper: float = 0.15
    no_sex: float = 0.1
    sex_wrong: float = 0.005
    no_nationality: float = 0.1
    no_household: float = 0.2
    left_out_of_household: float = 0.1
    no_place: float = 0.2
    other_place: float = 0.1
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Registers:
    """Two sides, and which record of the left is whose on the right; `households` are the true ones by record id."""

    left: list[Record]
    right: list[Record]
    truth: dict[str, str]
    households: dict[str, str]


STYLES = (Style.ARABIC, Style.ENGLISH, Style.RUSSIAN, Style.HEBREW, Style.FRENCH, Style.RUSSIAN_PASSPORT)


def drawn_habit(chance: Random) -> Habit:
    """An office as it may be: everything between careful and careless, each field by itself."""
    plain = Habit(chance.choice(STYLES))
    shares = {
        name: min(0.9, getattr(plain, name) * 2.5 ** chance.uniform(-1.5, 1.2))
        for name in Habit.__slots__
        if isinstance(getattr(plain, name), float)
    }
    for name in ("no_number", "no_household", "no_place", "no_sex", "no_nationality"):
        if chance.random() < 0.3:
            shares[name] = 1.0
    return replace(plain, **shares)


def registers(seed: int, size: int, *, shared: float | None = None, habits: tuple[Habit, Habit] | None = None) -> Registers:
    """Two registers of `size` people each, of whom the share `shared` stands on both."""
    chance = Random(f"registers/{seed}")
    overlap = chance.uniform(0.15, 0.9) if shared is None else shared
    one, other = habits or (drawn_habit(chance), drawn_habit(chance))
    everybody = people(seed, int(size * (2 - overlap)) + 1, rates=EVACUEES)
    # Whole households mostly go one way: both, left or right.
    sides: tuple[list[Person], list[Person]] = ([], [])
    by_house: dict[str, float] = {}
    for person in everybody:
        drawn = by_house.setdefault(person.household, chance.random())
        drawn = drawn if chance.random() < 0.85 else chance.random()
        both = overlap / (2 - overlap)
        if drawn < both or drawn < both + (1 - both) / 2:
            sides[0].append(person)
        if drawn < both or drawn >= both + (1 - both) / 2:
            sides[1].append(person)
    left = _side(sides[0], one, chance, "l")
    right = _side(sides[1], other, chance, "r")
    there = {person.id for person in sides[1]}
    truth = {f"l{person.id}": f"r{person.id}" for person in sides[0] if person.id in there}
    households = {f"{side}{person.id}": person.household for side, held in zip("lr", sides, strict=True) for person in held}
    return Registers(left, right, truth, households)


def _side(held: Sequence[Person], habit: Habit, chance: Random, sign: str) -> list[Record]:
    names = {person.id: _name(person, habit, chance) for person in held}
    houses: dict[str, list[Person]] = defaultdict(list)
    for person in held:
        houses[person.household].append(person)
    found = [_record(person, names, houses[person.household], habit, chance, sign) for person in held]
    chance.shuffle(found)
    return found


def _record(
    person: Person, names: dict[str, str], house: list[Person], habit: Habit, chance: Random, sign: str
) -> Record:
    name = names[person.id]
    others = [names[each.id] for each in house if each is not person and chance.random() > habit.left_out_of_household]
    known = chance.random() >= habit.no_household
    return Record(
        f"{sign}{person.id}",
        names=(name,) if name else (),
        births=_births(person, habit, chance),
        numbers=_numbers(person, habit, chance),
        sex="" if chance.random() < habit.no_sex else _sex(person, habit, chance),
        nationalities=() if chance.random() < habit.no_nationality else _nationalities(person, chance),
        household=person.household if known else "",
        family=tuple(each for each in others if each) if known else (),
        places=_places(person, habit, chance),
    )


def _name(person: Person, habit: Habit, chance: Random) -> str:
    style = habit.style if chance.random() >= habit.other_style else _sister(habit.style, chance)
    name = person.name
    if name.fathers and chance.random() < habit.father_left_out:
        name = replace(name, fathers=name.fathers[:1] if chance.random() < 0.5 else ())
    if name.given and chance.random() < habit.family_left_out:
        name = replace(name, family=None)
    if chance.random() < 0.5 * habit.other_style:
        name = replace(name, own=chance.randrange(120), house=chance.randrange(120))
    words = name.written(style).split()
    if len(words) > 1 and chance.random() < habit.turned:
        words = [*words[1:], words[0]] if style in (Style.RUSSIAN, Style.RUSSIAN_PASSPORT) else [words[-1], *words[:-1]]
    whole = " ".join(words)
    if whole and chance.random() < habit.misspelt:
        whole = _mistyped(whole, chance)
    return whole


def _sister(style: Style, chance: Random) -> Style:
    latin = (Style.ENGLISH, Style.FRENCH, Style.RUSSIAN_PASSPORT, Style.UKRAINIAN_PASSPORT)
    return chance.choice(latin) if style in latin else style


def _mistyped(words: str, chance: Random) -> str:
    if chance.random() < 0.4:
        return misspelt(words)
    at = chance.randrange(len(words))
    letter = chance.choice(words.replace(" ", ""))
    return words[:at] + (letter if chance.random() < 0.5 else "") + words[at + 1 :] if words[at] != " " else words


def _births(person: Person, habit: Habit, chance: Random) -> tuple[Birth, ...]:
    if chance.random() < habit.no_birth:
        return ()
    day = person.written_birth
    if chance.random() < habit.year_only:
        return (Birth(date(day.year, 1, 1), date(day.year + 1, 1, 1)),)
    if chance.random() < habit.default_day:
        day = date(day.year, 1, 1)
    elif chance.random() < habit.day_wrong:
        day = _wrong(day, chance)
    return (Birth(day, day + DAY),)


def _wrong(day: date, chance: Random) -> date:
    drawn = chance.random()
    if drawn < 0.25 and can_swap(day):
        return swapped(day)
    if drawn < 0.5:
        return day.replace(day=min(28, max(1, day.day + chance.choice((-10, -1, 1, 10)))))
    if drawn < 0.65:
        return day.replace(month=chance.randint(1, 12), day=min(28, day.day))
    if drawn < 0.9:
        return day.replace(year=max(1915, day.year + chance.choice((-10, -2, -1, 1, 2))), day=min(28, day.day))
    return date(1940, 1, 1) + timedelta(days=chance.randrange(30_000))


def _numbers(person: Person, habit: Habit, chance: Random) -> tuple[Number, ...]:
    if not person.documents or chance.random() < habit.no_number:
        return ()
    paper = chance.choice(person.documents) if chance.random() < habit.other_paper else person.documents[0]
    number = paper.number
    if len(number) > 3 and chance.random() < habit.number_wrong:
        at = chance.randrange(1, len(number) - 1)
        ways = (
            number[:at] + str(chance.randrange(10)) + number[at + 1 :],
            number[:at] + number[at + 1] + number[at] + number[at + 2 :],
            number[:at] + number[at + 1 :],
        )
        number = chance.choice(ways)
    read = documents.read(number)
    kept = read.key and read.tells_apart
    told = chance.random() < 0.5
    return (Number(read.key, paper.kind if told else "", paper.country if told else "", read.flags),) if kept else ()


def _sex(person: Person, habit: Habit, chance: Random) -> str:
    return person.sex.value if chance.random() >= habit.sex_wrong else "MF"[person.sex.value == "M"]


def _nationalities(person: Person, chance: Random) -> tuple[str, ...]:
    return person.nationalities[:1] if chance.random() < 0.4 else person.nationalities


def _places(person: Person, habit: Habit, chance: Random) -> tuple[str, ...]:
    if not person.place or chance.random() < habit.no_place:
        return ()
    place = person.place if chance.random() >= habit.other_place else chance.choice(sorted(ARABIC_PLACES))
    return (ARABIC_PLACES[place] if habit.style is Style.ARABIC else place,)
