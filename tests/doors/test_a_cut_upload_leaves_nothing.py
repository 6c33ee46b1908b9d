"""An upload that is cut leaves nothing: a connection drops amid a file, a body is shorter than it says; then the whole comes in."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.test import Client

from homeward.access import actions as access
from homeward.lists.models import Original, Upload
from tests.cast import Desk, opened
from tests.doors.api.callers import NOW
from tests.grounds.databases import Database
from tests.grounds.pages import serving
from tests.spec.lists.lists import EVERYBODY, opened_case, written

EDGE = "the-edge"
WHOLE = written(EVERYBODY * 400)


@pytest.fixture(scope="module")
def desk(module_database: Database) -> Desk:
    return opened()


@pytest.fixture(scope="module")
def case(desk: Desk) -> object:
    return opened_case(desk)


@pytest.fixture(scope="module")
def address(desk: Desk, case: object, module_database: Database) -> Iterator[str]:
    with serving(module_database) as served:
        yield served.address


@dataclass(frozen=True)
class To:
    """A door to which a list is sent: where, as whom, with which fields of the form, and what it answers to a whole one."""

    path: str
    headers: dict[str, str]
    fields: dict[str, str]
    taken: int


@pytest.fixture(scope="module", params=["api", "web"])
def to(request: pytest.FixtureRequest, desk: Desk, case: object) -> To:
    if request.param == "api":
        with desk.acting() as operator:
            token = access.make_token(name="a program", scopes=("read", "write"), days=1, by=operator, at=NOW)
        fields = {"authority": "The embassy", "list": "By a program"}
        return To("/api/cases/crossing/lists/files", {"Authorization": f"Bearer {token}"}, fields, 201)
    client = Client()
    with desk.acting():
        client.force_login(desk.person("Olga Officer", may="write"))
    page = client.get("/c/crossing/lists/receive/").content.decode()
    key = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert key is not None
    fields = {"csrfmiddlewaretoken": key[1], "authority": "The embassy", "declared": "", "title": "By the form"}
    cookies = "; ".join(f"{name}={cookie.value}" for name, cookie in client.cookies.items())
    return To("/c/crossing/lists/receive/", {"Cookie": cookies}, fields, 302)


def form(data: bytes, **fields: str) -> bytes:
    """A form with a file and then its fields, as browsers send it."""
    file = f'--{EDGE}\r\nContent-Disposition: form-data; name="file"; filename="list.csv"\r\nContent-Type: text/csv\r\n\r\n'
    parts = [
        f'--{EDGE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    return file.encode() + data + b"\r\n" + "".join(parts).encode() + f"--{EDGE}--\r\n".encode()


def answered(address: str, to: To, body: bytes, *, length: int, drops: bool = False) -> int:
    """The status that the desk answers to these bytes under that length; 0 when the caller is gone before it does."""
    place = urlsplit(address)
    with socket.create_connection((place.hostname or "", place.port or 0), timeout=30) as line:
        told = {
            "Host": place.netloc,
            "Content-Type": f"multipart/form-data; boundary={EDGE}",
            "Content-Length": str(length),
        }
        head = "".join(f"{name}: {value}\r\n" for name, value in {**told, **to.headers, **once()}.items())
        line.sendall(f"POST {to.path} HTTP/1.1\r\n{head}Connection: close\r\n\r\n".encode() + body)
        if drops:
            return 0
        if length > len(body):
            line.shutdown(socket.SHUT_WR)  # there is no more, and an answer is waited for
        said = b""
        while part := line.recv(65_536):
            said += part
    return int(said.split(b" ", 2)[1])


def once() -> dict[str, str]:
    return {"Idempotency-Key": str(uuid4())}


def stored() -> tuple[int, int]:
    return Original.objects.count(), Upload.objects.count()


def data_of(to: To) -> bytes:
    """A list of some 100 kB, another one for each door."""
    return WHOLE + to.path.encode() + b",,,\n"


def test_a_cut_upload_leaves_nothing_and_the_whole_comes_in_afterwards(desk: Desk, address: str, to: To) -> None:
    body = form(data_of(to), **to.fields)
    with desk.acting():
        before = stored()
    # Amid the file, amid the name of the list, which comes last, and before the line that ends the form.
    ending = len(EDGE) + 8
    for cut in (40, len(body) // 2, len(body) - ending - 4, len(body) - ending):
        # Its own length says that more was to come; or some box between cut it and said so in the length.
        for length in (len(body), cut):
            status = answered(address, to, body[:cut], length=length)
            assert 400 <= status < 500, (cut, length, status)
        answered(address, to, body[:cut], length=len(body), drops=True)
    with desk.acting():
        assert stored() == before

    assert answered(address, to, body, length=len(body)) == to.taken
    with desk.acting():
        assert stored() == (before[0] + 1, before[1] + 1)
        kept = Original.objects.order_by("-received_at").values_list("size", flat=True)[0]
    assert kept == len(data_of(to))
