"""Statements of a case: the search, and one with everything that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from homeward.briefing.formats import csv
from homeward.ledger.core.kinds.people import ABOUT_PEOPLE
from homeward.ledger.queries import statements as queries
from homeward.ledger.queries.statements import Found
from homeward.ledger.queries.views import STANDING, StatementView
from homeward.web import frame, programs
from homeward.web.asked import AskedHere, carry, in_address
from homeward.web.inside import in_case
from homeward.web.people.looking import note
from homeward.web.statements import evidence, named
from homeward.web.statements.forms import FindForm

LARGEST_PAGE = 1_000_000
#: What may be done with a statement: the name of its page, and the words of its button.
ACTS = (
    ("correct", _("Correct")),
    ("doubt", _("Doubt")),
    ("withdraw", _("Withdraw")),
    ("link_statement", _("Link to another")),
    ("judge_credibility", _("Judge credibility")),
)


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen filter, and the address without it."""

    label: str | Promise
    value: str | Promise
    without: str


@require_safe
@in_case
def statements(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Find statements; what was chosen stays on the page and in its address."""
    form = FindForm(asked, request.GET.dict())
    readable = form.is_valid()
    found = queries.find(asked, form.filters, page=_page(request)) if readable else None
    context = {
        "found": found,
        "filters": {
            "form": form,
            "chosen": _chosen(request, form),
            "clear": carry(request.path, asked),
            "open": not readable,
        },
        "place": _place(request, found) if found and found.pages > 1 else None,
        "searched": bool(form.filters.any),
    }
    return frame.page(
        request,
        "statements/statements.html",
        context,
        here="statements",
        case=asked.case,
        asked=asked,
        formats=_formats(asked, form, found) if found else None,
        status=200 if readable else 422,
    )


@require_safe
@in_case
def found_csv(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """The same page of statements as a table."""
    form = FindForm(asked, request.GET.dict())
    if not form.is_valid():
        raise Http404
    found = queries.find(asked, form.filters, page=_page(request))
    return programs.csv_file(csv.statements_csv(asked, found.statements), asked.case.slug, "statements")


@require_safe
@in_case
def statement(request: HttpRequest, asked: AskedHere, ref: str) -> HttpResponse:
    """One statement: the words, who said them and through whom, its figures beside others', and what shows it."""
    view = queries.statement(asked, ref)
    context = {
        "statement": view,
        "stated": evidence.stated(asked, view),
        "places": evidence.places(view),
        "passages": evidence.passages(view),
        "papers": evidence.papers(view),
        "read": evidence.read_in(asked, view),
        "against": [link for link in view.links if link.direction == "in" and link.stance in STANDING],
        "acts": _acts(asked, view) if asked.case.may_write and not asked.past else [],
        "closed": asked.case.may_write and asked.past,
    }
    slug = asked.case.slug
    formats = frame.Formats(
        json=programs.address(asked, "statements", view.ref),
        csv=carry(reverse("statement_csv", args=[slug, view.ref]), asked) if view.figures else "",
        command=programs.command(asked, "statement", view.ref),
    )
    return frame.page(
        request,
        "statements/statement.html",
        context,
        here="statements",
        case=asked.case,
        asked=asked,
        formats=formats,
        presets=_presets(request, asked, view),
    )


@require_safe
@in_case
def statement_csv(request: HttpRequest, asked: AskedHere, ref: str) -> HttpResponse:
    """The figures of one statement as a table."""
    view = queries.statement(asked, ref)
    return programs.csv_file(csv.figures_csv(asked, view.figures), asked.case.slug, view.ref)


@require_POST
@in_case
def palette(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """What the palette finds in the case; what is looked for stands in no address."""
    words = " ".join(request.POST.get("q", "").replace("\0", "").split())[:200]
    people = named.people(asked, words)
    note(request, asked, (person for person, _row in people), "palette")
    found = [*named.found(asked, words), *(row for _person, row in people)]
    answer = render(request, "statements/_named.html", {"found": found})
    answer["Cache-Control"] = "no-store"
    return answer


def _acts(asked: AskedHere, view: StatementView) -> list[tuple[str | Promise, str]]:
    """What may be done with it, as far as the pages for it are there."""
    found: list[tuple[str | Promise, str]] = []
    for name, label in ACTS:
        if name == "correct" and view.kind in ABOUT_PEOPLE:
            continue
        try:
            found.append((label, carry(reverse(name, args=[asked.case.slug, view.ref]), asked)))
        except NoReverseMatch:
            continue
    return found


def _presets(request: HttpRequest, asked: AskedHere, view: StatementView) -> list[frame.Preset]:
    """One press on the dials: as it was known before this statement."""
    known = view.said or view.published
    before = known.start if known else view.recorded_at
    if before is None:
        return []
    address = reverse("picture", args=[asked.case.slug])
    moment = in_address(before, asked.case.zone)
    return [frame.Preset(_("The picture before this statement"), carry(address, None, as_of=moment, known_at=moment))]


def _page(request: HttpRequest) -> int:
    typed = request.GET.get("page", "")
    return min(int(typed), LARGEST_PAGE) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 1


def _chosen(request: HttpRequest, form: FindForm) -> list[Chip]:
    """What was chosen, each with the address that lets it go."""
    chips = []
    for bound in form:
        typed = request.GET.get(bound.name, "").strip()
        if not typed:
            continue
        given = getattr(form, "cleaned_data", {}).get(bound.name)
        choices = dict(getattr(bound.field, "choices", ()))
        shown: Any = getattr(given, "name", "") or choices.get(typed, typed)
        chips.append(Chip(bound.label, shown, _without(request, bound.name)))
    if form.origin:
        chips.append(Chip(_("Utterance"), str(form.origin)[:8], _without(request, "origin")))
    return chips


def _without(request: HttpRequest, *names: str) -> str:
    kept = request.GET.copy()
    for name in (*names, "page"):
        kept.pop(name, None)
    return f"{request.path}?{kept.urlencode()}" if kept else request.path


def _place(request: HttpRequest, found: Found) -> dict[str, Any]:
    def at(page: int) -> str:
        kept = request.GET.copy()
        kept["page"] = str(page)
        return f"?{kept.urlencode()}"

    return {
        "first": found.first,
        "last": found.last,
        "all": found.count,
        "before": at(found.page - 1) if found.page > 1 else "",
        "after": at(found.page + 1) if found.page < found.pages else "",
    }


def _formats(asked: AskedHere, form: FindForm, found: Found) -> frame.Formats:
    filters, zone = form.filters, asked.case.zone
    asks = {
        "q": filters.words,
        "speaker": str(filters.speaker or ""),
        "party": str(filters.party or ""),
        "origin": str(filters.origin or ""),
        "modality": filters.modality,
        "kind": filters.kind,
        "topic": filters.topic,
        "said_since": in_address(filters.said_since, zone) if filters.said_since else "",
        "said_until": in_address(filters.said_until, zone) if filters.said_until else "",
        "page": str(found.page) if found.page > 1 else "",
    }
    only_words = filters.words and filters == queries.Filters(words=filters.words)
    return frame.Formats(
        json=programs.address(asked, "statements", **asks),
        csv=carry(reverse("statements_csv", args=[asked.case.slug]), asked, **asks),
        command=programs.command(asked, "search", filters.words, size=str(queries.PAGE), page=asks["page"])
        if only_words
        else "",
    )
