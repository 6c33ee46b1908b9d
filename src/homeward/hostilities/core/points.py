"""Points that cannot be where their row says: off the globe, at 0 and 0, or with latitude and longitude exchanged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from statistics import median

from homeward.hostilities.core import codes
from homeward.hostilities.core.rows import Place, Registers

FEWEST = 4
"""Other points of a district, province or country from which one can be told to lie where it should not."""
LEAST = 0.1
"""Degrees within which the points of the smallest district lie."""
CLOSE = 3
"""The coarsest precision of place whose point is one."""

Group = tuple[str, ...]


def doubtful(registers: Registers) -> dict[int, int]:
    """The bits of doubt about the point of each place that has any."""
    grouped: defaultdict[Group, list[tuple[float, float]]] = defaultdict(list)
    for place in registers.places:
        if (point := _point(place)) is not None:
            for group in _groups(place):
                grouped[group].append(point)
    middles = {group: _middle(points) for group, points in grouped.items() if len(points) > FEWEST}
    return {number: bits for place, number in registers.places.items() if (bits := _bits(place, middles))}


def _bits(place: Place, middles: dict[Group, tuple[float, float, float]]) -> int:
    if place.latitude is None or place.longitude is None:
        return 0
    if not (-90 <= place.latitude <= 90 and -180 <= place.longitude <= 180):
        return codes.BITS["off-the-globe"]
    if place.latitude == 0 == place.longitude:
        return codes.BITS["null-island"]
    point = _point(place)
    if point is None:
        return 0
    found = next((middles[group] for group in _groups(place) if group in middles), None)
    return codes.BITS["swapped"] if found and _exchanged(point, found) else 0


def _exchanged(point: tuple[float, float], middle: tuple[float, float, float]) -> bool:
    """Whether the point lies far from the others, and among them once its two numbers change places."""
    here, there = _distance(point, middle), _distance((point[1], point[0]), middle)
    return here > 3 * middle[2] and there <= 2 * middle[2]


def _middle(points: list[tuple[float, float]]) -> tuple[float, float, float]:
    """The median point, and how far from it half of the points lie at most."""
    at = (median(one for one, _ in points), median(other for _, other in points))
    return (*at, max(LEAST, 2 * median(_distance(point, (*at, 0)) for point in points)))


def _distance(point: tuple[float, float], middle: tuple[float, float, float]) -> float:
    return max(abs(point[0] - middle[0]), abs(point[1] - middle[1]))


def _point(place: Place) -> tuple[float, float] | None:
    if place.latitude is None or place.longitude is None or place.where_prec > CLOSE:
        return None
    return place.latitude, place.longitude


def _groups(place: Place) -> Iterable[Group]:
    """Where a place lies, from its district to its country; those of one name in two provinces are two."""
    if place.adm_2:
        yield (place.country, place.adm_1, place.adm_2)
    if place.adm_1:
        yield (place.country, place.adm_1)
    yield (place.country,)
