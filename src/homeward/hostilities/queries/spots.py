"""Where events of a dataset lie: by point where it is known closely, else by division, and told apart where neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.hostilities.core import codes
from homeward.hostilities.core.frames import COARSEST, Frame, Level
from homeward.hostilities.core.series import WIDER_PLACE
from homeward.hostilities.queries import sums
from homeward.hostilities.queries.series import EVENTS, choose
from homeward.hostilities.queries.views import DatasetView, DyadView, VersionView
from homeward.ledger.queries.views import Asked
from homeward.refusals import Refused

CLOSE = COARSEST[Level.BOX]
DIVISION = COARSEST[Level.ADM_1]
_WHERE = f"""
    SELECT q.country, q.adm_1, q.name, q.latitude, q.longitude, q.where_prec, (q.doubts & {codes.POINT_DOUBTS}) <> 0, p.where_not,
           count(*), CASE WHEN count(v.low) = count(v.best) THEN sum(v.low) END, sum(v.best),
           CASE WHEN count(v.high) = count(v.best) THEN sum(v.high) END
    FROM ({{places}}) p JOIN hostilities_place q ON q.version_id = p.version_id AND q.number = p.number
    JOIN hostilities_value v ON v.version_id = p.version_id AND v.place = p.number
    WHERE v.nature = 'event' AND v.measure = %(measure)s AND v.best IS NOT NULL
      AND (%(dyads)s::int[] IS NULL OR v.dyad = ANY (%(dyads)s::int[])) AND v.first <= %(until)s AND v.last >= %(since)s
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
"""


class NoSpots(Refused):
    """Only events have places of their own; daily numbers are of the place that they are reported for."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, or a division (without a name of its own), with what is recorded there; without a point where none is known.

    The point of a division is the middle of the close places that rows name in it, and nothing that the maker said.
    """

    name: str
    division: str
    country: str
    latitude: float | None
    longitude: float | None
    rows: int
    low: int | None
    best: int
    high: int | None


Coarse = defaultdict[tuple[str, str], list[Spot]]


@dataclass(frozen=True, slots=True)
class SpotsView:
    """The places of a frame, those with most deaths first, and divisions of which no closer place is known."""

    dataset: DatasetView
    version: VersionView
    frame: Frame
    dyad: DyadView | None
    since: date
    until: date
    points: tuple[Spot, ...]
    divisions: tuple[Spot, ...]
    elsewhere: tuple[Spot, ...]


def spots(
    asked: Asked,
    *,
    dataset: str | UUID = "",
    frame: Frame | None = None,
    dyad: str | None = None,
    since: date | None = None,
    until: date | None = None,
    version: str = "",
) -> SpotsView:
    """Where the events of a frame lie; those known only to a week or longer count when their days meet the days asked for."""
    chosen = choose(asked, dataset=dataset, frame=frame, dyad=dyad, since=since, until=until, version=version)
    if chosen.dataset.nature != EVENTS:
        raise NoSpots(where=chosen.dataset.named, instead="Ask for a dataset of events.")
    over = chosen.over
    values = sums.values_of(chosen.version.id, chosen.frame, "", chosen.dyads, over.since, over.until)
    with connection.cursor() as cursor:
        cursor.execute(_WHERE.format(places=sums.places(chosen.frame)), values)
        found = cursor.fetchall()
    points, coarse, elsewhere = _parted(found)
    middles = _middles(points)
    return SpotsView(
        dataset=chosen.dataset,
        version=chosen.version,
        frame=chosen.frame,
        dyad=chosen.dyad,
        since=over.since,
        until=over.until,
        points=_most(points),
        divisions=_most(_together(of, key[1], key[0], middles.get(key)) for key, of in coarse.items()),
        elsewhere=_most(_together(of, "", country, None) for country, of in elsewhere.items()),
    )


def _parted(found: Iterable[tuple[Any, ...]]) -> tuple[list[Spot], Coarse, defaultdict[str, list[Spot]]]:
    """Places that are known closely, those that are known to a division, and all others by country."""
    points: list[Spot] = []
    coarse: Coarse = defaultdict(list)
    elsewhere: defaultdict[str, list[Spot]] = defaultdict(list)
    for country, division, name, latitude, longitude, prec, doubtful, where_not, rows, low, best, high in found:
        spot = Spot(name, division, country, latitude, longitude, rows, _whole(low), int(best), _whole(high))
        close = prec <= CLOSE and not doubtful and latitude is not None and longitude is not None
        if close and where_not != WIDER_PLACE:
            points.append(spot)
        elif division and prec <= DIVISION and where_not != WIDER_PLACE:
            coarse[country, division].append(spot)
        else:
            elsewhere[country].append(spot)
    return points, coarse, elsewhere


def _middles(points: Iterable[Spot]) -> dict[tuple[str, str], tuple[float, float]]:
    of: defaultdict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for each in points:
        if each.latitude is not None and each.longitude is not None:
            of[each.country, each.division].append((each.latitude, each.longitude))
    return {
        key: (sum(lat for lat, _ in known) / len(known), sum(lon for _, lon in known) / len(known))
        for key, known in of.items()
    }


def _together(of: list[Spot], division: str, country: str, point: tuple[float, float] | None) -> Spot:
    latitude, longitude = point or (None, None)
    low, high = _sum([each.low for each in of]), _sum([each.high for each in of])
    rows, best = sum(each.rows for each in of), sum(each.best for each in of)
    return Spot("", division, country, latitude, longitude, rows, low, best, high)


def _most(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    return tuple(sorted(spots, key=lambda each: (-each.best, each.country, each.division, each.name)))


def _sum(numbers: list[int | None]) -> int | None:
    return None if None in numbers else sum(each for each in numbers if each is not None)


def _whole(value: object) -> int | None:
    return None if value is None else int(value)  # type: ignore[call-overload]
