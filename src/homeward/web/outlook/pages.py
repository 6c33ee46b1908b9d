"""Forecasts with their odds, and the table of all scores; a bad one is never left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from homeward.ledger.core import kinds
from homeward.outlook import queries
from homeward.outlook.queries import ForecastView, SubjectScores
from homeward.web import frame, programs
from homeward.web.asked import AskedHere
from homeward.web.drawing.fans import Ahead, Fan, Past, fan
from homeward.web.drawing.spreads import Odds, Spreads, spreads
from homeward.web.drawing.tenths import Tenths, tenths
from homeward.web.inside import in_case

HERE: Final = "outlook"
#: Forecasts in one drawing, the last of them; the table has all.
MOST_DRAWN = 20
LEVELS = (10, 50, 90)
SUBJECTS: dict[str, str | Promise] = {
    "exchange": pgettext_lazy("outlook", "When what was promised will have come"),
    "completion": pgettext_lazy("outlook", "When everybody will have crossed"),
    "violence": pgettext_lazy("outlook", "How much will be counted in a month"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A forecast as a row of the table: three of its quantiles, each as a number and as the day that it means, or none."""

    view: ForecastView
    odds: tuple[tuple[Decimal, date | None], ...]
    never: Decimal | None


@dataclass(frozen=True, slots=True)
class Group:
    """Forecasts of one thing in one unit: only these stand on one axis."""

    name: str | Promise
    place: str
    unit: str
    lines: tuple[Line, ...]
    drawn: Spreads
    more: int
    fan: Fan | None
    last: kinds.ForecastMade


@dataclass(frozen=True, slots=True)
class Scored:
    """How the forecasts of one subject did, drawn where there is anything to draw."""

    name: str | Promise
    scores: SubjectScores
    covered: Decimal | None
    tenths: Tenths | None


@require_safe
@in_case
def forecasts(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Every forecast as it was frozen, those of one thing side by side."""
    context = {"groups": _groups(queries.forecasts(asked)), "tab": HERE}
    formats = frame.Formats(
        json=programs.address(asked, "outlook", "forecasts"), command=programs.command(asked, "outlook", "forecasts")
    )
    return frame.page(
        request, "outlook/forecasts.html", context, here=HERE, case=asked.case, asked=asked, formats=formats
    )


@require_safe
@in_case
def scores(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """How all forecasts did beside simple rules: CRPS, coverage, and where truths fell."""
    view = queries.scores(asked)
    context = {
        "subjects": [_scored(each) for each in view.subjects],
        "forecasts": view.forecasts,
        "offers": queries.offers(asked),
        "tab": "outlook_scores",
    }
    formats = frame.Formats(
        json=programs.address(asked, "outlook", "scores"), command=programs.command(asked, "outlook", "scores")
    )
    return frame.page(request, "outlook/scores.html", context, here=HERE, case=asked.case, asked=asked, formats=formats)


def _groups(found: list[ForecastView]) -> list[Group]:
    of: dict[tuple[str, str, str, str], list[ForecastView]] = {}
    for each in found:
        made = each.made
        of.setdefault((made.subject, made.unit, made.place, str(made.crossing or _obligation(made))), []).append(each)
    return [
        Group(
            name=SUBJECTS.get(subject, subject),
            place=place,
            unit=unit,
            lines=tuple(_line(each) for each in members),
            drawn=spreads([_odds(each) for each in reversed(members[:MOST_DRAWN])]),
            more=max(0, len(members) - MOST_DRAWN),
            fan=_fan(members[0].made),
            last=members[0].made,
        )
        for (subject, unit, place, _crossing), members in of.items()
    ]


def _obligation(made: kinds.ForecastMade) -> str:
    return str(made.obligation or "") if isinstance(made, kinds.ForecastInFull) else ""


def _fan(made: kinds.ForecastMade) -> Fan | None:
    """The newest forecast of a group, day by day, with what was before it; earlier versions told only the end."""
    if not isinstance(made, kinds.ForecastInFull) or made.people is None:
        return None
    return fan(
        [Past(each.day, each.people) for each in made.before],
        [Ahead(each.day, each.people) for each in made.ahead],
        on=date.fromisoformat(made.on),
        people=made.people,
        cleared=made.cleared,
    )


def _line(view: ForecastView) -> Line:
    odds = tuple((view.quantile(level), view.day(level)) for level in LEVELS)
    return Line(view, odds, None if view.made.horizon is None else Decimal(view.made.never_per_mille) / 10)


def _odds(view: ForecastView) -> Odds:
    least, low, middle, high, most = (view.quantile(level) for level in (10, 25, 50, 75, 90))
    truth = view.score.scored.truth if view.score else None
    return Odds(view.made.number, (least, low, middle, high, most), view.made.horizon, truth)


def _scored(each: SubjectScores) -> Scored:
    return Scored(
        SUBJECTS.get(each.subject, each.subject),
        each,
        None if each.covered is None else 100 * each.covered,
        tenths(each.pit),
    )
