"""Permission lists: which have come in, what would happen if one were taken as it is read here, and taking it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from homeward.access.actions import NotLetIn
from homeward.clearances import actions, queries
from homeward.clearances.core.decisions import Meaning
from homeward.clearances.core.proposed import ASKING, TAKEABLE
from homeward.clearances.queries import Reading
from homeward.ledger.actions import CannotBeRecorded
from homeward.lists import queries as received
from homeward.refusals import Refused
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere, carry
from homeward.web.clearances import words
from homeward.web.clearances.pages import may_write, shown
from homeward.web.inside import in_case
from homeward.web.lists.paging import PAGE, number
from homeward.web.people.looking import note

FIELDS = ("valid_from", "valid_until", "from_column", "until_column")
MOST_WORDS = 200
CHOSEN_BY_ROW = ("new", "changes", "twice", "again", "gone")
"""The parts whose rows may be chosen one by one."""
FIRST_SHOWN = (*(each.value for each in ASKING), *(each.value for each in TAKEABLE), *words.WOULD)
"""What is shown first: what asks, else what would be recorded, else what there is."""


@require_safe
@in_case
def lists(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """The lists of the case; each may be a permission list, which a person says by taking it."""
    found = [each for each in received.lists(asked.case, known_at=asked.known_then) if each.last is not None]
    taken = queries.taken_from([each.last.id for each in found if each.last])
    context = {
        "lists": [(each, taken.get(each.last.id, 0)) for each in found if each.last],
        "may_write": may_write(asked),
    }
    return shown(request, asked, "clearances/lists.html", context)


@require_http_methods(["GET", "POST"])
@in_case
def permission_list(request: HttpRequest, asked: AskedHere, version: UUID) -> HttpResponse:
    """What would happen first; then every row that leaves no question is taken, or those that were chosen."""
    given = request.POST
    reading, refused = _reading(given), ""
    if request.method == "POST" and given.get("do") in ("all", "chosen"):
        if (closed := acts.closed(request, asked, here="clearances")) is not None:
            return closed
        chosen = [id for each in given.getlist("row") if (id := acts.key(each))]
        try:
            return _taken(request, asked, version, reading, chosen if given.get("do") == "chosen" else None)
        except NotLetIn:
            raise
        except Refused as fault:
            refused = _told(fault)
    return _looked_at(request, asked, version, reading, given, refused)


def _looked_at(
    request: HttpRequest, asked: AskedHere, version: UUID, reading: Reading, given: QueryDict, refused: str
) -> HttpResponse:
    page = number(given.get("page", ""))
    wanted = given.get("part", "") or request.GET.get("part", "")
    part = wanted if wanted in words.WOULD else ""
    view = queries.permission_list(
        asked, version, reading, part=part, otherwise=FIRST_SHOWN, page=page, size=PAGE, at=frame.clock_now()
    )
    note(request, asked, view.people, "permission list")
    context = {
        "view": view,
        "met": [(number, each) for number, each in enumerate(view.words[:MOST_WORDS])],
        "meanings": list(words.MEANINGS.items()),
        "given": {name: given.get(name, "") for name in FIELDS},
        "parts": [(name, label, view.counts[name]) for name, label in words.WOULD.items() if view.counts[name]],
        "asking": [each.value for each in ASKING],
        "takeable": [each.value for each in TAKEABLE],
        "chosen_by_row": view.part in CHOSEN_BY_ROW,
        "refused": refused,
        # By buttons of the form: what a list calls its decisions may name somebody, and stands in no address.
        "before": page - 1 if page > 1 else None,
        "after": page + 1 if page * PAGE < view.count else None,
        "first": (page - 1) * PAGE + 1,
        "last": min(page * PAGE, view.count),
        "waiting": queries.waiting(asked, actor=acts.actor(request).id, version=version, size=1).count,
        "may_write": may_write(asked) and not view.version.withdrawn,
    }
    formats = frame.Formats(
        command=programs.command(
            asked, "clearances", "list", list=str(view.version.list), version=str(view.version.number), part=view.part
        )
    )
    status = 422 if refused or view.faults else 200
    return shown(request, asked, "clearances/list.html", context, formats=formats, status=status)


def _taken(
    request: HttpRequest, asked: AskedHere, version: UUID, reading: Reading, records: list[UUID] | None
) -> HttpResponse:
    done = actions.take(
        case=asked.case,
        version=version,
        reading=reading,
        records=records,
        once=acts.once(request),
        by=acts.actor(request),
        at=frame.clock_now(),
    )
    total = sum(done.counts.values())
    told = ngettext(
        "%(count)s word of the authority is recorded; a grant waits for a second person.",
        "%(count)s words of the authority are recorded; grants wait for a second person.",
        total,
    )
    messages.success(request, told % {"count": f"{total:,}"})
    return HttpResponseRedirect(carry(reverse("permission_list", args=[asked.case.slug, version]), asked, part="taken"))


def _reading(given: QueryDict) -> Reading:
    """How the list is read, as the form says it: words and their meanings lie beside each other by number."""
    said = {
        given.get(f"words.{number}", ""): given.get(f"means.{number}", "")
        for number in range(MOST_WORDS)
        if f"means.{number}" in given
    }
    known = {text: state for text, state in said.items() if state in words.MEANINGS}
    return Reading(Meaning.of(known), **{name: given.get(name, "").replace("\0", "") for name in FIELDS})


def _told(fault: Refused) -> str:
    if isinstance(fault, CannotBeRecorded) and fault.findings.faults:
        return " ".join(each.message for each in fault.findings.faults)
    return f"{fault.message} {fault.instead}".strip()
