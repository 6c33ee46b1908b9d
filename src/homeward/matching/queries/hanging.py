"""What hangs on a pair of people: what would be told of one person once the two are joined; by it the pairs are put in order."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db import connection

from homeward.ledger.queries.views import Asked
from homeward.people.core.identities import Pair
from homeward.people.queries import Identities

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


def stake(hanging: Mapping[str, int]) -> int:
    """How much hangs on the pair in one number; of each kind the first five count."""
    return sum(WEIGHTS[kind] * min(count, 5) for kind, count in hanging.items())


def hanging(asked: Asked, known: Identities, pairs: Collection[Pair]) -> dict[Pair, dict[str, int]]:
    """How many things of each kind hang on two people together."""
    everyone = {id for pair in pairs for person in pair for id in known.of(person)}
    with connection.cursor() as cursor:
        cursor.execute(_HANGING, {"case": asked.case.id, "people": list(everyone)})
        counted = {(person, kind): count for person, kind, count in cursor.fetchall()}
    return {
        pair: {
            kind: count
            for kind in WEIGHTS
            if (count := sum(counted.get((id, kind), 0) for person in pair for id in known.of(person)))
        }
        for pair in pairs
    }
