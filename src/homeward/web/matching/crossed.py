"""People against lists: where each list has each of them, and how many come how far."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from homeward.matching import queries
from homeward.people.queries import TooLittleToFind
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere
from homeward.web.inside import in_case
from homeward.web.lists.paging import PAGE, number, place
from homeward.web.matching.bars import Bar, step_bar
from homeward.web.matching.places import page_of
from homeward.web.people.looking import note
from homeward.web.people.pages import searched

MOST_LISTS = 50


@require_http_methods(["GET", "POST"])
@in_case
def matrix(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Where every list has people: those of families taken apart, on one list, or found by words, which stand in no address."""
    words = searched(request)
    list_id = acts.key(request.GET.get("list", ""))
    page = 1 if words else number(request.GET.get("page", ""))
    too_little = ""
    try:
        view = queries.matrix(asked, list_id=None if words else list_id, words=words, page=page, size=PAGE)
    except TooLittleToFind as refused:
        too_little = f"{refused.message} {refused.instead}"
        view = queries.matrix(asked, page=1, size=PAGE)
    note(request, asked, view.people, "people against lists")
    context = {
        "view": view,
        "words": words,
        "too_little": too_little,
        "list_id": str(list_id or ""),
        "lines": [(line.person, [line.cells[each.list] for each in view.lists]) for line in view.lines],
        "place": place(asked, request.path, page, view.count, list=str(list_id or "")),
    }
    at = {"list": str(list_id or ""), "page": str(page) if page > 1 else ""}
    formats = frame.Formats(
        json=programs.address(asked, "matching", "matrix", **at, size=str(PAGE)),
        command=programs.command(asked, "matching", "matrix", **at),
    )
    return page_of(
        request,
        asked,
        "matching/matrix.html",
        context,
        here="matrix",
        formats=None if words else formats,
        status=422 if too_little else 200,
    )


@require_safe
@in_case
def funnel(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """How many people of the register stand on any list, on each, and on all of those that count; it names nobody."""
    named = [id for each in request.GET.getlist("list")[:MOST_LISTS] if (id := acts.key(each))]
    view = queries.funnel(asked, named)
    numbers = view.numbers
    bars = [
        Bar(_("on any list"), None, "", numbers.on_any, step_bar(numbers.on_any)),
        *(
            Bar(
                each.title, each, view.refs[each.list], numbers.on_each[each.list], step_bar(numbers.on_each[each.list])
            )
            for each in view.lists
        ),
        Bar(_("on all lists that count"), None, "", numbers.on_all, step_bar(numbers.on_all)),
    ]
    context = {"view": view, "bars": bars, "counting": set(view.counting)}
    formats = frame.Formats(
        json=programs.address(asked, "matching", "funnel", lists=",".join(map(str, named))),
        command="" if named else programs.command(asked, "matching", "funnel"),
    )
    return page_of(request, asked, "matching/funnel.html", context, here="matrix", formats=formats)
