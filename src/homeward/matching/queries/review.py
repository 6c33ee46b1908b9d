"""The pairs that wait for a person: in which order, what speaks for and against, and what would follow from each answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from homeward.ledger.core.persons import Judgement
from homeward.ledger.queries.views import Asked
from homeward.matching.core.caution import needs_second
from homeward.matching.core.said import strength
from homeward.matching.models import Pair
from homeward.people import queries as people
from homeward.people.core.identities import contradicted, pair_of, way
from homeward.people.queries import Identities, JudgementView, PersonLine, PersonView
from homeward.refusals import Refused

PAGE = 50
GROUPS, ALIKE = 3, 20
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


@dataclass(frozen=True, slots=True)
class _Open:
    """A pair that waits, by whom the two are shown as."""

    pair: tuple[UUID, UUID]
    per_mille: int
    levels: tuple[str, ...]
    bits: tuple[float, ...]
    standing: str

    @property
    def says(self) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
        """What the evidence is: levels, how much each says in a word, and whether two must agree that they are two people."""
        return self.levels, tuple(map(strength, self.bits)), needs_second(Judgement.NOT_SAME, self.per_mille)


def stake(hanging: Mapping[str, int]) -> int:
    """How much hangs on a pair in one number; of each kind the first five count."""
    return sum(WEIGHTS[kind] * min(count, 5) for kind, count in hanging.items())


def open_pairs(asked: Asked, *, standing: str = "", page: int = 1, size: int = PAGE) -> PairsView:
    """The pairs that wait for a person, those first on which most hangs; of one standing if it is named."""
    known, waiting = _waiting(asked)
    ordered, hanging = _ordered(asked, known, waiting)
    chosen = [each for each in ordered if not standing or each.standing == standing]
    shown = chosen[(page - 1) * size : page * size]
    lines = {line.id: line for line in people.people_of(asked, [id for each in shown for id in each.pair])}
    return PairsView(tuple(_lines(shown, lines, hanging)), len(chosen), Counter(each.standing for each in ordered))


def review(asked: Asked, one: UUID, other: UUID) -> ReviewView:
    """Two people side by side; refuses those whom no search held to be one unless somebody judged them."""
    known, waiting = _waiting(asked)
    pair = pair_of(known.shown_as(one), known.shown_as(other))
    found = next((each for each in waiting if each.pair == pair), None)
    row = _row(asked, known, one, other)
    judged = known.behind({*known.of(one), *known.of(other)})
    if row is None and not judged:
        raise NoSuchPair(where=f"{one} {other}", instead="The review of the case has the pairs that wait.")
    ordered, hanging = _ordered(asked, known, waiting)
    beside = _round([each.pair for each in ordered], pair)
    rest = [each for each in ordered if each.pair != pair]
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
        following=beside[0] if beside else None,
        before=beside[-1] if beside else None,
        left=sum(each.standing != "unsure" for each in rest),
        unsure=sum(each.standing == "unsure" for each in rest),
    )


def queue(asked: Asked, after: tuple[UUID, UUID] | None = None) -> list[tuple[UUID, UUID]]:
    """The pairs that wait in their order, each by whom the two are shown as; from the one behind `after` on, which is left out."""
    known, waiting = _waiting(asked)
    pairs = [each.pair for each in _ordered(asked, known, waiting)[0]]
    return _round(pairs, pair_of(known.shown_as(after[0]), known.shown_as(after[1]))) if after else pairs


def count_open(asked: Asked) -> int:
    """How many pairs wait that nobody judged so far, or that wait for a second person."""
    return sum(each.standing != "unsure" for each in _waiting(asked)[1])


def alike(asked: Asked, *, most: int = ALIKE, groups: int = GROUPS) -> tuple[tuple[PairLine, ...], ...]:
    """Open pairs of the very same evidence that one person may join, two or more together, the largest groups first.

    At most `groups`, and `most` pairs of each.
    """
    known, waiting = _waiting(asked)
    ordered, hanging = _ordered(asked, known, waiting)
    found: dict[tuple[tuple[str, ...], tuple[str, ...], bool], list[_Open]] = defaultdict(list)
    for each in ordered:
        if each.standing == "open" and not needs_second(Judgement.SAME, each.per_mille):
            found[each.says].append(each)
    chosen = sorted((group for group in found.values() if len(group) > 1), key=len, reverse=True)[:groups]
    shown = [group[:most] for group in chosen]
    lines = {line.id: line for line in people.people_of(asked, [id for group in shown for e in group for id in e.pair])}
    return tuple(tuple(_lines(group, lines, hanging)) for group in shown)


def pairs_of(asked: Asked, person: UUID) -> tuple[PairLine, ...]:
    """The open pairs of somebody, under any of their ids, the likeliest first."""
    own = people.identities(asked, [person]).of(person)
    rows = Pair.objects.filter(case_id=asked.case.id, per_mille__gte=ASKED_FROM)
    beside = list(rows.filter(one_id__in=own) | rows.filter(other_id__in=own))
    known = people.identities(asked, {id for row in beside for id in (row.one_id, row.other_id)} | {person})
    waiting = _open(asked, known, sorted(beside, key=lambda row: row.per_mille))
    lines = {line.id: line for line in people.people_of(asked, [id for each in waiting for id in each.pair])}
    return tuple(_lines(sorted(waiting, key=lambda each: -each.per_mille), lines, {}))


def per_mille_of(asked: Asked, one: UUID, other: UUID) -> int | None:
    """How likely the last search held two people to be one; none where it did not."""
    row = _row(asked, people.identities(asked, [one, other]), one, other)
    return row.per_mille if row else None


def _waiting(asked: Asked) -> tuple[Identities, list[_Open]]:
    """Who is one, and the pairs that are asked about: the likeliest of each two people, none that is settled."""
    known = people.all_identities(asked)
    rows = Pair.objects.filter(case_id=asked.case.id, per_mille__gte=ASKED_FROM)
    return known, _open(asked, known, rows.order_by("per_mille", "one_id", "other_id"))


def _open(asked: Asked, known: Identities, rows: Iterable[Pair]) -> list[_Open]:
    """Those of these pairs, the likeliest last, that no judgement settles, of people who were known."""
    there = people.people_known(asked) - people.erased(asked.case)
    best: dict[tuple[UUID, UUID], _Open] = {}
    for row in rows:
        one, other = known.shown_as(row.one_id), known.shown_as(row.other_id)
        standing = _settled(known, row.one_id, row.other_id)
        if one != other and {row.one_id, row.other_id} <= there and standing in ("open", "unsure", "second"):
            best[pair_of(one, other)] = _Open(
                pair_of(one, other), row.per_mille, tuple(row.levels), tuple(row.bits), standing
            )
    return list(best.values())


def _lines(
    shown: Iterable[_Open], lines: Mapping[UUID, PersonLine], hanging: Mapping[tuple[UUID, UUID], Mapping[str, int]]
) -> Iterable[PairLine]:
    """These pairs with both people, as far as both open."""
    for each in shown:
        one, other = each.pair
        if one in lines and other in lines:
            yield PairLine(
                lines[one],
                lines[other],
                each.per_mille,
                each.levels,
                each.bits,
                hanging.get(each.pair, {}),
                each.standing,
            )


def _round(pairs: list[tuple[UUID, UUID]], pair: tuple[UUID, UUID]) -> list[tuple[UUID, UUID]]:
    """The other pairs, from the one behind this on and round to the one before it."""
    at = pairs.index(pair) if pair in pairs else -1
    return [*pairs[at + 1 :], *pairs[: max(0, at)]]


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
        return each.standing == "unsure", -stake(hanging[each.pair]), -each.per_mille, each.pair

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
