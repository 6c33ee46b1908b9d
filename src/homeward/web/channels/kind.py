"""One kind of thing that is entered of talks: what its page says, its form, how it is recorded, and where it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.functional import Promise

from homeward.talks.actions import Done
from homeward.web.asked import AskedHere
from homeward.web.channels.forms import Choices, TalksForm

Given = dict[str, Any]


@dataclass(frozen=True, slots=True)
class What:
    """`filled` is how one that is there fills the form; `offers` is what may be chosen in it."""

    title: str | Promise
    change: str | Promise
    lead: str | Promise
    form: type[TalksForm]
    record: Callable[[Any, UUID | None], tuple[Callable[..., Done], Given]]
    shows: str
    offers: Callable[[HttpRequest, AskedHere], dict[str, Choices]]
    filled: Callable[[AskedHere, UUID], Given | None] = lambda _asked, _id: None
