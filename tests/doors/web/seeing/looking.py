"""How tests read a page: its words without the markup, its links, and what programs are answered beside it."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.test import Client

from tests.cast import Desk

GAZA = "/c/gaza_2023_11/"
NOON = "as_of=2023-11-04T12%3A00%2B02%3A00"
OCTOBER = "as_of=2023-10-30&known_at=2023-10-30"


@dataclass(frozen=True)
class House:
    """A desk with cases on it, and the browsers of those who work there."""

    desk: Desk
    officer: Client
    reader: Client
    outsider: Client


def browser_of(desk: Desk, name: str, may: str) -> Client:
    browser = Client(raise_request_exception=False)
    with desk.acting():
        person = desk.person(name, may=may)
    browser.force_login(person)
    return browser


def source_of(answer: HttpResponse) -> str:
    return str(answer.content.decode())


def words_of(answer: HttpResponse, *, within: str = "") -> str:
    """The words of a page, or of the element with this id, as a reader sees them in one line."""
    page = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", source_of(answer), flags=re.DOTALL)
    if within:
        found = re.search(rf'<(\w+)[^>]*\bid="{within}".*?</\1>', page, flags=re.DOTALL)
        assert found, f"there is no {within} on the page"
        page = found[0]
    words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
    return re.sub(r"(?<=[(“]) | (?=[).,:;”])", "", words)


def links_of(answer: HttpResponse) -> list[str]:
    return [html.unescape(link) for link in re.findall(r'<a\b[^>]*\bhref="([^"]*)"', source_of(answer))]


def for_programs(browser: Client, answer: HttpResponse) -> Any:
    """What the address at the foot of a page answers."""
    address = next(link for link in links_of(answer) if link.startswith("/api/"))
    answered = browser.get(address)
    assert answered.status_code == 200, (address, answered.content)
    return json.loads(answered.content)


def rows_of(answer: HttpResponse) -> list[dict[str, str]]:
    """The rows of a table that was kept."""
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
