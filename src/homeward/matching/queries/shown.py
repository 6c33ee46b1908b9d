"""People as a war-room shows them, opened: every id that is theirs, names, days of birth, papers, ages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from homeward.ledger.queries.views import Asked
from homeward.matching.core.families import Age, age
from homeward.matching.core.letter import Birth
from homeward.matching.queries.known import Known, OpenPair
from homeward.matching.queries.views import NearView, ShownView
from homeward.people import queries as people
from homeward.people.core.values import DayGiven, Values

Rows = tuple[tuple[int, int], ...]
"""Sheet and row of entries of a list."""


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody with what counts of what voices gave, under all of their ids."""

    view: ShownView
    values: tuple[Values, ...]

    @property
    def births(self) -> tuple[Birth, ...]:
        """The days of birth that were given, each reading once; words that nobody could read stand for themselves."""
        found: dict[tuple[str, ...], Birth] = {}
        for values in self.values:
            if given := values.birth:
                key = (given.start, given.until) if given.start else (given.words,)
                found.setdefault(key, _birth(given))
        return tuple(found.values())

    @property
    def papers(self) -> tuple[str, ...]:
        """The numbers of papers as written, each number once."""
        found: dict[str, str] = {}
        for values in self.values:
            for each in values.documents:
                if each.number.strip():
                    found.setdefault(each.key or each.number, each.number)
        return tuple(found.values())

    def age(self, on: date) -> Age | None:
        """How old they are on a day; a day that offices write when nobody knows says the year only."""
        return age((_span(birth) for birth in self.births if birth.start and birth.until), on)


class Shown:
    """Some people, opened at once."""

    def __init__(self, known: Known, those: Iterable[UUID]) -> None:
        """`those` by any of their ids."""
        self.known = known
        groups = {known.shown(each): known.group(each) for each in those}
        given = people.given_of(known.asked, {id for group in groups.values() for id in group})
        self._opened = {
            one: _opened(one, group, [each.values for id in sorted(group) for each in given.get(id, ())])
            for one, group in groups.items()
        }

    def of(self, person: UUID) -> Opened:
        return self._opened[self.known.shown(person)]

    def view(self, person: UUID) -> ShownView:
        return self.of(person).view

    def near(
        self, pairs: Iterable[OpenPair], group: Collection[UUID], rows: Mapping[UUID, Rows]
    ) -> tuple[NearView, ...]:
        """Who may be the same as somebody, the likeliest first, each once."""
        found: dict[UUID, NearView] = {}
        for pair in sorted(pairs, key=lambda each: -each.per_mille):
            other = pair.beside(group)
            at = tuple(row for id in sorted(self.known.group(other)) for row in rows.get(id, ()))
            found.setdefault(
                self.known.shown(other), NearView(self.view(other), pair.per_mille, pair.levels, at, pair.unsure)
            )
        return tuple(found.values())


def day_of(asked: Asked) -> date:
    """The day that is asked about: a date alone was read as its end, which is the first moment of the next."""
    return (asked.as_of - timedelta(microseconds=1)).astimezone(asked.case.zone).date()


def _opened(one: UUID, group: frozenset[UUID], values: list[Values]) -> Opened:
    names = dict.fromkeys(name.words for each in values for name in each.names if name.label not in NOT_THEIRS)
    births = dict.fromkeys(each.birth.words for each in values if each.birth and each.birth.words.strip())
    view = ShownView(one, (one, *sorted(group - {one})), tuple(names), tuple(births))
    return Opened(view, tuple(values))


NOT_THEIRS = frozenset({"mother's"})
"""Labels of names that are not the person's own."""


def _birth(given: DayGiven) -> Birth:
    if not given.start or not given.until:
        return Birth(given.words)
    return Birth(given.words, date.fromisoformat(given.start), date.fromisoformat(given.until))


def _span(birth: Birth) -> tuple[date, date]:
    assert birth.start is not None and birth.until is not None
    if birth.is_default:
        return date(birth.start.year, 1, 1), date(birth.start.year + 1, 1, 1)
    return birth.start, birth.until
