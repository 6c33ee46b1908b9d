"""Series of hostilities: files come in, and are asked by place, pair of actors and day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, Literal
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Router
from ninja.errors import ValidationError
from pydantic import ValidationError as Misread

from homeward.api import asking, bodies, entering, reports, sending
from homeward.api.asking import Moment
from homeward.api.parameters import bad
from homeward.api.reports import FILE, FORM, TEXT, UNNAMED
from homeward.api.shapes import hostilities as shapes
from homeward.api.shapes.told import READING, UNCHANGED, WRITING
from homeward.briefing import queries as briefing
from homeward.hostilities import actions, queries
from homeward.hostilities.core import frames
from homeward.hostilities.formats.reading import reading_json
from homeward.hostilities.queries import written
from homeward.hostilities.queries.written_studies import study_json
from homeward.ledger.queries.views import Asked
from homeward.moments import stamp
from homeward.seals import strict

router = Router(tags=["hostilities"])
ROOT = "/cases/{case}/hostilities"
LONGEST = 300
_FIELDS = {name: {"type": "string"} for name in shapes.SentSeries.model_fields if name != TEXT}
SENT = {
    "requestBody": {
        "required": True,
        "description": "The file, as text in JSON or as a file in a form.",
        "content": {
            "application/json": {
                "schema": shapes.SentSeries.model_json_schema(),
                "example": {
                    "text": "date,killed\n2026-01-01,4\n",
                    "maker": "A ministry",
                    "version": "1",
                    "downloaded": "2026-01-02",
                },
            },
            FORM: {
                "schema": {
                    "type": "object",
                    "required": [FILE, "maker", "version", "downloaded"],
                    "properties": {FILE: {"type": "string", "format": "binary"}, **_FIELDS},
                }
            },
        },
    }
}


class OfDataset(Moment):
    """Which dataset of the case, and which of its versions."""

    dataset: str = Field(
        "", max_length=LONGEST, description="Its title, maker or id; the only one of the case when left out."
    )
    version: str = Field("", max_length=LONGEST, description="One version by name, number or id; the one that counts.")


class PlacesAsked(OfDataset):
    """Which places."""

    level: Literal["country", "adm1", "adm2"] | None = Field(None, description="Only places of this level.")


class FrameAsked(PlacesAsked):
    """Which series: the frame, the pair of actors, the days, and what is counted."""

    place: str = Field("", max_length=LONGEST, description="A country or division, as the dataset writes it.")
    within: str = Field("", max_length=LONGEST, description="What the place lies in, where several are called so.")
    south: float | None = Field(None, description="A box on the map: all four sides, in degrees.")
    north: float | None = Field(None, description="The north side of the box.")
    west: float | None = Field(None, description="The west side of the box.")
    east: float | None = Field(None, description="The east side of the box.")
    dyad: str = Field("", max_length=LONGEST, description="One pair of actors, by name or key.")
    since: date | None = Field(None, description="The first day; the first one covered when left out.")
    until: date | None = Field(None, description="The last day; the last one covered when left out.")
    measure: str = Field("", max_length=LONGEST, description="What is counted; the first thing when left out.")
    date_prec: int = Field(1, ge=1, le=3, description="The coarsest day that counts: 1 exact, 2 up to six days.")
    where_prec: int | None = Field(
        None, ge=1, le=9, description="The coarsest place that counts; by level when left out."
    )


class SeriesAsked(FrameAsked):
    """Which series, and whether with bands."""

    bands: int = Field(0, ge=0, le=10_000, description="Add bands from so many draws of each event.")
    seed: int = Field(1, ge=0, le=2**31 - 1, description="Where the draws begin.")


class StudyAsked(FrameAsked):
    """Which series, and what is looked for in it."""

    on: date | None = Field(None, description="The date of around and level; the day itself is the first one after.")
    side: int = Field(21, ge=1, le=180, description="Days on each side, of around.")
    seed: int = Field(1, ge=0, le=2**31 - 1, description="Where the shuffles begin, of change.")
    crossing: str = Field("", max_length=LONGEST, description="The crossing of quiet, by name or id.")


@router.get(f"{ROOT}/datasets", response={200: shapes.Datasets, **UNCHANGED, **READING}, operation_id="series_datasets")
def datasets(request: HttpRequest, case: str, moment: Query[Moment]) -> HttpResponse:
    """Show the datasets of a case with their versions, as known at a time."""
    asked, _ = asking.about(case, moment)
    found = [written.dataset_json(view) for view in queries.datasets(asked)]
    return sending.answer(request, {**_about(asked), "datasets": found})


@router.get(f"{ROOT}/places", response={200: shapes.Places, **UNCHANGED, **READING}, operation_id="series_places")
def places(request: HttpRequest, case: str, which: Query[PlacesAsked]) -> HttpResponse:
    """Show the places that a dataset names, with how many rows name each."""
    asked, _ = asking.about(case, which)
    level = frames.Level(which.level) if which.level else None
    found = queries.places(asked, which.dataset, level=level, version=which.version)
    return sending.answer(request, {**_about(asked), "places": [written.place_json(view) for view in found]})


@router.get(f"{ROOT}/dyads", response={200: shapes.Dyads, **UNCHANGED, **READING}, operation_id="series_dyads")
def dyads(request: HttpRequest, case: str, which: Query[OfDataset]) -> HttpResponse:
    """Show the pairs of actors that a dataset names, with how many rows name each."""
    asked, _ = asking.about(case, which)
    found = queries.dyads(asked, which.dataset, version=which.version)
    return sending.answer(request, {**_about(asked), "dyads": [written.dyad_json(view) for view in found]})


@router.get(f"{ROOT}/series", response={200: shapes.Series, **UNCHANGED, **READING}, operation_id="series")
def series(request: HttpRequest, case: str, which: Query[SeriesAsked]) -> HttpResponse:
    """Show a series by day in one frame; a day without a report is a gap, and what stands on no day is told apart."""
    asked, _ = asking.about(case, which)
    chosen = _chosen(asked, which)
    view = queries.series(asked, **chosen)
    sure = queries.bands(asked, **chosen, draws=which.bands, seed=which.seed) if which.bands else None
    bands = {"bands": written.bands_json(sure) if sure else None}
    return sending.answer(request, {**_about(asked), **written.series_json(view), **bands})


@router.get(
    f"{ROOT}/studies/{{look}}", response={200: shapes.Study, **UNCHANGED, **READING}, operation_id="series_study"
)
def study(
    request: HttpRequest, case: str, look: Literal["around", "level", "change", "quiet"], which: Query[StudyAsked]
) -> HttpResponse:
    """Look at a series: around a date, its level at a date, when it changed, whether open days go with quiet ones."""
    asked, _ = asking.about(case, which)
    if look in ("around", "level") and which.on is None:
        raise bad("on", "Give the date that is looked at, as 2026-01-31.", "missing")
    if look == "quiet" and not which.crossing:
        raise bad("crossing", "Name the crossing whose days are looked at.", "missing")
    view = queries.series(asked, **_chosen(asked, which))
    found = briefing.look(asked, view, look, on=which.on, side=which.side, seed=which.seed, crossing=which.crossing)
    return sending.answer(request, {**_about(asked), **study_json(found)})


@router.post(
    f"{ROOT}/files",
    response={201: shapes.Received, **WRITING},
    operation_id="receive_series",
    auth=entering.WRITE,
    openapi_extra=SENT,
)
def receive(request: HttpRequest, case: str, which: Query[asking.Which]) -> HttpResponse:
    """Take a file of events or daily numbers in as a version of a dataset; the versions before stay."""
    view = asking.case(case, which)
    told, name, data = _sent(request)
    about = actions.About(**told.dict(exclude={TEXT, "name", "accept_warnings"}))
    done = actions.receive(
        case=view,
        name=name,
        data=data,
        about=about,
        accept_warnings=told.accept_warnings,
        by=entering.actor(request),
        at=datetime.now(UTC),
    )
    body = {
        "case": case,
        "dataset": str(done.dataset),
        "version": str(done.version),
        "number": done.number,
        "statement": done.ref,
        "report": reading_json(done.reading),
    }
    return sending.made(body, at=f"cases/{quote(case)}/hostilities/datasets")


def _chosen(asked: Asked, which: FrameAsked) -> dict[str, Any]:
    return {
        "dataset": which.dataset,
        "frame": _frame(asked, which),
        "dyad": which.dyad or None,
        "since": which.since,
        "until": which.until,
        "measure": which.measure,
        "version": which.version,
    }


def _frame(asked: Asked, which: FrameAsked) -> frames.Frame:
    sides = {"south": which.south, "north": which.north, "west": which.west, "east": which.east}
    given = {side: number for side, number in sides.items() if number is not None}
    if given and which.place:
        raise bad("place", "A place and a box are two frames: give one.", "two-frames")
    if given and len(given) < len(sides):
        missing = next(side for side in sides if side not in given)
        raise bad(missing, "A box has four sides: south, north, west and east.", "missing")
    if given:
        coarsest = frames.COARSEST[frames.Level.BOX] if which.where_prec is None else which.where_prec
        return frames.box(**given, date_prec=which.date_prec, where_prec=coarsest)
    if not which.place:
        return frames.whole(date_prec=which.date_prec)
    return queries.place_named(
        asked,
        which.place,
        dataset=which.dataset,
        level=frames.Level(which.level) if which.level else None,
        within=which.within,
        date_prec=which.date_prec,
        where_prec=which.where_prec,
        version=which.version,
    )


def _about(asked: Asked) -> dict[str, Any]:
    known = stamp(asked.known_at) if asked.known_at_given else None
    return {"case": asked.case.slug, "compartment": asked.case.compartment_slug, "known_at": known}


def _sent(request: HttpRequest) -> tuple[shapes.SentSeries, str, bytes]:
    """What was sent: what is told of the file, its name and its bytes."""
    if (request.content_type or "").lower() == FORM:
        upload, fields = reports.form(request)
        told = _read({TEXT: "", **fields})
        return told, told.name or upload.name or UNNAMED, upload.read()
    told = _read(strict.loads(bodies.sent(request, limit=bodies.SMALL)))
    return told, told.name or UNNAMED, told.text.encode("utf-8", "surrogatepass")


def _read(body: Any) -> shapes.SentSeries:
    try:
        return shapes.SentSeries.model_validate(body)
    except Misread as misread:
        # Named as the framework names what it reads itself: where it looked, by which name, and the place.
        found = [{**each, "loc": ("body", "series", *each["loc"])} for each in misread.errors(include_url=False)]
        raise ValidationError(found) from misread
