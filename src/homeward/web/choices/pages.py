"""How somebody likes to read: language, light, letter keys. Kept in cookies, so it works before sign-in too."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from homeward.moments import day_of, dial, zone
from homeward.refusals import Refused
from homeward.web.frame import LETTERS_COOKIE, THEME_COOKIE, THEMES, clock_now

A_YEAR = 365 * 24 * 3600
DIALS = ("as_of", "known_at")


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen and go back to where it was chosen; what is not offered changes nothing."""
    answer = HttpResponseRedirect(back(request))
    choices = (
        ("language", settings.LANGUAGE_COOKIE_NAME, tuple(code for code, _ in settings.LANGUAGES)),
        ("theme", THEME_COOKIE, THEMES),
        ("letters", LETTERS_COOKIE, ("on", "off")),
    )
    for field, cookie, offered in choices:
        if (chosen := request.POST.get(field)) in offered:
            answer.set_cookie(
                cookie, chosen, max_age=A_YEAR, samesite="Lax", httponly=True, secure=settings.SESSION_COOKIE_SECURE
            )
    return answer


def back(request: HttpRequest, default: str = "/") -> str:
    """Where a form asked to go next, as long as that is on this desk."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    here = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if here and wanted.startswith("/") else default


@require_GET
def read_dial(request: HttpRequest) -> HttpResponse:
    """Say how words in a dial are read, before anybody goes there."""
    words = next((request.GET[name].strip() for name in DIALS if name in request.GET), "")
    try:
        place, _note = zone(request.GET.get("zone", ""))
        moment = dial(words, place, reference=day_of(clock_now(), place)) if words else None
    except Refused as refused:
        return render(request, "parts/_dial_read.html", {"refused": refused})
    return render(request, "parts/_dial_read.html", {"moment": moment, "zone": ZoneInfo(str(place))})
