"""The components page: everything a page is made of, with invented values, to be looked at in both directions."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from homeward.web import frame
from homeward.web.design import invented
from homeward.web.design.forms import SpecimenForm
from homeward.web.drawing.axes import counts
from homeward.web.drawing.chains import Link, chain
from homeward.web.drawing.chart import Chart, over_time
from homeward.web.drawing.strips import strip
from homeward.web.drawing.timeline import Event, Timeline, timeline
from homeward.web.figures.drawn import drawn_words, point
from homeward.web.signs import CONDITIONS, MODALITIES, VERDICTS

TOKENS = "page card well ink ink-2 ink-3 link focus says may binds not past met unmet unknown contested".split()


@require_GET
def components(request: HttpRequest) -> HttpResponse:
    """Show every component; `?past` shows the frame as it looks when another moment is shown."""
    past = "past" in request.GET
    figures = invented.FIGURES
    axis = counts([n for f in figures for n in (f.lo, f.hi)])
    context = {
        "modalities": tuple(MODALITIES),
        "conditions": tuple(CONDITIONS),
        "verdicts": tuple(VERDICTS.items()),
        "tokens": TOKENS,
        "statements": invented.STATEMENTS,
        "figure": invented.PART,
        "rivals": invented.RIVALS,
        "figures": figures,
        "axis": axis,
        "strips": [(figure, strip(drawn_words(figure), axis)) for figure in figures],
        "chart": _chart(),
        "timeline": _timeline(),
        "places": chain(
            "Mission of Orland",
            [Link("Coast Wire", "told")],
            [("a", "Coast Wire, 1 May"), ("b", "Evening Paper, 3 May")],
        ),
        "form": SpecimenForm(),
        "wrong": SpecimenForm({"speaker": "", "said": ""}),
        "place": {"first": 1, "last": 50, "all": 1204, "before": "", "after": "?page=2"},
        "clearance_steps": range(1, 7),
    }
    asked = invented.asked(past=past)
    presets = (frame.Preset("s02", "?past"),)
    formats = frame.Formats(json="/api/", csv="/api/", command="homeward figures --case harbour")
    return frame.page(
        request, "design/components.html", context, here="design", asked=asked, presets=presets, formats=formats
    )


def _chart() -> Chart:
    shown = (invented.EARLIER, invented.PART, invented.RIVAL, invented.RANGE)
    points = [point(figure) for figure in shown]
    return over_time(points, now=invented.asked(past=True).as_of, zone=invented.ZONE)


def _timeline() -> Timeline:
    times = [
        ("s01", "asserted", "21 April 2031"),
        ("s02", "asserted", "1 May 2031"),
        ("s04", "asserted", "1 May 2031"),
        ("s05", "reported", "2 May 2031"),
        ("s06", "expected", "3 to 6 May 2031"),
        ("s08", "possible", "about 4 May 2031"),
        ("s10", "promised", "since 2 May 2031"),
        ("s11", "denied", "3 May 2031"),
    ]
    events = [
        Event(ref, modality, invented.time(words).start, invented.time(words).until) for ref, modality, words in times
    ]
    return timeline(events, zone=invented.ZONE, now=invented.NOW)
