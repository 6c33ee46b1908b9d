"""What is told about a person: the sheet of each act, the check, the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from homeward.access.actions import NotLetIn
from homeward.ledger.core.voices import Modality
from homeward.ledger.queries import sources
from homeward.ledger.queries.views import Asked, SourceView
from homeward.people import actions, queries
from homeward.people.core.checking import check_told
from homeward.people.core.told import Told
from homeward.people.queries import TooLittleToFind
from homeward.reading.queries import papers
from homeward.refusals import Findings, Refused, Unacceptable
from homeward.web import acts, frame
from homeward.web.asked import carry
from homeward.web.inside import in_case
from homeward.web.keeping import AGAIN, keeps_what_was_typed
from homeward.web.people import given
from homeward.web.people.around import CONSENTING, NEEDING, RELATING, SEEKING, WHEREABOUTS
from homeward.web.people.checked import told_lines
from homeward.web.people.clearing import CLEARING
from homeward.web.people.facts import CORRECTING, SAYING, before
from homeward.web.people.looking import note
from homeward.web.people.pages import about
from homeward.web.people.sheet import Sheet, press
from homeward.web.people.sitting import FIELDS, Act, Sitting, corrected
from homeward.web.people.voices import requests

MOST_OFFERED = 300


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@in_case
def say(request: HttpRequest, asked: Asked, person: UUID) -> HttpResponse:
    """A further fact about a person, or one in the place of what was written down wrongly."""
    return _told(request, asked, person, CORRECTING if corrected(request) else SAYING)


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@in_case
def whereabouts(request: HttpRequest, asked: Asked, person: UUID) -> HttpResponse:
    """Where a voice says that a person is or was."""
    return _told(request, asked, person, WHEREABOUTS)


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@in_case
def relate(request: HttpRequest, asked: Asked, person: UUID) -> HttpResponse:
    """How a person stands to another one of the register."""
    return _told(request, asked, person, RELATING)


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@in_case
def need(request: HttpRequest, asked: Asked, person: UUID) -> HttpResponse:
    """What a person needs."""
    return _told(request, asked, person, NEEDING)


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@in_case
def consent(request: HttpRequest, asked: Asked, person: UUID) -> HttpResponse:
    """That somebody agrees to share, or no longer."""
    return _told(request, asked, person, CONSENTING)


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@in_case
def clearance(request: HttpRequest, asked: Asked, person: UUID) -> HttpResponse:
    """What an authority said of whether the person may pass."""
    return _told(request, asked, person, CLEARING)


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@in_case
def seek(request: HttpRequest, asked: Asked, person: UUID) -> HttpResponse:
    """That somebody looks for a person, or how far that is."""
    return _told(request, asked, person, SEEKING)


@csrf_exempt  # it only shows a sheet; what records it asks for its own key
@require_POST
@keeps_what_was_typed
@in_case
def again(request: HttpRequest, asked: Asked, person: UUID, act: str) -> HttpResponse:
    """Show a sheet again from what was typed before somebody had to sign in anew; it records nothing."""
    if (closed := acts.closed(request, asked, here="people")) is not None:
        return closed
    if act not in AGAINST:
        raise Http404
    chosen = CORRECTING if act == "say" and corrected(request) else AGAINST[act]
    return _shown(request, _sitting(request, asked, person), chosen, _sheet(request, asked, person, chosen))


def _told(request: HttpRequest, asked: Asked, person: UUID, act: Act) -> HttpResponse:
    sitting = _sitting(request, asked, person)
    if (closed := acts.closed(request, asked, here="people")) is not None:
        return closed
    if sitting.view.forgotten is not None:
        raise actions.WasForgotten(instead=gettext("Somebody who comes again is entered anew, as another person."))
    sheet = _sheet(request, asked, person, act, sitting)
    note(request, asked, sitting.called, "act")
    if request.method == "GET":
        return _shown(request, sitting, act, sheet)
    sheet.fix_times(asked.case.zone, at=sitting.at)
    pressed = press(request.POST.get("do", ""))
    if pressed.verb in ("add", "drop", "change"):
        sheet.change(pressed)
        return _shown(request, sitting, act, sheet)
    if pressed.verb == "find":
        _find(request, sheet, sitting)
        return _shown(request, sitting, act, sheet, status=422 if sheet.faults else 200)
    return _recorded(request, sitting, act, sheet, record=pressed.verb == "record")


def _recorded(request: HttpRequest, sitting: Sitting, act: Act, sheet: Sheet, *, record: bool) -> HttpResponse:
    """Check, and record when that was pressed; with any fault the whole sheet again with all of them."""
    asked = sitting.asked
    told = given.told(sheet, asserted=act.asserted)
    findings = Findings()
    check_told(told, zone=asked.case.zone, at=sitting.at, findings=findings)
    sheet.tell(Unacceptable(findings), FIELDS)
    if not act.asserted and sheet.said("modality") not in list(Modality):
        sheet.part["told"].errors.pop("modality", None)
        sheet.put("modality", gettext("Choose how it was put."))
    act.check(sheet, sitting)
    if sheet.faults:
        return _shown(request, sitting, act, sheet, status=422)
    if not record:
        return _check(request, sitting, act, sheet, told)
    try:
        done = act.record(sheet, sitting)
    except NotLetIn:
        raise
    except Refused as refused:
        sheet.tell(refused, FIELDS)
        return _shown(request, sitting, act, sheet, status=422)
    return acts.done(request, asked, done.ref, act.back, str(sitting.view.id))


def _check(request: HttpRequest, sitting: Sitting, act: Act, sheet: Sheet, told: Told) -> HttpResponse:
    case = sitting.asked.case
    times = [given.time(words, case, sitting.at) for words in (told.said, told.occurred)]
    lines = [
        *act.lines(sheet, sitting),
        *told_lines(told, times[0], times[1], by=sitting.name_of(told.told_by), asserted=act.asserted),
    ]
    context = {
        "act": act, "lines": lines, "sheet": sheet, "once": acts.once(request), "address": _address(request, sitting.asked),
        **about(sitting.asked, sitting.view),
    }  # fmt: skip
    return frame.page(request, "people/check.html", context, here="people", case=case, asked=sitting.asked)


def _shown(request: HttpRequest, sitting: Sitting, act: Act, sheet: Sheet, status: int = 200) -> HttpResponse:
    context = {
        "act": act,
        "sheet": sheet,
        "once": acts.once(request),
        "first_focus": not sheet.faults,
        "found": sitting.found,
        "chosen": sitting.name_of(given.uuid_of(sheet.said("other"))),
        "corrects": corrected(request),
        "address": _address(request, sitting.asked),
        **offered(sitting.asked),
        **about(sitting.asked, sitting.view),
    }
    return frame.page(
        request, "people/act.html", context, here="people", case=sitting.asked.case, asked=sitting.asked, status=status
    )


def offered(asked: Asked) -> dict[str, Sequence[SourceView]]:
    """What the fields offer while one types."""
    everyone = list(sources.sources(asked).values())
    return {
        "speakers": everyone[:MOST_OFFERED],
        "parties": [source for source in everyone if source.kind == "party"][:MOST_OFFERED],
    }


def _address(request: HttpRequest, asked: Asked) -> str:
    corrects = corrected(request)
    return carry(request.path.removesuffix(AGAIN), asked, **({"instead_of": corrects} if corrects else {}))


def _sitting(request: HttpRequest, asked: Asked, person: UUID) -> Sitting:
    view = queries.person(asked, person)
    called = {view.id: view.names, **{kin.other: kin.other_names for kin in view.kin}}
    other = given.uuid_of(request.POST.get("other", ""))
    if other is not None and other not in called:
        called.update({line.id: line.names for line in queries.people_of(asked, [other])})
    return Sitting(request, asked, view, frame.clock_now(), called=called)


def _sheet(request: HttpRequest, asked: Asked, person: UUID, act: Act, sitting: Sitting | None = None) -> Sheet:
    sitting = sitting or _sitting(request, asked, person)
    typed = request.POST.dict() if request.method == "POST" else _begun(asked, person, corrected(request))
    choices: dict[str, Mapping[str, Any]] = {}
    if "need" in act.parts:
        language = (get_language() or "en").partition("-")[0]
        codes = [
            (line.code, f"{line.called(language)} ({line.code})") for line in queries.codes(asked.case) if line.in_use
        ]
        choices["need"] = {"codes": codes}
    if "clearance" in act.parts:
        choices["clearance"] = {"papers": [(str(each.document_id), each.title) for each in papers(asked.case)]}
    if "sought" in act.parts:
        open_ones = [(str(each.id), each.last.given.ref) for each in requests(sitting.view.sought)]
        choices["sought"] = {"requests": open_ones}
    # The person and their kin: any of them may be the one who tells it.
    who = [(str(id), " · ".join(names) or str(id)[:8]) for id, names in sitting.called.items()]
    choices["told"] = {"who": who}
    sheet = Sheet({str(name): str(value) for name, value in typed.items()}, act.parts, act.rows, choices)
    if "names" in act.rows and not sheet.rows["names"]:
        sheet.begin(names=1)
    return sheet


def _begun(asked: Asked, person: UUID, corrects: str) -> Mapping[str, str]:
    """An empty sheet, or the facts of the statement that is put right."""
    stood = before(asked, person, corrects)
    return given.as_flat(stood) if stood is not None else {}


def _find(request: HttpRequest, sheet: Sheet, sitting: Sitting) -> None:
    """Look for the other person; who was chosen before is chosen no more."""
    try:
        sitting.found = [
            each
            for each in queries.found(sitting.asked, sheet.said("whom"), limit=10)
            if each.person.id != sitting.view.id and each.person.forgotten is None
        ]
    except TooLittleToFind as refused:
        sheet.put("whom", f"{refused.message} {refused.instead}")
        return
    note(request, sitting.asked, (each.person.id for each in sitting.found), "search")
    if not sitting.found:
        sheet.put("whom", gettext("Nobody of the register is found by these words. Enter them first."))


AGAINST: Mapping[str, Act] = {
    "say": SAYING, "whereabouts": WHEREABOUTS, "kin": RELATING, "need": NEEDING, "consent": CONSENTING, "search": SEEKING,
    "clearance": CLEARING,
}  # fmt: skip
