"""The board of work: what is lacking or doubtful in the register, in numbers that lead to the people."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.views.decorators.http import require_GET

from homeward.ledger.queries.views import Asked
from homeward.people import queries
from homeward.people.core.quality import Mark
from homeward.web import frame
from homeward.web.asked import carry
from homeward.web.inbox.pages import page_number
from homeward.web.inside import in_case
from homeward.web.people.looking import note
from homeward.web.people.words import MARKS

PAGE = 50


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing that is lacking: of how many people, drawn against all of them."""

    mark: Mark
    label: str | Promise
    count: int
    all: int

    @property
    def width(self) -> str:
        """How long it is drawn, in hundredths of the whole."""
        return f"{self.count / self.all:.2%}" if self.all else "0%"


@require_GET
@in_case
def quality(request: HttpRequest, asked: Asked) -> HttpResponse:
    """How many people lack what, and whose lists bring how many records; nobody is named."""
    view = queries.quality(asked)
    households, apart = queries.count_households(asked)
    context = {
        "board": view,
        "bars": [Bar(mark, MARKS[mark], view.marks[mark], view.people) for mark in Mark],
        "households": households,
        "split": apart,
        "forgotten": queries.register(asked).forgotten,
    }
    return frame.page(request, "people/quality.html", context, here="people_quality", case=asked.case, asked=asked)


@require_GET
@in_case
def lacking(request: HttpRequest, asked: Asked, mark: str) -> HttpResponse:
    """The people who lack something, a page of them."""
    if mark not in list(Mark):
        raise Http404
    count = queries.quality(asked).marks[Mark(mark)]
    pages = max(1, -(-count // PAGE))
    page = min(page_number(request.GET.get("page", "")), pages)
    found = queries.people_with(asked, Mark(mark), page=page, size=PAGE)
    note(request, asked, (line.id for line in found), f"quality {mark}")

    def at(number: int) -> str:
        return carry(
            reverse("people_lacking", args=[asked.case.slug, mark]), asked, page=str(number) if number > 1 else ""
        )

    context = {
        "mark": mark,
        "lines": found,
        "count": count,
        "place": {
            "first": (page - 1) * PAGE + 1, "last": min(page * PAGE, count), "all": count,
            "before": at(page - 1) if page > 1 else "", "after": at(page + 1) if page < pages else "",
        } if pages > 1 else None,
    }  # fmt: skip
    return frame.page(request, "people/lacking.html", context, here="people_quality", case=asked.case, asked=asked)


@require_GET
@in_case
def split(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Households in which no country is that of all of them."""
    page = page_number(request.GET.get("page", ""))
    _all, count = queries.count_households(asked)
    found = queries.split_households(asked, page=page)
    note(request, asked, dict.fromkeys(id for view in found for id in view.people), "split households")
    size = 30

    def at(number: int) -> str:
        return carry(reverse("split_households", args=[asked.case.slug]), asked, page=str(number) if number > 1 else "")

    context = {
        "households": found,
        "count": count,
        "place": {
            "first": (page - 1) * size + 1, "last": min(page * size, count), "all": count,
            "before": at(page - 1) if page > 1 else "", "after": at(page + 1) if page * size < count else "",
        } if count > size else None,
    }  # fmt: skip
    return frame.page(request, "people/split.html", context, here="people_quality", case=asked.case, asked=asked)
