"""Somebody is entered by hand or out of an appeal: the sheet, the zone of a paper that fills it, the check, the record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from homeward.access.actions import NotLetIn
from homeward.ledger.core.voices import Modality
from homeward.ledger.queries.views import Asked
from homeward.moments import day_of
from homeward.people import actions, queries
from homeward.people.actions import PersonTold
from homeward.people.core.checking import check_told, check_values
from homeward.people.core.needs import NeedCode
from homeward.people.queries import FoundView, TooLittleToFind
from homeward.refusals import Findings, Refused, Unacceptable
from homeward.web import acts, frame
from homeward.web.asked import carry
from homeward.web.inside import in_case
from homeward.web.keeping import AGAIN, keeps_what_was_typed
from homeward.web.people import doubts, given
from homeward.web.people.around import check_consent, consent_lines, record_consent, scope
from homeward.web.people.checked import Line, told_lines, value_lines
from homeward.web.people.forms import ConsentRow, FactsRow, ToldRow, ZoneRow
from homeward.web.people.given import ReadZone
from homeward.web.people.looking import note
from homeward.web.people.sheet import Sheet, press
from homeward.web.people.sitting import FIELDS
from homeward.web.people.telling import offered
from homeward.web.write.forms import Row

ROWS = ("via", "names", "documents")
MOST_ALIKE = 5
ALIKE = 0.6
"""How near a name must be for the check page to ask whether this is somebody who is there already."""


@require_http_methods(["GET", "POST"])
@keeps_what_was_typed
@in_case
def enter(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Put somebody into the register, with what is told of them, what they need and what they agree to."""
    if (closed := acts.closed(request, asked, here="people")) is not None:
        return closed
    sheet = _sheet(request, asked)
    if request.method == "GET":
        return _shown(request, asked, sheet)
    sheet.fix_times(asked.case.zone, at=frame.clock_now())
    pressed = press(request.POST.get("do", ""))
    if pressed.verb in ("add", "drop", "change"):
        sheet.change(pressed)
        return _shown(request, asked, sheet, zone=_zone(sheet, asked))
    if pressed.verb == "fill":
        return _filled(request, asked, sheet)
    return _entered(request, asked, sheet, record=pressed.verb == "record")


@csrf_exempt  # it only shows a sheet; what records it asks for its own key
@require_POST
@keeps_what_was_typed
@in_case
def again(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Show the sheet again from what was typed before somebody had to sign in anew; it records nothing."""
    if (closed := acts.closed(request, asked, here="people")) is not None:
        return closed
    return _shown(request, asked, _sheet(request, asked))


def _sheet(request: HttpRequest, asked: Asked) -> Sheet:
    parts: dict[str, type[Row]] = {
        "zone": ZoneRow,
        "facts": FactsRow,
        "needs": _needs(asked),
        "consent": ConsentRow,
        "told": ToldRow,
    }
    sheet = Sheet({str(name): str(value) for name, value in request.POST.items()}, parts, ROWS)
    sheet.begin(names=1, documents=1)
    return sheet


def _needs(asked: Asked) -> type[Row]:
    """A box for each need of the list that may be chosen."""
    language = (get_language() or "en").partition("-")[0]
    boxes = {
        _box(line): forms.BooleanField(label=line.called(language)) for line in queries.codes(asked.case) if line.in_use
    }
    return type("NeedsRow", (Row,), {"MAIN": next(iter(boxes), ""), **boxes})


def _box(line: NeedCode) -> str:
    return f"needs-{line.code}"


def _zone(sheet: Sheet, asked: Asked) -> ReadZone | None:
    text = sheet.said("mrz")
    return given.read_zone(text, on=day_of(frame.clock_now(), asked.case.zone)) if text else None


def _filled(request: HttpRequest, asked: Asked, sheet: Sheet) -> HttpResponse:
    """What the zone of a paper gives, put where nothing was typed; its check digits are told."""
    zone = _zone(sheet, asked)
    if zone is None:
        sheet.put(
            "mrz",
            gettext("This is no machine-readable zone that can be read. Give its two or three lines as they stand."),
        )
    else:
        sheet.fill(zone.typed, zone.rows)
        sheet.begin(names=1, documents=1)
    return _shown(request, asked, sheet, zone=zone, status=422 if zone is None else 200)


def _entered(request: HttpRequest, asked: Asked, sheet: Sheet, *, record: bool) -> HttpResponse:
    """Check, and record when that was pressed; with any fault the whole sheet again with all of them."""
    at = frame.clock_now()
    told, values = given.told(sheet), given.values(sheet, zone=asked.case.zone, at=at)
    findings = Findings()
    check_told(told, zone=asked.case.zone, at=at, findings=findings)
    check_values(values, findings)
    sheet.tell(Unacceptable(findings), FIELDS)
    if sheet.said("modality") not in list(Modality):
        sheet.part["told"].errors.pop("modality", None)
        sheet.put("modality", gettext("Choose how it was put."))
    agrees = any(sheet.said(name) for name in ("state", "given_by", "until")) or bool(scope(sheet))
    if agrees:
        check_consent(sheet)
    if sheet.faults:
        return _shown(request, asked, sheet, zone=_zone(sheet, asked), status=422)
    if not record:
        lines = value_lines(values, day_of(at, asked.case.zone))
        if wanted := _wanted(sheet, asked):
            lines.append(Line("needs", _("Needs"), ", ".join(label for _code, label in wanted)))
        if agrees:
            lines += consent_lines(sheet)
        times = [given.time(words, asked.case, at) for words in (told.said, told.occurred)]
        return _check(request, asked, sheet, [*lines, *told_lines(told, times[0], times[1])])
    try:
        with transaction.atomic():
            done = _recorded(request, asked, sheet, agrees=agrees)
    except NotLetIn:
        raise
    except Refused as refused:
        sheet.tell(refused, FIELDS)
        return _shown(request, asked, sheet, zone=_zone(sheet, asked), status=422)
    return acts.done(request, asked, done.ref, "person", str(done.person))


def _recorded(request: HttpRequest, asked: Asked, sheet: Sheet, *, agrees: bool) -> PersonTold:
    """The person, their needs and their consent, all or nothing; pressed twice, once."""
    once, at = acts.once(request), frame.clock_now()
    common: dict[str, Any] = {"case": asked.case, "by": acts.actor(request), "at": at}
    told = given.told(sheet)
    done = actions.enter(values=given.values(sheet, zone=asked.case.zone, at=at), told=told, once=once, **common)
    plain = given.told(sheet, asserted=True)
    for code, _label in _wanted(sheet, asked):
        actions.need(person=done.person, code=code, told=plain, once=uuid5(once, code), **common)
    if agrees:
        record_consent(sheet, done.person, plain, {"once": uuid5(once, "consent"), **common})
    return done


def _wanted(sheet: Sheet, asked: Asked) -> list[tuple[str, str]]:
    language = (get_language() or "en").partition("-")[0]
    lines = [line for line in queries.codes(asked.case) if line.in_use and sheet.typed.get(_box(line))]
    return [(line.code, line.called(language)) for line in lines]


def _check(request: HttpRequest, asked: Asked, sheet: Sheet, lines: list[Line]) -> HttpResponse:
    alike = _alike(asked, sheet)
    note(request, asked, (each.person.id for each in alike), "search")
    context = {
        "lines": lines,
        "sheet": sheet,
        "alike": alike,
        "zone": _zone(sheet, asked),
        "once": acts.once(request),
        "address": carry(request.path.removesuffix(AGAIN), asked),
    }
    return frame.page(request, "people/check.html", context, here="people", case=asked.case, asked=asked)


def _alike(asked: Asked, sheet: Sheet) -> list[FoundView]:
    """People who are there already and may be this one: by the numbers of papers and by names."""
    found: dict[UUID, FoundView] = {}
    numbers = [row["number"] for row in sheet.every("documents") if row.get("number")]
    for words in [*numbers, *(row["words"] for row in sheet.every("names") if row.get("words"))][:8]:
        try:
            for each in queries.found(asked, words, limit=MOST_ALIKE):
                if each.score >= ALIKE and each.person.forgotten is None:
                    found.setdefault(each.person.id, each)
        except TooLittleToFind:
            continue
    return list(found.values())[:MOST_ALIKE]


def _shown(
    request: HttpRequest, asked: Asked, sheet: Sheet, *, zone: ReadZone | None = None, status: int = 200
) -> HttpResponse:
    context: Mapping[str, Any] = {
        "sheet": sheet,
        "zone": zone,
        "zone_doubts": doubts.told(zone.zone.flags, doubts.ZONES) if zone else (),
        "checks": [(doubts.CHECKS.get(check.name, check.name), check) for check in zone.zone.checks] if zone else (),
        "once": acts.once(request),
        "first_focus": not sheet.faults and not sheet.focus,
        "address": carry(request.path.removesuffix(AGAIN), asked),
        **offered(asked),
    }
    return frame.page(request, "people/enter.html", context, here="people", case=asked.case, asked=asked, status=status)
