"""What stands around every page: rooms, the case, the moment shown, who is here, in which language and light."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from homeward.ledger.queries.views import Asked, CaseView
from homeward.moments import Clock
from homeward.web import rooms
from homeward.web.asked import FIELDS, carry, in_dial, query

THEMES = ("auto", "light", "dark")
THEME_COOKIE = "homeward-theme"
LETTERS_COOKIE = "homeward-letters"
#: The short name of what was recorded last, in the address that an act leads back to.
RECORDED = "recorded"
SHORT_NAME = re.compile(r"[wdcpjqk][2-9a-hjkmnp-z]{6}")
#: Names of languages in the language itself.
OWN_NAMES = {"en": "English", "ar": "العربية"}


@dataclass(frozen=True, slots=True)
class Preset:
    """One press on the dials."""

    label: str | Promise
    address: str


@dataclass(frozen=True, slots=True)
class Formats:
    """The same answer for programs, and the command that prints it; shown at the foot of a page."""

    json: str = ""
    csv: str = ""
    command: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    """The way back from what was recorded last; it stays until it is dismissed or the next act."""

    ref: str
    address: str
    open: str
    dismiss: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything of a page that is not its own; `riding` is the moment as every link carries it, written once."""

    here: str
    groups: tuple[rooms.Group, ...]
    acts: tuple[rooms.Door, ...]
    case: CaseView | None
    asked: Asked | None
    zone: tzinfo
    theme: str
    letters: bool
    me: str
    languages: tuple[tuple[str, str], ...]
    address: str
    kept: tuple[tuple[str, str], ...]
    presets: tuple[Preset, ...]
    formats: Formats | None
    riding: str = ""
    undo: Undo | None = None
    palette: str = ""

    @property
    def asked_fields(self) -> tuple[tuple[str, str], ...]:
        """The moment shown, as hidden fields of a form that asks."""
        return tuple(query(self.asked).items()) if self.asked else ()

    @property
    def dial_as_of(self) -> str:
        return in_dial(self.asked.as_of, self.zone) if self.asked and self.asked.as_of_given else ""

    @property
    def dial_known_at(self) -> str:
        return in_dial(self.asked.known_at, self.zone) if self.asked and self.asked.known_at_given else ""

    @property
    def clocks(self) -> tuple[str, ...]:
        return tuple(clock.value for clock in Clock)


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    here: str = "",
    case: CaseView | None = None,
    asked: Asked | None = None,
    formats: Formats | None = None,
    presets: Sequence[Preset] = (),
    status: int = 200,
) -> HttpResponse:
    """Answer with a page in its frame, or with what HTMX asked for alone when the template offers a part."""
    frame = frame_of(request, here=here, case=case, asked=asked, formats=formats, presets=presets)
    return render(request, template, {"frame": frame, **(context or {})}, status=status)


def frame_of(
    request: HttpRequest,
    *,
    here: str = "",
    case: CaseView | None = None,
    asked: Asked | None = None,
    formats: Formats | None = None,
    presets: Sequence[Preset] = (),
) -> Frame:
    """Put the frame together from the request alone; it reads no case data."""
    zone = case.zone if case else asked.case.zone if asked else UTC
    groups = rooms.groups(case_slug=case.slug if case else None, here=here)
    doors = [door for group in groups for door in group.doors]
    return Frame(
        here=here,
        groups=groups,
        acts=tuple(door for name in rooms.MAIN_ACTS for door in doors if door.name == name),
        case=case,
        asked=asked,
        zone=zone,
        theme=theme_of(request),
        letters=request.COOKIES.get(LETTERS_COOKIE) != "off",
        me=who(request),
        languages=tuple((code, OWN_NAMES.get(code, code)) for code, _name in settings.LANGUAGES),
        address=request.get_full_path() if request.method == "GET" else request.path,
        kept=_kept(request, without=(*FIELDS, RECORDED)),
        presets=(*_now(request), *presets) if asked else (),
        formats=formats,
        riding=urlencode(query(asked)) if asked else "",
        undo=_undo(request, case, asked),
        palette=carry(reverse("palette", args=[case.slug]), asked) if case and asked else "",
    )


def theme_of(request: HttpRequest) -> str:
    chosen = request.COOKIES.get(THEME_COOKIE, "auto")
    return chosen if chosen in THEMES else "auto"


def who(request: HttpRequest) -> str:
    """How the signed-in actor is shown, or nothing; a page for strangers does not open a session to find out."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return ""
    return str(request.user) if request.user.is_authenticated else ""


def _now(request: HttpRequest) -> tuple[Preset, ...]:
    kept = dict(_kept(request, without=("as_of", "known_at", RECORDED)))
    return (Preset(_("Now"), carry(request.path, None, **kept)),)


def _undo(request: HttpRequest, case: CaseView | None, asked: Asked | None) -> Undo | None:
    """Offered where an act led back to with the short name of what it recorded; it reads no case data."""
    ref = request.GET.get(RECORDED, "")
    if case is None or not case.may_write or (asked and asked.past) or not SHORT_NAME.fullmatch(ref):
        return None
    kept = dict(_kept(request, without=(RECORDED,)))
    return Undo(
        ref=ref,
        address=carry(reverse("undo", args=[case.slug, ref]), asked),
        open=carry(reverse("statement", args=[case.slug, ref]), asked),
        dismiss=carry(request.path, None, **kept),
    )


def _kept(request: HttpRequest, *, without: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What else this address asks; it stays when the moment changes."""
    return tuple((name, str(value)) for name, value in request.GET.items() if name not in without)


def clock_now() -> datetime:
    """The door's clock, read once a request."""
    return datetime.now(UTC)
