"""How two versions of a list differ, whichever they are: who came, who went, whose entry says something else."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import connection

from homeward.ledger.queries.views import CaseView
from homeward.lists.core.differing import differences, is_like
from homeward.lists.core.succession import plain_fields
from homeward.lists.queries.standing import said, standing
from homeward.lists.queries.versions import CHANGES, NoSuchVersion, version
from homeward.lists.queries.views import DifferenceView, RowView
from homeward.people.core.values import Values

Pair = tuple[UUID, UUID | None, UUID | None]
"""A person, the record in the one version, and that in the other."""


def difference(
    case: CaseView,
    one: UUID,
    other: UUID,
    *,
    change: str = "",
    page: int = 1,
    size: int = 100,
    known_at: datetime | None = None,
) -> DifferenceView:
    """What became of every entry from version `one` to `other`: counts, and a page of entries of one kind of change, opened.

    An entry is told by whose it is. "moved" is told of a version against the one it was read against; else it is "same".
    """
    first, second = (version(case, each, known_at=known_at) for each in (one, other))
    if first.list != second.list:
        raise NoSuchVersion("These are versions of different lists.", where=str(other))
    pairs = list(_paired(standing(one, known_at=known_at), standing(other, known_at=known_at)))
    told = _told(other)
    kinds = {pair: _kind(pair, told) for pair in pairs}
    unclear = [pair for pair in pairs if kinds[pair][0] == "?"]
    held = _values(unclear)
    kinds |= {pair: _compared(pair, held) for pair in unclear}
    counts = Counter(kind for kind, _ in kinds.values())
    chosen = [pair for pair in pairs if kinds[pair][0] == change] if change else []
    shown = chosen[(page - 1) * size : page * size]
    held = _values(shown)
    places = _places(other if change != "out" else one)
    views = tuple(_view(pair, kinds[pair], held, places) for pair in shown)
    return DifferenceView(first, second, {each: counts[each] for each in CHANGES}, views)


def _view(
    pair: Pair,
    kind: tuple[str, tuple[str, ...]],
    held: dict[UUID, Values],
    places: dict[UUID | None, tuple[int, int]],
) -> RowView:
    person, before, now = pair
    record = now or before
    assert record is not None, "an entry stands on one of the two"
    sheet, number = places.get(record, (0, 0))
    old = held.get(before) if before and before != record else None
    return RowView(sheet, number, kind[0], record, person, held.get(record), old, kind[1])


def _paired(one: list[tuple[UUID, UUID]], other: list[tuple[UUID, UUID]]) -> Iterable[Pair]:
    """Entries of both versions: the same record with itself, else one of the same person; then who is on one of them alone."""
    before: defaultdict[UUID, list[UUID]] = defaultdict(list)
    now = {record for record, _ in other}
    there = {record for record, _ in one}
    for record, person in one:
        if record not in now:
            before[person].append(record)
    for record, person in other:
        if record in there:
            yield person, record, record
        else:
            yield person, before[person].pop(0) if before[person] else None, record
    still = {person for _, person in other}
    for person, left in before.items():
        if person not in still:
            yield from ((person, record, None) for record in left)


def _told(version_id: UUID) -> dict[tuple[UUID, UUID | None], tuple[str, tuple[str, ...]]]:
    """What the reading of a version said of its rows: by record, and the record before it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT record_id, before_record_id, change, fields::text FROM lists_row WHERE version_id = %s",
            [version_id],
        )
        return {
            (record, before): (change, tuple(json.loads(fields)))
            for record, before, change, fields in cursor.fetchall()
        }


def _kind(pair: Pair, told: dict[tuple[UUID, UUID | None], tuple[str, tuple[str, ...]]]) -> tuple[str, tuple[str, ...]]:
    _, before, now = pair
    if now is None:
        return "out", ()
    if before is None:
        return "in", ()
    known = told.get((now, before))
    if before == now:
        return ("moved" if known and known[0] == "moved" else "same"), ()
    return known if known and known[0] in ("corrected", "changed") else ("?", ())


def _compared(pair: Pair, held: dict[UUID, Values]) -> tuple[str, tuple[str, ...]]:
    _, before, now = pair
    old, new = held.get(before) if before else None, held.get(now) if now else None
    if old is None or new is None:  # forgotten: nobody can say in what they differ
        return "changed", ()
    corrected, changed = differences(old, new, is_like)
    fields = plain_fields((*corrected, *changed))
    return ("changed" if changed else "corrected" if corrected else "same"), fields


def _values(pairs: Iterable[Pair]) -> dict[UUID, Values]:
    entries = {record: person for person, *records in pairs for record in records if record is not None}
    return {stood.record: stood.values for stood in said(list(entries.items()))}


def _places(version_id: UUID) -> dict[UUID | None, tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT record_id, sheet, CASE WHEN sheet = 0 THEN 0 ELSE number END FROM lists_row WHERE version_id = %s",
            [version_id],
        )
        return {record: (sheet, number) for record, sheet, number in cursor.fetchall()}
