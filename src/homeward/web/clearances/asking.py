"""The desk asks an authority: about one person or everybody on a list; the letter and the files that go out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from homeward.access.actions import NotLetIn
from homeward.clearances import actions, queries
from homeward.clearances.queries import PENDING, NoSuchAuthority, State
from homeward.ledger.queries import sources
from homeward.lists import queries as lists
from homeward.matching.formats.letters import as_page, as_text
from homeward.people import queries as people
from homeward.refusals import Refused
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere, carry
from homeward.web.clearances.forms import AskForm, GoingForm
from homeward.web.clearances.pages import may_write, shown
from homeward.web.inside import in_case
from homeward.web.matching.letters import default_language, sections
from homeward.web.matching.words import LANGUAGES
from homeward.web.people.looking import note

MOST_OFFERED = 300
LETTERS: dict[str, tuple[str, str, Any]] = {
    "text": ("text/plain; charset=utf-8", "txt", as_text),
    "page": ("text/html; charset=utf-8", "html", as_page),
}


@require_http_methods(["GET", "POST"])
@in_case
def ask(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Choose whom to ask about; checked first, with how many it would be, and recorded then."""
    if (closed := acts.closed(request, asked, here="clearances")) is not None:
        return closed
    named = [id for each in _given(request).getlist("person") if (id := acts.key(each))]
    offered = _lists(asked)
    form = AskForm(request.POST if request.method == "POST" else None, lists=offered, initial=_initial(request))
    counts: dict[str, int] = {}
    if form.is_bound and form.is_valid():
        those = named or _on_list(asked, form.cleaned_data["whom"])
        before = set() if form.cleaned_data["again"] else _asked_before(asked, form.cleaned_data["authority"], those)
        left = [each for each in those if each not in before]
        counts = {"all": len(those), "before": len(before), "left": len(left)}
        if not those:
            form.add_error("whom", _("Choose a list, or begin on the page of a person."))
        elif request.POST.get("do") == "record" and not left:
            form.add_error(None, _("All of them were asked about before. Tick the box to ask again."))
        elif request.POST.get("do") == "record":
            done = acts.attempt(form, lambda: _asked(request, asked, form, left))
            if done is not None:
                return _to_letter(request, asked, done)
    lines = people.people_of(asked, named)
    note(request, asked, [each.id for each in lines], "request")
    context = {
        "form": form,
        "named": lines,
        "counts": counts,
        "checked": bool(counts) and not form.errors,
        "authorities": list(sources.sources(asked).values())[:MOST_OFFERED],
        "may_write": may_write(asked),
    }
    return shown(request, asked, "clearances/ask.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@in_case
def letter(request: HttpRequest, asked: AskedHere, batch: UUID) -> HttpResponse:
    """The letter about a request as it would go out; whom to name beside those who agreed is sent, and in no address."""
    return _letter(request, asked, batch)


@require_POST
@in_case
def save(request: HttpRequest, asked: AskedHere, batch: UUID) -> HttpResponse:
    """The letter or the table as a file; the log is told who took it out and for what."""
    form = _going(request)
    named = _named(request)
    if not form.is_valid():
        return _letter(request, asked, batch, form=form)
    as_form = request.POST.get("form", "text")
    if as_form in LETTERS:
        kind, ending, put = LETTERS[as_form]
        view = queries.request_letter(asked, batch, form.cleaned_data["language"], people=named)
        note(request, asked, view.people, "request, as a letter, saved")
        return _file(put(view.letter).encode(), kind, f"request-{batch.hex[:8]}-{view.letter.language}.{ending}")
    try:
        done = actions.export_request(
            asked=asked,
            batch=batch,
            form=as_form,
            purpose=form.cleaned_data["purpose"],
            named=named,
            by=acts.actor(request),
            at=frame.clock_now(),
        )
    except NotLetIn:
        raise
    except Refused as refused:
        acts.tell(form, refused)
        return _letter(request, asked, batch, form=form)
    return _file(done.data, done.media_type, done.name)


def _letter(request: HttpRequest, asked: AskedHere, batch: UUID, form: GoingForm | None = None) -> HttpResponse:
    form = form or _going(request)
    language = form.data.get("language") or default_language()
    language = language if language in LANGUAGES else default_language()
    named = _named(request)
    view = queries.request_letter(asked, batch, language, people=named)
    note(request, asked, view.people, "request, as a letter")
    context = {
        "view": view,
        "letter": view.letter,
        "sections": sections(view.letter),
        "form": form,
        "faulty": form.is_bound and bool(form.errors),
        "languages": [(code, name, code == language) for code, name in LANGUAGES.items()],
        "named_people": people.people_of(asked, named),
        "left_out": [each for each in view.without_consent if each.names],
    }
    formats = frame.Formats(
        json=programs.address(asked, "clearances", "requests", str(batch), "letter", language=language),
        command=programs.command(asked, "clearances", "letter", str(batch), language=language),
    )
    status = 422 if context["faulty"] else 200
    return shown(request, asked, "clearances/letter.html", context, formats=formats, status=status)


def _going(request: HttpRequest) -> GoingForm:
    given = request.POST if request.method == "POST" else request.GET
    return GoingForm({"language": given.get("language") or default_language(), "purpose": given.get("purpose", "")})


def _named(request: HttpRequest) -> list[UUID]:
    return [id for each in request.POST.getlist("person") if (id := acts.key(each))]


def _file(data: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=kind)
    answer.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer


def _given(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else request.GET


def _initial(request: HttpRequest) -> dict[str, str]:
    return {"authority": request.GET.get("authority", ""), "whom": request.GET.get("list", "")}


def _lists(asked: AskedHere) -> list[tuple[str, str]]:
    """The lists of which everybody may be asked about, each by its last version."""
    return [
        (str(each.last.id), _("everybody on “%(title)s”, version %(number)s") % _told(each))
        for each in lists.lists(asked.case)
        if each.last is not None
    ]


def _told(view: lists.ListView) -> dict[str, Any]:
    return {"title": view.title, "number": view.last.number if view.last else ""}


def _on_list(asked: AskedHere, words: str) -> list[UUID]:
    version = acts.key(words)
    if version is None:
        return []
    return list(dict.fromkeys(each.person for each in lists.entries(asked, [version]) if each.opens))


def _asked_before(asked: AskedHere, authority: str, those: Sequence[UUID]) -> set[UUID]:
    """Of whom this authority still owes an answer, or who hold a clearance of it."""
    try:
        chosen = queries.authority_named(asked.case, authority)
    except NoSuchAuthority:
        return set()
    open_states = {*PENDING, State.GRANTED}
    return {
        person
        for person, held in queries.held(asked, those).items()
        if any(each.authority == chosen and each.state in open_states for each in held)
    }


def _asked(request: HttpRequest, asked: AskedHere, form: AskForm, those: list[UUID]) -> actions.Asked:
    return actions.ask(
        case=asked.case,
        people_asked=those,
        authority=form.cleaned_data["authority"],
        purpose=form.cleaned_data["purpose"],
        via=form.hands,
        asked=form.cleaned_data["asked"],
        once=acts.once(request),
        by=acts.actor(request),
        at=frame.clock_now(),
    )


def _to_letter(request: HttpRequest, asked: AskedHere, done: actions.Asked) -> HttpResponse:
    told = ngettext("%(count)s person is asked for.", "%(count)s people are asked for.", len(done.refs))
    messages.success(request, told % {"count": f"{len(done.refs):,}"})
    return HttpResponseRedirect(carry(reverse("clearance_request", args=[asked.case.slug, done.batch]), asked))
