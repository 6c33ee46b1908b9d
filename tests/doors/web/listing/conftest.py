"""A case into which lists come, and people at it: two who may write, one who may read, one who may not see it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from homeward.ledger.queries.views import CaseView
from homeward.lists import queries
from tests.cast import Desk
from tests.grounds.databases import Database
from tests.spec.lists.lists import opened_case, written

LISTS = "/c/crossing/lists/"


@dataclass(frozen=True)
class Room:
    """A desk with the case, and short ways to work in its room of lists."""

    desk: Desk
    case: CaseView
    clients: dict[str, Client] = field(default_factory=dict)
    database: Database | None = None

    def client(self, name: str, may: str) -> Client:
        if name not in self.clients:
            client = Client(raise_request_exception=False)
            with self.desk.acting():
                person = self.desk.person(name, may=may)
            client.force_login(person)
            self.clients[name] = client
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

    def send(
        self, rows: Any, *, name: str = "list.csv", title: str = "Crossing list", declared: str = "", by: Any = None
    ) -> HttpResponse:
        """Send a file by the form."""
        data = rows if isinstance(rows, bytes) else written(rows)
        given = {"authority": "The embassy", "title": title, "declared": declared}
        return (by or self.officer).post(f"{LISTS}receive/", {**given, "file": SimpleUploadedFile(name, data)})

    def sent(self, rows: Any, **more: Any) -> UUID:
        """Send a file, and give its id."""
        answer = self.send(rows, **more)
        assert answer.status_code == 302, answer.content.decode()[:4000]
        return UUID(answer.url.rstrip("/").split("?")[0].rstrip("/").split("/")[-1])

    def take(self, upload: UUID, **more: str) -> HttpResponse:
        return self.officer.post(f"{LISTS}files/{upload}/take-in", {"accept_warnings": "on", **more})

    def taken(self, rows: Any, *, gone: str = "", reason: str = "", **more: Any) -> queries.VersionView:
        """Send a file and take it in; gives the version."""
        upload = self.sent(rows, **more)
        answer = self.take(upload, gone=gone, reason=reason)
        assert answer.status_code == 302, answer.content.decode()
        with self.desk.acting():
            return queries.version(self.case, upload)

    def preview(self, upload: UUID) -> queries.PreviewView:
        with self.desk.acting():
            return queries.preview(self.case, upload)

    def read(self, name: str = "people.read") -> list[dict[str, Any]]:
        """What the log of the desk holds of one kind of event; only a desk whose acts last has one to look at."""
        assert self.database
        rows = self.database.superuser(f"SELECT entry FROM access_event WHERE kind = '{name}' ORDER BY position")
        return [json.loads(row) for row in rows.splitlines()]


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room(desk, opened_case(desk))


@pytest.fixture
def lasting_room(lasting_desk: Desk, fresh_database: Database) -> Room:
    """A room whose acts last, so that the log of the desk can be looked at from outside."""
    return Room(lasting_desk, opened_case(lasting_desk), database=fresh_database)
