"""What one types on the sheet, and how tests press its buttons."""

from __future__ import annotations

import html
import re
from uuid import uuid4

from django.test import Client

WRITE = "/c/bridge/write/"
CALL = {
    "speaker": "the ministry's spokeswoman",
    "speaker_kind": "unnamed",
    "capacity": "spokeswoman",
    "party": "Northland",
    "via.0.name": "An agency",
    "said": "4 Jan 2026 18:30",
    "occurred": "4 Jan 2026",
    "modality": "conditional",
    "text": "Forty are on the list; they may go once the bridge is mended.",
    "topic": "the list",
    "figures.0.lo": "more than 40",
    "figures.0.population": "people of the upper village",
    "figures.0.measure": "listed",
    "conditions.0.text": "the bridge is mended",
    "conditions.0.gates": "exit of villagers",
    "conditions.0.demanded_of": "Southland",
}


def press(client: Client, do: str = "check", *, to: str = WRITE, once: str = "", **typed: str):
    """Send the sheet with one of its buttons; `**typed` changes fields, with `__` for a point."""
    fields = {**CALL, **{name.replace("__", "."): value for name, value in typed.items()}}
    return client.post(to, {"once": once or str(uuid4()), "do": do, **fields})


def record(client: Client, *, once: str = "", **typed: str) -> str:
    """Record the call; gives its short name."""
    answer = press(client, "record", once=once, **typed)
    assert answer.status_code == 302, shown(answer)
    return re.search(r"recorded=(\w+)", answer.headers["Location"])[1]


def shown(answer) -> str:
    """The words of a page, without its markup."""
    page = re.sub(r"<(script|style)\b.*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    words = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
    return re.sub(r"(?<=\() | (?=[).,:;])", "", words)
