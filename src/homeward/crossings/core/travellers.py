"""What counts of somebody for a journey, and what is read of it when voices differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Traveller:
    """Age on the day of the plan (none: nobody gave one), countries, coded needs, and since when the desk knows of them."""

    age: int | None
    nationalities: tuple[str, ...]
    needs: frozenset[str]
    since: date


def age_on(day: date, born: Iterable[tuple[date, date]]) -> int | None:
    """Whole years on a day; of the days on which somebody may be born the latest counts: a child is never taken for more."""
    last = max((until for _, until in born), default=None)
    if last is None:
        return None
    newest = date.fromordinal(last.toordinal() - 1)
    years = day.year - newest.year - ((day.month, day.day) < (newest.month, newest.day))
    return max(0, years)


def nationality_of(traveller: Traveller, family: Iterable[Traveller]) -> str:
    """The country under which somebody travels: of several the one that most of the family have, then the first given."""
    if len(traveller.nationalities) < 2:
        return "".join(traveller.nationalities)
    had = Counter(code for each in family for code in set(each.nationalities))
    return max(traveller.nationalities, key=lambda code: (had[code], -traveller.nationalities.index(code)))
