"""The room of hostilities: its datasets, and violence beside movement on one time axis, every number with its source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from homeward.briefing import queries as briefing
from homeward.briefing.queries.movement import Crossed, Kind, Mark, Movement, Stood
from homeward.hostilities.core.buckets import Bucket, By, buckets, finest
from homeward.hostilities.queries import SeriesView
from homeward.hostilities.queries.written import series_csv
from homeward.web import frame, programs
from homeward.web.asked import AskedHere, carry
from homeward.web.drawing.days import Days, Placed, Said, days
from homeward.web.hostilities import asking
from homeward.web.hostilities.asking import Question
from homeward.web.inside import in_case

HERE: Final = "hostilities"
#: Numbers of rows that stand beside a day; more are in the file and the answer for programs.
MOST_ROWS: Final = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: days together, and the first rows in the file that they come from."""

    of: Bucket
    rows: tuple[int, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A series with what was said of movement on the same days, drawn and as lines of tables."""

    series: SeriesView
    by: By
    drawn: Days
    rows: tuple[Row, ...]
    quiet: int
    crossed: tuple[Crossed, ...]
    stood: tuple[Stood, ...]
    marks: tuple[Mark, ...]
    moved: Movement


@require_safe
@in_case
def room(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """The datasets, the frame, and the chart of the series that is asked for."""
    question = asking.put(request, asked)
    shown = _shown(asked, question.series, question.form.cleaned_data.get("by", "")) if question.series else None
    context = {"question": question, "form": question.form, "shown": shown, "tab": HERE, "tabs": question.tabs(asked)}
    return frame.page(
        request,
        "hostilities/chart.html",
        context,
        here=HERE,
        case=asked.case,
        asked=asked,
        status=question.status,
        formats=_formats(asked, question),
    )


@require_safe
@in_case
def series_file(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """The series that is asked for as a table for another program, day by day."""
    question = asking.put(request, asked)
    if question.series is None:
        return room(request, asked.case.slug)
    return programs.csv_file(series_csv(question.series), asked.case.slug, "hostilities")


def formats_of(question: Question) -> dict[str, str]:
    """The options that put the same question to the interface and the command line."""
    told = question.told
    named = {"dataset": str(question.chosen.id) if question.chosen else "", "place": told.get("place", "")}
    named |= {name: told.get(name, "") for name in ("within", "dyad", "measure")}
    return {name: value for name, value in named.items() if value}


def _formats(asked: AskedHere, question: Question) -> frame.Formats:
    told, of = question.told, formats_of(question)
    since, until, box = (told.get(name, "") for name in ("since", "until", "box"))
    sides = dict(zip(("south", "north", "west", "east"), box.split(","), strict=False)) if box else {}
    if question.series is None:
        return frame.Formats(
            json=programs.address(asked, "hostilities", "datasets"),
            command=programs.command(asked, "hostilities", "datasets"),
        )
    return frame.Formats(
        json=programs.address(asked, "hostilities", "series", **of, **sides, since=since, until=until),
        csv=carry(reverse("hostilities_csv", args=[asked.case.slug]), asked, **told),
        command=programs.command(asked, "hostilities", "series", **of, box=box, **{"from": since, "until": until}),
    )


def _shown(asked: AskedHere, series: SeriesView, wanted: str) -> Shown:
    by = finest(len(series.days), wanted)
    together = buckets(series.days, by)
    moved = briefing.movement(asked, series.since, series.until)
    rows = _rows(series, together)
    return Shown(
        series=series,
        by=by,
        drawn=days(together, crossed=[_said(each) for each in moved.crossed], lanes=_lanes(moved)),
        rows=rows,
        quiet=len(together) - len(rows),
        crossed=moved.crossed,
        stood=moved.stood,
        marks=moved.marks,
        moved=moved,
    )


def _rows(series: SeriesView, together: Sequence[Bucket]) -> tuple[Row, ...]:
    """The lines of the table; days without a recorded death are not listed, only counted."""
    starts = [each.first for each in together]
    rows: dict[int, list[int]] = {}
    for day in series.days:
        if day.rows:
            rows.setdefault(bisect_right(starts, day.date) - 1, []).extend(day.rows)
    return tuple(
        Row(each, tuple(rows.get(n, ())[:MOST_ROWS]), max(0, len(rows.get(n, ())) - MOST_ROWS))
        for n, each in enumerate(together)
        if each.best != 0 or each.high or each.gaps
    )


def _said(crossed: Crossed) -> Said:
    figure = crossed.figure
    return Said(crossed.first, crossed.last, figure.lo, figure.hi)


def _lanes(moved: Movement) -> list[tuple[str, list[Placed]]]:
    """A lane for each crossing, in the order of their names, and one for talks where anything stands in it."""
    found: dict[str, list[Placed]] = {}
    for each in sorted(moved.stood, key=lambda stood: stood.name):
        if not each.point:
            found.setdefault(each.name, []).append(Placed(each.first, each.last, each.state.value))
    # The latest word comes first and is drawn last, over what was said before.
    lanes = [(name, placed[::-1]) for name, placed in found.items()]
    for kind, name in (
        (Kind.AGREEMENT, pgettext("hostilities", "agreements")),
        (Kind.MEETING, pgettext("hostilities", "meetings")),
    ):
        of = [Placed(m.first, m.last, "planned" if m.planned else kind.value) for m in moved.marks if m.kind is kind]
        if of:
            lanes.append((name, of))
    return lanes
