"""Who rides only beside whom, and who must not share a vehicle or a window with whom: kept by plans, said by the desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack
from uuid import UUID

from django.db import transaction

from homeward.crossings.actions.sheet import Act, Done, Sheet
from homeward.crossings.actions.travelling import about
from homeward.crossings.records import riding
from homeward.ledger.core import kinds, writing
from homeward.ledger.core.crossings import Apart, Beside
from homeward.people import queries as people_queries
from homeward.refusals import Refused

MOST_COMPANIONS = 20
CONTRADICTS = "contradicts"
"""The code of a doubt: somebody is kept apart from everybody beside whom they may ride."""


class NothingToEnd(Refused):
    """Nothing of the kind holds."""


@transaction.atomic
def need_companion(
    *, person: UUID, any_of: Sequence[UUID] = (), staff: bool = False, why: str = "care", **act: Unpack[Act]
) -> Done:
    """Say that somebody rides only beside one of these people, or beside an escort of the desk's own; the last word counts."""
    others = tuple(dict.fromkeys(any_of))
    sheet = about("need_companion", [person, *others], act)
    same = people_queries.holding(sheet.case, {person, *others})
    if same.shown_as(person) in {same.shown_as(each) for each in others}:
        sheet.findings.fault("oneself", "any_of", "Nobody rides beside themselves.")
    if not others and not staff:
        sheet.findings.fault("nobody", "any_of", "Name somebody beside whom they may ride, or let an escort do it.")
    if len(others) > MOST_COMPANIONS:
        sheet.findings.fault("too-many", "any_of", f"At most {MOST_COMPANIONS} people.")
    chosen = writing.among(Beside, why, "why", sheet.findings) or Beside.CARE
    apart = [kept.people for kept in riding.kept_apart(sheet.known, same.shown_as)]
    if riding.contradicts(same.shown_as(person), map(same.shown_as, others), staff, apart):
        _doubt_contradiction(sheet, "any_of")
    content = kinds.CompanionNeeded(
        person=person, any_of=tuple(sorted(others)), staff=_word(staff), why=chosen, holds=riding.YES
    )
    return sheet.do(content, f"rides only beside one of {len(others)}" if others else "rides only beside an escort")


@transaction.atomic
def need_no_companion(*, person: UUID, **act: Unpack[Act]) -> Done:
    """Say that somebody may ride alone again."""
    sheet = about("need_no_companion", [person], act)
    same = people_queries.holding(sheet.case, {person})
    if same.shown_as(person) not in riding.needs(sheet.known, same.shown_as) and not sheet.again():
        raise NothingToEnd(where="person", instead="They may ride alone as it is.")
    return sheet.do(kinds.CompanionNeeded(person=person, holds=riding.NO), "may ride alone")


@transaction.atomic
def keep_apart(*, one: UUID, other: UUID, scope: str = "vehicle", **act: Unpack[Act]) -> Done:
    """Say that two people must not share a vehicle, or not a window."""
    sheet = about("keep_apart", [one, other], act)
    same = people_queries.holding(sheet.case, {one, other})
    two = frozenset({same.shown_as(one), same.shown_as(other)})
    if len(two) == 1:
        sheet.findings.fault("oneself", "other", "Nobody is kept apart from themselves.")
    chosen = writing.among(Apart, scope, "scope", sheet.findings) or Apart.VEHICLE
    apart = [*(kept.people for kept in riding.kept_apart(sheet.known, same.shown_as)), two]
    for need in riding.needs(sheet.known, same.shown_as).values():
        if need.person in two and riding.contradicts(need.person, need.any_of, need.staff, apart):
            _doubt_contradiction(sheet, "other")
    if chosen is Apart.WINDOW and two <= set(people_queries.household_of(sheet.known.asked, one).people):
        sheet.findings.doubt("one-family", "scope", "They travel together: with this no plan takes their family.")
    content = kinds.KeptApart(people=tuple(sorted({one, other})), scope=chosen, holds=riding.YES)
    return sheet.do(content, f"two people not in one {chosen.value}")


@transaction.atomic
def keep_apart_no_longer(*, one: UUID, other: UUID, **act: Unpack[Act]) -> Done:
    """Say that two people need not be kept apart any more."""
    sheet = about("keep_apart_no_longer", [one, other], act)
    same = people_queries.holding(sheet.case, {one, other})
    two = frozenset({same.shown_as(one), same.shown_as(other)})
    holding = {kept.people: kept for kept in riding.kept_apart(sheet.known, same.shown_as)}
    if two not in holding and not sheet.again():
        raise NothingToEnd(where="other", instead="They are not kept apart as it is.")
    scope = holding[two].scope if two in holding else Apart.VEHICLE
    content = kinds.KeptApart(people=tuple(sorted({one, other})), scope=scope, holds=riding.NO)
    return sheet.do(content, "two people not kept apart any more")


def _doubt_contradiction(sheet: Sheet, where: str) -> None:
    sheet.findings.doubt(
        CONTRADICTS, where, "They are kept apart from everybody beside whom they may ride: no plan can take them."
    )


def _word(holds: bool) -> str:
    return riding.YES if holds else riding.NO
