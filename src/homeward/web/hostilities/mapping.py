"""Where the events of a frame lie: circles on a map of the desk's own, and the same as a list."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from homeward.hostilities import queries
from homeward.hostilities.queries import NoSpots, SpotsView
from homeward.refusals import Refused
from homeward.web import frame, programs
from homeward.web.asked import AskedHere
from homeward.web.drawing.maps import Place, drawn
from homeward.web.hostilities import asking
from homeward.web.hostilities.pages import HERE, formats_of
from homeward.web.inside import in_case

#: Circles on the map and lines of the list, those with most deaths first; what is left out is told.
MOST: Final = 200


@require_safe
@in_case
def room(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """The map of a frame with the list of its places; of a dataset without places of its own it says so."""
    question = asking.put(request, asked, with_series=False)
    view, refusal = None, None
    if question.chosen and not question.form.errors:
        since, until = question.form.days
        try:
            view = queries.spots(
                asked, dataset=question.chosen.id, frame=question.frame, dyad=question.form.cleaned_data["dyad"] or None,
                since=since, until=until,
            )  # fmt: skip
        except NoSpots as none:
            refusal = none
        except Refused as refused:
            question.form.add_error(None, " ".join(filter(None, (refused.message, refused.instead))))
    places = _places(view) if view else []
    context = {
        "question": question,
        "form": question.form,
        "view": view,
        "refusal": refusal,
        "map": drawn(places),
        "points": view.points[:MOST] if view else (),
        "more": max(0, len(view.points) - MOST) if view else 0,
        "tab": "hostilities_map",
        "tabs": question.tabs(asked),
    }
    formats = frame.Formats(
        json=programs.address(asked, "hostilities", "places", dataset=formats_of(question).get("dataset", "")),
        command=programs.command(asked, "hostilities", "places", dataset=formats_of(question).get("dataset", "")),
    )
    return frame.page(
        request, "hostilities/map.html", context, here=HERE, case=asked.case, asked=asked, status=question.status,
        formats=formats,
    )  # fmt: skip


def _places(view: SpotsView) -> list[Place]:
    """Divisions lie under the places in them: they are drawn first, so they come last."""
    spots = [(each, True) for each in view.points[:MOST]] + [(each, False) for each in view.divisions[:MOST]]
    return [
        Place(each.name or each.division, each.latitude, each.longitude, each.low, each.best, each.high, known)
        for each, known in spots
        if each.latitude is not None and each.longitude is not None
    ]
