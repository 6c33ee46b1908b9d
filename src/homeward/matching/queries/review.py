"""The pairs that wait for a person: in which order, what speaks for and against, and what would follow from each answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from homeward.ledger.core.persons import Judgement
from homeward.ledger.queries.views import Asked
from homeward.matching.core.caution import needs_second
from homeward.matching.models import Pair
from homeward.people import queries as people
from homeward.people.core.identities import contradicted, pair_of, way
from homeward.people.queries import Identities, JudgementView, PersonLine, PersonView
from homeward.refusals import Refused

PAGE = 50
ASKED_FROM = 50
"""Pairs that are held to be one at least so likely (per mille) are asked about."""
WEIGHTS = {"requests": 10, "lists": 4, "whereabouts": 3, "needs": 2, "kin": 1}
"""How much hangs on a pair: a search for somebody, places on lists, where they are, what they need, who belongs to them."""
# What hangs on each of these people, under whom it is told.
_HANGING = """
    SELECT person, kind, count(*) FROM (
        SELECT sought_id AS person, 'requests' AS kind FROM people_sought WHERE case_id = %(case)s AND sought_id = ANY (%(people)s)
        UNION ALL SELECT inquirer_id, 'requests' FROM people_sought WHERE case_id = %(case)s AND inquirer_id = ANY (%(people)s)
        UNION ALL SELECT person_id, 'lists' FROM (SELECT DISTINCT r.person_id, v.list_id FROM lists_row r
            JOIN lists_version v ON v.version_id = r.version_id WHERE r.case_id = %(case)s AND r.person_id = ANY (%(people)s)) stood
        UNION ALL SELECT person_id, 'whereabouts' FROM people_whereabouts WHERE case_id = %(case)s AND person_id = ANY (%(people)s)
        UNION ALL SELECT person_id, 'needs' FROM people_need WHERE case_id = %(case)s AND person_id = ANY (%(people)s)
        UNION ALL SELECT person_id, 'kin' FROM people_kin WHERE case_id = %(case)s AND person_id = ANY (%(people)s)
        UNION ALL SELECT other_id, 'kin' FROM people_kin WHERE case_id = %(case)s AND other_id = ANY (%(people)s)
    ) hanging GROUP BY person, kind
"""


class NoSuchPair(Refused):
    """These two are not held to be one by any search, or you do not see both."""


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two people who may be one: how likely (per mille), by which levels, how much hangs on it, and what was judged so far.

    `standing` is "open", "unsure" (nobody can tell) or "second" (somebody else must judge alike).
    """

    one: PersonLine
    other: PersonLine
    per_mille: int
    levels: tuple[str, ...]
    hanging: Mapping[str, int]
    standing: str

    @property
    def stake(self) -> int:
        """How much hangs on the pair, to put those first on which most does."""
        return sum(WEIGHTS[kind] * min(count, 5) for kind, count in self.hanging.items())


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
    others. `second_for` names the answers that two persons must give alike.
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
    left: int = 0

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody of whom this shows something: what the log of readings is told."""
        return tuple(dict.fromkeys([*self.one.people, *self.other.people]))


@dataclass(frozen=True, slots=True)
class _Open:
    """A pair that waits, by whom the two are shown as."""

    pair: tuple[UUID, UUID]
    per_mille: int
    levels: tuple[str, ...]
    standing: str


def open_pairs(asked: Asked, *, standing: str = "", page: int = 1, size: int = PAGE) -> PairsView:
    """The pairs that wait for a person, those first on which most hangs; of one standing if it is named."""
    known, waiting = _waiting(asked)
    ordered, hanging = _ordered(asked, known, waiting)
    chosen = [each for each in ordered if not standing or each.standing == standing]
    shown = chosen[(page - 1) * size : page * size]
    lines = {line.id: line for line in people.people_of(asked, [id for each in shown for id in each.pair])}
    pairs = tuple(
        PairLine(lines[one], lines[other], each.per_mille, each.levels, hanging[each.pair], each.standing)
        for each in shown
        for one, other in [each.pair]
        if one in lines and other in lines
    )
    return PairsView(pairs, len(chosen), Counter(each.standing for each in ordered))


def review(asked: Asked, one: UUID, other: UUID) -> ReviewView:
    """Two people side by side; refuses those whom no search held to be one unless somebody judged them."""
    known, waiting = _waiting(asked)
    pair = pair_of(known.shown_as(one), known.shown_as(other))
    found = next((each for each in waiting if each.pair == pair), None)
    row = _row(asked, known, one, other)
    judged = known.behind({*known.of(one), *known.of(other)})
    if row is None and not judged:
        raise NoSuchPair(where=f"{one} {other}", instead="See which pairs wait: homeward matching pairs.")
    ordered, hanging = _ordered(asked, known, waiting)
    rest = [each.pair for each in ordered if each.pair != pair]
    per_mille = row.per_mille if row else None
    return ReviewView(
        one=people.person(asked, one),
        other=people.person(asked, other),
        per_mille=per_mille,
        levels=tuple(row.levels) if row else (),
        bits=tuple(row.bits) if row else (),
        moves=hanging.get(pair) or _hanging(asked, known, [pair])[pair],
        judged=judged,
        standing=found.standing if found else _settled(known, one, other),
        against=_behind(known, contradicted(known.standing, [pair_of(one, other)])),
        through=_behind(known, way(known.standing, one, other)),
        second_for=tuple(each for each in Judgement if needs_second(each, per_mille)),
        following=rest[0] if rest else None,
        left=len(rest),
    )


def per_mille_of(asked: Asked, one: UUID, other: UUID) -> int | None:
    """How likely the last search held two people to be one; none where it did not."""
    row = _row(asked, people.identities(asked, [one, other]), one, other)
    return row.per_mille if row else None


def _waiting(asked: Asked) -> tuple[Identities, list[_Open]]:
    """Who is one, and the pairs that are asked about: the likeliest of each two people, none that is settled."""
    known = people.all_identities(asked)
    there = people.people_known(asked) - people.erased(asked.case)
    best: dict[tuple[UUID, UUID], _Open] = {}
    for row in Pair.objects.filter(case_id=asked.case.id, per_mille__gte=ASKED_FROM).order_by(
        "per_mille", "one_id", "other_id"
    ):
        one, other = known.shown_as(row.one_id), known.shown_as(row.other_id)
        standing = _settled(known, row.one_id, row.other_id)
        if one != other and {row.one_id, row.other_id} <= there and standing in ("open", "unsure", "second"):
            best[pair_of(one, other)] = _Open(pair_of(one, other), row.per_mille, tuple(row.levels), standing)
    return known, list(best.values())


def _settled(known: Identities, one: UUID, other: UUID) -> str:
    """How two people stand: by what was judged of them, or of any two with whom they are one."""
    here, there = known.of(one), known.of(other)
    if other in here:
        return Judgement.SAME.value
    stands = [known.standing[pair] for a in here for b in there if (pair := pair_of(a, b)) in known.standing]
    if any(each.waiting for each in stands):
        return "second"
    if any(each.judgement is Judgement.NOT_SAME for each in stands):
        return Judgement.NOT_SAME.value
    return "unsure" if any(each.judgement is Judgement.UNSURE for each in stands) else "open"


def _ordered(
    asked: Asked, known: Identities, waiting: Collection[_Open]
) -> tuple[list[_Open], dict[tuple[UUID, UUID], dict[str, int]]]:
    hanging = _hanging(asked, known, [each.pair for each in waiting])

    def order(each: _Open) -> tuple[bool, int, int, tuple[UUID, UUID]]:
        stake = sum(WEIGHTS[kind] * min(count, 5) for kind, count in hanging[each.pair].items())
        return each.standing == "unsure", -stake, -each.per_mille, each.pair

    return sorted(waiting, key=order), hanging


def _hanging(
    asked: Asked, known: Identities, pairs: Collection[tuple[UUID, UUID]]
) -> dict[tuple[UUID, UUID], dict[str, int]]:
    """How many things of each kind hang on two people together."""
    everyone = [id for pair in pairs for person in pair for id in known.of(person)]
    with connection.cursor() as cursor:
        cursor.execute(_HANGING, {"case": asked.case.id, "people": list(set(everyone))})
        counted = {(person, kind): count for person, kind, count in cursor.fetchall()}
    return {
        pair: {
            kind: count
            for kind in WEIGHTS
            if (count := sum(counted.get((id, kind), 0) for person in pair for id in known.of(person)))
        }
        for pair in pairs
    }


def _row(asked: Asked, known: Identities, one: UUID, other: UUID) -> Pair | None:
    """The likeliest pair that a search kept of two people, under any of their ids."""
    rows = Pair.objects.filter(case_id=asked.case.id)
    here, there = known.of(one), known.of(other)
    found = rows.filter(one_id__in=here, other_id__in=there) | rows.filter(one_id__in=there, other_id__in=here)
    return found.order_by("-per_mille").first()


def _behind(known: Identities, pairs: Collection[tuple[UUID, UUID]]) -> tuple[JudgementView, ...]:
    return tuple(
        each for each in known.judgements if each.pair in pairs and each.statement in known.standing[each.pair].made_by
    )
