"""How a question names its frame: a dataset and its version, a place or a box, a pair of actors, days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from homeward.refusals import Refused

if TYPE_CHECKING:  # need Django up, or are not worth their time for --help
    from homeward.hostilities.core.frames import Frame
    from homeward.ledger.queries.views import Asked


class NoDay(Refused):
    """This is no day."""


class NoBox(Refused):
    """This is no box."""


Dataset = Annotated[
    str, typer.Option("--dataset", metavar="NAME", help="Its title, maker or id. Default: the only one of the case.")
]
Version = Annotated[
    str,
    typer.Option("--version", metavar="NAME", help="One version by name, number or id. Default: the one that counts."),
]
Level = Annotated[
    Literal["country", "adm1", "adm2"] | None,
    typer.Option("--level", help="How wide the place is, where several are called so."),
]
Place = Annotated[
    str | None, typer.Option("--place", metavar="NAME", help="A country or a division, as the dataset writes it.")
]
Within = Annotated[str, typer.Option("--within", metavar="NAME", help="What the place lies in.")]
Box = Annotated[
    str | None,
    typer.Option("--box", metavar="S,N,W,E", help="Points between two latitudes and two longitudes, in degrees."),
]
Dyad = Annotated[str | None, typer.Option("--dyad", metavar="NAME", help="One pair of actors, by name or key.")]
Since = Annotated[str | None, typer.Option("--from", metavar="DAY", help="Default: the first one covered.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Default: the last one covered.")]
DatePrecision = Annotated[
    int, typer.Option("--date-prec", min=1, max=3, help="The coarsest day that counts: 1 exact, 2 up to six days.")
]
WherePrecision = Annotated[
    int | None,
    typer.Option("--where-prec", min=1, max=9, help="The coarsest place that counts. Default: by level."),
]


def frame_of(
    asked: Asked,
    place: str | None,
    box: str | None,
    level: str | None,
    within: str,
    dataset: str,
    version: str,
    date_prec: int,
    where_prec: int | None,
) -> Frame:
    """The frame that a place or a box names, or everything of the dataset; refuses both at once."""
    from homeward.hostilities import queries
    from homeward.hostilities.core import frames

    if place is not None and box is not None:
        raise typer.BadParameter("--place and --box are two frames: give one.")
    if place is not None:
        return queries.place_named(
            asked,
            place,
            dataset=dataset,
            level=frames.Level(level) if level else None,
            within=within,
            version=version,
            date_prec=date_prec,
            where_prec=where_prec,
        )
    if box is None:
        return frames.whole(date_prec=date_prec)
    try:
        south, north, west, east = (float(side) for side in box.split(","))
    except ValueError as wrong:
        raise NoBox(
            where=f"--box {box}", instead="Write it as 36.10,36.32,37.0,37.30: south, north, west, east."
        ) from wrong
    coarsest = frames.COARSEST[frames.Level.BOX] if where_prec is None else where_prec
    return frames.box(south=south, north=north, west=west, east=east, date_prec=date_prec, where_prec=coarsest)


def day_of(words: str | None, option: str) -> date | None:
    """The day that an option names; none where nothing is said."""
    if words is None:
        return None
    try:
        return date.fromisoformat(words.strip())
    except ValueError as fault:
        raise NoDay(where=f"{option} {words}", instead="Write it as 2026-01-31.") from fault
