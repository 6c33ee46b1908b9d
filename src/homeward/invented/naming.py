"""Which names people of an origin bear, by sex, and the names that children take from their fathers."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from homeward.invented.cyrillic import patronymic
from homeward.invented.person import Sex
from homeward.invented.public import is_borne
from homeward.invented.spellings import Part, parts
from homeward.invented.written import WAYS, Name, Style

_ENDING = {Sex.MALE: "m", Sex.FEMALE: "f"}
_GIVEN_AS = {"egyptian": "arab", "tunisian": "arab", "palestinian": "arab", "russian": "slavic", "ukrainian": "slavic"}
_FAMILY_AS = {"palestinian": "arab", "tunisian": "arab", "russian": "slavic"}
SLAVIC = ("russian", "ukrainian", "chechen")


@dataclass(frozen=True, slots=True)
class Line:
    """What children of one father share: the family name by its place in the table, the fathers, one way of spelling."""

    people: str
    family: int
    fathers: tuple[Part, ...]
    house: int

    def family_of(self, sex: Sex) -> Part:
        """The family name in the form of that sex."""
        return _families(self.people, sex)[self.family]


def _given(people: str, sex: Sex) -> tuple[Part, ...]:
    return parts()[f"{_GIVEN_AS.get(people, people)} given {_ENDING[sex]}"]


def _families(people: str, sex: Sex) -> tuple[Part, ...]:
    return parts()[f"{_FAMILY_AS.get(people, people)} family {_ENDING[sex]}"]


def line(people: str, chance: Random) -> Line:
    """A family name with a father and a grandfather."""
    men = _given(people, Sex.MALE)
    father, grandfather = (_drawn(men, chance) for _ in range(2))
    return Line(
        people,
        int(chance.random() * len(_families(people, Sex.MALE))),
        (father, grandfather),
        int(chance.random() * WAYS),
    )


def below(father: Name, parents: Line) -> Line:
    """The line of a man's children."""
    assert father.given is not None
    return Line(parents.people, parents.family, (father.given, *parents.fathers[:1]), parents.house)


def named(of: Line, sex: Sex, chance: Random, *, taken: frozenset[str] = frozenset(), given_of: str = "") -> Name:
    """A name in a line; none that a well-known person bears, and none of those taken by brothers and sisters."""
    family = of.family_of(sex)
    choices = _given(given_of or of.people, sex)
    given = _drawn(choices, chance)
    while given.own in taken or any(is_borne(given, each) for each in (family, of.family_of(Sex.MALE))):
        given = choices[(choices.index(given) + 1) % len(choices)]
    own = int(chance.random() * WAYS)
    if of.people in SLAVIC:
        return Name(given, family, (), _patronymic(of, sex), own, of.house)
    if of.people in ("turkish", "thai", "filipino", "hebrew"):
        return Name(given, family, (), "", own, of.house)
    return Name(given, family, of.fathers, "", own, of.house)


def with_patronymic(name: Name, of: Line, sex: Sex) -> Name:
    """The same name with a patronymic, as Russian papers of the children of foreign fathers often have it."""
    return Name(name.given, name.family, name.fathers, _patronymic(of, sex), name.own, name.house)


def married(name: Name, husband: Line) -> Name:
    """The same name with the husband's family name."""
    return Name(name.given, husband.family_of(Sex.FEMALE), name.fathers, name.patronymic, name.own, husband.house)


def _patronymic(of: Line, sex: Sex) -> str:
    father = Name(of.fathers[0], None, own=of.house + 1).first(Style.RUSSIAN)
    return patronymic(father, female=sex is Sex.FEMALE)


def _drawn(choices: tuple[Part, ...], chance: Random) -> Part:
    """The first ones in a table more often than the last ones, as names are."""
    return choices[int(len(choices) * chance.random() ** 1.5)]
