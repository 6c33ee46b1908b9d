"""What the last search left of two people who may be one, for whoever sees both, and how they stand by what was judged."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from homeward.ledger.core.persons import Judgement
from homeward.ledger.queries.views import CaseView
from homeward.matching.core.places import NEAR_FROM
from homeward.matching.models import Pair as Row
from homeward.people.core.identities import Pair, Standing, pair_of
from homeward.people.queries import Identities

OPEN, SECOND, UNSURE = "open", "second", "unsure"
WAITING = (OPEN, SECOND, UNSURE)
"""How two people stand who wait for a person: nobody judged them, a second one must judge alike, somebody could not tell."""
_COLUMNS = ("one_id", "other_id", "per_mille", "levels", "bits")


class PairFound(NamedTuple):
    """Two people as a search weighed them: how likely they are one (per mille), by which levels, how much each says in bits."""

    one: UUID
    other: UUID
    per_mille: int
    levels: tuple[str, ...]
    bits: tuple[float, ...]


def found(case: CaseView, people: Collection[UUID] | None = None, *, least: int = NEAR_FROM) -> list[PairFound]:
    """The pairs that a search left and the reader sees, of any of these people or of all, the likeliest last."""
    rows = Row.objects.filter(case_id=case.id, per_mille__gte=least)
    if people is not None:
        some = list(people)
        rows = rows.filter(one_id__in=some) | rows.filter(other_id__in=some)
    ordered = rows.order_by("per_mille", "one_id", "other_id").values_list(*_COLUMNS)
    return [PairFound(one, other, likely, tuple(levels), tuple(bits)) for one, other, likely, levels, bits in ordered]


def likeliest(case: CaseView, known: Identities, pairs: Collection[Pair]) -> dict[Pair, PairFound]:
    """What was found of each of these pairs, under any of the ids of both; the likeliest counts.

    Of two who are one already only what was found of the two themselves: what joins others of their group says nothing of them.
    """
    everyone = {id for pair in pairs for person in pair for id in known.of(person)}
    best = {_between(known, each.one, each.other): each for each in found(case, everyone, least=0)}
    keys = {pair: _between(known, *pair) for pair in pairs}
    return {pair: best[key] for pair, key in keys.items() if key in best}


def _between(known: Identities, one: UUID, other: UUID) -> Pair:
    here, there = known.shown_as(one), known.shown_as(other)
    return pair_of(one, other) if here == there else pair_of(here, there)


class Settled:
    """How any two people stand by the judgements that hold: of the two, or of any two with whom they are one."""

    def __init__(self, known: Identities) -> None:
        self.known = known
        self._told: dict[Pair, str] = {}
        for pair, standing in known.standing.items():
            between = pair_of(*map(known.shown_as, pair))
            words = {self._told.get(between, OPEN), _word(standing)}
            self._told[between] = next(each for each in _GRAVEST_FIRST if each in words)

    def of(self, one: UUID, other: UUID) -> str:
        """One of WAITING, or the judgement that settles it."""
        here, there = self.known.shown_as(one), self.known.shown_as(other)
        return Judgement.SAME.value if here == there else self._told.get(pair_of(here, there), OPEN)

    def waits(self, one: UUID, other: UUID) -> bool:
        """Whether a person is still asked about the two."""
        return self.of(one, other) in WAITING


_GRAVEST_FIRST = (SECOND, Judgement.NOT_SAME.value, UNSURE, OPEN)


def _word(standing: Standing) -> str:
    if standing.waiting is not None:
        return SECOND
    if standing.judgement is Judgement.NOT_SAME:
        return Judgement.NOT_SAME.value
    return UNSURE if standing.judgement is Judgement.UNSURE else OPEN
