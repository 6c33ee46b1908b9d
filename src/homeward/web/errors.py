"""What a page says when it cannot be shown: a fact and a way on, without script and without telling what is hidden."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils.translation import gettext as _

from homeward.refusals import Refused
from homeward.web.keeping import SHEETS, kept


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(request, 400, _("This request could not be read."), _("Go back and send the form again."))


def not_let_in(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _answer(request, 403, _("You may not do this here."), _("Ask an administrator of the desk."))


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose key does not fit how one is signed in: opened before signing in, or sent from elsewhere."""
    if request.resolver_match is not None and request.resolver_match.url_name in SHEETS:
        return kept(request, signed_out=False)
    return _answer(
        request, 403, _("This form is from another session."), _("Open the page again and send the form from there.")
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same words for what does not exist and for what this reader may not see."""
    return _answer(
        request,
        404,
        _("There is nothing at this address, or nothing that you may see."),
        _("The list of cases shows those you may see."),
    )


def refused(request: HttpRequest, why: Refused, status: int = 422) -> HttpResponse:
    """A question or an act that the desk refused, in the words of the refusal."""
    return _answer(request, status, why.message, why.instead)


def broken(request: HttpRequest) -> HttpResponse:
    """Our own fault; it reads neither the session nor the database, which may be what is broken."""
    return _answer(
        request,
        500,
        _("The desk could not answer this."),
        _("Nothing was recorded. The fault stands in the server's log; try again, or tell who keeps this desk."),
    )


def _answer(request: HttpRequest, status: int, what: str, instead: str) -> HttpResponse:
    words = {"status": status, "what": what, "instead": instead}
    answer = HttpResponse(get_template("errors/error.html").render(words), status=status)
    answer["Cache-Control"] = "no-store"
    return answer
