"""The pairs that wait for a person: in which order, what speaks for and against, and what would follow from each answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.persons import Judgement
from homeward.ledger.queries.views import Asked
from homeward.matching.core.caution import needs_second
from homeward.matching.queries.hanging import hanging, stake
from homeward.matching.queries.pairs import OPEN, UNSURE, Settled, found, likeliest
from homeward.matching.queries.waiting import OpenPair, Waiting, waiting
from homeward.people import queries as people
from homeward.people.core.identities import Pair, contradicted, pair_of, way
from homeward.people.queries import Identities, JudgementView, PersonLine, PersonView
from homeward.refusals import Refused

PAGE = 50
GROUPS, ALIKE = 3, 20


class NoSuchPair(Refused):
    """These two are not held to be one by any search, or you do not see both."""


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two people who may be one: how likely (per mille), by which levels, how much each says, what hangs on it, what was judged.

    `standing` is "open", "unsure" (nobody can tell) or "second" (somebody else must judge alike).
    """

    one: PersonLine
    other: PersonLine
    per_mille: int
    levels: tuple[str, ...]
    bits: tuple[float, ...]
    hanging: Mapping[str, int]
    standing: str

    @property
    def stake(self) -> int:
        """How much hangs on the pair, to put those first on which most does."""
        return stake(self.hanging)


@dataclass(frozen=True, slots=True)
class PairsView:
    """A page of open pairs, and how many there are in all and by standing."""

    pairs: tuple[PairLine, ...]
    count: int
    by_standing: Mapping[str, int]

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody of whom this shows something: what the log of readings is told."""
        return tuple(dict.fromkeys(id for pair in self.pairs for id in (pair.one.id, pair.other.id)))


@dataclass(frozen=True, slots=True)
class ReviewView:
    """Two people side by side, with what was judged of them and what would follow.

    `levels` are what the comparison of each field came to, `bits` how much each says. `moves` is what would be told of one
    person once they are joined; `against` are judgements that forbid the join, `through` those by which they are one through
    others. `second_for` names the answers that two persons must give alike. `before` and `following` are the pairs beside this
    one in the queue, which goes round; `left` counts the others that nobody judged so far, `unsure` those of whom somebody said
    that nobody can tell.
    """

    one: PersonView
    other: PersonView
    per_mille: int | None
    levels: tuple[str, ...]
    bits: tuple[float, ...]
    moves: Mapping[str, int]
    judged: tuple[JudgementView, ...]
    standing: str
    against: tuple[JudgementView, ...]
    through: tuple[JudgementView, ...]
    second_for: tuple[Judgement, ...]
    following: tuple[UUID, UUID] | None = None
    before: tuple[UUID, UUID] | None = None
    left: int = 0
    unsure: int = 0

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody of whom this shows something: what the log of readings is told."""
        return tuple(dict.fromkeys([*self.one.people, *self.other.people]))


def open_pairs(asked: Asked, *, standing: str = "", page: int = 1, size: int = PAGE) -> PairsView:
    """The pairs that wait for a person, those first on which most hangs; of one standing if it is named."""
    every = Waiting(asked)
    chosen = [each for each in every.ordered if not standing or each.standing == standing]
    shown = chosen[(page - 1) * size : page * size]
    lines = _people(asked, shown)
    counted = Counter(each.standing for each in every.pairs)
    return PairsView(tuple(_lines(shown, lines, every.hanging)), len(chosen), counted)


def review(asked: Asked, one: UUID, other: UUID) -> ReviewView:
    """Two people side by side; refuses those whom no search held to be one unless somebody judged them."""
    every = Waiting(asked)
    known, pair = every.known, every.of(one, other)
    row = likeliest(asked.case, known, [pair_of(one, other)]).get(pair_of(one, other))
    judged = known.behind({*known.of(one), *known.of(other)})
    if row is None and not judged:
        raise NoSuchPair(where=f"{one} {other}", instead="The review of the case has the pairs that wait.")
    beside = every.behind(pair)
    rest = [each for each in every.pairs if each.pair != pair]
    per_mille = row.per_mille if row else None
    return ReviewView(
        one=people.person(asked, one),
        other=people.person(asked, other),
        per_mille=per_mille,
        levels=row.levels if row else (),
        bits=row.bits if row else (),
        moves=every.hanging.get(pair) or hanging(asked, known, [pair])[pair],
        judged=judged,
        standing=Settled(known).of(one, other),
        against=_behind(known, contradicted(known.standing, [pair_of(one, other)])),
        through=_behind(known, way(known.standing, one, other)),
        second_for=tuple(each for each in Judgement if needs_second(each, per_mille)),
        following=beside[0].pair if beside else None,
        before=beside[-1].pair if beside else None,
        left=sum(each.standing != UNSURE for each in rest),
        unsure=sum(each.standing == UNSURE for each in rest),
    )


def queue(asked: Asked, after: Pair | None = None) -> list[Pair]:
    """The pairs that wait in their order, each by whom the two are shown as; from the one behind `after` on, which is left out."""
    every = Waiting(asked)
    return [each.pair for each in (every.behind(every.of(*after)) if after else every.ordered)]


def alike(asked: Asked, *, most: int = ALIKE, groups: int = GROUPS) -> tuple[tuple[PairLine, ...], ...]:
    """Open pairs of the very same evidence that one person may join, two or more together, the largest groups first.

    At most `groups`, and `most` pairs of each.
    """
    every = Waiting(asked)
    among: dict[tuple[tuple[str, ...], tuple[str, ...], bool], list[OpenPair]] = defaultdict(list)
    for each in every.ordered:
        if each.standing == OPEN and not needs_second(Judgement.SAME, each.per_mille):
            among[each.says].append(each)
    chosen = sorted((group for group in among.values() if len(group) > 1), key=len, reverse=True)[:groups]
    shown = [group[:most] for group in chosen]
    lines = _people(asked, [each for group in shown for each in group])
    return tuple(tuple(_lines(group, lines, every.hanging)) for group in shown)


def pairs_of(asked: Asked, person: UUID) -> tuple[PairLine, ...]:
    """The open pairs of somebody, under any of their ids, the likeliest first."""
    own = people.identities(asked, [person]).of(person)
    beside = found(asked.case, own)
    known = people.identities(asked, {id for row in beside for id in (row.one, row.other)} | {person})
    left = waiting(asked, known, beside)
    return tuple(_lines(sorted(left, key=lambda each: -each.per_mille), _people(asked, left), {}))


def _people(asked: Asked, pairs: Iterable[OpenPair]) -> dict[UUID, PersonLine]:
    return {line.id: line for line in people.people_of(asked, [id for each in pairs for id in each.pair])}


def _lines(
    shown: Iterable[OpenPair], lines: Mapping[UUID, PersonLine], hanging: Mapping[Pair, Mapping[str, int]]
) -> Iterable[PairLine]:
    """These pairs with both people, as far as both open."""
    for each in shown:
        one, other = each.pair
        if one in lines and other in lines:
            moves = hanging.get(each.pair, {})
            yield PairLine(lines[one], lines[other], each.per_mille, each.levels, each.bits, moves, each.standing)


def _behind(known: Identities, pairs: Collection[Pair]) -> tuple[JudgementView, ...]:
    return tuple(
        each for each in known.judgements if each.pair in pairs and each.statement in known.standing[each.pair].made_by
    )
