"""Two people of the register are judged to be one, or two, or beyond telling; each judgement can be taken back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import connection, transaction

from homeward.access import actions as access
from homeward.access import queries as access_queries
from homeward.access.models import Actor
from homeward.ledger import actions as ledger
from homeward.ledger.actions.judging import NeedsAReason
from homeward.ledger.actions.naming import short_name
from homeward.ledger.actions.writing import Recorded, RecordedOtherwise, record_once
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.core.persons import Judgement
from homeward.ledger.models import Statement
from homeward.ledger.queries.views import CaseView
from homeward.matching.core.caution import needs_second
from homeward.matching.queries.pairs import likeliest
from homeward.people import actions as people
from homeward.people import queries as people_queries
from homeward.people.core.identities import Pair, contradicted, joinable, pair_of, way
from homeward.people.queries import Identities
from homeward.refusals import Refused
from homeward.seals import strict

MOST = 500
"""Pairs judged by one statement."""


class NotOneself(Refused):
    """A person is one with themselves; choose two people."""


class AlreadyJudged(Refused):
    """This pair is judged so already."""


class JudgedApart(Refused):
    """By other judgements two of these people are two."""


class JoinedThroughOthers(Refused):
    """These two are one through other people, by other judgements."""


class SecondMustBeAnother(Refused):
    """Who judged this pair first does not also second it."""


class NowhereToStand(Refused):
    """No compartment that you may write in is seen only by those who may see both people."""


class NoSuchJudgement(Refused):
    """There is no judgement of two people at this address."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two people, and how likely a search held them to be one (per mille)."""

    one: UUID
    other: UUID
    per_mille: int

    @property
    def pair(self) -> Pair:
        return pair_of(self.one, self.other)


@dataclass(frozen=True, slots=True)
class JudgedPairs:
    """What was recorded, under which short name; `waiting` are the pairs for which another person must judge alike."""

    ref: str
    statement: UUID
    waiting: tuple[Pair, ...] = ()


@transaction.atomic
def judge(
    *,
    case: CaseView,
    pairs: Sequence[Pair],
    judgement: Judgement,
    reason: str = "",
    room: UUID | None = None,
    once: UUID,
    by: Actor,
    at: datetime,
) -> JudgedPairs:
    """Judge one pair, or several that are alike, in one statement.

    How likely two are held to be one, and so whether one person is enough, is what the last search left for whoever judges:
    no door says it. `room` is where the judgement stands; without it the compartment that both people share. Refuses what
    would contradict a judgement that holds, and names it: nothing is settled by whoever comes last.
    """
    told = [pair_of(*pair) for pair in pairs]
    if not told or len(told) > MOST or len(set(told)) != len(told):
        raise Refused(f"Judge between 1 and {MOST} pairs at a time, each once.", where="pairs")
    everyone = {person for pair in told for person in pair}
    stands_in = _room(case, everyone, room)
    access.require(by, "matching.judge", stands_in)
    people.wait_for_forgetting()
    people.refuse_forgotten(everyone)
    _wait_for_turn(case)
    act = uuid5(case.id, f"matching.judge|{once}")
    known = people_queries.holding(case, everyone)
    before = _recorded_before(act)
    if before is not None and before.keys() != set(told):
        raise RecordedOtherwise(where="pairs", instead="Begin anew with these people.")
    judged = [_judged(pair, judgement, likely) for pair, likely in _likely(case, known, told, before).items()]
    content = kinds.Judged(judgement=judgement, pairs=tuple(judged), reason=_reason(case, judged, everyone, reason))
    if before is None:
        _refuse_contradiction(known, judged, judgement, by)
    entry = _entry(case, stands_in, act, content, by, at)
    record_once(act, [entry])
    return JudgedPairs(
        entry.ref, act, tuple((each.one, each.other) for each in judged if _waits(case, each, judgement))
    )


@transaction.atomic
def judge_by_rule(
    *, case: CaseView, pairs: Sequence[Weighed], rule: str, room: UUID | None = None, by: Actor, at: datetime
) -> tuple[Pair, ...]:
    """Judge pairs to be one by a rule of the desk, as far as nobody judged them and no judgement speaks against it.

    Gives the pairs that were joined. One person of the desk, judging otherwise, outweighs the rule at once.
    """
    everyone = {person for each in pairs for person in each.pair}
    if not everyone:
        return ()
    room = _room(case, everyone, room)
    access.require(by, "matching.judge_by_rule", room)
    people.wait_for_forgetting()
    people.refuse_forgotten(everyone)
    _wait_for_turn(case)
    known = people_queries.holding(case, everyone)
    likeliest = {each.pair: each for each in sorted(pairs, key=lambda each: (-each.per_mille, each.pair))}
    free = [likeliest[pair] for pair in joinable(known.standing, likeliest)]
    for start in range(0, len(free), MOST):
        part = free[start : start + MOST]
        content = kinds.Judged(
            judgement=Judgement.SAME,
            pairs=tuple(kinds.PairJudged(one=e.pair[0], other=e.pair[1], per_mille=e.per_mille) for e in part),
            rule=rule,
        )
        act = uuid5(case.id, f"matching.rule|{rule}|{sorted(map(str, (e.pair for e in part)))}|{at.isoformat()}")
        record_once(act, [_entry(case, room, act, content, by, at)])
    return tuple(each.pair for each in free)


@transaction.atomic
def take_back(*, case: CaseView, ref: str, reason: str, once: UUID, by: Actor, at: datetime) -> Recorded:
    """Take a judgement back: whoever hung together by it stands apart again, with everything that was said of each."""
    target = Statement.objects.filter(case_id=case.id, ref=ref, kind=kinds.Judged.KIND).first()  # type: ignore[attr-defined]
    if target is None:
        raise NoSuchJudgement(where=ref, instead="The page of the person lists the judgements about them.")
    _wait_for_turn(case)
    return ledger.withdraw(case=case, ref=ref, reason=reason, once=once, by=by, at=at)


def _room(case: CaseView, everyone: Collection[UUID], room: UUID | None) -> UUID:
    """Where a judgement about these people stands: seen by nobody who does not see all of them."""
    places = people_queries.rooms_of(case, everyone)
    for stranger in set(everyone) - places.keys():
        raise people_queries.NoSuchPerson(where=str(stranger), instead="Find the person in the register.")
    shared = set.intersection(*places.values())
    if room is None:
        if shared:
            return case.compartment_id if case.compartment_id in shared else min(shared)
        raise NowhereToStand(
            where="room", instead="Name a compartment that only those may see who see both, or have one made."
        )
    elsewhere = {min(each) for each in places.values() if room not in each}
    if elsewhere and not access_queries.is_seen_only_by_those_who_see(room, elsewhere):
        raise NowhereToStand(where="room", instead="Choose a compartment that only those may see who see both.")
    return room


def _wait_for_turn(case: CaseView) -> None:
    """One after another: two who judge at once could together say what neither may say."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"matching|{case.id}"])


def _recorded_before(act: UUID) -> dict[Pair, int | None] | None:
    """How likely the pairs of this act were held when it was recorded; none where it is new."""
    kept = Statement.objects.filter(id=act).values_list("entry", flat=True).first()
    if kept is None:
        return None
    content = Entry.from_json(strict.loads(kept.encode())).content
    assert isinstance(content, kinds.Judged)
    return {(each.one, each.other): each.per_mille for each in content.pairs}


def _likely(
    case: CaseView, known: Identities, pairs: Sequence[Pair], before: Mapping[Pair, int | None] | None
) -> dict[Pair, int | None]:
    """How likely each two are held to be one by what the actor sees; of what was recorded before, as it was held then."""
    if before is not None:
        return {pair: before[pair] for pair in pairs}
    left = likeliest(case, known, pairs)
    return {pair: left[pair].per_mille if pair in left else None for pair in pairs}


def _judged(pair: Pair, judgement: Judgement, per_mille: int | None) -> kinds.PairJudged:
    one, other = pair
    if one == other:
        raise NotOneself(where="pairs")
    second = "needed" if needs_second(judgement, per_mille) else ""
    return kinds.PairJudged(one=one, other=other, per_mille=per_mille, second=second)


def _reason(case: CaseView, judged: Sequence[kinds.PairJudged], everyone: Collection[UUID], reason: str) -> str:
    """Why, in words that stay readable for ever: needed where somebody judges against the evidence, and naming nobody."""
    if not reason.strip():
        if any(each.second for each in judged):
            raise NeedsAReason(where="reason", instead="This goes against the evidence: say what you know beside it.")
        return ""
    for person in everyone:
        people.refuse_naming(case, person, reason, "reason")
    return reason.strip()


def _refuse_contradiction(
    known: Identities, judged: Sequence[kinds.PairJudged], judgement: Judgement, by: Actor
) -> None:
    """Refuse what says again what holds, or what another judgement that holds denies."""
    for each in judged:
        pair = (each.one, each.other)
        standing = known.standing.get(pair)
        if standing and standing.waiting is judgement and each.second:
            if by.id in standing.waiting_for_other_than:
                raise SecondMustBeAnother(
                    where=_named(pair), instead="Ask somebody else of the desk to look at the two."
                )
        elif standing and standing.judgement is judgement and standing.waiting is None:
            raise AlreadyJudged(where=_named(pair), instead=f"It holds by {_refs(known, standing.made_by)}.")
    if judgement is Judgement.SAME:
        _refuse_joining_apart(known, [(each.one, each.other) for each in judged])
    elif judgement is Judgement.NOT_SAME:
        _refuse_parting_joined(known, [(each.one, each.other) for each in judged])


def _refuse_joining_apart(known: Identities, pairs: Sequence[Pair]) -> None:
    apart = [pair for pair in contradicted(known.standing, pairs) if pair not in pairs]
    if apart:
        refs = ", ".join(sorted({_refs(known, known.standing[pair].made_by) for pair in apart}))
        raise JudgedApart(where=_named(apart[0]), instead=f"Look at {refs} first, and take back what is wrong.")


def _refuse_parting_joined(known: Identities, pairs: Sequence[Pair]) -> None:
    without = {pair: each for pair, each in known.standing.items() if pair not in pairs}
    for pair in pairs:
        others = way(without, *pair)
        if others:
            refs = ", ".join(sorted({_refs(known, known.standing[each].made_by) for each in others}))
            raise JoinedThroughOthers(where=_named(pair), instead=f"Look at {refs} first, and take back what is wrong.")


def _waits(case: CaseView, each: kinds.PairJudged, judgement: Judgement) -> bool:
    """Whether the pair waits for a second person after this."""
    if not each.second:
        return False
    standing = people_queries.holding(case, [each.one, each.other]).standing.get((each.one, each.other))
    return standing is not None and standing.waiting is judgement


def _refs(known: Identities, statements: Collection[UUID]) -> str:
    return ", ".join(dict.fromkeys(each.ref for each in known.judgements if each.statement in statements))


def _named(pair: Pair) -> str:
    return f"{pair[0]} and {pair[1]}"


def _entry(case: CaseView, room: UUID, act: UUID, content: kinds.Judged, by: Actor, at: datetime) -> Entry:
    return Entry(
        id=act,
        ref=short_name(case.id, act, "j"),
        case=case.id,
        compartment=room,
        by=by.id,
        at=at,
        content=content,
        text=content.reason,
    )
