"""What every page of a case asks first: who is it, which case, at which moment. Hidden is missing."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from homeward.ledger.queries import cases
from homeward.ledger.queries.cases import NoSuchCase
from homeward.ledger.queries.figures import NoSuchPopulation
from homeward.ledger.queries.sources import NoSuchSource
from homeward.ledger.queries.statements import NoSuchStatement
from homeward.ledger.queries.views import Asked
from homeward.refusals import Refused
from homeward.web import errors
from homeward.web.asked import read
from homeward.web.frame import clock_now

#: What may be hidden as well as missing; both are told in the same words.
MISSING = (NoSuchCase, NoSuchStatement, NoSuchSource, NoSuchPopulation)

Page = Callable[..., HttpResponse]


def case_page(page: Page) -> Page:
    """Give a page its question: `page(request, asked, ...)` is called for people who are signed in and see the case."""

    @wraps(page)
    def answer(request: HttpRequest, slug: str, *args: Any, **named: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return signed_out(request)
        try:
            answered = page(request, question(request, slug), *args, **named)
        except MISSING:
            return errors.not_found(request)
        except Refused as refusal:
            return errors.refused(request, refusal)
        if "Cache-Control" not in answered:
            answered["Cache-Control"] = "no-store"
        return answered

    return answer


def question(request: HttpRequest, slug: str) -> Asked:
    """The case at this address and the moment that the address names."""
    if "\0" in slug:
        raise NoSuchCase(where="")
    return read(request.GET, cases.case(slug), now=clock_now())


def signed_out(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, and back here afterwards; what was only looked at is asked for again."""
    back = request.get_full_path() if request.method in ("GET", "HEAD") else request.path
    return HttpResponseRedirect(f"{reverse('sign_in')}?{urlencode({'next': back})}")
