"""Writing down what was heard: the sheet, the check, the record; what was typed is kept until it is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from homeward.access.actions import NotLetIn
from homeward.ledger import actions
from homeward.ledger.core.kinds.people import ABOUT_PEOPLE
from homeward.ledger.queries import statements as statement_queries
from homeward.ledger.queries.views import Asked, StatementView
from homeward.moments import Precision, zone
from homeward.refusals import Findings, Refused, Unacceptable
from homeward.web import acts, frame
from homeward.web.asked import carry
from homeward.web.inside import in_case
from homeward.web.keeping import AGAIN, keeps_what_was_typed
from homeward.web.write import drafts
from homeward.web.write.checked import check
from homeward.web.write.filled import from_statement
from homeward.web.write.sheet import Sheet, change
from homeward.web.write.suggested import suggested
from homeward.web.write.times import understood

#: What is folded away while one figure alone is corrected.
REST = ("speaker", "speaker_kind", "capacity", "party", "modality", "text", "topic", "language", "note")


@dataclass(frozen=True, slots=True)
class Target:
    """Which statement, and which of its figures (0 = the whole), a sheet corrects."""

    statement: StatementView
    figure: int = 0


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@in_case
def write(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Write down what was heard on the telephone or in a meeting."""
    return _written(request, asked, None)


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@in_case
def correct(request: HttpRequest, asked: Asked, ref: str) -> HttpResponse:
    """Write what holds instead of a statement or of one of its figures; both stay."""
    return _written(request, asked, _target(request, asked, ref))


@csrf_exempt  # it only shows a sheet; what records it asks for its own key
@require_POST
@keeps_what_was_typed
@in_case
def again(request: HttpRequest, asked: Asked, ref: str = "") -> HttpResponse:
    """Show a sheet again from what was typed before somebody had to sign in anew; it records nothing."""
    if (closed := acts.closed(request, asked, here="write")) is not None:
        return closed
    target = _target(request, asked, ref) if ref else None
    return _sheet(request, asked, Sheet(request.POST.dict()), acts.once(request), target)


def _target(request: HttpRequest, asked: Asked, ref: str) -> Target:
    view = statement_queries.statement(asked, ref)
    if not view.kind.startswith("said."):
        raise Refused(_("What the desk did is withdrawn, not corrected."))
    if view.kind in ABOUT_PEOPLE:  # a sheet without seal is no place for what is told of somebody
        raise Refused(_("What is told of a person is corrected on the page of the person."))
    number = (request.POST if request.method == "POST" else request.GET).get("figure", "")
    return Target(view, next((each.number for each in view.figures if str(each.number) == number), 0))


@require_GET
def read_time(request: HttpRequest) -> HttpResponse:
    """Say how words for a time are read in the zone of the case, before anybody records them."""
    words = next((value for name, value in request.GET.items() if name not in ("zone", "csrfmiddlewaretoken")), "")
    try:
        place, _note = zone(request.GET.get("zone", ""))
    except Refused:
        place, _note = zone("UTC")
    at = understood(str(words), place, at=frame.clock_now())
    unread = at is not None and at.precision is Precision.UNREAD
    return render(request, "write/_time_read.html", {"at": at, "zone": place, "unread": unread})


def _written(request: HttpRequest, asked: Asked, target: Target | None) -> HttpResponse:
    if request.method == "GET":
        return _begun(request, asked, target)
    sheet, once = Sheet(request.POST.dict()), acts.once(request)
    if (closed := acts.closed(request, asked, here="write")) is not None:
        return closed
    if request.POST.get("case", str(asked.case.id)) != str(asked.case.id):
        sheet.put(
            "", _("This was begun in another case of the same name. Look whether it belongs here, then send it again.")
        )
        return _sheet(request, asked, sheet, once, target, status=422)
    sheet.fix_times(asked.case.zone, at=frame.clock_now())
    pressed = change(request.POST.get("do", ""))
    drafts.keep(request, asked, once, sheet, target.statement.ref if target else "", target.figure if target else 0)
    if pressed.verb in ("add", "drop", "change"):
        sheet.change(pressed)
        return _sheet(request, asked, sheet, once, target)
    return _recorded(request, asked, sheet, once, target, record=pressed.verb == "record")


def _begun(request: HttpRequest, asked: Asked, target: Target | None) -> HttpResponse:
    """A sheet to begin with: empty, from a draft, from what was undone, or from what is to be corrected."""
    if (closed := acts.closed(request, asked, here="write")) is not None:
        return closed
    draft = drafts.named(asked, request.GET.get("draft", ""))
    once, typed = uuid4(), {}
    if draft is not None:
        once, typed = draft.id, draft.typed
    elif target is not None:
        typed = from_statement(asked, target.statement, figure=target.figure)
    elif source := request.GET.get("from", ""):
        typed = from_statement(asked, statement_queries.statement(asked, source))
    return _sheet(request, asked, Sheet(typed), once, target)


def _recorded(
    request: HttpRequest, asked: Asked, sheet: Sheet, once: UUID, target: Target | None, *, record: bool
) -> HttpResponse:
    """Check, and record when that was pressed; with any fault the whole sheet again with all of them."""
    now = frame.clock_now()
    findings = Findings()
    sheet.look()
    read = check(sheet.heard_values(), zone=asked.case.zone, at=now, findings=findings)
    sheet.tell(Unacceptable(findings))
    if target is not None and not sheet.typed.get("reason", "").strip():
        sheet.put("reason", _("Say why; whoever reads this later will ask."))
    if sheet.faults or read is None:
        return _sheet(request, asked, sheet, once, target, status=422)
    if not record:
        context = {"read": read, "sheet": sheet, "once": once, "target": target, "address": carry(request.path, asked)}
        return frame.page(request, "write/check.html", context, here="write", case=asked.case, asked=asked)
    try:
        done = _act(request, asked, sheet, once, target)
    except NotLetIn:
        raise
    except Refused as refused:
        sheet.tell(refused)
        return _sheet(request, asked, sheet, once, target, status=422)
    drafts.throw_away(request, asked, once)
    return (
        acts.done(request, asked, done.ref, "write")
        if target is None
        else acts.done(request, asked, done.ref, "statement", done.ref)
    )


def _act(request: HttpRequest, asked: Asked, sheet: Sheet, once: UUID, target: Target | None) -> actions.Recorded:
    common: dict[str, Any] = {
        "case": asked.case, "once": once, "heard": sheet.heard_values(), "by": acts.actor(request), "at": frame.clock_now(),
    }  # fmt: skip
    if target is None:
        return actions.write_down(**common)
    return actions.correct(
        ref=target.statement.ref, figure=target.figure, reason=sheet.typed.get("reason", "").replace("\0", ""), **common
    )


def _sheet(
    request: HttpRequest, asked: Asked, sheet: Sheet, once: UUID, target: Target | None, *, status: int = 200
) -> HttpResponse:
    if target is not None and target.figure and not sheet.focus and not sheet.faults:
        sheet.focus = "id_figures.0.lo"
    context = {
        "sheet": sheet,
        "once": once,
        "target": target,
        "first_focus": not sheet.faults,
        "rest_is_wrong": any(sheet.heard.errors.get(name) for name in REST),
        "suggested": suggested(asked),
        "drafts": [draft for draft in drafts.listed(asked) if draft.id != once],
        "address": carry(request.path.removesuffix(AGAIN), asked),
        "undone": request.GET.get("undone", "") if request.method == "GET" else "",
    }
    return frame.page(request, "write/write.html", context, here="write", case=asked.case, asked=asked, status=status)
