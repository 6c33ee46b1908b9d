"""The lists of a case, their versions, and the rows of one."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access import queries as access
from homeward.ledger.queries.views import CaseView
from homeward.lists.core.succession import KEPT
from homeward.lists.models import WAITING, State, Upload
from homeward.lists.queries.aside import open_lines
from homeward.lists.queries.standing import IN_FORCE, said, then
from homeward.lists.queries.views import ListView, RowsView, RowView, VersionView
from homeward.moments import Interval
from homeward.refusals import Refused

CHANGES = ("in", "changed", "corrected", "moved", "same", "out", KEPT)
_VERSIONS = f"""
    SELECT v.version_id, v.list_id, s.name, l.title, v.number, v.declared, v.recorded_at, v.recorded_by, v.media_type, v.digest,
           g.stored, g.set_aside, NOT ({IN_FORCE}),
           v.original_id IS NULL OR NOT EXISTS (SELECT FROM access_key k WHERE k.compartment_id = v.compartment_id
                                                AND k.person_id = v.original_id),
           coalesce(m.settled, ''), coalesce(m.reason, '')
    FROM lists_version v JOIN lists_list l ON l.list_id = v.list_id JOIN lists_reading g ON g.version_id = v.version_id
    JOIN ledger_source s ON s.id = l.authority_id
    LEFT JOIN lists_removals m ON m.version_id = v.version_id
    WHERE v.recorded_at <= %(known_at)s
"""
"""Versions that were taken in by then; what is closed is so whatever time is asked about."""


class NoSuchList(Refused):
    """There is no such list in this case, or none that you may see."""


class NoSuchVersion(Refused):
    """There is no such version of a list, or none that you may see."""


def lists(case: CaseView, *, known_at: datetime | None = None) -> list[ListView]:
    """The lists of a case, by authority and name, as known at a moment; which files waited then nobody kept."""
    found: defaultdict[UUID, list[VersionView]] = defaultdict(list)
    for each in every_version(case, known_at=known_at):
        found[each.list].append(each)
    waits = Upload.objects.filter(case_id=case.id, state__in=[*WAITING, State.REJECTED])
    waiting = Counter(waits.values_list("list_id", flat=True)) if known_at is None else None
    lines = open_lines(case, known_at=known_at)
    views = [
        ListView(
            list_id,
            every[0].authority,
            every[0].title,
            len(every),
            next((each for each in every if not each.withdrawn), None),
            lines.get(list_id, 0),
            waiting[list_id] if waiting is not None else None,
        )
        for list_id, every in found.items()
    ]
    return sorted(views, key=lambda view: (view.authority.casefold(), view.title.casefold(), str(view.id)))


def list_named(case: CaseView, words: str, *, known_at: datetime | None = None) -> ListView:
    """The list of this id, or of this name if only one in the case has it."""
    every = lists(case, known_at=known_at)
    named = [each for each in every if str(each.id) == words or each.title.casefold() == words.strip().casefold()]
    if len(named) != 1:
        known = "; ".join(f"{each.title} ({each.authority}) {each.id}" for each in every) or "none yet"
        raise NoSuchList(where=words, instead=f"Name it, or give its id: {known}.")
    return named[0]


def versions(case: CaseView, list_id: UUID, *, known_at: datetime | None = None) -> list[VersionView]:
    """All versions of a list that had come in, the last one first; those taken back by then say so."""
    return _found("v.case_id = %(case)s AND v.list_id = %(list)s", known_at, case=case.id, list=list_id)


def version(case: CaseView, version_id: UUID, *, known_at: datetime | None = None) -> VersionView:
    """One version."""
    found = _found("v.case_id = %(case)s AND v.version_id = %(version)s", known_at, case=case.id, version=version_id)
    if not found:
        raise NoSuchVersion(where=str(version_id), instead="See the versions: homeward lists versions.")
    return found[0]


def every_version(case: CaseView, *, known_at: datetime | None = None) -> list[VersionView]:
    """All versions of all lists of a case as known at a moment, the last one first; those taken back say so."""
    return _found("v.case_id = %(case)s", known_at, case=case.id)


def versions_since(case: CaseView, since: datetime) -> list[VersionView]:
    """What came in since a moment, the last first."""
    return _found("v.case_id = %(case)s AND v.recorded_at > %(since)s", None, case=case.id, since=since)


def rows(
    case: CaseView,
    version_id: UUID,
    *,
    change: str = "",
    page: int = 1,
    size: int = 100,
    known_at: datetime | None = None,
) -> RowsView:
    """A page of the rows of a version in the order of the file, opened; of one kind of change if one is named."""
    chosen = version(case, version_id, known_at=known_at)
    condition = "version_id = %(version)s AND (%(change)s = '' OR change = %(change)s)"
    values: dict[str, Any] = {"version": version_id, "change": change}
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM lists_row WHERE {condition}", values)
        (count,) = cursor.fetchone()
        cursor.execute(
            f"""
            SELECT sheet, number, change, record_id, person_id, before_record_id, fields::text FROM lists_row
            WHERE {condition} ORDER BY sheet = 0, sheet, number LIMIT %(size)s OFFSET %(passed)s
            """,
            {**values, "size": size, "passed": (page - 1) * size},
        )
        found = cursor.fetchall()
    return RowsView(chosen, tuple(_rows(found)), count)


def _rows(found: Sequence[tuple[Any, ...]]) -> list[RowView]:
    entries = {record: person for _, _, _, record, person, _, _ in found}
    entries |= {before: person for _, _, _, _, person, before, _ in found if before}
    held = {stood.record: stood.values for stood in said(list(entries.items()))}
    return [
        RowView(
            sheet,
            number if sheet else 0,
            change,
            record,
            person,
            held.get(record),
            held.get(before) if before and before != record else None,
            tuple(json.loads(fields)),
        )
        for sheet, number, change, record, person, before, fields in found
    ]


def _found(condition: str, known_at: datetime | None, **values: Any) -> list[VersionView]:
    with connection.cursor() as cursor:
        ordered = f"{_VERSIONS} AND {condition} ORDER BY v.recorded_at DESC, v.number DESC"
        cursor.execute(ordered, {**then(known_at), **values})
        found = cursor.fetchall()
    changes = _changes([row[0] for row in found])
    names = access.names_of({row[7] for row in found})
    return [
        VersionView(
            id=id,
            list=list_id,
            authority=authority,
            title=title,
            number=number,
            declared=Interval.from_json(_json(declared)) if declared else None,
            recorded_at=recorded_at,
            recorded_by=names.get(recorded_by, ""),
            media_type=media_type,
            digest=digest,
            stored=stored,
            set_aside=set_aside,
            changes=changes[id],
            withdrawn=withdrawn,
            closed=closed,
            removals=settled,
            reason=reason,
        )
        for (
            id, list_id, authority, title, number, declared, recorded_at, recorded_by, media_type, digest, stored, set_aside,
            withdrawn, closed, settled, reason,
        ) in found
    ]  # fmt: skip


def _changes(ids: Collection[UUID]) -> defaultdict[UUID, dict[str, int]]:
    counted: defaultdict[UUID, dict[str, int]] = defaultdict(lambda: dict.fromkeys(CHANGES, 0))
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT version_id, change, count(*) FROM lists_row WHERE version_id = ANY (%(ids)s) GROUP BY version_id, change
            UNION ALL
            SELECT version_id, 'out', count(*) FROM lists_departure WHERE version_id = ANY (%(ids)s) GROUP BY version_id
            """,
            {"ids": list(ids)},
        )
        for id, change, count in cursor.fetchall():
            counted[id][change] = count
    return counted


def _json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value
