"""The clearances of one person: how they stand with each authority, and every word between, with who said it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from homeward.access import queries as access
from homeward.clearances.core.states import State
from homeward.clearances.queries.authorities import authorities_of
from homeward.clearances.queries.held import conditions, held_in
from homeward.clearances.queries.views import AuthorityView, Held, PersonClearances, WithAuthority, WordView
from homeward.clearances.queries.words import days, words_of
from homeward.ledger.core import kinds
from homeward.ledger.queries import knowing
from homeward.ledger.queries.views import Asked
from homeward.people import queries as people
from homeward.people.queries import NoSuchPerson
from homeward.people.queries.given import Statement, statements

_EVERY = """
    SELECT p.statement_id FROM clearances_permission p JOIN ledger_statement s ON s.id = p.statement_id
    WHERE p.case_id = %(case)s AND p.person_id = ANY (%(people)s) AND {known} AND coalesce({begun}, TRUE)
    UNION ALL
    SELECT p.statement_id FROM clearances_request p JOIN ledger_statement s ON s.id = p.statement_id
    WHERE p.case_id = %(case)s AND p.person_id = ANY (%(people)s) AND {desk} AND coalesce({begun}, TRUE)
"""
_CONFIRMED = """
    SELECT DISTINCT ON (c.permission_id) c.permission_id, s.ref, s.recorded_by, s.recorded_at
    FROM clearances_confirmation c JOIN ledger_statement s ON s.id = c.statement_id
    WHERE c.case_id = %(case)s AND c.permission_id = ANY (%(ids)s) AND {desk} AND {force}
    ORDER BY c.permission_id, s.position
"""


class Confirmed(NamedTuple):
    """Who confirmed a permission first, when, by which statement."""

    ref: str
    by: str
    at: datetime


def of_person(asked: Asked, person: UUID, *, actor: UUID | None = None) -> PersonClearances:
    """How a person stands with every authority, and all that was asked and said, also what counts no more.

    `actor` is who may want to confirm: what they recorded themselves they do not.
    """
    found = people.people_of(asked, [person])
    if not found:
        raise NoSuchPerson(where=str(person), instead="Find the person in the register.")
    words = words_of(asked, [person])
    ids = sorted(words.known.of(person))
    every = statements(asked, _every(asked, ids))
    confirmed = confirmations(asked, [id for id, each in every.items() if _permission(each)])
    counting = {each.word.statement for of in words.of(person).values() for each in of}
    by_authority: dict[UUID, list[WordView]] = defaultdict(list)
    for each in sorted(every.values(), key=lambda told: told.view.position, reverse=True):
        view = _word(asked, each, each.view.statement in counting, confirmed.get(each.view.statement))
        by_authority[each.content.authority].append(view)
    named = authorities_of(asked, by_authority)
    (held,) = held_in(words, [person]).values()
    told = [
        WithAuthority(named[id], tuple(one for one in held if one.authority == id), tuple(views))
        for id, views in by_authority.items()
        if id in named
    ]
    return PersonClearances(found[0], tuple(sorted(told, key=lambda one: one.authority.name.casefold())))


def standing_of(asked: Asked, person: UUID) -> list[tuple[AuthorityView, tuple[Held, ...]]]:
    """How a person stands with every authority that ever asked or said anything, without the words."""
    words = words_of(asked, [person])
    (held,) = held_in(words, [person]).values()
    named = authorities_of(asked, words.of(person))
    found = [(named[id], tuple(one for one in held if one.authority == id)) for id in words.of(person) if id in named]
    return sorted(found, key=lambda each: each[0].name.casefold())


def confirmations(asked: Asked, ids: Collection[UUID]) -> dict[UUID, Confirmed]:
    """Who confirmed these permissions, as known at the time asked: of the past too, for it is a word on what was said then."""
    if not ids:
        return {}
    clock = asked.clock
    sql = _CONFIRMED.format(
        desk=knowing.statement_known(clock, "s"),
        force=knowing.in_force(clock, "c.statement_id"),
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, {**knowing.parameters(asked), "ids": list(ids)})
        rows = cursor.fetchall()
    names = access.names_of({by for _, _, by, _ in rows})
    return {id: Confirmed(ref, names.get(by, ""), at) for id, ref, by, at in rows}


def _every(asked: Asked, ids: list[UUID]) -> list[UUID]:
    clock = asked.clock
    sql = _EVERY.format(
        known=knowing.known(clock, "s"), desk=knowing.statement_known(clock, "s"), begun=knowing.event_begun("s")
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, {**knowing.parameters(asked), "people": ids})
        return [id for (id,) in cursor.fetchall()]


def _word(asked: Asked, told: Statement, counts: bool, confirmed: Confirmed | None) -> WordView:
    content, zone = told.content, asked.case.zone
    permission = content if _permission(told) else None
    valid = permission.valid if permission else None
    first, last = days(valid.start if valid else None, valid.until if valid else None, zone)
    plain = told.plain.get("conditions", "")
    state = permission.state.value if permission else State.REQUESTED.value
    return WordView(
        statement=told.view.statement,
        ref=told.view.ref,
        state=state,
        on=told.view.by_time[0].astimezone(zone).date(),
        given=told.view,
        purpose="" if permission else content.purpose,
        batch=None if permission else content.batch,
        valid_from=first,
        valid_until=last,
        conditions=conditions(plain),
        closed=plain is None,
        document=permission.document if permission else None,
        start=permission.start if permission else None,
        end=permission.end if permission else None,
        shown=(told.plain.get("shown") or "") if permission else "",
        list=permission.list if permission else None,
        version=permission.version if permission else None,
        counts=counts,
        may_be_confirmed=counts and state == State.GRANTED.value and confirmed is None,
        confirmed_as=confirmed.ref if confirmed else "",
        confirmed_by=confirmed.by if confirmed else "",
        confirmed_at=confirmed.at if confirmed else None,
    )


def _permission(told: Statement) -> bool:
    return isinstance(told.content, kinds.PermissionTold)
