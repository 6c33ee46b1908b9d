"""Files of events and of daily numbers looked at and taken in, and series asked of them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from homeward.cli import studying
from homeward.cli.asking import Answer, AsOf, Case, Form, KnownAt, Room, Who, ask
from homeward.cli.entering import entered, sign
from homeward.cli.framing import (
    Box,
    Dataset,
    DatePrecision,
    Dyad,
    Level,
    Place,
    Since,
    Until,
    Version,
    WherePrecision,
    Within,
    day_of,
    frame_of,
)
from homeward.cli.printing import answer, put
from homeward.cli.receiving import Encoding, case_of, shown
from homeward.cli.refusing import FOUND, REFUSED
from homeward.cli.taking import STANDARD_INPUT, contents

if TYPE_CHECKING:  # need Django up, or are not worth their time for --help
    from homeward.ledger.queries.views import Asked

app = typer.Typer(
    name="hostilities",
    help="Violence by day as its makers published it, with its gaps.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(studying.app)
LARGEST = 500_000_000
"""Bytes of a file that are taken in; the formats refuse no less."""


class SeriesForm(StrEnum):
    """How a series is printed: for people, as one JSON document, or as a table for another program."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


File = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="Events (UCDP GED or Candidate, ACLED, HXL) or daily numbers, as text; - reads standard input.",
        show_default=False,
    ),
]
Country = Annotated[
    str, typer.Option("--country", metavar="NAME", help="The country of the rows, where the file has no such column.")
]


@app.callback()
def hostilities() -> None:
    """Violence by day as its makers published it, with its gaps."""


@app.command(epilog="Example: homeward hostilities check ged231.csv --downloaded 2026-01-31")
def check(
    file: File,
    downloaded: Annotated[
        str | None, typer.Option("--downloaded", metavar="DAY", help="The day of the download: no event lies after it.")
    ] = None,
    country: Country = "",
    encoding: Encoding = "",
    form: Answer = Form.TEXT,
) -> None:
    """What would happen to a file: its form, its rows, what is set aside, every doubt by row and code. Nothing is recorded."""
    from homeward.cli.text.hostilities import checked_page
    from homeward.hostilities.formats.reading import read, reading_json

    name = "standard input" if file == STANDARD_INPUT else shown(file)
    last = day_of(downloaded, "--downloaded")
    data = contents(file, LARGEST)
    seen = read(name, data, encoding=encoding, downloaded=last, country=country).to_the_end()
    answer(form, lambda: {"file": name, **reading_json(seen)}, lambda paper: checked_page(paper, name, seen))
    if not seen.report.stored:
        raise typer.Exit(REFUSED)


@app.command(
    epilog="Example: homeward hostilities receive ged231.csv --case crossing --maker UCDP --version 23.1 "
    "--downloaded 2026-01-31"
)
def receive(
    file: File,
    case: Case,
    maker: Annotated[str, typer.Option("--maker", metavar="NAME", help="Who made it.")],
    version: Annotated[str, typer.Option("--version", metavar="NAME", help="Its version, as its maker calls it.")],
    downloaded: Annotated[str, typer.Option("--downloaded", metavar="DAY", help="The day on which it was.")],
    dataset: Annotated[
        str, typer.Option("--dataset", metavar="NAME", help="What the desk calls it. Default: by its form.")
    ] = "",
    country: Country = "",
    licence: Annotated[str, typer.Option("--licence", metavar="WORDS", help="Under what it may be used.")] = "",
    attribution: Annotated[
        str, typer.Option("--attribution", metavar="WORDS", help="How it is to be named. Default: by its form.")
    ] = "",
    covers_from: Annotated[
        str, typer.Option("--covers-from", metavar="DAY", help="The first day that it covers.")
    ] = "",
    covers_until: Annotated[str, typer.Option("--covers-until", metavar="DAY", help="The last one.")] = "",
    accept_warnings: Annotated[
        bool, typer.Option("--accept-warnings", help="Take it in with its doubts and rows set aside.")
    ] = False,
    encoding: Encoding = "",
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Take a file in as a version of a dataset; the versions before stay. The same file again changes nothing."""
    chosen = case_of(case, compartment, who)
    name = "standard input" if file == STANDARD_INPUT else shown(file)
    data = contents(file, LARGEST)
    with entered(who) as seat:
        from homeward.hostilities import actions

        about = actions.About(
            maker, version, downloaded, dataset, country, licence, attribution, covers_from, covers_until, encoding
        )
        done = actions.receive(
            case=chosen, name=name, data=data, about=about, accept_warnings=accept_warnings, by=seat.actor, at=seat.now
        )
    sign(seat)

    from homeward.cli.text.hostilities import received_page
    from homeward.hostilities.formats.reading import reading_json

    told = {
        "case": case,
        "dataset": str(done.dataset),
        "version": str(done.version),
        "number": done.number,
        "statement": done.ref,
    }
    answer(form, lambda: {**told, "report": reading_json(done.reading)}, lambda paper: received_page(paper, done))


@app.command(epilog="Example: homeward hostilities datasets --case crossing")
def datasets(
    case: Case, known_at: KnownAt = None, compartment: Room = "", who: Who = None, form: Answer = Form.TEXT
) -> None:
    """The datasets of a case with their versions, as known at a time: whose, of which day, under which licence."""
    with entered(who) as seat:
        from homeward.cli.text.hostilities import datasets_page
        from homeward.hostilities import queries
        from homeward.hostilities.queries.written import dataset_json

        asked = ask(seat, case, compartment, None, known_at, None)
        found = queries.datasets(asked)
    answer(
        form,
        lambda: {**_about(asked), "datasets": [dataset_json(view) for view in found]},
        lambda paper: datasets_page(paper, found),
    )


@app.command(epilog="Example: homeward hostilities places --case crossing --dataset GED --level adm1")
def places(
    case: Case,
    dataset: Dataset = "",
    level: Level = None,
    version: Version = "",
    known_at: KnownAt = None,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """The places that a dataset names, by level, with how many rows name each."""
    with entered(who) as seat:
        from homeward.cli.text.hostilities import places_page
        from homeward.hostilities import queries
        from homeward.hostilities.core import frames
        from homeward.hostilities.queries.written import place_json

        asked = ask(seat, case, compartment, None, known_at, None)
        wanted = frames.Level(level) if level else None
        found = queries.places(asked, dataset, level=wanted, version=version)
    answer(
        form,
        lambda: {**_about(asked), "places": [place_json(view) for view in found]},
        lambda paper: places_page(paper, found),
    )


@app.command(epilog="Example: homeward hostilities dyads --case crossing --dataset GED")
def dyads(
    case: Case,
    dataset: Dataset = "",
    version: Version = "",
    known_at: KnownAt = None,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """The pairs of actors that a dataset names, with how many rows name each."""
    with entered(who) as seat:
        from homeward.cli.text.hostilities import dyads_page
        from homeward.hostilities import queries
        from homeward.hostilities.queries.written import dyad_json

        asked = ask(seat, case, compartment, None, known_at, None)
        found = queries.dyads(asked, dataset, version=version)
    answer(
        form,
        lambda: {**_about(asked), "dyads": [dyad_json(view) for view in found]},
        lambda paper: dyads_page(paper, found),
    )


@app.command(
    epilog='Example: homeward hostilities series --case crossing --place "Verba province" --from 2016-01-01 --format csv'
)
def series(
    case: Case,
    dataset: Dataset = "",
    place: Place = None,
    level: Level = None,
    within: Within = "",
    box: Box = None,
    dyad: Dyad = None,
    since: Since = None,
    until: Until = None,
    measure: Annotated[
        str, typer.Option("--measure", metavar="NAME", help="What is counted. Default: the first.")
    ] = "",
    date_prec: DatePrecision = 1,
    where_prec: WherePrecision = None,
    bands: Annotated[
        int,
        typer.Option("--bands", metavar="DRAWS", min=0, max=10_000, help="Add bands from so many draws of each event."),
    ] = 0,
    seed: Annotated[int, typer.Option("--seed", min=0, max=2**31 - 1, help="Where the draws begin.")] = 1,
    version: Version = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    compartment: Room = "",
    who: Who = None,
    form: Annotated[SeriesForm, typer.Option("--format", help="Text, one JSON document, or CSV.")] = SeriesForm.TEXT,
) -> None:
    """A series by day in one frame; a day without a report is a gap, and what is on no day stands apart."""
    chosen: dict[str, Any] = {"dataset": dataset, "dyad": dyad, "measure": measure, "version": version}
    chosen |= {"since": day_of(since, "--from"), "until": day_of(until, "--until")}
    with entered(who) as seat:
        from homeward.hostilities import queries

        asked = ask(seat, case, compartment, as_of, known_at, None)
        frame = frame_of(asked, place, box, level, within, dataset, version, date_prec, where_prec)
        view = queries.series(asked, frame=frame, **chosen)
        sure = queries.bands(asked, frame=frame, draws=bands, seed=seed, **chosen) if bands else None
    if form is SeriesForm.CSV:
        from homeward.hostilities.queries.written import series_csv

        put(series_csv(view, sure))
        return

    from homeward.cli.text.hostilities import series_page
    from homeward.hostilities.queries.written import bands_json, series_json

    told = {"bands": bands_json(sure)} if sure else {}
    answer(
        Form(form.value),
        lambda: {**_about(asked), **series_json(view), **told},
        lambda paper: series_page(paper, view, sure),
    )


@app.command(epilog="Example: homeward hostilities verify --case crossing")
def verify(case: Case, compartment: Room = "", who: Who = None, form: Answer = Form.TEXT) -> None:
    """Whether files and values of the versions of a case are those that the ledger tells of; ends with 3 when they are not."""
    with entered(who) as seat:
        from homeward.cli.text.hostilities import proof_page
        from homeward.hostilities import queries

        asked = ask(seat, case, compartment, None, None, None)
        found = queries.proved(asked)
    answer(
        form,
        lambda: {"case": case, "ok": found.ok, "versions": found.versions, "wrong": list(found.wrong)},
        lambda paper: proof_page(paper, found),
    )
    if not found.ok:
        raise typer.Exit(FOUND)


def _about(asked: Asked) -> dict[str, Any]:
    from homeward.moments import stamp

    return {"case": asked.case.slug, "known_at": stamp(asked.known_at) if asked.known_at_given else None}
