"""An invented person: the truth that lists tell more or less well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from homeward.invented.written import Name, Style


class Sex(StrEnum):
    """As passports write it."""

    FEMALE = "F"
    MALE = "M"


class Origin(StrEnum):
    """What a household is made of; it decides names, nationalities and papers."""

    RUSSIAN_PALESTINIAN = "russian and palestinian"
    UKRAINIAN_PALESTINIAN = "ukrainian and palestinian"
    CHECHEN_PALESTINIAN = "chechen and palestinian"
    EGYPTIAN_PALESTINIAN = "egyptian and palestinian"
    TUNISIAN_PALESTINIAN = "tunisian and palestinian"
    PALESTINIAN = "palestinian"
    TURKISH = "turkish"
    ISRAELI_HELD = "israeli, held"
    RUSSIAN_ISRAELI_HELD = "russian and israeli, held"
    THAI_HELD = "thai, held"
    FILIPINO_HELD = "filipino, held"


class Kinship(StrEnum):
    """What the other one is to this person."""

    PARENT = "parent"
    CHILD = "child"
    SPOUSE = "spouse"
    SIBLING = "sibling"
    GUARDIAN = "guardian"
    WARD = "ward"


class Need(StrEnum):
    """Specific needs by their two-letter categories; "pregnant" stands apart, which the categories do not tell."""

    CHILD_AT_RISK = "CR"
    UNACCOMPANIED_CHILD = "SC"
    OLDER_PERSON = "ER"
    SINGLE_PARENT = "SP"
    DISABILITY = "DS"
    MEDICAL_CONDITION = "SM"
    FAMILY_UNITY = "FU"
    PREGNANT = "pregnant"


class Flaw(StrEnum):
    """What the papers of a person lack or have wrong; the person is as true as any other."""

    NO_GIVEN_NAME = "no given name"
    NO_FAMILY_NAME = "no family name"
    FIRST_OF_JANUARY = "1 January stands for an unknown day"
    NO_DOCUMENT = "no document"
    BAD_DOCUMENT = "bad document number"
    UNDEFINED_DOCUMENT = "a document of no defined kind"


@dataclass(frozen=True, slots=True)
class Document:
    """A paper: its kind, country (three letters), number as written on it, its days, and its machine-readable lines."""

    kind: str
    country: str
    number: str
    issued: date | None = None
    expires: date | None = None
    zone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """What another person, named by id, is to this one."""

    kind: Kinship
    to: str


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person. `birth` is true; where `flaws` say so, papers show 1 January of that year."""

    id: str
    household: str
    origin: Origin
    sex: Sex
    birth: date
    name: Name
    nationalities: tuple[str, ...]
    documents: tuple[Document, ...]
    relations: tuple[Relation, ...]
    needs: tuple[Need, ...]
    place: str
    held: bool = False
    flaws: tuple[Flaw, ...] = ()

    @property
    def written_birth(self) -> date:
        """The day of birth as papers show it."""
        return date(self.birth.year, 1, 1) if Flaw.FIRST_OF_JANUARY in self.flaws else self.birth

    def age(self, on: date) -> int:
        """Full years on a day; of somebody not yet born -1."""
        return on.year - self.birth.year - ((on.month, on.day) < (self.birth.month, self.birth.day))

    def passport(self, country: str = "") -> Document | None:
        """The first passport, or that of one country."""
        return next((d for d in self.documents if d.kind == "passport" and country in ("", d.country)), None)

    def kin(self, kind: Kinship) -> tuple[str, ...]:
        """The ids of those who are that to this person."""
        return tuple(relation.to for relation in self.relations if relation.kind is kind)

    def as_json(self) -> dict[str, Any]:
        """All of it in plain values, the name as each office writes it; says first that nobody is real."""
        return {
            "invented": True,
            "id": self.id,
            "household": self.household,
            "origin": self.origin.value,
            "sex": self.sex.value,
            "birth": self.birth.isoformat(),
            "written_birth": self.written_birth.isoformat(),
            "names": {style.value: self.name.written(style) for style in Style},
            "nationalities": list(self.nationalities),
            "documents": [_told(document) for document in self.documents],
            "relations": [{"kind": relation.kind.value, "to": relation.to} for relation in self.relations],
            "needs": [need.value for need in self.needs],
            "place": self.place,
            "held": self.held,
            "flaws": [flaw.value for flaw in self.flaws],
        }


def _told(document: Document) -> dict[str, Any]:
    told = {"kind": document.kind, "country": document.country, "number": document.number, "zone": list(document.zone)}
    days = {"issued": document.issued, "expires": document.expires}
    return told | {name: day.isoformat() for name, day in days.items() if day}
