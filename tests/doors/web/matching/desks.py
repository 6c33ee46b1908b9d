"""A case in whose register people may be one, browsers of those who judge, and pairs with evidence a search would leave."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client

from homeward.matching.core.fields import FIELDS
from homeward.matching.models import Pair
from homeward.people.core.identities import pair_of
from tests.apps.people.registers import SLUG
from tests.doors.web.people.registered import signed_in
from tests.spec.matching.rooms import Room

CASE = f"/c/{SLUG}/"
REVIEW = f"{CASE}review/"
LEVELS = {"given": "same", "fathers": "missing", "family": "alike", "birth": "same day", "sex": "same"}


@dataclass
class Seats:
    """The room, and who sits in it."""

    room: Room
    clients: dict[str, Client] = field(default_factory=dict)

    def client(self, name: str, may: str) -> Client:
        if name not in self.clients:
            self.clients[name] = signed_in(self.room.desk, name, may)
        return self.clients[name]

    @property
    def officer(self) -> Client:
        return self.client("Olga Officer", "write")

    @property
    def second(self) -> Client:
        return self.client("Sami Second", "write")

    @property
    def reader(self) -> Client:
        return self.client("Rosa Reader", "read")

    @property
    def outsider(self) -> Client:
        return self.client("Otto Outsider", "")

    def pair(
        self, one: str, other: str, per_mille: int = 800, birth: str = "3 Apr 1985", **levels: str
    ) -> tuple[UUID, UUID]:
        """Two relatives tell of somebody, and a search leaves the two open."""
        found = pair_of(self.room.tells(one, birth=birth), self.room.tells(other, birth=birth))
        self.left_open(*found, per_mille, **levels)
        return found

    def left_open(self, one: UUID, other: UUID, per_mille: int = 800, **levels: str) -> None:
        self.room.near(one, other, per_mille)
        told = {**LEVELS, **levels}
        with self.room.desk.acting():
            Pair.objects.filter(one_id__in=(one, other), other_id__in=(one, other)).update(
                levels=[told.get(each, "missing") for each in FIELDS]
            )

    def judges(self, pair: tuple[UUID, UUID], judgement: str, *, by: Client | None = None, **more: str) -> HttpResponse:
        given = {"judgement": judgement, "once": str(uuid4()), **more}
        return (by or self.officer).post(at(pair), given)


def at(pair: tuple[UUID, UUID]) -> str:
    return f"{REVIEW}{pair[0]}/{pair[1]}/"


def judged_as(answer: HttpResponse) -> str:
    """The short name of the judgement to which an answer leads."""
    return str(answer.headers["Location"].partition("judged=")[2].partition("&")[0])
