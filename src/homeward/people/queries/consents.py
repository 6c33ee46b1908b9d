"""What a person, or the family for them, agrees to share, and with whom it holds as of the time asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from homeward.ledger.core.persons import ConsentBy, ConsentState
from homeward.ledger.queries.views import Asked
from homeward.people.models import Consent
from homeward.people.queries.given import Statement, statements
from homeward.people.queries.views import ConsentView


def consents(rows: Collection[Consent], known: Mapping[UUID, Statement], asked: Asked) -> tuple[ConsentView, ...]:
    """Every word on what is agreed to, by when it was so; `known` are the statements behind these rows."""
    ordered = sorted(rows, key=lambda row: known[row.statement_id].view.by_time)
    holding = _holding(ordered, known, asked)
    return tuple(
        ConsentView(
            row.state,
            row.given_by,
            tuple(row.scope),
            row.until,
            tuple(each for each in row.scope if each in holding.get(row.statement_id, ())),
            known[row.statement_id].view,
        )
        for row in ordered
    )


def agreed(asked: Asked, groups: Mapping[UUID, Collection[UUID]]) -> dict[UUID, frozenset[str]]:
    """With whom it may be shared what is known of each of these, out of all that was agreed to and taken back under any id."""
    everyone = [id for ids in groups.values() for id in ids]
    rows = list(Consent.objects.filter(case_id=asked.case.id, person_id__in=everyone))
    known = statements(asked, {row.statement_id for row in rows})
    ordered = sorted(
        (row for row in rows if row.statement_id in known), key=lambda row: known[row.statement_id].view.by_time
    )
    found: dict[UUID, frozenset[str]] = {}
    for one, ids in groups.items():
        holding = _holding([row for row in ordered if row.person_id in ids], known, asked)
        found[one] = frozenset(each for scope in holding.values() for each in scope)
    return found


def _holding(rows: Collection[Consent], known: Mapping[UUID, Statement], asked: Asked) -> dict[UUID, set[str]]:
    """For whom each consent holds: given, begun, not over, not taken back since.

    What the person takes back is taken back; the family or a guardian take back what was agreed to in the person's place.
    """
    holding: dict[UUID, set[str]] = {}
    own = {row.statement_id for row in rows if row.given_by == ConsentBy.PERSON}
    for row in rows:
        view = known[row.statement_id].view
        if not view.counts or not view.concerns(asked.as_of):
            continue
        if row.state == ConsentState.GIVEN:
            if row.until is None or row.until > asked.as_of:
                holding[row.statement_id] = set(row.scope)
            continue
        for id, scope in holding.items():
            if row.given_by == ConsentBy.PERSON or id not in own:
                scope.difference_update(row.scope)
    return holding
