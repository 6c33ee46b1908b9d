"""Sources as asked: who they are, for whom they act, how they were judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access import queries as access
from homeward.ledger.queries.knowing import in_force
from homeward.ledger.queries.views import Asked, CaseView, JudgementView, SourceView
from homeward.refusals import Refused


class NoSuchSource(Refused):
    """There is no such source, or none that you may see."""


def sources(asked: Asked, ids: Iterable[UUID] | None = None, *, kind: str = "") -> dict[UUID, SourceView]:
    """The sources with these ids (all of the case, or of one kind, when none are given), as the desk knew them at the time asked.

    A speaker whom a named person settled carries the name it was settled as, and that source's party.
    """
    wanted = None if ids is None else list(set(ids))
    named = "EXISTS (SELECT FROM ledger_statement n WHERE n.id = s.statement_id AND n.recorded_at <= %(recorded)s)"
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT s.id, s.name, s.kind, s.role, s.key, a.acts_for_id, p.name, a.inferred,
                   t.id, t.name, ta.acts_for_id, tp.name, t.kind
            FROM ledger_source s
            LEFT JOIN LATERAL (SELECT * FROM ledger_actsfor a WHERE a.source_id = s.id AND a.case_id = s.case_id
                               ORDER BY a.inferred, a.statement_id LIMIT 1) a ON true
            LEFT JOIN ledger_source p ON p.id = a.acts_for_id
            LEFT JOIN LATERAL (SELECT * FROM ledger_settled d WHERE d.source_id = s.id AND d.case_id = s.case_id
                               AND d.recorded_at <= %(recorded)s AND {in_force(asked.clock, "d.statement_id")}
                               ORDER BY d.recorded_at DESC, d.statement_id LIMIT 1) d ON true
            LEFT JOIN ledger_source t ON t.id = d.settled_as_id
            LEFT JOIN LATERAL (SELECT * FROM ledger_actsfor a WHERE a.source_id = t.id AND a.case_id = s.case_id
                               ORDER BY a.inferred, a.statement_id LIMIT 1) ta ON true
            LEFT JOIN ledger_source tp ON tp.id = ta.acts_for_id
            WHERE s.case_id = %(case)s AND (%(ids)s::uuid[] IS NULL OR s.id = ANY (%(ids)s::uuid[]))
            AND %(kind)s IN ('', s.kind) AND {named if asked.clock == "recorded" else "true"}
            ORDER BY s.kind, s.name, s.id
            """,
            {
                "case": asked.case.id,
                "ids": wanted,
                "kind": kind,
                "recorded": _desk_time(asked),
                "known_at": asked.known_at,
            },
        )
        rows = cursor.fetchall()
    judged = judgements(asked, [row[0] for row in rows], "reliability")
    return {row[0]: _source(row, judged) for row in rows}


def source(case: CaseView, source_id: UUID, asked: Asked) -> SourceView:
    """One source of the case."""
    found = sources(asked, [source_id])
    if source_id not in found:
        raise NoSuchSource(where=str(source_id), instead=f"The sources of {case.title} are listed.")
    return found[source_id]


def parties(asked: Asked) -> list[SourceView]:
    """The parties of the case, by name."""
    return list(sources(asked, kind="party").values())


def judgements(asked: Asked, about: list[UUID], scale: str) -> dict[UUID, tuple[JudgementView, ...]]:
    """What named persons judged of these sources or statements, the latest first; none is copied from one to the other."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT j.about_id, j.mark, j.topic, j.reason, j.recorded_by, j.recorded_at FROM ledger_judgement j
            WHERE j.about_id = ANY (%(about)s) AND j.scale = %(scale)s AND j.recorded_at <= %(recorded)s
            AND {in_force(asked.clock, "j.statement_id")} ORDER BY j.recorded_at DESC, j.statement_id
            """,
            {"about": about, "scale": scale, "recorded": _desk_time(asked), "known_at": asked.known_at},
        )
        rows = cursor.fetchall()
    names = access.names_of({row[4] for row in rows})
    found: dict[UUID, list[JudgementView]] = defaultdict(list)
    for about_id, mark, topic, reason, by, at in rows:
        found[about_id].append(JudgementView(mark, topic, reason, names.get(by, ""), at))
    return {about_id: tuple(marks) for about_id, marks in found.items()}


def _desk_time(asked: Asked) -> datetime | str:
    """Up to when acts of the desk count: by the clock of recording as known then, by the others as known now."""
    return asked.known_at if asked.clock == "recorded" else "infinity"


def _source(row: tuple[Any, ...], judged: dict[UUID, tuple[JudgementView, ...]]) -> SourceView:
    (
        id,
        name,
        kind,
        role,
        key,
        party_id,
        party,
        inferred,
        settled_id,
        settled,
        settled_party_id,
        settled_party,
        settled_kind,
    ) = row
    if settled_id is not None:
        own = settled_kind == "party"
        party_id, party = (settled_id, settled) if own else (settled_party_id or party_id, settled_party or party)
        inferred = False
    return SourceView(
        id, name, kind, role, key, party_id, party or "", bool(inferred), settled or "", judged.get(id, ())
    )
