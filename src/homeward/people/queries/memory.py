"""The register opened in memory, to be searched: it lives in this process, follows each change, and dies with it.

One for each case and compartment, and only asked by those who may see that compartment. Nothing of it is ever written.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from threading import Lock
from uuid import UUID

from django.db import connection

from homeward import names
from homeward.access import queries as access
from homeward.ledger.queries.views import CaseView
from homeward.people.core import readings
from homeward.people.core.papers import comparable
from homeward.people.core.quality import Mark, marks, marks_of_names
from homeward.people.core.values import Values
from homeward.people.queries.records import BoxedRecord, boxed, opened

MOST = 16
"""Registers that are held at once; the one that was asked longest ago goes first."""
BATCH = 5_000
LATEST = 2_000
"""Records that are indexed apart from the rest, so that one more does not make all of it anew."""
CHANGING = ("said.person", "done.list_read", "done.erased")

# Joined with the keys: whoever was forgotten is not listed, and what was opened of them is let go.
OPENABLE = """
    SELECT r.id, r.instead_of_id, r.statement_id FROM people_record r
    JOIN access_key k ON k.compartment_id = r.compartment_id AND k.person_id = r.person_id
    WHERE r.case_id = %(case)s AND r.compartment_id = %(compartment)s
    UNION ALL
    SELECT d.statement_id, NULL, NULL FROM people_said d
    JOIN access_key k ON k.compartment_id = d.compartment_id AND k.person_id = d.person_id
    WHERE d.case_id = %(case)s AND d.compartment_id = %(compartment)s
"""
CONDITION = {
    "people_record": "case_id = %(case)s AND compartment_id = %(compartment)s AND id = ANY (%(ids)s)",
    "people_said": "case_id = %(case)s AND compartment_id = %(compartment)s AND statement_id = ANY (%(ids)s)",
}


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is held of one record: enough to find the person, and to tell what is lacking."""

    person: UUID
    statement: UUID
    row: bool
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    household: str
    nationalities: tuple[str, ...]
    marks: frozenset[Mark]
    """What is lacking or doubtful beside the names."""

    @classmethod
    def of(cls, record: BoxedRecord, values: Values) -> Remembered:
        papers = values.documents
        numbers = dict.fromkeys(comparable(number) for each in papers for number in (each.number, each.key))
        return cls(
            record.person,
            record.statement,
            record.number is not None,
            tuple(name.words for name in values.names),
            tuple(number for number in numbers if number),
            " ".join(values.household.split()).casefold(),
            tuple(code.code or code.words for code in values.nationalities),
            marks(values),
        )


@dataclass(frozen=True, slots=True)
class Indexed:
    """Names to search in, and of which record each is."""

    index: names.Index
    owners: list[UUID]
    ids: frozenset[UUID]

    @classmethod
    def of(cls, records: Mapping[UUID, Remembered], ids: list[UUID]) -> Indexed:
        pairs = [(name, id) for id in ids for name in records[id].names]
        return cls(names.Index([name for name, _ in pairs]), [id for _, id in pairs], frozenset(ids))

    def search(self, words: str, most: int) -> list[tuple[names.Hit, UUID]]:
        # One depth whatever the size, so that what two indexes say can be held against each other.
        (hits,) = self.index.search([words], most, depth=names.Depth.EDITS)
        return [(hit, self.owners[hit.index]) for hit in hits]


@dataclass(slots=True)
class Memory:
    """The opened register of a case in one compartment, as of its last change."""

    stamp: tuple[UUID | None, ...] = ()
    records: dict[UUID, Remembered] = field(default_factory=dict)
    replacing: list[tuple[UUID, UUID]] = field(default_factory=list)
    numbers: dict[str, list[UUID]] = field(default_factory=dict)
    of_person: dict[UUID, list[UUID]] = field(default_factory=dict)
    households: dict[str, list[UUID]] = field(default_factory=dict)
    """The records of everybody; and of each household that rows of lists name, the rows that do."""
    lock: Lock = field(default_factory=Lock)
    named: dict[tuple[str, ...], frozenset[Mark]] = field(default_factory=dict)
    indexes: list[Indexed] = field(default_factory=list)

    def search(self, words: str, most: int, later: set[UUID]) -> list[tuple[names.Hit, UUID]]:
        """The likeliest names, each with its record: out of the large index, and out of a small one of what came since.

        Where statements came `later` than is asked about, an index of the others is made for this question alone.
        """
        if later:
            then = [id for id, record in self.records.items() if record.statement not in later]
            return Indexed.of(self.records, then).search(words, most)
        indexed = {id for each in self.indexes for id in each.ids}
        fresh = [id for id in self.records if id not in indexed]
        if not indexed or len(fresh) > LATEST:
            self.indexes = [Indexed.of(self.records, list(self.records))]
        elif fresh:
            since = [id for each in self.indexes[1:] for id in each.ids]
            self.indexes = [self.indexes[0], Indexed.of(self.records, [*since, *fresh])]
        return [found for each in self.indexes for found in each.search(words, most)]

    def passed(self, gone: set[UUID]) -> set[UUID]:
        """The records that count no more: their statement is gone, or a row of a later version reads otherwise."""
        later = {record for record, statement in self.replacing if statement not in gone}
        return later | {id for id, record in self.records.items() if record.statement in gone} if gone else later

    def counting(self, gone: set[UUID]) -> Iterator[Remembered]:
        """The records that count, when these statements do not."""
        passed = self.passed(gone)
        return (record for id, record in self.records.items() if id not in passed)

    def marks(self, record: Remembered) -> frozenset[Mark]:
        """All that is lacking or doubtful in a record; names are read when first asked about."""
        if record.names not in self.named:
            self.named[record.names] = marks_of_names(record.names)
        return record.marks | self.named[record.names]

    def holds(self, person: UUID) -> bool:
        """Whether anything of this person is held."""
        return person in self.of_person

    def refresh(self, case: CaseView, compartment: UUID) -> None:
        """Take in what is new and let go of what is closed, if anything changed."""
        stamp = _stamp(case, compartment)
        if stamp == self.stamp:
            return
        with connection.cursor() as cursor:
            cursor.execute(OPENABLE, {"case": case.id, "compartment": compartment})
            rows = cursor.fetchall()
        there = [id for id, _, _ in rows]
        self.replacing = [(instead_of, statement) for _, instead_of, statement in rows if instead_of]
        held = {id: self.records[id] for id in there if id in self.records}
        for record, values in _opened(case, compartment, [id for id in there if id not in held]):
            held[record.id] = Remembered.of(record, values)
        numbers: dict[str, list[UUID]] = defaultdict(list)
        of_person: dict[UUID, list[UUID]] = defaultdict(list)
        households: dict[str, list[UUID]] = defaultdict(list)
        for id, remembered in held.items():
            of_person[remembered.person].append(id)
            if remembered.row and remembered.household:
                households[remembered.household].append(id)
            for number in remembered.numbers:
                numbers[number].append(id)
        if not self.records.keys() <= held.keys():
            self.indexes = []  # somebody was forgotten: no index may hold their name
            _let_go_of_words()
        self.records, self.numbers, self.stamp = held, dict(numbers), stamp
        self.of_person, self.households = dict(of_person), dict(households)
        self.named = {each.names: self.named[each.names] for each in held.values() if each.names in self.named}


_MEMORIES: OrderedDict[tuple[UUID, UUID], Memory] = OrderedDict()
_LOCK = Lock()


def memories(case: CaseView) -> Iterator[Memory]:
    """The registers of a case, one for each compartment that the actor may see; hold the lock of one while you use it."""
    for compartment in access.visible():
        if not _is_there(case, compartment):
            continue
        with _LOCK:
            memory = _MEMORIES.setdefault((case.id, compartment), Memory())
            _MEMORIES.move_to_end((case.id, compartment))
            while len(_MEMORIES) > MOST:
                _MEMORIES.popitem(last=False)
        with memory.lock:
            memory.refresh(case, compartment)
            yield memory


def _is_there(case: CaseView, compartment: UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM people_person WHERE case_id = %s AND compartment_id = %s)",
            [case.id, compartment],
        )
        (there,) = cursor.fetchone()
    return bool(there)


def _stamp(case: CaseView, compartment: UUID) -> tuple[UUID | None, ...]:
    """The last statements that changed the register: their ids, since a place in the ledger may be taken by another one."""
    found: list[UUID | None] = []
    with connection.cursor() as cursor:
        for kind in CHANGING:
            cursor.execute(
                "SELECT id FROM ledger_statement WHERE case_id = %s AND kind = %s AND compartment_id = %s"
                " ORDER BY position DESC LIMIT 1",
                [case.id, kind, compartment],
            )
            row = cursor.fetchone()
            found.append(row[0] if row else None)
    return tuple(found)


def _opened(case: CaseView, compartment: UUID, ids: list[UUID]) -> Iterator[tuple[BoxedRecord, Values]]:
    waiting = iter(ids)
    while part := list(islice(waiting, BATCH)):
        rows = list(boxed(CONDITION, case=case.id, compartment=compartment, ids=part))
        for row, record in zip(rows, opened(rows), strict=True):
            if record.values is not None:
                yield row, record.values


def let_go(person: UUID) -> None:
    """Forget at once whatever is held of a person in this process."""
    with _LOCK:
        for key in [key for key, memory in _MEMORIES.items() if memory.holds(person)]:
            del _MEMORIES[key]
    _let_go_of_words()


def _let_go_of_words() -> None:
    names.let_go()
    readings.let_go()
