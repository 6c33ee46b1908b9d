"""What is sent in: JSON only, of a bounded size, read strictly."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from ninja.parser import Parser

from homeward.refusals import Refused, Unacceptable
from homeward.seals import strict

Unreadable = strict.Unreadable
SMALL = 1024 * 1024
"""Bytes of the largest body of a form; case files have the limit of uploads."""


class TooLarge(Refused):
    """This is larger than what is read here."""


class NotJson(Refused):
    """Only JSON is read here."""


class FileTooLarge(Unacceptable):
    """This file is larger than what is read here; nothing was stored."""


class StrictParser(Parser):
    """Reads bodies so that what other readers let pass, a key given twice or a NaN, is a fault with its place."""

    def parse_body(self, request: HttpRequest) -> Any:
        return strict.loads(sent(request, limit=SMALL))


def sent(request: HttpRequest, *, limit: int | None = None) -> bytes:
    """The bytes of the body, refused unread when they are too many or called something else than JSON."""
    most = limit or settings.UPLOAD_BYTES
    kind = (request.content_type or "").lower()
    if kind and kind != "application/json" and not kind.endswith("+json"):
        raise NotJson(where="Content-Type", instead="Send application/json.")
    not_larger_than(request, most)
    return request.body


def not_larger_than(request: HttpRequest, most: int) -> None:
    """Refuse a body unread that says itself that it is too large."""
    try:
        length = int(request.headers.get("Content-Length") or 0)
    except ValueError:
        length = 0
    if length > most:
        raise TooLarge(where="the body", instead=f"At most {most} bytes are read here.")
