"""The statements behind facts: who said them, when, and what later statements made of them, as known at the time asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access import queries as access
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.queries import knowing
from homeward.ledger.queries import sources as source_queries
from homeward.ledger.queries.personal import binding
from homeward.ledger.queries.views import STANDING, Asked
from homeward.people.queries.records import keys_of
from homeward.people.queries.views import GivenView
from homeward.seals import boxes, strict


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement about people, with its sealed fields in plain where their keys are there."""

    view: GivenView
    content: Any
    plain: dict[str, str | None]


def statements(asked: Asked, ids: Collection[UUID]) -> dict[UUID, Statement]:
    """Those of these statements that were known at the time asked."""
    if not ids:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT s.id, s.entry, s.recorded_at, s.position, {knowing.surely(asked.clock, "s")} FROM ledger_statement s
            WHERE s.id = ANY (%(ids)s) AND s.case_id = %(case)s AND {knowing.statement_known(asked.clock, "s")}
            """,
            {**knowing.parameters(asked), "ids": list(ids)},
        )
        rows = cursor.fetchall()
    entries = {id: Entry.from_json(strict.loads(entry.encode())) for id, entry, *_ in rows}
    around = _Around(asked, entries)
    return {
        id: Statement(around.view(entries[id], at, position, surely), entries[id].content, around.plain(entries[id]))
        for id, _, at, position, surely in rows
    }


class _Around:
    """What stands around statements about people, read in a fixed number of queries."""

    def __init__(self, asked: Asked, entries: dict[UUID, Entry]) -> None:
        everyone: set[UUID] = set()
        for entry in entries.values():
            everyone.update(filter(None, (_speaker(entry), entry.party)))
            everyone.update(step.source for step in entry.chain)
        self.sources = source_queries.sources(asked, everyone)
        self.standing = _standing(asked, list(entries))
        self.names = access.names_of({entry.by for entry in entries.values()})
        self.keys = keys_of((entry.compartment, value.person) for entry in entries.values() for value in entry.sealed)

    def view(self, entry: Entry, recorded_at: datetime, position: int, surely: bool) -> GivenView:
        speaker = self.sources.get(_speaker(entry)) if _speaker(entry) else None  # type: ignore[arg-type]
        party = self.sources.get(entry.party) if entry.party else None
        content = entry.content
        from_list = content if isinstance(content, kinds.ListRead) else None
        return GivenView(
            statement=entry.id,
            ref=entry.ref,
            speaker=(speaker.settled_as or speaker.name) if speaker else "",
            speaker_id=speaker.id if speaker else None,
            voice=(speaker.party_id or speaker.id) if speaker else None,
            party=party.name if party else (speaker.party_name if speaker else ""),
            capacity=entry.capacity,
            via=tuple(self.sources[step.source].name for step in entry.chain if step.source in self.sources),
            told_by=getattr(content, "told_by", None),
            said=entry.said or (from_list.declared if from_list else None),
            occurred=entry.occurred,
            recorded_at=recorded_at,
            recorded_by=self.names.get(entry.by, ""),
            modality=entry.modality.value if entry.modality else "",
            standing=self.standing.get(entry.id, "current"),
            knowing="yes" if surely else "possibly",
            position=position,
            list=from_list.list if from_list else None,
            version=from_list.version if from_list else None,
        )

    def plain(self, entry: Entry) -> dict[str, str | None]:
        opened: dict[str, str | None] = {}
        for value in entry.sealed:
            if value.field == "values":
                continue  # records open these
            key = self.keys.get((entry.compartment, value.person))
            box, place = bytes.fromhex(value.box), binding(entry.id, value.field)
            opened[value.field] = boxes.unseal([key], box, place).decode() if key else None
        return opened


def _speaker(entry: Entry) -> UUID | None:
    """Who speaks: of a list, the authority that gave it."""
    return entry.content.authority if isinstance(entry.content, kinds.ListRead) else entry.speaker


def _standing(asked: Asked, ids: list[UUID]) -> dict[UUID, str]:
    """What later statements make of these, the gravest counting."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT l.to_id, l.stance FROM ledger_link l WHERE l.to_id = ANY (%(ids)s) AND l.to_figure = 0
            AND NOT l.doubtful AND l.stance = ANY (%(stances)s) AND {knowing.link_known(asked.clock, "l")}
            """,
            {**knowing.parameters(asked), "ids": ids, "stances": list(STANDING)},
        )
        met: dict[UUID, set[str]] = defaultdict(set)
        for id, stance in cursor.fetchall():
            met[id].add(stance)
    return {id: next(word for stance, word in STANDING.items() if stance in stances) for id, stances in met.items()}
