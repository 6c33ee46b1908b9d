"""The frame of a question: which places, and how coarse a day or a place may be to count in it. It is chosen before looking."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from homeward.refusals import Refused

EXACT_DAY = 1
"""The precision of a day that is known; 2 is one of two to six days, 3 a week, 4 a month, 5 longer (UCDP GED's scale)."""


class NoFrame(Refused):
    """This is no frame of a series."""


class Level(StrEnum):
    """How wide a frame is: everything of the dataset, a country, its first or second division, or a box on the map."""

    WHOLE = "whole"
    COUNTRY = "country"
    ADM_1 = "adm1"
    ADM_2 = "adm2"
    BOX = "box"


COARSEST = {Level.WHOLE: 9, Level.COUNTRY: 6, Level.ADM_1: 4, Level.ADM_2: 3, Level.BOX: 2}
"""The coarsest precision of place that counts in a frame of a level (UCDP GED's scale, 1 the place itself to 7 no country)."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Which rows a series counts: those of a named place, or those whose point lies in a box (degrees, ends included).

    `within` tells two places of one name apart: the country of a first division, the first division of a second.

    `date_prec` is the coarsest precision of day that stands on a day: 1 exact days alone; with 2, what happened on one of two
    to six days stands on the first of them, and the answer says how much. `where_prec` is the coarsest precision of place.
    """

    level: Level = Level.WHOLE
    name: str = ""
    within: str = ""
    south: float | None = None
    north: float | None = None
    west: float | None = None
    east: float | None = None
    date_prec: int = EXACT_DAY
    where_prec: int = COARSEST[Level.WHOLE]

    @property
    def words(self) -> str:
        """The frame as a person reads it."""
        if self.level is Level.BOX:
            return f"latitude {self.south} to {self.north}, longitude {self.west} to {self.east}"
        return f"{self.name}, {self.within}" if self.within else self.name or "everywhere in the dataset"


def whole(*, date_prec: int = EXACT_DAY) -> Frame:
    """Everything of a dataset."""
    return Frame(date_prec=_within(date_prec, 1, 3, "date_prec"))


def place(
    level: Level, name: str, *, within: str = "", date_prec: int = EXACT_DAY, where_prec: int | None = None
) -> Frame:
    """A country, or a first or second division of one, by its name as the dataset writes it."""
    if level in (Level.WHOLE, Level.BOX) or not name.strip():
        raise NoFrame(where=f"{level} {name}".strip(), instead="Name a country, a division, or give a box.")
    coarsest = COARSEST[level] if where_prec is None else where_prec
    return Frame(
        level,
        name.strip(),
        within.strip(),
        date_prec=_within(date_prec, 1, 3, "date_prec"),
        where_prec=_within(coarsest, 1, 9, "where_prec"),
    )


def box(
    *,
    south: float,
    north: float,
    west: float,
    east: float,
    date_prec: int = EXACT_DAY,
    where_prec: int = COARSEST[Level.BOX],
) -> Frame:
    """The points between two latitudes and two longitudes; refuses what lies off the globe or is turned round."""
    if not (-90 <= south <= north <= 90 and -180 <= west <= east <= 180):
        raise NoFrame(
            where=f"{south}, {north}, {west}, {east}",
            instead="Give south, north (-90 to 90) and west, east (-180 to 180), the smaller first of each.",
        )
    return Frame(
        Level.BOX,
        south=south,
        north=north,
        west=west,
        east=east,
        date_prec=_within(date_prec, 1, 3, "date_prec"),
        where_prec=_within(where_prec, 1, 9, "where_prec"),
    )


def _within(number: int, least: int, most: int, where: str) -> int:
    if not least <= number <= most:
        raise NoFrame(where=f"{where} {number}", instead=f"It is {least} to {most}.")
    return number
