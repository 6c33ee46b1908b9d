"""Whoever is new in the register, or reads otherwise now, is held against everybody else, by the desk itself after each change.

Within one compartment, and between any two: what comes of it is seen by those who see both. Pairs hold ids and codes, no values.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from homeward.access import actions as access
from homeward.access.models import Actor, ActorKind
from homeward.ledger.queries import cases
from homeward.ledger.queries.views import CaseView
from homeward.matching import records
from homeward.matching.actions.judging import Weighed, judge_by_rule
from homeward.matching.core import rules
from homeward.matching.core.record import Record
from homeward.matching.engines import Pair, link, within
from homeward.matching.models import Pair as Row
from homeward.matching.models import Searched
from homeward.people import queries as people
from homeward.people.core.identities import pair_of

LEAST = 20
"""How likely (per mille) two must be one for the pair to be kept."""
EACH = 10
"""Pairs kept of each person."""
BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Found:
    """One search: how many people were held against how many, the pairs that were kept, those that a rule joined."""

    people: int
    against: int
    pairs: int
    joined: int


def search_as_the_desk(*, case: UUID, compartment: UUID, at: datetime) -> list[Found]:
    """Hold whoever changed in this compartment since the last search against everybody in each compartment of the case."""
    with transaction.atomic():
        system, view = _as_the_desk(case)
        places = people.compartments_of(view) if view else set()
    found: list[Found] = []
    for other in sorted(places, key=lambda place: (place != compartment, place)):
        with transaction.atomic():
            system, view = _as_the_desk(case)
            if view is None:
                return found
            access.enter(system.id, only={view.compartment_id, compartment, other})
            found += search(case=view, compartment=compartment, other=other, by=system, at=at)
    return found


def search(*, case: CaseView, compartment: UUID, other: UUID, by: Actor, at: datetime) -> list[Found]:
    """Hold whoever changed in one compartment against everybody in another, or in the same; nothing where nothing changed."""
    access.require(by, "matching.search", compartment)
    access.require(by, "matching.search", other)
    _wait_for_turn(case, compartment, other)
    searched = Searched.objects.filter(case_id=case.id, compartment_id=compartment, other_compartment_id=other).first()
    last = people.last_change(case, compartment)
    after = searched.position if searched else 0
    changed = people.changed_since(case, compartment, after=after, last=last)
    if not changed:
        return []
    register = records.register(case, compartment)
    there = register if other == compartment else records.register(case, other)
    new = {person: record for person, record in register.items() if person in changed}
    pairs = _pairs(new, there, alone=other == compartment)
    _forget_pairs(case, compartment, other, changed)
    kept = _keep(case, compartment, other, pairs, at)
    joined = _join(case, compartment, pairs, by, at) if other == compartment else 0
    found = Found(len(new), len(there), kept, joined)
    _note(case, compartment, other, last, found, at)
    return [found]


def _as_the_desk(case: UUID) -> tuple[Actor, CaseView | None]:
    system = Actor.objects.get(kind=ActorKind.SYSTEM)
    access.enter(system.id)
    return system, next((each for each in cases.cases() if each.id == case), None)


def _wait_for_turn(case: CaseView, compartment: UUID, other: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
            [f"matching|search|{case.id}|{compartment}|{other}"],
        )


def _pairs(new: Mapping[UUID, Record], there: Mapping[UUID, Record], *, alone: bool) -> list[Pair]:
    """Everybody new against everybody else, and, in one compartment, the new ones among themselves."""
    others = [record for person, record in there.items() if person not in new]
    if len(new) == len(there) and alone:
        return list(within(list(new.values()), limit=EACH).pairs)
    found = list(link(list(new.values()), others, limit=EACH).pairs) if others else []
    return found + (list(within(list(new.values()), limit=EACH).pairs) if alone else [])


def _forget_pairs(case: CaseView, compartment: UUID, other: UUID, changed: Collection[UUID]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            DELETE FROM matching_pair
            WHERE case_id = %(case)s
              AND ((compartment_id = %(one)s AND other_compartment_id = %(other)s)
                   OR (compartment_id = %(other)s AND other_compartment_id = %(one)s))
              AND (one_id = ANY (%(people)s) OR other_id = ANY (%(people)s))
            """,
            {"case": case.id, "one": compartment, "other": other, "people": list(changed)},
        )


def _keep(case: CaseView, compartment: UUID, other: UUID, pairs: Iterable[Pair], at: datetime) -> int:
    rows = [
        _row(case, compartment, other, pair, at)
        for pair in pairs
        if _per_mille(pair) >= LEAST and pair.left != pair.right
    ]
    unique = {(row.one_id, row.other_id): row for row in sorted(rows, key=lambda row: row.per_mille)}
    Row.objects.bulk_create(unique.values(), batch_size=BATCH)
    return len(unique)


def _row(case: CaseView, compartment: UUID, other: UUID, pair: Pair, at: datetime) -> Row:
    one, two = UUID(pair.left), UUID(pair.right)
    places = (compartment, other) if pair_of(one, two) == (one, two) else (other, compartment)
    return Row(
        case_id=case.id,
        compartment_id=places[0],
        other_compartment_id=places[1],
        one_id=min(one, two),
        other_id=max(one, two),
        per_mille=_per_mille(pair),
        levels=list(pair.levels),
        bits=[round(each, 1) for each in pair.bits],
        found_at=at,
    )


def _join(case: CaseView, compartment: UUID, pairs: Iterable[Pair], by: Actor, at: datetime) -> int:
    """Let the rule join whom it may; two entries of one list it leaves to a person, who may have to write to the authority."""
    sure = [Weighed(UUID(each.left), UUID(each.right), _per_mille(each)) for each in rules.sure(pairs)]
    together = people.on_one_list(case, [each.pair for each in sure])
    return len(
        judge_by_rule(
            case=case,
            pairs=[each for each in sure if each.pair not in together],
            rule=rules.SAME_PAPER,
            room=compartment,
            by=by,
            at=at,
        )
    )


def _per_mille(pair: Pair) -> int:
    return min(999, round(pair.probability * 1000))


def _note(case: CaseView, compartment: UUID, other: UUID, position: int, found: Found, at: datetime) -> None:
    Searched.objects.update_or_create(
        case_id=case.id,
        compartment_id=compartment,
        other_compartment_id=other,
        defaults={
            "position": position,
            "people": found.people,
            "against": found.against,
            "pairs": found.pairs,
            "searched_at": at,
        },
    )
