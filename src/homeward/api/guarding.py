"""The outermost frame of every request: whatever happens inside, an answer in one form leaves, numbered."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from homeward.api import faults

View = Callable[..., HttpResponse]


def guarded(view: View) -> View:
    """The view, which now answers HEAD as GET, every fault in the one form, and keeps answers out of every store."""

    @wraps(view)
    def answered(request: HttpRequest, **in_path: Any) -> HttpResponse:
        number = uuid4().hex
        bodiless = request.method == "HEAD"
        if bodiless:
            request.method = "GET"
        response = _answer(view, request, in_path, number)
        response["X-Request-Id"] = number
        response.headers.setdefault("Cache-Control", "private, no-store")
        response.headers.setdefault("Vary", "Authorization, Cookie")
        if bodiless:
            response["Content-Length"] = str(len(response.content))
            response.content = b""
        return response

    answered.csrf_exempt = True  # type: ignore[attr-defined]  # a session only reads; what writes brings a token
    return answered


def _answer(view: View, request: HttpRequest, in_path: dict[str, Any], number: str) -> HttpResponse:
    request.homeward_number = number  # type: ignore[attr-defined]  # for the handler inside the transaction
    try:
        response = view(request, **in_path)
        if isinstance(response, HttpResponseNotAllowed):
            return _not_this_way(request, response, number)
        return response
    except Exception as fault:
        return faults.answer(request, fault, number)


def _not_this_way(request: HttpRequest, response: HttpResponse, number: str) -> HttpResponse:
    allowed = sorted({*response["Allow"].split(", "), *(["HEAD"] if "GET" in response["Allow"] else [])})
    refused = faults.NotThisWay(where=str(request.method)[:20], instead=f"Use {' or '.join(allowed)}.")
    answer = faults.answer(request, refused, number)
    answer["Allow"] = ", ".join(allowed)
    return answer
