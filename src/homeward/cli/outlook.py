"""Forecasts by command: made and frozen, listed, scored by what was said later, and the table of all scores."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import uuid4

import typer

from homeward.cli.asking import Answer, AsOf, ByClock, Case, Form, KnownAt, Once, Room, Who, ask, case_named
from homeward.cli.entering import entered, sign
from homeward.cli.printing import answer

app = typer.Typer(
    name="outlook",
    help="What may come, with odds: forecasts, frozen when made and scored in the open.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Seed = Annotated[str, typer.Option("--seed", metavar="N", help="The same seed gives the same forecast again.")]

Dataset = Annotated[
    str, typer.Option("--dataset", metavar="NAME", help="The series of hostilities that you say belongs to it.")
]
Place = Annotated[str, typer.Option("--place", metavar="NAME", help="The place of that series.")]
Wide = Annotated[Literal["country", "adm1", "adm2"], typer.Option("--level", help="How wide the place is.")]
Within = Annotated[str, typer.Option("--within", metavar="NAME", help="What the place lies in.")]


@app.callback()
def outlook() -> None:
    """What may come, with odds: forecasts, frozen when made and scored in the open."""


@app.command(epilog='Example: homeward outlook completion --case bridge --crossing "The bridge" --share 90')
def completion(
    case: Case,
    crossing: Annotated[
        str, typer.Option("--crossing", metavar="NAME", help="Which one. Default: the only one of the case.")
    ] = "",
    share: Annotated[str, typer.Option("--share", metavar="PERCENT", help="When so many of 100 have crossed.")] = "90",
    dataset: Dataset = "",
    place: Place = "",
    level: Wide = "country",
    within: Within = "",
    seed: Seed = "0",
    once: Once = None,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """When so many of those who are to cross will have crossed, of what is recorded by now; frozen as it is made.

    Hostilities go in only of the series that --dataset or --place say belongs to the crossing.
    """
    with entered(who) as seat:
        from homeward.outlook import actions

        ref = actions.forecast_completion(
            case=case_named(case, compartment), crossing=crossing, share_percent=share, seed=seed,
            belongs=_series(dataset, place, level, within), once=once or uuid4(), by=seat.actor, at=seat.now,
        )  # fmt: skip
    _signed_and_shown(case, compartment, ref, who, form)


@app.command(epilog="Example: homeward outlook exchange --case bridge --obligation o2")
def exchange(
    case: Case,
    obligation: Annotated[
        str,
        typer.Option("--obligation", metavar="REF", help="What was promised, as homeward talks obligations has it."),
    ],
    share: Annotated[str, typer.Option("--share", metavar="PERCENT", help="When so many of 100 have come.")] = "100",
    dataset: Dataset = "",
    place: Place = "",
    level: Wide = "country",
    within: Within = "",
    seed: Seed = "0",
    once: Once = None,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """When so many of those whom an agreement promised will have come, by the batches that voices counted; frozen."""
    with entered(who) as seat:
        from homeward.outlook import actions

        ref = actions.forecast_exchange(
            case=case_named(case, compartment), obligation=obligation, share_percent=share, seed=seed,
            belongs=_series(dataset, place, level, within), once=once or uuid4(), by=seat.actor, at=seat.now,
        )  # fmt: skip
    _signed_and_shown(case, compartment, ref, who, form)


@app.command(epilog='Example: homeward outlook violence --case bridge --dataset GED --place "Verba province"')
def violence(
    case: Case,
    dataset: Annotated[
        str,
        typer.Option("--dataset", metavar="NAME", help="Its title, maker or id. Default: the only one of the case."),
    ] = "",
    place: Annotated[str, typer.Option("--place", metavar="NAME", help="A country or a division of one.")] = "",
    level: Annotated[
        Literal["country", "adm1", "adm2"], typer.Option("--level", help="How wide the place is.")
    ] = "country",
    within: Annotated[str, typer.Option("--within", metavar="NAME", help="What the place lies in.")] = "",
    dyad: Annotated[str, typer.Option("--dyad", metavar="NAME", help="One pair of actors, by name or key.")] = "",
    measure: Annotated[str, typer.Option("--measure", metavar="NAME", help="What is counted.")] = "",
    ahead: Annotated[str, typer.Option("--ahead", metavar="MONTHS", help="After the last whole month.")] = "1",
    seed: Seed = "0",
    once: Once = None,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """How much a series of hostilities will count in a month to come; frozen as it is made."""
    with entered(who) as seat:
        from homeward.hostilities.core import frames
        from homeward.outlook import actions

        frame = frames.place(frames.Level(level), place, within=within) if place else None
        ref = actions.forecast_violence(
            case=case_named(case, compartment), dataset=dataset, frame=frame, dyad=dyad, measure=measure, ahead=ahead,
            seed=seed, once=once or uuid4(), by=seat.actor, at=seat.now,
        )  # fmt: skip
    _signed_and_shown(case, compartment, ref, who, form)


@app.command(epilog="Example: homeward outlook forecasts --case bridge --forecast 3")
def forecasts(
    case: Case,
    forecast: Annotated[str, typer.Option("--forecast", metavar="NUMBER", help="This one alone, whole.")] = "",
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Every forecast as it was frozen, with its score if it has one; as known at any minute."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.cli.text.outlook import forecasts_page
        from homeward.outlook import queries
        from homeward.outlook.queries.written import forecast_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        found = [queries.forecast_named(asked, forecast)] if forecast else queries.forecasts(asked)
    answer(
        form,
        lambda: {**asked_json(asked), "forecasts": [forecast_json(each, whole=bool(forecast)) for each in found]},
        lambda paper: forecasts_page(paper, found),
    )


@app.command(epilog="Example: homeward outlook score --case bridge --forecast 3 --truth 2026-03-01 --said-in s120")
def score(
    case: Case,
    forecast: Annotated[str, typer.Option("--forecast", metavar="NUMBER", help="Which one.")],
    truth: Annotated[
        str, typer.Option("--truth", metavar="TRUTH", help="The day on which it was so (or: never), or the number.")
    ],
    said_in: Annotated[
        list[str],
        typer.Option("--said-in", metavar="REF", help="A statement that says so, recorded after the forecast."),
    ],
    once: Once = None,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Hold a forecast against what was said after it; scored again, the last score counts and all stay."""
    with entered(who) as seat:
        from homeward.outlook import actions

        actions.score(
            case=case_named(case, compartment), forecast=forecast, truth=truth, said_in=said_in,
            once=once or uuid4(), by=seat.actor, at=seat.now,
        )  # fmt: skip
    _signed_and_shown(case, compartment, forecast, who, form)


@app.command(name="score-told", epilog="Example: homeward outlook score-told --case bridge")
def score_told(
    case: Case,
    forecast: Annotated[str, typer.Option("--forecast", metavar="NUMBER", help="This one alone.")] = "",
    dry: Annotated[bool, typer.Option("--look", help="Tell what would be scored, and record nothing.")] = False,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Score the forecasts whose truth the ledger itself tells by now, naming the statements; nothing is guessed."""
    with entered(who) as seat:
        from homeward.cli.text.outlook import told_page
        from homeward.outlook import actions, queries
        from homeward.outlook.queries.written import offer_json

        found = queries.offers(ask(seat, case, compartment, None, None, None))
        found = [
            each
            for each in found
            if not forecast or forecast in (str(each.forecast.made.number), str(each.forecast.id))
        ]
        refs: tuple[str, ...] = ()
        if not dry and (found or forecast):
            refs = actions.score_what_is_told(
                case=case_named(case, compartment), forecast=forecast, by=seat.actor, at=seat.now
            )
    if refs:
        with entered(who) as seat:
            sign(seat)
    answer(
        form,
        lambda: {"case": case, "offers": [offer_json(each) for each in found], "statements": list(refs)},
        lambda paper: told_page(paper, found, refs),
    )


@app.command(epilog="Example: homeward outlook scores --case bridge")
def scores(
    case: Case,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """How all forecasts did beside simple rules: CRPS, coverage, where truths fell; none is left out."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.cli.text.outlook import scores_page
        from homeward.outlook import queries
        from homeward.outlook.queries.written import scores_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        found = queries.scores(asked)
    answer(form, lambda: {**asked_json(asked), **scores_json(found)}, lambda paper: scores_page(paper, found))


def _series(dataset: str, place: str, level: str, within: str) -> Any:
    """The series that somebody says belongs to it; none where nobody did."""
    if not dataset and not place:
        return None
    from homeward.hostilities.core import frames
    from homeward.outlook.actions import Series

    frame = frames.place(frames.Level(level), place, within=within) if place else None
    return Series(dataset=dataset, frame=frame)


def _signed_and_shown(case: str, compartment: str, name: str, who: str | None, form: Form) -> None:
    """The head is signed, and what was made is shown as it stands."""
    with entered(who) as seat:
        from homeward.cli.text.outlook import forecasts_page
        from homeward.outlook import queries
        from homeward.outlook.queries.written import forecast_json

        sign(seat)
        view = queries.forecast_named(ask(seat, case, compartment, None, None, None), name)
    told: dict[str, Any] = {"case": case, **forecast_json(view, whole=True)}
    answer(form, lambda: told, lambda paper: forecasts_page(paper, [view]))
