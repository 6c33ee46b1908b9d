"""What hostilities answer with as plain values, in the one form that commands and the API give; degrees and shares are text."""

from __future__ import annotations

from datetime import date
from typing import Any

from homeward.hostilities.core.frames import Frame, Level
from homeward.hostilities.formats.writing import table
from homeward.hostilities.queries.views import (
    ApartView,
    BandsView,
    DatasetView,
    DayValue,
    DyadView,
    PlaceView,
    SeriesView,
    VersionView,
)
from homeward.moments import stamp


def dataset_json(view: DatasetView) -> dict[str, Any]:
    """A dataset with its versions, the one that counts first."""
    return {
        "dataset": str(view.id),
        "maker": view.maker,
        "title": view.title,
        "nature": view.nature,
        "countries": list(view.countries),
        "measures": list(view.measures),
        "version": version_json(view.version) if view.version else None,
        "versions": [version_json(each) for each in view.versions],
    }


def version_json(view: VersionView) -> dict[str, Any]:
    """A version with the statement that tells of it; `rows` is `stored` and `set_aside` together."""
    return {
        "version": str(view.id),
        "dataset": str(view.dataset),
        "number": view.number,
        "label": view.label,
        "downloaded": view.downloaded.isoformat(),
        "form": view.form,
        "digest": view.digest,
        "rows": view.rows,
        "stored": view.stored,
        "set_aside": view.set_aside,
        "root": view.root,
        "covers": {"first": _day(view.first), "last": _day(view.last), "inferred": view.covers_inferred},
        "licence": view.licence or None,
        "attribution": view.attribution or None,
        "recorded_at": stamp(view.recorded_at),
        "recorded_by": view.recorded_by,
        "statement": view.ref,
        "found": dict(view.warnings),
        "withdrawn": view.withdrawn,
    }


def place_json(view: PlaceView) -> dict[str, Any]:
    """A place that rows name."""
    return {
        "level": view.level,
        "name": view.name,
        "within": view.within or None,
        **_counted(view),
    }


def dyad_json(view: DyadView) -> dict[str, Any]:
    """A pair of actors that rows name."""
    return {
        "key": view.key,
        "name": view.name,
        "side_a": view.side_a,
        "side_b": view.side_b or None,
        **_counted(view),
    }


def frame_json(frame: Frame) -> dict[str, Any]:
    """Which rows a series counts."""
    box = {side: str(getattr(frame, side)) for side in ("south", "north", "west", "east")}
    return {
        "level": frame.level.value,
        "name": frame.name or None,
        "within": frame.within or None,
        "box": box if frame.level is Level.BOX else None,
        "date_prec": frame.date_prec,
        "where_prec": frame.where_prec,
    }


def series_json(view: SeriesView) -> dict[str, Any]:
    """A series: where it comes from, its days, and what stands on none; a gap has no number."""
    return {
        "dataset": str(view.dataset.id),
        "maker": view.dataset.maker,
        "title": view.dataset.title,
        "nature": view.dataset.nature,
        "version": version_json(view.version),
        "frame": frame_json(view.frame),
        "dyad": dyad_json(view.dyad) if view.dyad else None,
        "measure": view.measure,
        "since": view.since.isoformat(),
        "until": view.until.isoformat(),
        "known_at": stamp(view.known_at) if view.known_at else None,
        "days": [day_json(each, rows=view.rows_told) for each in view.days],
        "apart": [apart_json(each) for each in view.apart],
        "flags": dict(view.flags),
        "words": list(view.words),
    }


def day_json(view: DayValue, *, rows: bool = True) -> dict[str, Any]:
    """A day; `rows` are numbers of rows in the file of the version, null where there are too many to give them here."""
    return {
        "date": view.date.isoformat(),
        "low": view.low,
        "best": view.best,
        "high": view.high,
        "events": view.events,
        "gap": view.gap,
        "rows": list(view.rows) if rows else None,
        "flags": list(view.flags),
    }


def apart_json(view: ApartView) -> dict[str, Any]:
    """Rows that stand on no day, and why; `counted` ones stand in the days too."""
    return {
        "code": view.code,
        "words": view.words,
        "rows": view.rows,
        "low": view.low,
        "best": view.best,
        "high": view.high,
        "since": _day(view.since),
        "until": _day(view.until),
        "counted": view.counted,
    }


def _counted(view: PlaceView | DyadView) -> dict[str, Any]:
    return {
        "rows": view.events,
        "first": _day(view.first),
        "last": _day(view.last),
        "low": view.low,
        "best": view.best,
        "high": view.high,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def bands_json(view: BandsView) -> dict[str, Any]:
    """Bands of a series from draws between the numbers of each event; null on a gap."""
    return {
        "draws": view.draws,
        "seed": view.seed,
        "reported": str(view.reported),
        "shares": [str(share) for share in view.shares],
        "words": view.words,
        "days": [
            {"date": day.isoformat(), "values": [int(value) for value in values] if values is not None else None}
            for day, values in view.days
        ],
    }


def series_csv(view: SeriesView, bands: BandsView | None = None) -> str:
    """A series as a table for another program."""
    if bands is None:
        return table(view.days, None, ())
    return table(view.days, [values for _, values in bands.days], bands.shares)
