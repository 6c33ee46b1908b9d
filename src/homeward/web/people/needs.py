"""The list of needs of a case: what each is called, which may still be chosen, and who changed it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from homeward.ledger.queries import statements as statement_queries
from homeward.ledger.queries.statements import Filters
from homeward.ledger.queries.views import Asked
from homeward.people import actions, queries
from homeward.web import acts, frame
from homeward.web.inside import in_case
from homeward.web.people.forms import NeedForm

KIND = "done.need_listed"
MOST = 60


@require_http_methods(["GET", "POST"])
@in_case
def needs(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The coded needs, with a form that puts one on the list, calls it otherwise, or takes it out of use."""
    may_write = asked.case.may_write and not asked.past
    lines = queries.codes(asked.case)
    chosen = next((line for line in lines if line.code == request.GET.get("code", "")), None)
    form = NeedForm(request.POST) if request.method == "POST" else NeedForm.of(chosen) if chosen else NeedForm()
    if form.is_bound:
        if (closed := acts.closed(request, asked, here="people")) is not None:
            return closed
        if form.is_valid():
            given = form.cleaned_data
            labels = {tag: given[tag] for tag in ("en", "ar", "ru") if given[tag].strip()}
            ref = acts.attempt(
                form,
                lambda: actions.list_need(
                    case=asked.case,
                    code=given["code"].strip(),
                    labels=labels,
                    in_use=given["in_use"],
                    once=acts.once(request),
                    by=acts.actor(request),
                    at=frame.clock_now(),
                ),
            )
            if ref is not None:
                return acts.done(request, asked, ref, "need_list")
    history = statement_queries.find(asked, Filters(kind=KIND), size=MOST)
    context = {"lines": lines, "form": form, "chosen": chosen, "history": history.statements, "may_write": may_write}
    return frame.page(
        request,
        "people/needs.html",
        context,
        here="people",
        case=asked.case,
        asked=asked,
        status=422 if form.errors else 200,
    )
