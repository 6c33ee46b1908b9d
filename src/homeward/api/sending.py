"""How answers leave: one canonical text, and a tag by which an unchanged answer need not be sent again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.urls import reverse
from django.utils.http import parse_etags

from homeward.ledger.queries.views import Asked
from homeward.moments import stamp
from homeward.seals import canonical

Json = dict[str, Any]
TYPE = "application/json; charset=utf-8"


def document(status: int, body: Any) -> HttpResponse:
    """An answer in canonical JSON: sorted keys, no spaces, one spelling."""
    return HttpResponse(canonical.dumps(body), status=status, content_type=TYPE)


def answer(request: HttpRequest, body: Json, *, asked: Asked | None = None, fixed: Json | None = None) -> HttpResponse:
    """Answer a reading question, or say that nothing changed since the tag the asker has.

    The tag is strong when the question names its moments. Where the desk filled in "now", two answers that differ in
    nothing else are equivalent and no more: the tag is weak then, made from `fixed`, or the body without its moments.
    """
    moves = asked is not None and not (asked.as_of_given and asked.known_at_given)
    tag = _tag(_without_moments(body if fixed is None else fixed) if moves else body, weak=moves)
    if _has(request, tag):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = document(200, body)
    response["ETag"] = tag
    return response


def made(body: Json, *, at: str, status: int = 201) -> HttpResponse:
    """Answer an act with what it recorded and where that can be read."""
    response = document(status, body)
    response["Location"] = f"{reverse('api:api-root')}{at}"
    return response


def page(request: HttpRequest, body: Json, *, asked: Asked, page: int, pages: int) -> HttpResponse:
    """Answer with one page of a list; the addresses of its neighbours name the moments, so all are of one list."""
    near = {"next": page + 1 if page < pages else None, "prev": page - 1 if page > 1 else None}
    links = {name: _address(request, asked, number) for name, number in near.items() if number is not None}
    response = answer(request, {**body, "next": links.get("next"), "prev": links.get("prev")}, asked=asked, fixed=body)
    if links:
        response["Link"] = ", ".join(f'<{address}>; rel="{name}"' for name, address in links.items())
    return response


def _address(request: HttpRequest, asked: Asked, number: int) -> str:
    query = {
        **request.GET.dict(),
        "as_of": stamp(asked.as_of),
        "known_at": stamp(asked.known_at),
        "clock": asked.clock.value,
        "page": str(number),
    }
    return f"{request.path}?{urlencode(query)}"


def _tag(body: Mapping[str, Any], *, weak: bool) -> str:
    digest = hashlib.sha256(canonical.dumps(body).encode()).hexdigest()[:32]
    return f'W/"{digest}"' if weak else f'"{digest}"'


def _without_moments(body: Json) -> Json:
    return {name: value for name, value in body.items() if name not in ("as_of", "known_at")}


def _has(request: HttpRequest, tag: str) -> bool:
    """Whether the asker has this answer already (RFC 9110 13.1.2: compared weakly)."""
    theirs = parse_etags(request.headers.get("If-None-Match", ""))
    return theirs == ["*"] or tag.removeprefix("W/") in (each.removeprefix("W/") for each in theirs)
