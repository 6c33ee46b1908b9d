"""How many pairs wait for a person, counted without looking at each of them."""

from __future__ import annotations

from uuid import UUID

from django.db import connection

from homeward.ledger.queries.views import Asked
from homeward.matching.core.places import NEAR_FROM
from homeward.matching.models import Pair as Row
from homeward.matching.queries.pairs import UNSURE, Settled
from homeward.matching.queries.waiting import Waiting
from homeward.people import queries as people
from homeward.people.core.identities import pair_of

# Of whom nobody was judged in any way each pair waits; the others must be looked at.
_PAIRS = """
    WITH judged AS MATERIALIZED (
        SELECT one_id AS id FROM people_judgement WHERE case_id = %(case)s
        UNION SELECT other_id FROM people_judgement WHERE case_id = %(case)s
    ), pair AS (
        SELECT DISTINCT one_id, other_id, one_id IN (SELECT id FROM judged) OR other_id IN (SELECT id FROM judged) AS touched
        FROM matching_pair WHERE case_id = %(case)s AND per_mille >= %(least)s
    )
    SELECT count(*) FILTER (WHERE NOT touched), array_agg(one_id) FILTER (WHERE touched),
           array_agg(other_id) FILTER (WHERE touched)
    FROM pair
"""


def count_open(asked: Asked) -> int:
    """How many pairs wait that nobody judged so far, or that wait for a second person."""
    if asked.past:
        return sum(each.standing != UNSURE for each in Waiting(asked).pairs)
    with connection.cursor() as cursor:
        cursor.execute(_PAIRS, {"case": asked.case.id, "least": NEAR_FROM})
        fresh, ones, others = cursor.fetchone()
    touched = list(zip(ones or (), others or (), strict=True))
    known = people.identities(asked, {id for pair in touched for id in pair}) if touched else people.Identities()
    settled = Settled(known)
    left = {
        pair_of(known.shown_as(one), known.shown_as(other))
        for one, other in touched
        if settled.waits(one, other) and settled.of(one, other) != UNSURE
    }
    return int(fresh) + len(left)


def cases_with_pairs() -> set[UUID]:
    """The cases in which a search left any pair that the reader sees and that is asked about, judged or not."""
    return set(Row.objects.filter(per_mille__gte=NEAR_FROM).values_list("case_id", flat=True).distinct())
