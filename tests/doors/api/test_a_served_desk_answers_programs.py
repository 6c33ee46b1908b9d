"""The same over a real connection: the server, its headers, bodies too large or cut off."""

from __future__ import annotations

import http.client
import json
import socket
from urllib.parse import urlsplit

import pytest

from homeward.access import actions as access
from tests.cast import opened
from tests.doors.api.callers import NOW, harbour
from tests.grounds.pages import Desk


@pytest.fixture
def token(served: Desk) -> str:
    desk = opened()
    desk.load(harbour("harbour", ""), accept_warnings=True)
    with desk.acting() as operator:
        return access.make_token(name="a program", scopes=("read", "write"), days=1, by=operator, at=NOW)


def test_a_served_desk_answers_programs(served: Desk, token: str) -> None:
    place = urlsplit(served.address)
    mine = {"Authorization": f"Bearer {token}"}

    def ask(
        method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=30)
        connection.request(method, f"/api/{path}", body, {**mine, **headers})
        response = connection.getresponse()
        return response, response.read()

    whole, body = ask("GET", "cases/harbour/picture?as_of=2026-02-01&known_at=2026-02-01")
    assert (whole.status, json.loads(body)["case"]) == (200, "harbour")

    head, nothing = ask("HEAD", "cases/harbour/picture?as_of=2026-02-01&known_at=2026-02-01")
    assert (head.status, nothing, head.headers["ETag"]) == (200, b"", whole.headers["ETag"])
    assert head.headers["Content-Length"] == str(len(body))

    again, nothing = ask(
        "GET",
        "cases/harbour/picture?as_of=2026-02-01&known_at=2026-02-01",
        None,
        **{"If-None-Match": whole.headers["ETag"]},
    )
    assert (again.status, nothing) == (304, b"")

    large, told = ask("POST", "cases", b"{" + b" " * 1_100_000 + b"}", **{"Content-Type": "application/json"})
    assert (large.status, "error" in json.loads(told)) == (413, True)

    odd, told = ask("GET", "cases/%00%ff%0a/picture?as_of=%ff%00")
    assert (odd.status, "error" in json.loads(told)) == (400, True)

    with socket.create_connection((place.hostname or "", place.port or 0), timeout=30) as cut:
        sent = f"POST /api/case-files HTTP/1.1\r\nHost: {place.netloc}\r\nAuthorization: Bearer {token}\r\n"
        cut.sendall(f"{sent}Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n".encode() + b'{"schema"')
    after, told = ask("GET", "cases")
    assert [case["case"] for case in json.loads(told)["cases"]] == ["harbour"], "what was cut off left nothing behind"
    assert after.headers["X-Request-Id"]
