"""Which numbers of a case add up and which do not, of what was known at the time asked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db import connection

from homeward.ledger.core.compared import Compared
from homeward.ledger.core.populations import Populations
from homeward.ledger.core.sums import Derived, SumCheck, Utterance, derived, sum_checks
from homeward.ledger.queries import figures, knowing
from homeward.ledger.queries.views import Asked

MOST = 300
"""Statements looked at, the latest of those with two numbers or more; sums are looked for within what a person reads."""


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums that hold, those that do not, and numbers that follow though nobody said them."""

    holding: tuple[SumCheck, ...]
    faults: tuple[SumCheck, ...]
    derived: tuple[Derived, ...]


def sums(asked: Asked, stated: Populations | None = None) -> Sums:
    """Check the sums that the statements of a case make, as far as they were known and concern the time asked.

    `stated` are its populations, where they were read already.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT s.id, s.ref, s.text, coalesce(s.entry::jsonb ->> 'check', '') FROM ledger_statement s
            WHERE s.case_id = %(case)s AND s.kind = 'said.plain' AND {knowing.known_in_order(asked.clock, "s")}
            AND {knowing.event_begun("s")} AND s.text ~ '[0-9]'
            ORDER BY {knowing.event("s")} DESC, s.position DESC LIMIT %(most)s
            """,
            {**knowing.parameters(asked), "most": MOST},
        )
        rows = cursor.fetchall()
    views = figures.of_statements(asked, [row[0] for row in rows], bare=True)
    told: dict[object, tuple[Compared, ...]] = defaultdict(tuple)
    for id, found in views.items():
        told[id] = tuple(
            figures.compared(figure)
            for figure in found
            if figure.standing not in ("retracted", "corrected", "superseded")
        )
    utterances = [
        Utterance(statement=ref, figures=told[id], text=text, check=check) for id, ref, text, check in reversed(rows)
    ]
    stated = stated or figures.populations(asked)
    checks = sum_checks(utterances, stated, zone=asked.case.zone)
    return Sums(
        tuple(check for check in checks if check.holds),
        tuple(check for check in checks if not check.holds),
        tuple(derived(utterances, stated, zone=asked.case.zone)),
    )
