"""People as the register knows them: one in full, or many in a line each; always in a fixed number of questions."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from homeward.ledger.core.persons import State
from homeward.ledger.core.voices import Modality
from homeward.ledger.queries.views import Asked
from homeward.people.core import stages
from homeward.people.core.papers import expiry
from homeward.people.core.values import DocumentGiven
from homeward.people.models import Sought, Whereabouts
from homeward.people.queries.around import rows_around
from homeward.people.queries.consents import consents
from homeward.people.queries.forgotten import forgotten
from homeward.people.queries.given import statements
from homeward.people.queries.identities import identities
from homeward.people.queries.needs import codes
from homeward.people.queries.records import RecordView, records
from homeward.people.queries.register import NoSuchPerson, known_among
from homeward.people.queries.views import (
    FieldView,
    GivenView,
    KinView,
    NeedView,
    PaperView,
    PersonLine,
    PersonView,
    SoughtView,
    StageView,
    ValueView,
    WhereaboutsView,
)

ONE_AT_MOST = frozenset({"birth", "sex"})
"""Fields of which one person has one value; several that voices give stand side by side as a conflict."""
SINGLE = ("birth", "age", "sex", "household", "relation", "place", "contact", "decision", "remarks")
SEVERAL = ("names", "nationalities", "documents", "needs", "more")
FIELDS = ("names", "birth", "age", "sex", "nationalities", "documents", *SINGLE[3:], "needs", "more")


def person(asked: Asked, id: UUID) -> PersonView:
    """All that is known of a person; refuses who is not there, or was not known at the time asked."""
    gathered = _Gathered(asked, known_among(asked.case, [id]))
    if id not in gathered.people or not gathered.shown(id):
        raise NoSuchPerson(where=str(id), instead="Find the person in the register.")
    return gathered.person(id)


def people_of(asked: Asked, ids: Collection[UUID]) -> list[PersonLine]:
    """These people in a line each, in this order; who is not there, or was not known at the time asked, is left out.

    Of several who are one, the first stands for all.
    """
    gathered = _Gathered(asked, known_among(asked.case, ids), lines_only=True)
    first = {gathered.known.shown_as(id): id for id in reversed(list(ids))}
    return [gathered.line(id) for id in reversed(first.values()) if id in gathered.people and gathered.shown(id)]


def stages_of(asked: Asked, ids: Collection[UUID]) -> dict[UUID, StageView]:
    """The stage of each of these people."""
    gathered = _Gathered(asked, set(ids), stages_only=True)
    told = {each for row in gathered.rows.whereabouts for each in gathered.known.of(row.person_id)}
    return {id: gathered.stage(id) if id in told else StageView("") for id in ids}


class _Gathered:
    """Everything about some people, read at once."""

    def __init__(self, asked: Asked, people: set[UUID], *, lines_only: bool = False, stages_only: bool = False) -> None:
        self.asked, self.people = asked, people
        self.known = identities(asked, people)
        ids = [each for one in people for each in self.known.of(one)]
        self.forgotten = forgotten(asked, ids)
        self.rows = rows_around(asked, ids, whole=not (lines_only or stages_only))
        kin = {each for row in self.rows.kin for each in (row.person_id, row.other_id)}
        kin |= {row.inquirer_id for row in self.rows.sought if row.inquirer_id}
        opened = [] if stages_only else records(asked.case, list({*ids, *kin}))
        self.statements = statements(asked, self.rows.ids | {record.statement for record in opened})
        self.records: dict[UUID, list[RecordView]] = defaultdict(list)
        for record in sorted(opened, key=self._order):
            if record.statement in self.statements:
                self.records[record.person].append(record)
        self.replaced = {
            record.instead_of
            for each in self.records.values()
            for record in each
            if self.statements[record.statement].view.counts
        }
        self.codes = {line.code: dict(line.labels) for line in codes(asked.case)} if self.rows.needs else {}

    def given(self, id: UUID) -> list[RecordView]:
        """All that voices gave about a person, and about whoever is one with them, in the order of the ledger."""
        return sorted((each for one in self.known.of(id) for each in self.records[one]), key=self._order)

    def shown(self, id: UUID) -> bool:
        return bool(self.given(id)) or id in self.forgotten

    def person(self, id: UUID) -> PersonView:
        fields, one = self._fields(id), self.known.of(id)
        return PersonView(
            id=id,
            case_slug=self.asked.case.slug,
            fields=fields,
            papers=self._papers(fields),
            whereabouts=self._chain(id),
            stage=self.stage(id),
            kin=tuple(self._kin(id)),
            needs=tuple(self._needs(id)),
            consent=consents(
                [row for row in self._held(self.rows.consent) if row.person_id in one], self.statements, self.asked
            ),
            sought=tuple(self._sought(row) for row in self._held(self.rows.sought) if row.sought_id in one),
            seeks=tuple(self._sought(row) for row in self._held(self.rows.sought) if row.inquirer_id in one),
            words=tuple(self._words(id)),
            forgotten=self.forgotten.get(id),
            closed=sum(record.values is None for record in self.given(id)),
            one_with=tuple(sorted(one - {id})),
            judgements=tuple(each for each in self.known.judgements if set(each.pair) & one),
            contested=id in self.known.by_person and self.known.by_person[id].contested,
        )

    def line(self, id: UUID) -> PersonLine:
        fields = {each.name: each for each in self._fields(id)}

        def said(name: str) -> tuple[str, ...]:
            return tuple(dict.fromkeys(v.words for v in fields[name].counting)) if name in fields else ()

        closed = any(record.values is None for record in self.given(id))
        return PersonLine(
            id, said("names"), said("birth"), said("nationalities"), self.stage(id), self.forgotten.get(id), closed
        )

    def stage(self, id: UUID) -> StageView:
        one = self.known.of(id)
        told = {row.statement_id: row for row in self._held(self.rows.whereabouts) if row.person_id in one}
        words = [word for row in told.values() if (word := self._word(row)) is not None]
        found = stages.stage(words)
        if found.state is None and not found.against:
            return StageView("")
        return StageView(
            found.state.value if found.state else "",
            tuple(self._told(told[word.statement]) for word in found.said_by),
            tuple(self._told(told[word.statement]) for word in found.against),
        )

    def names(self, id: UUID) -> tuple[str, ...]:
        """What somebody is called, as written; nothing where the key is gone."""
        records = [record for record in self.given(id) if record.values is not None and self._given(record).counts]
        return tuple(dict.fromkeys(name.words for record in records for name in record.values.names))  # type: ignore[union-attr]

    def _order(self, record: RecordView) -> tuple[int, int]:
        statement = self.statements.get(record.statement)
        return (statement.view.position if statement else 0), record.number or 0

    def _held(self, rows: Iterable[Any]) -> list[Any]:
        """Rows whose statements were known, in the order of the ledger."""
        known = [row for row in rows if row.statement_id in self.statements]
        return sorted(known, key=lambda row: self.statements[row.statement_id].view.position)

    def _given(self, record: RecordView) -> GivenView:
        view = self.statements[record.statement].view
        if record.number is None:
            return view
        # The row reads otherwise in a later version of its list.
        standing = "superseded" if record.id in self.replaced and view.counts else view.standing
        return replace(view, row=record.number, standing=standing)

    def _fields(self, id: UUID) -> tuple[FieldView, ...]:
        values: dict[str, dict[Any, list[GivenView]]] = defaultdict(lambda: defaultdict(list))
        for record in self.given(id):
            if record.values is None:
                continue
            given = self._given(record)
            for name in FIELDS:
                value = getattr(record.values, name)
                for each in value if isinstance(value, tuple) else (value,):
                    if each:
                        values[name][each].append(given)
        return tuple(_field(name, values[name]) for name in FIELDS if name in values)

    def _papers(self, fields: tuple[FieldView, ...]) -> tuple[PaperView, ...]:
        day = _day(self.asked)
        found = next((each.values for each in fields if each.name == "documents"), ())
        return tuple(
            PaperView(view.value, expiry(view.value, day), view.given)
            for view in found
            if isinstance(view.value, DocumentGiven) and view.counts
        )

    def _chain(self, id: UUID) -> tuple[WhereaboutsView, ...]:
        views = [self._told(row) for row in self._held(self.rows.whereabouts) if row.person_id in self.known.of(id)]
        known = [view for view in views if view.given.concerns(self.asked.as_of)]
        return tuple(sorted(known, key=lambda view: view.given.by_time))

    def _told(self, row: Whereabouts) -> WhereaboutsView:
        statement = self.statements[row.statement_id]
        plain = statement.plain
        return WhereaboutsView(
            row.state, plain.get("place", ""), plain.get("holder", ""), plain.get("words", ""), statement.view
        )

    def _word(self, row: Whereabouts) -> stages.Word | None:
        """What counts towards the stage: current, begun by the time asked about, from a voice that is known."""
        view = self.statements[row.statement_id].view
        if not view.counts or not view.concerns(self.asked.as_of):
            return None
        voice = view.voice or view.told_by or row.statement_id
        modality = Modality(view.modality or "asserted")
        return stages.Word(row.statement_id, voice, State(row.state), modality, view.occurred, view.said, view.position)

    def _kin(self, id: UUID) -> Iterable[KinView]:
        one = self.known.of(id)
        for row in self._held(self.rows.kin):
            if one & {row.person_id, row.other_id}:
                outward = row.person_id in one
                other = row.other_id if outward else row.person_id
                given = self.statements[row.statement_id].view
                yield KinView(other, self.names(other), row.relation, "to" if outward else "from", given)

    def _needs(self, id: UUID) -> Iterable[NeedView]:
        for row in self._held(self.rows.needs):
            if row.person_id in self.known.of(id):
                statement = self.statements[row.statement_id]
                plain = statement.plain.get("need")
                need = json.loads(plain) if plain else {"code": None, "words": None}
                yield NeedView(need["code"], self.codes.get(need["code"] or "", {}), need["words"], statement.view)

    def _sought(self, row: Sought) -> SoughtView:
        statement = self.statements[row.statement_id]
        names = self.names(row.inquirer_id) if row.inquirer_id else ()
        words = statement.plain.get("words", "")
        return SoughtView(row.request_id, row.sought_id, row.inquirer_id, names, row.state, words, statement.view)

    def _words(self, id: UUID) -> Iterable[tuple[str, GivenView]]:
        for record in self.given(id):
            words = self.statements[record.statement].plain.get("words")
            if words:
                yield words, self._given(record)


def _field(name: str, values: dict[Any, list[GivenView]]) -> FieldView:
    views = [ValueView(value, tuple(given)) for value, given in values.items()]
    ordered = tuple(sorted(views, key=lambda view: not view.counts))
    counting = sum(view.counts for view in ordered)
    return FieldView(name, ordered, conflicting=name in ONE_AT_MOST and counting > 1)


def _day(asked: Asked) -> date:
    """The day that is asked about: a date alone was read as its end, which is the first moment of the next."""
    return (asked.as_of - timedelta(microseconds=1)).astimezone(asked.case.zone).date()
