"""The same answer for programs: its address in the interface, its file, and the command that prints it."""

from __future__ import annotations

import re
import shlex
from urllib.parse import quote

from django.http import HttpResponse
from django.urls import reverse

from homeward.ledger.queries.views import Asked
from homeward.web.asked import carry, query

OPTIONS = {"as_of": "--as-of", "known_at": "--known-at", "clock": "--clock", "compartment": "--compartment"}


def address(asked: Asked, *path: str, **more: str) -> str:
    """Where the interface answers this question: `address(asked, "statements", ref)`."""
    parts = "/".join(quote(part, safe="") for part in ("cases", asked.case.slug, *path))
    return carry(reverse("api:api-root") + parts, asked, **more)


def command(asked: Asked, *words: str, **more: str) -> str:
    """The command that prints this answer, as one would type it."""
    chosen = {OPTIONS[name]: value for name, value in query(asked).items()}
    options = {"--case": asked.case.slug, **chosen, **{f"--{name}": value for name, value in more.items() if value}}
    return shlex.join(["homeward", *words, *(word for option in options.items() for word in option)])


def csv_file(table: str, *name: str) -> HttpResponse:
    """A table to keep, with a mark by which spreadsheets know that it is UTF-8."""
    named = re.sub(r"[^A-Za-z0-9_.-]+", "_", "-".join(name))[:120]
    answer = HttpResponse(table.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{named}.csv"'
    return answer
