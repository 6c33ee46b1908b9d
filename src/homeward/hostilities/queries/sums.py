"""Rows of a version added up in the database: by country from sums made when it came in, by anything closer from the rows."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.hostilities.core import codes
from homeward.hostilities.core.frames import COARSEST, Frame, Level
from homeward.hostilities.core.rows import Nature
from homeward.hostilities.core.series import COARSE_PLACE, DOUBTFUL_POINT, WIDER_PLACE, Sum

_INTERPOLATED = codes.BITS["interpolated"]
_COUNTS = f"""(v.nature IN ('event', 'flow') OR v.nature = 'filled' AND (v.flags & {_INTERPOLATED}) <> 0)
    AND v.measure = %(measure)s"""
_TIME = "v.first <= %(until)s AND v.last >= %(since)s"
_DYAD = "(%(dyads)s::int[] IS NULL OR v.dyad = ANY (%(dyads)s::int[]))"
_QUICK = f"""
    SELECT v.nature, v.date_prec, v.first, v.last, '', 0, sum(v.rows)::bigint, sum(v.lacking)::bigint,
           (CASE WHEN count(v.low) = count(v.best) THEN sum(v.low) END)::bigint, sum(v.best)::bigint,
           (CASE WHEN count(v.high) = count(v.best) THEN sum(v.high) END)::bigint, bit_or(v.flags)
    FROM hostilities_daily v
    WHERE v.version_id = %(version)s AND {{which}} AND {_COUNTS} AND {_TIME}
    GROUP BY v.nature, v.date_prec, v.first, v.last
"""
_ALL_PAIRS, _EVERYTHING = "v.dyad = -1 AND v.country = %(country)s", "v.dyad = -2 AND v.country = ''"
"""Sums over all pairs stand ready, for a country and for everything."""
_PAIRS = "v.dyad = ANY (%(dyads)s::int[]) AND (%(country)s::text IS NULL OR v.country = %(country)s)"
_NUMBERED = "v.best IS NOT NULL"
_ROWS = f"""
    SELECT v.nature, v.date_prec, v.first, v.last, p.where_not, CASE WHEN v.nature = 'event' THEN 0 ELSE v.place END,
           count(*), count(*) - count(v.best),
           (CASE WHEN count(v.low) FILTER (WHERE {_NUMBERED}) = count(v.best)
                 THEN sum(v.low) FILTER (WHERE {_NUMBERED}) END)::bigint,
           sum(v.best)::bigint,
           (CASE WHEN count(v.high) FILTER (WHERE {_NUMBERED}) = count(v.best)
                 THEN sum(v.high) FILTER (WHERE {_NUMBERED}) END)::bigint,
           bit_or(v.flags)
    FROM ({{places}}) p JOIN hostilities_value v ON v.version_id = p.version_id AND v.place = p.number
    WHERE {_DYAD} AND {_COUNTS} AND {_TIME}
    GROUP BY 1, 2, 3, 4, 5, 6, (v.flags & {codes.ON_NO_DAY})
"""
_NUMBERS = f"""
    SELECT v.first, array_agg(v.number ORDER BY v.number)
    FROM ({{places}}) p JOIN hostilities_value v ON v.version_id = p.version_id AND v.place = p.number
    WHERE p.where_not = '' AND v.nature IN ('event', 'flow') AND v.measure = %(measure)s AND v.best IS NOT NULL
      AND {_DYAD} AND {_TIME} AND (v.date_prec <= %(date_prec)s OR v.nature = 'flow') AND (v.flags & {codes.ON_NO_DAY}) = 0
    GROUP BY v.first
"""
_TRIPLES = f"""
    SELECT v.first, coalesce(v.low, v.best), v.best, coalesce(v.high, v.best)
    FROM ({{places}}) p JOIN hostilities_value v ON v.version_id = p.version_id AND v.place = p.number
    WHERE p.where_not = '' AND v.nature = 'event' AND v.measure = %(measure)s AND v.best IS NOT NULL AND {_DYAD}
      AND v.first BETWEEN %(since)s AND %(until)s AND v.date_prec <= %(date_prec)s
    ORDER BY v.first, v.number
"""
_ALL_PLACES = (
    "SELECT q.version_id, q.number, {why} AS where_not FROM hostilities_place q WHERE q.version_id = %(version)s"
)
_NEAR = "q.where_prec <= %(where_prec)s"
_NATURES = {each.value: each for each in Nature}


def sums(
    version: UUID, frame: Frame, *, events: bool, measure: str, dyads: list[int] | None, since: date, until: date
) -> list[Sum]:
    """What stands in a frame between two days, added up by days and precision; also what is not sure to stand in it."""
    values = values_of(version, frame, measure, dyads, since, until)
    quick = events and frame.level in (Level.WHOLE, Level.COUNTRY) and frame.where_prec >= COARSEST[frame.level]
    command = _QUICK.format(which=_which(frame, dyads)) if quick else _ROWS.format(places=places(frame))
    with connection.cursor() as cursor:
        cursor.execute(command, values)
        return [Sum(_NATURES[nature], *row) for nature, *row in cursor.fetchall()]


def _which(frame: Frame, dyads: list[int] | None) -> str:
    if dyads is not None:
        return _PAIRS
    return _EVERYTHING if frame.level is Level.WHOLE else _ALL_PAIRS


def numbers(
    version: UUID, frame: Frame, *, measure: str, dyads: list[int] | None, since: date, until: date
) -> dict[date, tuple[int, ...]]:
    """The numbers of the rows behind each day of a series, in the file of the version."""
    with connection.cursor() as cursor:
        cursor.execute(_NUMBERS.format(places=places(frame)), values_of(version, frame, measure, dyads, since, until))
        return {day: tuple(found) for day, found in cursor.fetchall()}


def triples(
    version: UUID, frame: Frame, *, measure: str, dyads: list[int] | None, since: date, until: date
) -> list[tuple[date, int, int, int]]:
    """Day, lowest, best and highest number of every event of a series; one without a range is sure of its number."""
    with connection.cursor() as cursor:
        cursor.execute(_TRIPLES.format(places=places(frame)), values_of(version, frame, measure, dyads, since, until))
        return list(cursor.fetchall())


def places(frame: Frame) -> str:
    """The places that a frame takes in or may take in, with the code why not to be sure of those that do not count."""
    if frame.level is Level.WHOLE:
        return _ALL_PLACES.format(why=_unless(_NEAR, COARSE_PLACE))
    if frame.level is Level.COUNTRY:
        return f"{_ALL_PLACES.format(why=_unless(_NEAR, COARSE_PLACE))} AND q.country = %(name)s"
    if frame.level is Level.BOX:
        doubtful = f"(q.doubts & {codes.POINT_DOUBTS}) = 0"
        why = f"CASE WHEN NOT {doubtful} THEN '{DOUBTFUL_POINT}' WHEN NOT {_NEAR} THEN '{COARSE_PLACE}' ELSE '' END"
        within = "q.latitude BETWEEN %(south)s AND %(north)s AND q.longitude BETWEEN %(west)s AND %(east)s"
        return f"{_ALL_PLACES.format(why=why)} AND {within}"
    first = frame.level is Level.ADM_1
    name, wider = ("adm_1", "country") if first else ("adm_2", "adm_1")
    inside = f"q.{name} = %(name)s AND (%(within)s = '' OR q.{wider} = %(within)s)"
    around = (
        f"q.{name} = '' AND q.{wider} IN (SELECT o.{wider} FROM hostilities_place o WHERE o.version_id = %(version)s "
        f"AND o.{name} = %(name)s AND (%(within)s = '' OR o.{wider} = %(within)s))"
    )
    why = f"CASE WHEN q.{name} = '' THEN '{WIDER_PLACE}' WHEN NOT {_NEAR} THEN '{COARSE_PLACE}' ELSE '' END"
    return f"{_ALL_PLACES.format(why=why)} AND ({inside} OR {around})"


def _unless(condition: str, code: str) -> str:
    return f"CASE WHEN {condition} THEN '' ELSE '{code}' END"


def values_of(
    version: UUID, frame: Frame, measure: str, dyads: list[int] | None, since: date, until: date
) -> dict[str, Any]:
    """What the commands of this app are asked with, by name."""
    return {
        "version": version,
        "country": frame.name if frame.level is Level.COUNTRY else None,
        "name": frame.name,
        "within": frame.within,
        "south": frame.south,
        "north": frame.north,
        "west": frame.west,
        "east": frame.east,
        "where_prec": frame.where_prec,
        "date_prec": frame.date_prec,
        "measure": measure,
        "dyads": dyads,
        "since": since,
        "until": until,
    }
