"""Looks at a series by command: around a date, its level at a date, when it changed, whether open days go with quiet ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from homeward.cli.asking import Answer, AsOf, Case, Form, KnownAt, Room, Who, ask
from homeward.cli.entering import entered
from homeward.cli.framing import (
    Box,
    Dataset,
    Dyad,
    Level,
    NoDay,
    Place,
    Since,
    Until,
    Version,
    Within,
    day_of,
    frame_of,
)
from homeward.cli.printing import answer
from homeward.cli.taking import contents

if TYPE_CHECKING:  # need Django up
    from datetime import date

    from homeward.briefing.queries import OpenDays
    from homeward.hostilities.queries import SeriesView, StudyView

app = typer.Typer(
    name="study",
    help="What went with what in a series: shown with its doubts, tested only where there is enough to test.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
LARGEST = 5_000_000
Measure = Annotated[str, typer.Option("--measure", metavar="NAME", help="What is counted. Default: the first.")]
On = Annotated[str, typer.Option("--on", metavar="DAY", help="The date; the day itself is the first one after.")]


@app.callback()
def study() -> None:
    """What went with what in a series: shown with its doubts, tested only where there is enough to test."""


@dataclass(frozen=True, slots=True)
class Framed:
    """A question as it was put: the frame is chosen before anybody looks."""

    case: str
    dataset: str
    place: str | None
    level: str | None
    within: str
    box: str | None
    dyad: str | None
    since: str | None
    until: str | None
    measure: str
    version: str
    as_of: str | None
    known_at: str | None
    compartment: str


@app.command(
    epilog='Example: homeward hostilities study around --case crossing --place "Verba province" --on 2016-02-27'
)
def around(
    case: Case, on: On, dataset: Dataset = "", place: Place = None, level: Level = None, within: Within = "",
    box: Box = None, dyad: Dyad = None, since: Since = None, until: Until = None, measure: Measure = "",
    side: Annotated[int, typer.Option("--side", metavar="DAYS", min=1, max=180, help="Days on each side.")] = 21,
    version: Version = "", as_of: AsOf = None, known_at: KnownAt = None, compartment: Room = "", who: Who = None,
    form: Answer = Form.TEXT,
) -> None:  # fmt: skip
    """The days before and after a date, beside the same days around dates of which nothing is known."""
    framed = Framed(case, dataset, place, level, within, box, dyad, since, until, measure, version, as_of,
                    known_at, compartment)  # fmt: skip
    day = _on(on)

    def look(series: SeriesView, _: OpenDays | None) -> StudyView:
        from homeward.hostilities import queries

        return queries.around(series, day, side=side)

    _told(framed, look, who, form)


@app.command(
    epilog='Example: homeward hostilities study level --case crossing --place "Verba province" --on 2016-02-27'
)
def level(
    case: Case, on: On, dataset: Dataset = "", place: Place = None, level: Level = None, within: Within = "",
    box: Box = None, dyad: Dyad = None, since: Since = None, until: Until = None, measure: Measure = "",
    version: Version = "", as_of: AsOf = None, known_at: KnownAt = None, compartment: Room = "", who: Who = None,
    form: Answer = Form.TEXT,
) -> None:  # fmt: skip
    """Whether the level from a date on differs from the one before it, beside placebo dates before it."""
    framed = Framed(case, dataset, place, level, within, box, dyad, since, until, measure, version, as_of,
                    known_at, compartment)  # fmt: skip
    day = _on(on)

    def look(series: SeriesView, _: OpenDays | None) -> StudyView:
        from homeward.hostilities import queries

        return queries.level(series, day)

    _told(framed, look, who, form)


@app.command(
    epilog='Example: homeward hostilities study change --case crossing --place "Verba province" --from 2016-01-01'
)
def change(
    case: Case, dataset: Dataset = "", place: Place = None, level: Level = None, within: Within = "",
    box: Box = None, dyad: Dyad = None, since: Since = None, until: Until = None, measure: Measure = "",
    seed: Annotated[int, typer.Option("--seed", min=0, max=2**31 - 1, help="Where the shuffles begin.")] = 1,
    version: Version = "", as_of: AsOf = None, known_at: KnownAt = None, compartment: Room = "", who: Who = None,
    form: Answer = Form.TEXT,
) -> None:  # fmt: skip
    """When the level changed, if nobody says when; how often noise alone gives as much."""
    framed = Framed(case, dataset, place, level, within, box, dyad, since, until, measure, version, as_of,
                    known_at, compartment)  # fmt: skip

    def look(series: SeriesView, _: OpenDays | None) -> StudyView:
        from homeward.hostilities import queries

        return queries.change(series, seed=seed)

    _told(framed, look, who, form)


@app.command(epilog='Example: homeward hostilities study quiet --case crossing --crossing "Verba bridge"')
def quiet(
    case: Case,
    open_days: Annotated[
        str | None,
        typer.Option(
            "--open-days", metavar="FILE", help="Lines of a day and open or closed; a day that it lacks is not known."
        ),
    ] = None,
    crossing: Annotated[
        str | None,
        typer.Option("--crossing", metavar="NAME", help="The days of this crossing, by what was said of it, in place of a file."),
    ] = None,
    dataset: Dataset = "", place: Place = None, level: Level = None, within: Within = "",
    box: Box = None, dyad: Dyad = None, since: Since = None, until: Until = None, measure: Measure = "",
    version: Version = "", as_of: AsOf = None, known_at: KnownAt = None, compartment: Room = "", who: Who = None,
    form: Answer = Form.TEXT,
) -> None:  # fmt: skip
    """Whether days on which a crossing was open go with quiet days before them."""
    from homeward.hostilities.formats import open_days as days

    if (open_days is None) == (crossing is None):
        raise typer.BadParameter("Give the days as --open-days FILE or as --crossing NAME: one of the two.")
    framed = Framed(case, dataset, place, level, within, box, dyad, since, until, measure, version, as_of,
                    known_at, compartment)  # fmt: skip
    states = days.open_days(open_days, contents(open_days, LARGEST)) if open_days is not None else None

    def look(series: SeriesView, told: OpenDays | None) -> StudyView:
        from homeward.briefing import queries as briefing
        from homeward.hostilities import queries

        return briefing.quiet(series, told) if told is not None else queries.quiet(series, states or {})

    _told(framed, look, who, form, crossing=crossing)


def _on(words: str) -> date:
    day = day_of(words, "--on")
    if day is None:
        raise NoDay(where="--on", instead="Write it as 2026-01-31.")
    return day


def _told(
    framed: Framed,
    look: Callable[[SeriesView, OpenDays | None], StudyView],
    who: str | None,
    form: Form,
    *,
    crossing: str | None = None,
) -> None:
    """The series as it was known then, looked at, and what the look found; with the days of a crossing where one is named."""
    with entered(who) as seat:
        from homeward.briefing import queries as briefing
        from homeward.hostilities import queries
        from homeward.moments import stamp

        asked = ask(seat, framed.case, framed.compartment, framed.as_of, framed.known_at, None)
        frame = frame_of(
            asked, framed.place, framed.box, framed.level, framed.within, framed.dataset, framed.version, 1, None
        )
        series = queries.series(
            asked, frame=frame, dataset=framed.dataset, dyad=framed.dyad, measure=framed.measure,
            version=framed.version, since=day_of(framed.since, "--from"), until=day_of(framed.until, "--until"),
        )  # fmt: skip
        days = briefing.open_days(asked, crossing) if crossing is not None else None
    found = look(series, days)

    from homeward.cli.text.studies import study_page
    from homeward.hostilities.queries.written_studies import study_json

    about: dict[str, Any] = {
        "case": asked.case.slug,
        "known_at": stamp(asked.known_at) if asked.known_at_given else None,
    }
    answer(form, lambda: {**about, **study_json(found)}, lambda paper: study_page(paper, found))
