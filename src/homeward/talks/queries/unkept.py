"""Statements in which a voice says that what was agreed is not kept, as they stand: each side's beside the agreement.

They are found by their words and put to no obligation: whose fault what is, and whether any, is nobody's finding here. A person who
reads one may record it as what it is, with the answer of the other side.
"""

from __future__ import annotations

import re
from uuid import UUID

from django.db import connection

from homeward.ledger.queries import knowing, statements
from homeward.ledger.queries.views import Asked, StatementView
from homeward.talks.queries.stated import GONE

MOST = 200
_LOOKED_FOR = (
    "violat or breach or reneg or broke or broken or dishonour or dishonor or uncooperative or unkept or fails or failed or failing"
    " or kept or comply or complied or нарушил or нарушен or нарушает or خرق or انتهك or يلتزم or הפר or הפרה or הפרו"
)
_THING = (
    r"(?:truce|deal|agreement|arrangement|promise|commitment|obligation|cease-?fire|pause|terms?|accord|word|side of)s?"
)
_SAYS = re.compile(
    rf"\b(?:violat\w+|breach\w*|reneg\w+|dishonou?r\w*|unkept)\b"
    rf"|\bbrok\w+ (?:\w+ ){{0,2}}{_THING}\b"
    rf"|\b(?:not|never|n't|fail\w*(?: to)?|refus\w+ to) (?:\w+ )?(?:keep|kept|honou?r\w*|compl\w+|abide\w*|fulfil\w*)\b"
    r"|нарушил\w*|нарушен\w*|нарушает|خرق|انتهك|لم يلتزم|הפר\w*",
    re.IGNORECASE,
)
_DENIES = re.compile(r"^\s*(?:no|nobody|neither|there (?:was|were) no)\b", re.IGNORECASE)


def said_not_kept(asked: Asked) -> tuple[list[StatementView], bool]:
    """What was said by the time asked, the first said first, without what was taken back or replaced; and whether that is all."""
    ids = statements.search(asked, _LOOKED_FOR, at_most=MOST)
    kept = _known(asked, ids)
    found = [
        view
        for view in statements.statements(asked, kept)
        if view.standing not in GONE
        and view.standing != "retracted"
        and _SAYS.search(view.text)
        and not _DENIES.search(view.text)
    ]
    return found, len(ids) < MOST


def _known(asked: Asked, ids: list[UUID]) -> list[UUID]:
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT s.id FROM ledger_statement s WHERE s.id = ANY (%(ids)s) AND s.kind = 'said.plain'
            AND {knowing.known(asked.clock, "s")} AND {knowing.event_begun("s")} ORDER BY {knowing.said("s")}, s.position
            """,
            {**knowing.parameters(asked), "ids": ids},
        )
        return [row[0] for row in cursor.fetchall()]
