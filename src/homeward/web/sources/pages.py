"""Who can know or decide: parties, bodies, people in office, outlets, voices that are not named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from homeward.ledger import actions
from homeward.ledger.core.voices import Reliability
from homeward.ledger.queries import finding
from homeward.ledger.queries import sources as queries
from homeward.ledger.queries import statements as statement_queries
from homeward.ledger.queries.statements import Filters
from homeward.ledger.queries.views import Asked, SourceView, StatementView
from homeward.web import acts, frame, programs
from homeward.web.inside import in_case
from homeward.web.sources.forms import ReliabilityForm, SettleForm

KINDS: tuple[tuple[str, str | Promise], ...] = (
    ("party", _("Parties")),
    ("body", _("Bodies")),
    ("person_in_office", _("People in office")),
    ("unnamed", _("Not named")),
    ("outlet", _("Outlets")),
)
ONE: Mapping[str, str | Promise] = MappingProxyType(
    {
        "party": pgettext_lazy("kind of source", "party"),
        "body": pgettext_lazy("kind of source", "body"),
        "person_in_office": pgettext_lazy("kind of source", "person in office"),
        "unnamed": pgettext_lazy("kind of source", "voice that is not named"),
        "outlet": pgettext_lazy("kind of source", "outlet"),
    }
)
#: Sources of one kind on a page; more are found by search.
MOST = 200
SHOWN_WORDS = 40


@dataclass(frozen=True, slots=True)
class Line:
    """A source in a list, with what tells it from others of its name, and its role where the name does not say it."""

    source: SourceView
    apart: str
    role: str


@dataclass(frozen=True, slots=True)
class Kind:
    """Sources of one kind; `more` is how many did not fit."""

    key: str
    label: str | Promise
    lines: tuple[Line, ...]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.lines)


@require_GET
@in_case
def sources(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The sources of a case by kind, with whom each acts for and how it was judged."""
    words = request.GET.get("q", "").strip()
    everyone = list(queries.sources(asked).values())
    context = {"kinds": _by_kind(_matching(everyone, words)), "words": words, "all": len(everyone)}
    formats = frame.Formats(json=programs.address(asked, "sources"))
    return frame.page(
        request, "sources/sources.html", context, here="sources", case=asked.case, asked=asked, formats=formats
    )


@require_GET
@in_case
def source(request: HttpRequest, asked: Asked, source: UUID) -> HttpResponse:
    """One source: what it last said on each topic, how named persons judged it, who it turned out to be."""
    view = queries.source(asked.case, source, asked)
    spoken = _spoken(asked, view)
    represents = [each for each in queries.sources(asked).values() if each.party_id == view.id and each.id != view.id]
    context = {
        "source": view,
        "label": ONE.get(view.kind, view.kind),
        "last": _last_by_topic(spoken.statements),
        "count": spoken.count,
        "capped": spoken.capped,
        "represents": represents[:MOST],
        "filter": "party" if view.kind == "party" else "speaker",
    }
    formats = frame.Formats(json=programs.address(asked, "sources", str(view.id)))
    return frame.page(
        request, "sources/source.html", context, here="sources", case=asked.case, asked=asked, formats=formats
    )


@require_http_methods(["GET", "POST"])
@in_case
def judge(request: HttpRequest, asked: Asked, source: UUID) -> HttpResponse:
    """Judge how far a source proved right, on a topic and for a time."""
    view = queries.source(asked.case, source, asked)
    if (closed := acts.closed(request, asked, here="sources")) is not None:
        return closed
    form = ReliabilityForm(asked.case, frame.clock_now(), request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        done = acts.attempt(
            form,
            lambda: actions.judge_reliability(
                case=asked.case,
                source=view.id,
                letter=Reliability(given["letter"]),
                topic=given["topic"],
                reason=given["reason"],
                during=given["during"],
                once=acts.once(request),
                by=acts.actor(request),
                at=frame.clock_now(),
            ),
        )
        if done is not None:
            return acts.done(request, asked, done.ref, "source", str(view.id))
    context = {"source": view, "form": form, "topics": finding.topics(asked)}
    return frame.page(
        request,
        "sources/judge.html",
        context,
        here="sources",
        case=asked.case,
        asked=asked,
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
@in_case
def settle(request: HttpRequest, asked: Asked, source: UUID) -> HttpResponse:
    """Say who a speaker is; what changes by it is shown before it is recorded."""
    view = queries.source(asked.case, source, asked)
    if (closed := acts.closed(request, asked, here="sources")) is not None:
        return closed
    others = [each for each in queries.sources(asked).values() if each.id != view.id and each.kind != "outlet"]
    form = SettleForm(others, request.POST if request.method == "POST" else None)
    ready = form.is_bound and form.is_valid()
    if ready and request.POST.get("do") == "record":
        done = acts.attempt(
            form,
            lambda: actions.settle_speaker(
                case=asked.case,
                source=view.id,
                settled_as=form.cleaned_data["settled_as"],
                reason=form.cleaned_data["reason"],
                once=acts.once(request),
                by=acts.actor(request),
                at=frame.clock_now(),
            ),
        )
        if done is not None:
            return acts.done(request, asked, done.ref, "source", str(view.id))
    context = {
        "source": view,
        "form": form,
        "others": others,
        "found": form.found if ready and not form.errors and request.POST.get("do") != "change" else None,
        "spoken": _spoken(asked, view),
    }
    return frame.page(
        request,
        "sources/settle.html",
        context,
        here="sources",
        case=asked.case,
        asked=asked,
        status=422 if form.errors else 200,
    )


def _matching(everyone: Sequence[SourceView], words: str) -> list[SourceView]:
    """Those in whose name, key, role or party these words stand."""
    wanted = words.casefold()
    return [
        each
        for each in everyone
        if wanted in " ".join((each.name, each.key, each.role, each.party_name, each.settled_as)).casefold()
    ]


def _by_kind(found: Sequence[SourceView]) -> list[Kind]:
    kinds = []
    for key, label in KINDS:
        members = [each for each in found if each.kind == key]
        if members:
            kinds.append(Kind(key, label, tuple(map(_line, members[:MOST])), len(members)))
    return kinds


def _line(view: SourceView) -> Line:
    beyond = view.key.removeprefix(view.name).strip() if view.kind != "party" else view.key
    role = "" if view.role.casefold() in view.name.casefold() else view.role
    return Line(view, beyond if beyond != view.key or view.kind == "party" else "", role)


def _spoken(asked: Asked, view: SourceView) -> statement_queries.Found:
    """What it said, the latest first: a party through all who act for it, anybody else alone."""
    filters = Filters(party=view.id) if view.kind == "party" else Filters(speaker=view.id)
    return statement_queries.find(asked, filters, size=SHOWN_WORDS)


def _last_by_topic(statements: Sequence[StatementView]) -> list[StatementView]:
    """The latest on each topic of what still stands; the list comes latest first."""
    last: dict[str, StatementView] = {}
    for statement in statements:
        if statement.standing in ("current", "doubted"):
            last.setdefault(statement.topic, statement)
    return list(last.values())
