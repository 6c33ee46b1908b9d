"""Households: who lives together, how old they are, what they are to each other and to the house before theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from homeward.invented import naming
from homeward.invented.naming import Line
from homeward.invented.person import Kinship, Need, Origin, Relation, Sex
from homeward.invented.public import is_borne
from homeward.invented.written import Name

_YEAR = 365.25
PLACES = ("Gaza", "Jabalia", "Beit Lahia", "Deir al-Balah", "Nuseirat", "Khan Yunis", "Abasan", "Rafah")
_MIXED = {
    Origin.RUSSIAN_PALESTINIAN: ("russian", "RUS"),
    Origin.UKRAINIAN_PALESTINIAN: ("ukrainian", "UKR"),
    Origin.CHECHEN_PALESTINIAN: ("chechen", "RUS"),
    Origin.EGYPTIAN_PALESTINIAN: ("egyptian", "EGY"),
    Origin.TUNISIAN_PALESTINIAN: ("tunisian", "TUN"),
}
_ALIKE = {
    Origin.PALESTINIAN: ("palestinian", "PSE"),
    Origin.TURKISH: ("turkish", "TUR"),
    Origin.ISRAELI_HELD: ("hebrew", "ISR"),
    Origin.RUSSIAN_ISRAELI_HELD: ("russian", "RUS ISR"),
    Origin.THAI_HELD: ("thai", "THA"),
    Origin.FILIPINO_HELD: ("filipino", "PHL"),
}
HELD = {
    Origin.ISRAELI_HELD: (1, 1, 2, 3),
    Origin.RUSSIAN_ISRAELI_HELD: (1, 1, 2),
    Origin.THAI_HELD: (1,),
    Origin.FILIPINO_HELD: (1,),
}
"""Held people and how many of one house there are."""


@dataclass(slots=True)
class Member:
    """Somebody of a household while it is being made; relations point to places in the population."""

    sex: Sex
    birth: date
    name: Name
    nationalities: tuple[str, ...]
    relations: list[Relation] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)


@dataclass(slots=True)
class House:
    """A household while it is being made. `line` is that of its father, which his brother's house shares.

    All chances of a house are drawn from its own source, so that it is the same however many houses there are.
    """

    number: int
    origin: Origin
    place: str
    members: list[Member]
    line: Line | None
    chance: Random
    parents: int = 0
    first: int = 0


def house(number: int, origin: Origin, chance: Random, day: date, before: House | None) -> House:
    """One household of an origin; every seventh of Palestinian fathers is that of a brother of the father before."""
    if origin in HELD:
        return _held(number, origin, chance, day)
    place = PLACES[int(chance.random() * len(PLACES))]
    share = before.line if before and chance.random() < 1 / 3 and before.line and before.parents == 2 else None
    made = House(number, origin, place, [], None, chance)
    if origin is Origin.PALESTINIAN and share and before and chance.random() < 1 / 4:
        _orphan(made, before, share, chance, day)
        return made
    _couple(made, share, chance, day)
    if made.origin is not Origin.TURKISH and share and before:
        _join(made.members[0], made, before.members[0], before, Kinship.SIBLING, Kinship.SIBLING)
    elif chance.random() < 0.09 and len(made.members) > 2:
        _alone(made)
    return made


def _alone(made: House) -> None:
    """A mother alone with her children: the father is not here."""
    del made.members[0]
    for member in made.members:
        member.relations = [
            Relation(relation.kind, f"@{int(relation.to[1:]) - 1}")
            for relation in member.relations
            if relation.to != "@0"
        ]
    made.parents = 1
    made.members[0].needs.append(Need.SINGLE_PARENT)


def _couple(made: House, share: Line | None, chance: Random, day: date) -> None:
    """Father, mother and children; sometimes a parent alone, sometimes without children."""
    own, country = _MIXED.get(made.origin) or _ALIKE[made.origin]
    mixed = made.origin in _MIXED
    fathers = (
        share if share and made.origin is not Origin.TURKISH else naming.line("palestinian" if mixed else own, chance)
    )
    made.line = fathers if fathers.people == "palestinian" else None
    age = 20 + 40 * chance.random() ** 1.3
    mother_born = _born(age, chance, day)
    father_born = mother_born - timedelta(days=int(chance.random() * 8 * _YEAR))
    father = Member(Sex.MALE, father_born, naming.named(fathers, Sex.MALE, chance), ("PSE",) if mixed else (country,))
    mothers = naming.line(own, chance)
    name = naming.named(mothers, Sex.FEMALE, chance)
    if chance.random() < 0.5 and (mixed or made.origin is Origin.TURKISH) and _is_free(name, fathers):
        name = naming.married(name, fathers)
    mother = Member(Sex.FEMALE, mother_born, name, (country,))
    made.members += [father, mother]
    made.parents = 2
    _relate(made, (0,), (1,), Kinship.SPOUSE, Kinship.SPOUSE)
    both = (country, "PSE") if mixed else (country,)
    _children(made, naming.below(father.name, fathers), both, chance, day)
    _needs(made, chance, day)


def _is_free(name: Name, husband: Line) -> bool:
    assert name.given is not None
    return not is_borne(name.given, husband.family_of(Sex.FEMALE))


def _children(made: House, of: Line, nationalities: tuple[str, ...], chance: Random, day: date) -> None:
    """Up to seven, each at least a year apart, of a mother between 18 and 42; all of them between 0 and 25 on the day."""
    mother = made.members[1]
    slavic = made.origin in (Origin.RUSSIAN_PALESTINIAN, Origin.CHECHEN_PALESTINIAN)
    has_patronymic = slavic and chance.random() < 0.6
    wanted = int(chance.random() * 6) if made.origin is not Origin.PALESTINIAN else int(chance.random() * 8)
    at = 18 + chance.random() * 8
    father = made.members[0].name.given
    taken = {father.own} if father else set()
    for _ in range(wanted):
        birth = mother.birth + timedelta(days=int(at * _YEAR))
        at += 1 + chance.random() * 4
        if birth > day or at > 41:
            break
        if (day - birth).days > 25 * _YEAR:
            continue
        sex = Sex.FEMALE if chance.random() < 0.49 else Sex.MALE
        name = naming.named(of, sex, chance, taken=frozenset(taken))
        assert name.given is not None
        taken.add(name.given.own)
        if has_patronymic:
            name = naming.with_patronymic(name, of, sex)
        # One of five has but one of the two citizenships: the paper of the other was never asked for.
        drawn = chance.random()
        kept = (
            nationalities if len(nationalities) == 1 or drawn > 0.2 else nationalities[:1] if drawn > 0.08 else ("PSE",)
        )
        made.members.append(Member(sex, birth, name, kept))
    children = range(2, len(made.members))
    _relate(made, (0, 1), children, Kinship.CHILD, Kinship.PARENT)
    for one in children:
        _relate(made, (one,), range(one + 1, len(made.members)), Kinship.SIBLING, Kinship.SIBLING)


def _needs(made: House, chance: Random, day: date) -> None:
    """What each of a house needs beside the way out."""
    if len({member.nationalities for member in made.members}) > 1:
        made.members[0].needs.append(Need.FAMILY_UNITY)
    mother = made.members[1]
    years = (day - mother.birth).days / _YEAR
    if years < 43 and chance.random() < 0.09:
        mother.needs.append(Need.PREGNANT)
    for member in made.members:
        drawn = chance.random()
        if (day - member.birth).days > 60 * _YEAR:
            member.needs.append(Need.OLDER_PERSON)
        if drawn < 0.03:
            member.needs.append(Need.MEDICAL_CONDITION)
        elif drawn < 0.05:
            member.needs.append(Need.DISABILITY)


def _orphan(made: House, before: House, share: Line, chance: Random, day: date) -> None:
    """A child whose parents are not there; the brother of its father, in the house before, is its guardian."""
    guardian = before.members[0]
    sex = Sex.FEMALE if chance.random() < 0.5 else Sex.MALE
    uncle = naming.named(share, Sex.MALE, chance)
    born = max(_born(1 + chance.random() * 15, chance, day), guardian.birth + timedelta(days=int(16 * _YEAR)))
    child = Member(sex, min(born, day), naming.named(naming.below(uncle, share), sex, chance), ("PSE",))
    child.needs += [Need.UNACCOMPANIED_CHILD, Need.CHILD_AT_RISK]
    made.members.append(child)
    _join(child, made, guardian, before, Kinship.GUARDIAN, Kinship.WARD)


def _held(number: int, origin: Origin, chance: Random, day: date) -> House:
    """One to three of one family, or a worker alone."""
    people, countries = _ALIKE[origin]
    nationalities = tuple(countries.split())
    of = naming.line(people, chance)
    sizes = HELD[origin]
    size = sizes[int(chance.random() * len(sizes))]
    elder_born = _born(22 + chance.random() * (30 if size == 1 else 33), chance, day)
    sex = Sex.MALE if chance.random() < 0.6 else Sex.FEMALE
    elder = Member(sex, elder_born, naming.named(of, sex, chance), nationalities)
    made = House(number, origin, "", [elder], None, chance, parents=1)
    below = Line(of.people, of.family, (elder.name.given, *of.fathers[:1]), of.house) if elder.name.given else of
    at = 18 + chance.random() * 4
    for _ in range(size - 1):
        birth = elder_born + timedelta(days=int(at * _YEAR))
        at += 1.2 + chance.random() * 4
        if birth < day:
            child = Sex.FEMALE if chance.random() < 0.5 else Sex.MALE
            taken = frozenset(m.name.given.own for m in made.members if m.name.given)
            of_child = below if sex is Sex.MALE else of
            made.members.append(Member(child, birth, naming.named(of_child, child, chance, taken=taken), nationalities))
    _relate(made, (0,), range(1, len(made.members)), Kinship.CHILD, Kinship.PARENT)
    for one in range(1, len(made.members)):
        _relate(made, (one,), range(one + 1, len(made.members)), Kinship.SIBLING, Kinship.SIBLING)
    for member in made.members:
        if chance.random() < 0.15:
            member.needs.append(Need.MEDICAL_CONDITION)
        if (day - member.birth).days < 18 * _YEAR:
            member.needs.append(Need.CHILD_AT_RISK)
    return made


def cut(made: House, size: int) -> None:
    """Only the first ones of a house, and no relation to those who are left out."""
    left_out = {_id(made, at) for at in range(size, len(made.members))}
    del made.members[size:]
    for member in made.members:
        member.relations = [relation for relation in member.relations if relation.to not in left_out]


def placed(made: House, first: int) -> None:
    """Give relations within the house the ids of a population, in which its first member is number `first`."""
    made.first = first
    for member in made.members:
        member.relations = [
            Relation(relation.kind, identifier(first + int(relation.to[1:]))) if relation.to[0] == "@" else relation
            for relation in member.relations
        ]


def identifier(number: int) -> str:
    """The id of the person at a place of the population, from 1."""
    return f"p{number:07}"


def _id(made: House, at: int) -> str:
    return identifier(made.first + at)


def _relate(
    made: House, ones: tuple[int, ...], others: range | tuple[int, ...], to_ones: Kinship, back: Kinship
) -> None:
    for one in ones:
        for other in others:
            made.members[one].relations.append(Relation(to_ones, f"@{other}"))
            made.members[other].relations.append(Relation(back, f"@{one}"))


def _join(one: Member, house: House, other: Member, before: House, to_one: Kinship, back: Kinship) -> None:
    """Relate the first of a house to the first of the one before, whose ids are known already."""
    one.relations.append(Relation(to_one, identifier(before.first)))
    other.relations.append(Relation(back, identifier(before.first + len(before.members))))


def _born(years: float, chance: Random, day: date) -> date:
    return day - timedelta(days=int(years * _YEAR) + int(chance.random() * 300))


def deck(chance: Random) -> Iterator[Origin]:
    """Origins without end, in each hundred as many of each as the table says, shuffled."""
    hundred = [origin for origin, count in _HUNDRED.items() for _ in range(count)]
    while True:
        chance.shuffle(hundred)
        yield from hundred


_HUNDRED = {
    Origin.RUSSIAN_PALESTINIAN: 38,
    Origin.UKRAINIAN_PALESTINIAN: 8,
    Origin.CHECHEN_PALESTINIAN: 5,
    Origin.EGYPTIAN_PALESTINIAN: 4,
    Origin.TUNISIAN_PALESTINIAN: 2,
    Origin.PALESTINIAN: 24,
    Origin.TURKISH: 3,
    Origin.ISRAELI_HELD: 6,
    Origin.RUSSIAN_ISRAELI_HELD: 2,
    Origin.THAI_HELD: 6,
    Origin.FILIPINO_HELD: 2,
}
