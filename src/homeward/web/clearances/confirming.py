"""Four eyes: what waits for a second person, looked at and confirmed one by one or many at once."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from homeward.access.actions import NotLetIn
from homeward.clearances import actions, queries
from homeward.refusals import Refused
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere, carry
from homeward.web.clearances.pages import may_write, shown
from homeward.web.inside import in_case
from homeward.web.lists.paging import PAGE, number, place
from homeward.web.people.looking import note


@require_http_methods(["GET", "POST"])
@in_case
def waiting(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """The grants that wait; what oneself recorded is shown and not to be confirmed by oneself."""
    refused = ""
    if request.method == "POST":
        if (closed := acts.closed(request, asked, here="clearances")) is not None:
            return closed
        chosen = [id for each in request.POST.getlist("permission") if (id := acts.key(each))]
        try:
            return _confirmed(request, asked, chosen)
        except NotLetIn:
            raise
        except Refused as fault:
            refused = f"{fault.message} {fault.instead}".strip()
    page = number(request.GET.get("page", ""))
    version = acts.key(request.GET.get("version", ""))
    me = acts.actor(request)
    view = queries.waiting(asked, actor=me.id, version=version, page=page, size=PAGE)
    note(request, asked, view.people, "clearances to confirm")
    context = {
        "view": view,
        "refused": refused,
        "others": sum(not each.own for each in view.lines),
        "version": version,
        "place": place(asked, request.path, page, view.count, version=str(version or "")),
        "may_write": may_write(asked),
    }
    formats = frame.Formats(
        json=programs.address(asked, "clearances", "waiting"), command=programs.command(asked, "clearances", "waiting")
    )
    return shown(request, asked, "clearances/waiting.html", context, formats=formats, status=422 if refused else 200)


def _confirmed(request: HttpRequest, asked: AskedHere, chosen: list[UUID]) -> HttpResponse:
    done = actions.confirm(
        case=asked.case,
        permissions=chosen,
        once=acts.once(request),
        by=acts.actor(request),
        at=frame.clock_now(),
    )
    told = ngettext(
        "%(count)s permission is confirmed: the desk relies on it.",
        "%(count)s permissions are confirmed: the desk relies on them.",
        done.permissions,
    )
    messages.success(request, told % {"count": f"{done.permissions:,}"})
    if len(done.refs) == 1:
        return acts.done(request, asked, done.refs[0], "clearances_waiting")
    if not done.refs:
        messages.info(request, _("All of them were confirmed before."))
    return HttpResponseRedirect(carry(reverse("clearances_waiting", args=[asked.case.slug]), asked))
