"""What counts of what voices gave about people, as known at the time asked: for whoever sets people beside each other.

None of it says that two people are one; whoever asks about one person as several ids asks for all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from homeward.ledger.core.persons import Relation
from homeward.ledger.core.voices import Modality
from homeward.ledger.queries import knowing
from homeward.ledger.queries.views import Asked, CaseView
from homeward.people.models import Erased
from homeward.people.queries.everybody import GivenOf
from homeward.people.queries.given import statements
from homeward.people.queries.records import records

COUNTING = """
    {known} AND NOT EXISTS (
        SELECT FROM ledger_link l WHERE l.to_id = s.id AND l.to_figure = 0 AND NOT l.doubtful
        AND l.stance IN ('retracts', 'corrects', 'supersedes') AND {link})
"""
SO = (Modality.ASSERTED.value, Modality.REPORTED.value)
"""How kinship is said for it to count here: what is only possible, alleged or denied joins nobody."""
TOLD_OF = {
    "people_said": ("person_id",),
    "people_whereabouts": ("person_id",),
    "people_kin": ("person_id", "other_id"),
    "people_consent": ("person_id",),
    "people_need": ("person_id",),
    "people_sought": ("sought_id", "inquirer_id"),
}
"""The tables of what voices tell of people in statements of their own, and the columns that say of whom."""


class KinOf(NamedTuple):
    """That a voice says how one person stands to another (ledger.core.persons.Relation), by which statement."""

    person: UUID
    other: UUID
    relation: str
    statement: UUID
    ref: str


def given_of(asked: Asked, people: Collection[UUID]) -> dict[UUID, tuple[GivenOf, ...]]:
    """All that counts of what voices gave about these people, opened, the first given first."""
    opened = records(asked.case, people)
    known = statements(asked, {record.statement for record in opened})
    counting = [each for each in opened if each.statement in known and known[each.statement].view.counts]
    replaced = {each.instead_of for each in counting}
    found: dict[UUID, list[GivenOf]] = defaultdict(list)
    for record in sorted(counting, key=lambda each: (known[each.statement].view.position, each.number or 0, each.id)):
        if record.values is not None and record.id not in replaced:
            found[record.person].append(GivenOf(record.id, record.statement, record.values))
    return {person: tuple(given) for person, given in found.items()}


def kinship(asked: Asked, relations: Collection[Relation], among: Collection[UUID]) -> list[KinOf]:
    """Who of these people is said to be kin of whom of them in these ways."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT k.person_id, k.other_id, k.relation, k.statement_id, s.ref
            FROM people_kin k JOIN ledger_statement s ON s.id = k.statement_id
            WHERE k.case_id = %(case)s AND k.relation = ANY (%(relations)s) AND coalesce(s.modality, '') = ANY (%(so)s)
              AND k.person_id = ANY (%(among)s) AND k.other_id = ANY (%(among)s)
              AND {_counting(asked)} ORDER BY s.position
            """,
            {
                **knowing.parameters(asked),
                "relations": [each.value for each in relations],
                "so": ["", *SO],
                "among": list(among),
            },
        )
        return [KinOf(*row) for row in cursor.fetchall()]


def tied(case: CaseView, people: Collection[UUID], relations: Collection[Relation]) -> set[UUID]:
    """Whom a judgement or a word of kin ties to any of these people, whether it holds or not."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT unnest(ARRAY[j.one_id, j.other_id]) FROM people_judgement j
            WHERE j.case_id = %(case)s AND j.judgement = 'same' AND j.one_id = ANY (%(people)s)
            UNION SELECT unnest(ARRAY[j.one_id, j.other_id]) FROM people_judgement j
            WHERE j.case_id = %(case)s AND j.judgement = 'same' AND j.other_id = ANY (%(people)s)
            UNION SELECT unnest(ARRAY[k.person_id, k.other_id]) FROM people_kin k
            WHERE k.case_id = %(case)s AND k.relation = ANY (%(relations)s) AND k.person_id = ANY (%(people)s)
            UNION SELECT unnest(ARRAY[k.person_id, k.other_id]) FROM people_kin k
            WHERE k.case_id = %(case)s AND k.relation = ANY (%(relations)s) AND k.other_id = ANY (%(people)s)
            """,
            {"case": case.id, "people": list(people), "relations": [each.value for each in relations]},
        )
        return {person for (person,) in cursor.fetchall()}


def people_known(asked: Asked, among: Collection[UUID] | None = None) -> set[UUID]:
    """Everybody, or those of these people, of whom anything was known at the time asked, without those who were forgotten."""
    known = knowing.known(asked.clock, "s")
    some = "TRUE" if among is None else "{table}.person_id = ANY (%(among)s)"
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT r.person_id FROM people_record r WHERE r.case_id = %(case)s AND {some.format(table="r")}
              AND r.statement_id IN (
                SELECT s.id FROM ledger_statement s WHERE s.case_id = %(case)s AND s.kind = 'done.list_read' AND {known})
            UNION
            SELECT d.person_id FROM people_said d JOIN ledger_statement s ON s.id = d.statement_id
            WHERE d.case_id = %(case)s AND {some.format(table="d")} AND {known}
            """,
            {**knowing.parameters(asked), "among": list(among or ())},
        )
        known_people = {person for (person,) in cursor.fetchall()}
    return known_people - erased(asked.case)


def erased(case: CaseView) -> set[UUID]:
    """Who was forgotten; whatever time is asked about."""
    return set(Erased.objects.filter(case_id=case.id).values_list("person_id", flat=True))


def told_beside(asked: Asked, apart: Collection[UUID], among: Collection[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Of whom of these people voices told by other statements than some, and by which; what was taken back counts not."""
    whose = [
        f"SELECT t.{column}, s.ref FROM {table} t JOIN ledger_statement s ON s.id = t.statement_id "
        f"WHERE t.case_id = %(case)s AND t.{column} = ANY (%(among)s) AND s.id <> ALL (%(apart)s) AND {_counting(asked)}"
        for table, columns in TOLD_OF.items()
        for column in columns
    ]
    rows = f"""
        WITH reading AS MATERIALIZED (
            SELECT s.id, s.ref FROM ledger_statement s WHERE s.case_id = %(case)s AND s.kind = 'done.list_read'
            AND s.id <> ALL (%(apart)s) AND {_counting(asked)})
        SELECT r.person_id, reading.ref FROM people_record r JOIN reading ON reading.id = r.statement_id
        WHERE r.case_id = %(case)s AND r.person_id = ANY (%(among)s)
    """
    found: dict[UUID, list[str]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ".join([rows, *whose]), {**knowing.parameters(asked), "apart": list(apart), "among": list(among)}
        )
        for person, ref in cursor.fetchall():
            found[person].append(ref)
    return {person: tuple(sorted(refs)) for person, refs in found.items()}


def _counting(asked: Asked) -> str:
    """The condition that the statement `s` was known at the time asked, and that nobody had taken its place or taken it back."""
    return COUNTING.format(known=knowing.known(asked.clock, "s"), link=knowing.link_known(asked.clock, "l"))
