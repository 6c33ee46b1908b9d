"""Coming in, going out, and the very first time."""

from __future__ import annotations

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from homeward.access import actions, queries
from homeward.refusals import Refused
from homeward.web import frame
from homeward.web.choices.pages import back
from homeward.web.sign_in import code
from homeward.web.sign_in.forms import FirstRunForm, SignInForm


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Let somebody in who has a name and a password here; note it either way."""
    if not queries.has_administrator():
        return HttpResponseRedirect(reverse("first_run"))
    form = SignInForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        name = form.cleaned_data["name"].strip()
        actor = authenticate(request, username=name, password=form.cleaned_data["password"])
        known = queries.actor(actor.pk) if actor is not None else None
        actions.sign_in_recorded(actor=known, name=name, at=frame.clock_now())
        if actor is not None and known is not None:
            login(request, actor)
            return HttpResponseRedirect(back(request))
        form.add_error(None, _("This name and this password do not go together at this desk."))
    context = {"form": form, "next": back(request, "")}
    return frame.page(request, "sign_in/sign_in.html", context, status=422 if form.is_bound else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session at once."""
    logout(request)
    return HttpResponseRedirect(reverse("sign_in"))


@never_cache
@sensitive_post_parameters("password", "again", "code")
@require_http_methods(["GET", "POST"])
def first_run(request: HttpRequest) -> HttpResponse:
    """Make the first administrator, for whoever can read the server's one-time code; later there is no such page."""
    if queries.has_administrator():
        return HttpResponseRedirect(reverse("sign_in"))
    code.code()
    form = FirstRunForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _made(form):
        code.use_up()
        return HttpResponseRedirect(reverse("sign_in"))
    context = {"form": form, "file": code.code_file()}
    return frame.page(request, "sign_in/first_run.html", context, status=422 if form.is_bound else 200)


def _made(form: FirstRunForm) -> bool:
    """Whether the desk took the administrator; if not, the form says why."""
    given = form.cleaned_data
    try:
        actions.first_administrator(name=given["name"], password=given["password"], at=frame.clock_now())
    except Refused as refused:
        form.add_error(
            refused.where if refused.where in form.fields else None, f"{refused.message} {refused.instead}".strip()
        )
        return False
    return True
