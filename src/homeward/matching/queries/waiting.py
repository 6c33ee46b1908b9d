"""The pairs that wait for a person, by whom the two are shown as, those first on which most hangs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from homeward.ledger.core.persons import Judgement
from homeward.ledger.queries.views import Asked
from homeward.matching.core.caution import needs_second
from homeward.matching.core.said import strength
from homeward.matching.queries.hanging import hanging, stake
from homeward.matching.queries.pairs import UNSURE, PairFound, Settled, found
from homeward.people import queries as people
from homeward.people.core.identities import Pair, pair_of
from homeward.people.queries import Identities


@dataclass(frozen=True, slots=True)
class OpenPair:
    """Two people whom nobody has settled: how likely one, by which levels, how much each says; "open", "second" or "unsure"."""

    pair: Pair
    per_mille: int
    levels: tuple[str, ...]
    bits: tuple[float, ...]
    standing: str

    @property
    def says(self) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
        """What the evidence is: levels, how much each says in a word, and whether two must agree that they are two people."""
        return self.levels, tuple(map(strength, self.bits)), needs_second(Judgement.NOT_SAME, self.per_mille)


class Waiting:
    """All pairs that wait, and who is one with whom; what hangs on them is asked for once it is needed."""

    def __init__(self, asked: Asked) -> None:
        self.asked, self.known = asked, people.all_identities(asked)
        self.pairs = waiting(asked, self.known, found(asked.case))

    @cached_property
    def hanging(self) -> dict[Pair, dict[str, int]]:
        return hanging(self.asked, self.known, [each.pair for each in self.pairs])

    @cached_property
    def ordered(self) -> list[OpenPair]:
        """Those first on which most hangs; those of which somebody said that nobody can tell come last."""

        def order(each: OpenPair) -> tuple[bool, int, int, Pair]:
            return each.standing == UNSURE, -stake(self.hanging[each.pair]), -each.per_mille, each.pair

        return sorted(self.pairs, key=order)

    def of(self, one: UUID, other: UUID) -> Pair:
        """The two by whom they are shown as."""
        return pair_of(self.known.shown_as(one), self.known.shown_as(other))

    def behind(self, pair: Pair) -> list[OpenPair]:
        """The others, from the one behind this pair on and round to the one before it."""
        at = next((n for n, each in enumerate(self.ordered) if each.pair == pair), -1)
        return [*self.ordered[at + 1 :], *self.ordered[: max(0, at)]]


def waiting(asked: Asked, known: Identities, rows: Collection[PairFound]) -> list[OpenPair]:
    """Those of these pairs, the likeliest last, that no judgement settles, of people who were known; of each two the likeliest."""
    settled = Settled(known)
    there = people.people_known(asked, {id for row in rows for id in (row.one, row.other)})
    best: dict[Pair, OpenPair] = {}
    for row in rows:
        if row.one in there and row.other in there and settled.waits(row.one, row.other):
            pair = pair_of(known.shown_as(row.one), known.shown_as(row.other))
            best[pair] = OpenPair(pair, row.per_mille, row.levels, row.bits, settled.of(row.one, row.other))
    return list(best.values())
