"""A small invented register, as two voices and a list tell of it, and how tests read its pages."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.test import Client

from homeward.people import actions
from homeward.people.core import readings
from homeward.people.core.values import CodeGiven, NameGiven, Values
from tests.apps.people.registers import SLUG, Register, named
from tests.cast import Desk
from tests.grounds.databases import Database

ROOM = f"/c/{SLUG}/people/"
TOLD = {"speaker": "A relative on the telephone", "said": "4 Jan 2026 18:30", "modality": "asserted"}
ZONE = "P<UTODARVISH<<LAMIA<NUR<<<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"


@dataclass
class Registered:
    """The register, and the ids of those in it by a short name."""

    register: Register
    people: dict[str, UUID] = field(default_factory=dict)

    @property
    def desk(self) -> Desk:
        return self.register.desk

    def at(self, who: str, *path: str) -> str:
        """The address of somebody's page, or of one below it."""
        return f"{ROOM}{self.people[who]}/" + "".join(f"{part}/" for part in path)


def lamia() -> Values:
    return Values(
        names=(NameGiven("لمياء درويش"), NameGiven("Lamia Darvish", "English")),
        birth=readings.day("03/04/1985"),
        sex=CodeGiven("female", "F"),
        nationalities=readings.nationalities("Russian")[0],
        documents=(readings.document("AB 1234567", "passport", "Russia", readings.day("1 Feb 2015"), readings.day("1 Feb 2025")),),
        place="the upper village",
    )  # fmt: skip


def filled(register: Register) -> Registered:
    """Two who belong together, told of by a ministry, a relative and a list; one of them contested, one without a birth."""
    found = Registered(register)
    people = found.people
    people["lamia"] = register.enter(lamia(), words="She asked to be called after dark.", via=("An agency",))
    people["omar"] = register.enter(
        named("Omar Darvish", birth=readings.day("1 Jan 1979"), nationalities=readings.nationalities("Egyptian")[0]),
        speaker="A relative on the telephone", said="3 Jan 2026",
    )  # fmt: skip
    people["third"] = register.enter(named("Ivan Third"))
    lamia_again = named("Lamia Darwish", birth=readings.day("3 May 1985"), household="12")
    register.takes((people["lamia"], lamia_again), (people["omar"], named("Omar Darwish", household="12")))
    register.whereabouts(
        people["lamia"], "held", "A delegate", occurred="1 Jan 2026", place="the mill", holder="armed men"
    )
    register.whereabouts(people["lamia"], "dead", "A captor", occurred="2 Jan 2026", modality="alleged")
    register.whereabouts(people["lamia"], "seen", "A delegate", occurred="3 Jan 2026", place="the bridge")
    register.does(actions.relate, person=people["lamia"], relation="spouse_of", other=people["omar"], speaking={})
    register.does(actions.need, person=people["lamia"], code="SM", words="insulin twice a day", speaking={})
    register.does(
        actions.consent, person=people["lamia"], state="given", given_by="person", scope=("neutral_body", "family"),
        speaking={"told_by": people["lamia"]},
    )  # fmt: skip
    register.does(actions.seek, sought=people["lamia"], inquirer=people["omar"], speaking={"told_by": people["omar"]})
    return found


def signed_in(desk: Desk, name: str, may: str) -> Client:
    client = Client(raise_request_exception=False)
    with desk.acting():
        person = desk.person(name, may=may)
    client.force_login(person)
    return client


def readings_of(database: Database) -> list[dict[str, Any]]:
    """What the desk's log says of who was shown people, the latest last."""
    lines = database.superuser(
        "SELECT entry FROM access_event WHERE kind = 'people.read' ORDER BY position"
    ).splitlines()
    return [json.loads(line)["what"] for line in lines]
