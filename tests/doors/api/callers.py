"""Programs that ask the desk over HTTP, and what the desk of these tests holds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlencode
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client

from homeward.access import actions as access
from homeward.access.models import Actor, Compartment
from homeward.ledger import actions
from tests.cast import Desk, case_of, figure

NOW = datetime.now(UTC)
CANARY = "Zanzibar"
"""Stands in every text of the southern compartment; nobody of the north may ever read it."""


@dataclass(frozen=True)
class Caller:
    """A program with a token; addresses are given without the prefix, parameters by name."""

    actor: Actor | None
    token: str = ""

    def ask(self, address: str, *, headers: dict[str, str] | None = None, **asked: Any) -> HttpResponse:
        return self._call("GET", address, b"", headers=headers or {}, asked=asked)

    def answer(self, address: str, **asked: Any) -> Any:
        """The body of an answer that must be one."""
        response = self.ask(address, **asked)
        assert response.status_code == 200, response.content
        return json.loads(response.content)

    def send(
        self, address: str, body: Any, *, key: UUID | None = None, kind: str = "application/json", **asked: Any
    ) -> HttpResponse:
        """Send a body: bytes as they are, anything else as JSON, with a fresh key unless one is given."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        return self._call(
            "POST", address, data, headers={"Idempotency-Key": str(key or uuid4())}, asked=asked, kind=kind
        )

    def _call(
        self, method: str, address: str, data: bytes, *, headers: dict[str, str], asked: dict[str, Any],
        kind: str = "application/json",
    ) -> HttpResponse:  # fmt: skip
        mine = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        query = urlencode(asked, doseq=True)
        path = f"/api/{quote(address, safe='/%')}" + (f"?{query}" if query else "")
        return Client().generic(method, path, data, content_type=kind, headers={**mine, **headers})  # type: ignore[return-value]


def error(response: HttpResponse) -> dict[str, Any]:
    """The error in an answer."""
    found: dict[str, Any] = json.loads(response.content)["error"]
    return found


@dataclass
class House:
    """A desk with two compartments, and the programs of four people: who may write in the north, who in the south,
    who may read the north, and who may see nothing."""

    desk: Desk
    north: Compartment
    south: Compartment
    anna: Caller
    boris: Caller
    vera: Caller
    gleb: Caller

    def caller(
        self, name: str, compartment: Compartment | None, *, write: bool, scopes: tuple[str, ...] = ("read", "write")
    ) -> Caller:
        """A new person with grants in one compartment, and a token."""
        with self.desk.acting() as operator:
            person = access.make_person(name=name, password="a rather long pass phrase", by=operator, at=NOW)
            if compartment is not None:
                access.grant(actor=person, compartment=compartment, may_write=write, by=operator, at=NOW)
        return self.token(person, ("read", "write"))

    def token(self, person: Actor, scopes: tuple[str, ...], *, at: datetime = NOW, days: int = 30) -> Caller:
        with self.desk.acting(person):
            return Caller(person, access.make_token(name="a program", scopes=scopes, days=days, by=person, at=at))

    def load(self, case: dict[str, Any], compartment: Compartment, by: Caller) -> actions.Loaded:
        with self.desk.acting(by.actor) as actor:
            return actions.load_case(
                data=json.dumps(case).encode(), compartment=compartment.id, accept_warnings=True, by=actor, at=NOW
            )


def house_of(desk: Desk) -> House:
    """The house with its cases: `harbour` in the north, `harbour-south` in the south, and `bridge` in both."""
    with desk.acting() as operator:
        north, south = (
            access.make_compartment(slug=slug, name=slug.title(), by=operator, at=NOW) for slug in ("north", "south")
        )
    nobody = Caller(None)
    house = House(desk, north, south, nobody, nobody, nobody, nobody)
    house.anna = house.caller("anna", north, write=True)
    house.boris = house.caller("boris", south, write=True)
    house.vera = house.caller("vera", north, write=False)
    house.gleb = house.caller("gleb", None, write=False)
    house.load(harbour("harbour", ""), north, house.anna)
    house.load(harbour("bridge", ""), north, house.anna)
    house.load(harbour("harbour-south", CANARY), south, house.boris)
    house.load(harbour("bridge", CANARY), south, house.boris)
    return house


def harbour(slug: str, mark: str) -> dict[str, Any]:
    """A case with a whole and its part, rivals, a correction, a possible return and a condition, each text marked."""

    def marked(words: str) -> str:
        return f"{words} {mark}".strip()

    everyone, citizens = marked("all on the list"), marked("citizens on the list")
    whole = figure("listed", everyone, ">", 900)
    part = figure("listed", citizens, ">", 500, part_of=everyone)
    possible = figure("possible return", marked("held"), "=", 8, kind="plan")
    case = case_of(
        {"text": marked("over 900 on the list, more than 500 citizens"), "figures": [whole, part]},
        {"text": marked("about 600 citizens on the list"), "said_on": "2026-01-02", "speaker": marked("An ambassador"),
         "figures": [figure("listed", citizens, "~", 600)]},
        {"text": marked("eight may return"), "said_on": "2026-01-03", "modality": "possible",
         "speaker": marked("A diplomatic source"), "figures": [possible]},
        {"text": marked("910 on the list"), "said_on": "2026-01-04", "corrects": "s1",
         "figures": [figure("listed", everyone, "=", 910)]},
        {"text": marked("nothing new"), "said_on": "2026-01-05", "party": "N"},
        slug=slug, zone="Asia/Gaza",
        conditions=[{"id": "c1", "text": marked("passage of the wounded"), "demanded_by": "N", "demanded_of": "S",
                     "gates": marked("exit of citizens"), "stated_on": "2026-01-03", "source": ["wire"]}],
    )  # fmt: skip
    case["title"] = marked("A harbour")
    case["sources"]["wire"].update(outlet=marked("An agency"), published="2026-01-06")
    for party in case["parties"]:
        party["name"] = marked(party["name"])
    return case
