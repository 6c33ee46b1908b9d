"""The picture of a case: what is known, by whom, how sure, what disagrees, and what nobody has said."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from homeward.briefing import queries
from homeward.briefing.formats import csv
from homeward.briefing.queries import Picture
from homeward.ledger.queries import figures
from homeward.moments import day_of, dial
from homeward.refusals import Refused
from homeward.web import frame, programs
from homeward.web.agreements import due
from homeward.web.asked import AskedHere, carry, in_address, in_dial
from homeward.web.inside import in_case
from homeward.web.picture import people, sections

DAYS_BACK = (1, 3, 7, 30)


@require_safe
@in_case
def picture(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Show the picture as of and as known at the moment of the address, with what changed since a time."""
    typed = request.GET.get("since", "").strip()
    since, wrong = _since(typed, asked)
    by_known = request.GET.get("by") == "known"
    made = queries.picture(asked, since=since, by_event=not by_known)
    lines = sections.happened(made)
    context = {
        "picture": made,
        "units": people.by_unit(made.groups),
        "gated": sections.gated(made.conditions[: sections.MOST_CONDITIONS]),
        "more_conditions": max(0, len(made.conditions) - sections.MOST_CONDITIONS),
        "gaps": made.gaps[: sections.MOST_GAPS],
        "more_gaps": max(0, len(made.gaps) - sections.MOST_GAPS),
        "changed": made.changed[: sections.MOST_CHANGED],
        "lines": lines,
        "drawn": sections.drawn(lines, asked),
        "disagreements": sections.disagreements(made),
        "faults": sections.faults(made),
        "only_seems": sections.only_seems(made),
        "changed_beyond": made.changed_count - min(len(made.changed), sections.MOST_CHANGED),
        "since": {
            "typed": in_dial(since, asked.case.zone) if since else typed,
            "wrong": wrong,
            "chosen": bool(typed) and not wrong,
            "days": _days_back(made),
        },
        "known_refs": _refs(made),
        "empty": _is_empty(made),
        "due_soon": due.due(asked) if made.agreements else [],
        "write": _if_there("write", asked.case.slug) if asked.case.may_write and not asked.past else "",
    }
    return frame.page(
        request,
        "picture/picture.html",
        context,
        here="picture",
        case=asked.case,
        asked=asked,
        formats=_formats(asked, since, by_known),
        presets=_presets(request, asked),
        status=422 if wrong else 200,
    )


@require_safe
@in_case
def as_csv(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """The figures of the picture as a table."""
    return programs.csv_file(csv.figures_csv(asked, figures.current(asked)), asked.case.slug, "figures")


def _since(typed: str, asked: AskedHere) -> tuple[datetime | None, str]:
    """Since when changes are wanted, as it was typed, and what is wrong with that."""
    if not typed:
        return None, ""
    zone = asked.case.zone
    try:
        return dial(typed, zone, reference=day_of(min(asked.as_of, asked.known_at), zone)), ""
    except Refused as refused:
        return None, f"{refused.message} {refused.instead}".strip()


def _days_back(made: Picture) -> list[tuple[int, str]]:
    before = min(made.asked.known_at, made.asked.as_of).replace(second=0, microsecond=0)
    return [(days, in_address(before - timedelta(days=days), made.asked.case.zone)) for days in DAYS_BACK]


def _formats(asked: AskedHere, since: datetime | None, by_known: bool) -> frame.Formats:
    after = in_address(since, asked.case.zone) if since else ""
    more = {"since": after, "by": "known" if by_known else ""}
    command = programs.command(asked, "brief", since=after)
    return frame.Formats(
        json=programs.address(asked, "picture", **more),
        csv=carry(reverse("picture_csv", args=[asked.case.slug]), asked),
        command=f"{command} --by-known" if by_known else command,
    )


def _presets(request: HttpRequest, asked: AskedHere) -> list[frame.Preset]:
    """One press on the dials: both of them yesterday noon, or a week ago."""
    local = frame.clock_now().astimezone(asked.case.zone)
    noon = (local - timedelta(days=1)).replace(hour=12, minute=0, second=0, microsecond=0)
    moments = (
        (_("Yesterday noon"), noon),
        (_("A week ago"), local.replace(second=0, microsecond=0) - timedelta(days=7)),
    )
    kept = {name: str(value) for name, value in request.GET.items() if name not in ("as_of", "known_at")}
    return [
        frame.Preset(
            words,
            carry(
                request.path,
                None,
                **kept,
                as_of=in_address(moment, asked.case.zone),
                known_at=in_address(moment, asked.case.zone),
            ),
        )
        for words, moment in moments
    ]


def _refs(made: Picture) -> set[str]:
    """What a gap may be about that has a page of its own."""
    return {condition.statement.ref for condition in made.conditions} | {
        figure.ref for group in made.groups for figure in group.current
    }


def _is_empty(made: Picture) -> bool:
    return not (made.groups or made.conditions or made.parties or made.agreements or made.timeline or made.changed)


def _if_there(name: str, *args: str) -> str:
    """The address of a page that may not be built."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
