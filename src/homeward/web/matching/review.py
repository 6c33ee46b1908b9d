"""Review: pairs that may be one person, one at a time; each answer is one key, and the next pair comes by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from homeward.ledger.core.persons import Judgement
from homeward.matching.core.caution import needs_second
from homeward.matching.queries.review import PairLine, PairsView, ReviewView, alike, open_pairs
from homeward.matching.queries.review import queue as waiting
from homeward.matching.queries.review import review as seen
from homeward.people.queries import JudgementView, PersonView
from homeward.web import acts
from homeward.web.asked import AskedHere, carry
from homeward.web.inside import in_case
from homeward.web.lists.paging import number, place
from homeward.web.matching.compared import Reason, compared, reasons, telling
from homeward.web.matching.forms import BulkForm, JudgeForm, pair_value
from homeward.web.matching.judging import judged
from homeward.web.matching.places import JUDGED, may_write, page_of, pair_address, undo
from homeward.web.matching.words import ANSWERS, JUDGEMENTS, MEMBER_MOVES, NOTHING, STANDINGS, likely
from homeward.web.people import voices
from homeward.web.people.looking import note

SIZE = 25


@require_safe
@in_case
def queue(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """The pairs that wait: those of the very same evidence first, then all of them in their order."""
    return queued(request, asked)


@require_safe
@in_case
def first(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """The pair at the head of the queue; the room where nothing waits."""
    found = waiting(asked)
    more = {JUDGED: request.GET.get(JUDGED, "")}
    if not found:
        return HttpResponseRedirect(carry(reverse("review", args=[asked.case.slug]), asked, **more))
    return HttpResponseRedirect(pair_address(asked, found[0], **more))


@require_http_methods(["GET", "POST"])
@in_case
def pair(request: HttpRequest, asked: AskedHere, one: UUID, other: UUID) -> HttpResponse:
    """Two people side by side; an answer is recorded, and the next pair comes."""
    if request.method == "GET":
        return shown(request, asked, one, other)
    if (closed := acts.closed(request, asked, here="review")) is not None:
        return closed
    view = seen(asked, one, other)
    form = JudgeForm(request.POST)
    done = judged(request, asked, view, form)
    if done is None:
        return shown(request, asked, one, other, view=view, form=form, status=422)
    return done


def queued(request: HttpRequest, asked: AskedHere, *, form: BulkForm | None = None, status: int = 200) -> HttpResponse:
    """The page of the queue."""
    standing = request.GET.get("standing", "")
    standing = standing if standing in ("open", "second", "unsure") else ""
    page = number(request.GET.get("page", ""))
    found = open_pairs(asked, standing=standing, page=page, size=SIZE)
    groups = alike(asked) if page == 1 and not standing else ()
    people = [*found.people, *(id for group in groups for line in group for id in (line.one.id, line.other.id))]
    note(request, asked, dict.fromkeys(people), "pairs to be judged")
    context = {
        "pairs": found,
        "lines": [Line.of(each) for each in found.pairs],
        "groups": [Group.of(each) for each in groups],
        "standing": standing,
        "counted": _counted(found),
        "place": place(asked, request.path, page, found.count, size=SIZE, standing=standing),
        "may_write": may_write(asked),
        "form": form,
        "undo": undo(request, asked),
    }
    return page_of(request, asked, "matching/queue.html", context, status=status)


def shown(
    request: HttpRequest,
    asked: AskedHere,
    one: UUID,
    other: UUID,
    *,
    view: ReviewView | None = None,
    form: JudgeForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a pair, with the form as far as somebody filled it in."""
    view = view or seen(asked, one, other)
    note(request, asked, view.people, "pair of people")
    answered = form.data.get("judgement", "") if form else ""
    second = [each.value for each in view.second_for]
    first = [Told.of(each) for each in view.judged if each.second and view.standing == "second"]
    kept = {JUDGED: request.GET.get(JUDGED, "")}
    context: dict[str, Any] = {
        "view": view,
        "rows": compared(view.one, view.other, view.levels, view.bits),
        "unsaid": [each for each in reasons(view.levels, view.bits) if each.direction == NOTHING],
        "sides": [Side("A", view.one), Side("B", view.other)],
        "likely": likely(view.per_mille),
        "standing": STANDINGS.get(view.standing, view.standing),
        "moves": [(MEMBER_MOVES[kind], count) for kind, count in view.moves.items()],
        "records": _records(view.one) + _records(view.other),
        "meets": _meets(view.one, view.other) or _meets(view.other, view.one),
        "lists": (voices.lists(view.one), voices.lists(view.other)),
        "judged": [Told.of(each) for each in view.judged],
        "waiting": first,
        "answers": [(value, label, letter, value in second) for value, (label, letter) in ANSWERS.items()],
        "form": form or JudgeForm(),
        "chosen": ANSWERS[answered][0] if answered in ANSWERS else "",
        "answered": answered if answered in ANSWERS else "",
        "needs_second": answered in second,
        "open": view.standing in ("open", "second", "unsure"),
        "may_write": may_write(asked),
        "address": pair_address(asked, (one, other)),
        "following": pair_address(asked, view.following, **kept) if view.following else "",
        "before": pair_address(asked, view.before, **kept) if view.before else "",
        "undo": undo(request, asked),
    }
    return page_of(request, asked, "matching/pair.html", context, status=status)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, and the letter of their column."""

    letter: str
    view: PersonView

    @property
    def id(self) -> UUID:
        return self.view.id

    @property
    def one_with(self) -> int:
        return len(self.view.one_with)


@dataclass(frozen=True, slots=True)
class Line:
    """A pair in a line: how likely, what speaks for and against it, what hangs on it."""

    view: PairLine
    value: str
    likely: str | Promise
    reasons: tuple[Reason, ...]
    standing: str | Promise
    hanging: tuple[tuple[str | Promise, int], ...]

    @classmethod
    def of(cls, view: PairLine) -> Line:
        return cls(
            view,
            pair_value(view.one.id, view.other.id),
            likely(view.per_mille),
            telling(view.levels, view.bits),
            STANDINGS.get(view.standing, view.standing),
            tuple((MEMBER_MOVES[kind], count) for kind, count in view.hanging.items()),
        )


@dataclass(frozen=True, slots=True)
class Group:
    """Pairs of the very same evidence, with the answers that one person may give."""

    lines: tuple[Line, ...]
    answers: tuple[tuple[str, str | Promise], ...]

    @classmethod
    def of(cls, pairs: Iterable[PairLine]) -> Group:
        lines = tuple(Line.of(each) for each in pairs)
        likeliest = max(line.view.per_mille for line in lines)
        alone = [
            (each.value, ANSWERS[each.value][0])
            for each in Judgement
            if not needs_second(each, likeliest) and not needs_second(each, min(line.view.per_mille for line in lines))
        ]
        return cls(lines, tuple(alone))

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return self.lines[0].reasons


@dataclass(frozen=True, slots=True)
class Told:
    """A judgement as it is told: what was judged, and whether it waits for a second person."""

    view: JudgementView
    word: str | Promise
    waits: bool

    @classmethod
    def of(cls, view: JudgementView) -> Told:
        return cls(view, JUDGEMENTS.get(view.judgement.value, view.judgement.value), view.second)


def _counted(found: PairsView) -> list[tuple[str, str | Promise, int]]:
    return [(name, STANDINGS[name], found.by_standing.get(name, 0)) for name in ("open", "second", "unsure")]


def _records(person: PersonView) -> int:
    return len({voices.anchor(given) for given in voices.every_given(person)})


def _meets(one: PersonView, other: PersonView) -> str:
    """What would meet that nobody sees together now: a search for somebody and where they stand."""
    if one.sought and voices.lists(other):
        return pgettext("pair", "A tracing request and an entry of a list meet.")
    if one.sought and other.whereabouts:
        return pgettext("pair", "A tracing request meets word of where somebody is.")
    return ""
