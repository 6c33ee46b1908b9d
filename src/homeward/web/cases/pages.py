"""Today, and how a case comes in."""

from __future__ import annotations

from collections import Counter

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from homeward.access import queries as access
from homeward.ledger import actions
from homeward.ledger.queries import cases, finding
from homeward.ledger.queries.views import CaseView
from homeward.matching import queries as matching
from homeward.refusals import Finding, Findings, Refused, Unacceptable
from homeward.talks import queries as talks
from homeward.web import acts, frame
from homeward.web.agreements.due import SOON
from homeward.web.asked import carry
from homeward.web.cases.forms import LoadForm, OpenForm, to_carry

#: Findings that a page shows; the command line prints every one.
MOST_FINDINGS = 300


@never_cache
@require_safe
@login_required
def today(request: HttpRequest) -> HttpResponse:
    """The cases that somebody may see, with what waits in each, and on an empty desk the three ways to begin."""
    found = cases.cases()
    changed = finding.changed_at(found)
    named = Counter(case.slug for case in found)
    with_pairs = matching.cases_with_pairs()
    rows = []
    for case in found:
        room = case.compartment_slug if named[case.slug] > 1 else ""
        pairs = matching.count_open(cases.ask(case, now=frame.clock_now())) if case.id in with_pairs else 0
        due = _due_soon(case)
        waits = (pairs, _address(case.slug, room, "review"), due, _address(case.slug, room, "talks_duties"))
        rows.append((case, _address(case.slug, room), changed.get(case.id), *waits))
    may_write = any(room.may_write for room in access.compartments())
    return frame.page(request, "cases/today.html", {"cases": rows, "may_write": may_write}, here="today")


def _due_soon(case: CaseView) -> int:
    """How many duties of a case are overdue or fall due within two days."""
    if not talks.duties_are_there(case):
        return 0
    return len(talks.duties(cases.ask(case, now=frame.clock_now()), days=SOON))


@never_cache
@require_safe
@login_required
def begin(request: HttpRequest) -> HttpResponse:
    """Open an empty case, or load a case file."""
    return _begin(request)


@never_cache
@require_POST
@login_required
def open_case(request: HttpRequest) -> HttpResponse:
    """Open an empty case and show its picture, or say beside the fields why not."""
    form = OpenForm(_rooms(), request.POST, prefix="open")
    if form.is_valid():
        given = form.cleaned_data
        try:
            slug = actions.open_case(
                slug=given["slug"],
                title=given["title"],
                zone_name=given["zone"],
                about=given["about"],
                compartment=form.room,
                by=acts.actor(request),
                at=frame.clock_now(),
            )
        except Refused as refused:
            _tell(form, refused)
        else:
            messages.success(request, _("The case is open. Nothing is written down in it yet."))
            return HttpResponseRedirect(_address(slug, _slug_of(form)))
    return _begin(request, opening=form, status=422)


@never_cache
@require_POST
@login_required
def load_case(request: HttpRequest) -> HttpResponse:
    """Load a case file whole; what is found in it is told with its place, and what is doubtful waits for a yes."""
    form = LoadForm(_rooms(), request.POST, request.FILES, prefix="load")
    if not form.is_valid():
        return _begin(request, loading=form, status=422)
    data = form.sent()
    try:
        loaded = actions.load_case(
            data=data,
            compartment=form.room,
            accept_warnings=form.cleaned_data["accept"],
            by=acts.actor(request),
            at=frame.clock_now(),
        )
    except Unacceptable as refused:
        return _refused(request, form, refused.findings, data)
    except Refused as refused:
        _tell(form, refused)
        return _begin(request, loading=form, status=422)
    context = {
        "loaded": loaded,
        "address": _address(loaded.case, _slug_of(form)),
        **_listed(loaded.findings),
    }
    return frame.page(request, "cases/loaded.html", context, here="cases")


def _begin(
    request: HttpRequest, *, opening: OpenForm | None = None, loading: LoadForm | None = None, status: int = 200
) -> HttpResponse:
    rooms = _rooms()
    context = {
        "opening": opening or OpenForm(rooms, prefix="open"),
        "loading": loading or LoadForm(rooms, prefix="load"),
        "may_write": bool(rooms),
    }
    return frame.page(request, "cases/begin.html", context, here="cases", status=status)


def _refused(request: HttpRequest, form: LoadForm, findings: Findings, data: bytes) -> HttpResponse:
    """All faults at once; where there are only doubts, the page on which they are accepted."""
    context = {"form": form, **_listed(findings)}
    if findings.faults:
        again = LoadForm(_rooms(), prefix="load", initial={"compartment": str(form.room)})
        return frame.page(request, "cases/faults.html", {**context, "again": again}, here="cases", status=422)
    context["carried"] = to_carry(data)
    context["room"] = next((room for room in _rooms() if room.id == form.room), None)
    return frame.page(request, "cases/check.html", context, here="cases", status=422)


def _listed(findings: Findings | tuple[Finding, ...]) -> dict[str, object]:
    """Findings for a page, the gravest first, and how many there are of each grade."""
    everything = list(findings)
    counted = {grade: sum(finding.grade == grade for finding in everything) for grade in ("fault", "doubt", "note")}
    ordered = sorted(everything, key=lambda finding: tuple(counted).index(finding.grade))
    return {
        "findings": ordered[:MOST_FINDINGS],
        "more": max(0, len(ordered) - MOST_FINDINGS),
        "counted": counted,
    }


def _tell(form: OpenForm | LoadForm, refused: Refused) -> None:
    """Put a refusal beside the fields it names; what has no field stands at the top."""
    faults = [(f.where, f.message) for f in refused.findings.faults] if isinstance(refused, Unacceptable) else []
    for where, words in faults or [(refused.where, f"{refused.message} {refused.instead}".strip())]:
        form.add_error(where if where in form.fields else None, words)


def _rooms() -> list[access.CompartmentView]:
    return [room for room in access.compartments() if room.may_write]


def _slug_of(form: OpenForm | LoadForm) -> str:
    return next((room.slug for room in _rooms() if room.id == form.room), "")


def _address(slug: str, compartment: str, page: str = "picture") -> str:
    """Where a page of a case lies; a name that no address can hold leads nowhere."""
    try:
        return carry(reverse(page, args=[slug]), None, compartment=compartment)
    except NoReverseMatch:
        return ""
