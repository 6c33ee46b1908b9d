"""Visits as deliveries: of an obligation of access each visit that somebody tied to it counts once, whoever tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from homeward.ledger.queries.views import Asked, StatementView
from homeward.talks.core.deliveries import Told
from homeward.talks.core.quantities import Amount
from homeward.talks.core.units import VISIT as UNIT
from homeward.talks.queries.stated import GONE
from homeward.talks.records.spoken import VISIT, by_subject, spoken


def visits_told(asked: Asked) -> Iterator[tuple[UUID, Told]]:
    """Each visit that is tied to an obligation, with that obligation; its time holds all that voices say of when it was.

    Whether rules of a visit were kept is told beside it and takes nothing from the count: that is each voice's word.
    """
    words = [
        each
        for each in spoken(asked, VISIT)
        if each.standing not in GONE and (each.occurred is None or each.occurred.concerns(asked.as_of))
    ]
    for visit, told in by_subject(words, "visit").items():
        obligation = next((each.content.obligation for each in reversed(told) if each.content.obligation), None)
        if obligation is not None:
            yield obligation, _told(visit, told)


def _told(visit: UUID, told: list[StatementView]) -> Told:
    when = [each.occurred for each in told if each.occurred is not None]
    starts: list[datetime] = [each.start for each in when if each.start is not None]
    ends: list[datetime] = [each.until for each in when if each.until is not None]
    first = told[0]
    return Told(
        statement=first.id,
        origin=f"visit {visit}",
        voice=f"visit {visit}",
        amount=Amount.exactly(1),
        so_far=False,
        start=min(starts, default=None),
        until=max(ends, default=None),
        said=first.said.start if first.said else None,
        words=first.text,
        also=tuple(each.id for each in told[1:]),
        unit=UNIT,
    )
