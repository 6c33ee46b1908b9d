"""The page of the phone. It holds nothing of anybody: what it shows the phone fetches with its own key, and keeps."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

FILES = (
    "css/tokens.css",
    "css/dark.css",
    "css/fonts.css",
    "css/base.css",
    "css/boarding.css",
    "js/boarding/app.js",
    "js/boarding/crossing.js",
    "js/boarding/desk.js",
    "js/boarding/scanning.js",
    "js/boarding/sealing.js",
    "js/boarding/standing.js",
    "js/boarding/store.js",
    "icons/homeward.svg",
    "fonts/noto-sans-5.3.0-latin-400.woff2",
    "fonts/noto-sans-5.3.0-latin-700.woff2",
    "fonts/noto-sans-5.3.0-cyrillic-400.woff2",
    "fonts/noto-sans-arabic-5.3.0-400.woff2",
)
"""What the phone keeps of the desk, beside the page itself."""


@require_safe
def shell(request: HttpRequest) -> HttpResponse:
    """The page itself, the same for everybody."""
    answer = render(request, "boarding/phone.html")
    answer["Cache-Control"] = "no-cache"
    return answer


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """What answers for the desk on the phone while there is no network: the page and its files as they were last fetched."""
    kept = {
        "name": f"homeward-boarding-{get_language()}-{_version()}",
        "files": [reverse("phone"), reverse("phone_app"), *(static(name) for name in FILES)],
    }
    text = _text("js/boarding/worker.js").replace('"KEPT"', json.dumps(kept))
    answer = HttpResponse(text, content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    return answer


@require_safe
def app(request: HttpRequest) -> HttpResponse:
    """What a phone needs to know to keep the page as an app."""
    told = {
        "name": _("Boarding"),
        "short_name": _("Boarding"),
        "start_url": reverse("phone"),
        "scope": reverse("phone"),
        "display": "standalone",
        "background_color": "#f6f6f3",
        "theme_color": "#1b2026",
        "icons": [{"src": static("icons/homeward.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }
    return HttpResponse(json.dumps(told), content_type="application/manifest+json; charset=utf-8")


@cache
def _version() -> str:
    """A mark that changes with any of the files and the page, so that a phone fetches them anew."""
    mark = sha256()
    for name in (*FILES, "js/boarding/worker.js"):
        mark.update(_bytes(name))
    mark.update((Path(__file__).parents[1] / "templates" / "boarding" / "phone.html").read_bytes())
    return mark.hexdigest()[:16]


def _text(name: str) -> str:
    return _bytes(name).decode()


def _bytes(name: str) -> bytes:
    found = finders.find(name)
    assert isinstance(found, str), f"{name} is a file of the desk"
    return Path(found).read_bytes()
