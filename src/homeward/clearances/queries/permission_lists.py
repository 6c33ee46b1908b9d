"""A permission list held against what is known, before a person takes it: what each row would change, and what is asked first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from homeward.clearances.core.decisions import Meaning, learned, met
from homeward.clearances.core.named import whole
from homeward.clearances.core.proposed import ASKING, TAKEABLE, Said, Would, would
from homeward.clearances.core.window import window
from homeward.clearances.models import Permission as Row
from homeward.clearances.queries.list_views import MetWords, PermissionLine, PermissionListView
from homeward.clearances.queries.views import AuthorityView
from homeward.clearances.queries.words import LATEST, Words, days, words_by
from homeward.ledger.core.clearance import Permission
from homeward.ledger.queries.views import Asked
from homeward.lists import queries as lists
from homeward.lists.models import List, SettledRow
from homeward.lists.queries import EntryOf, KnownVersion, NoSuchVersion
from homeward.lists.queries.standing import said as opened
from homeward.moments import Interval
from homeward.people import queries as people
from homeward.people.core.values import Values
from homeward.refusals import Findings

PAGE = 50
LEARNED_FROM = 500
"""Rows taken before from which the meaning of a list's words is known again."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a person reads a version: what its words mean, during which days it holds, which columns say so for each row.

    Days are words as typed; `from_column` and `until_column` are headings that no field of the register is for.
    """

    meaning: Meaning = field(default_factory=lambda: Meaning({}))
    valid_from: str = ""
    valid_until: str = ""
    from_column: str = ""
    until_column: str = ""


class Proposed(NamedTuple):
    """A row with what would follow from it; no `said`: nothing would be recorded."""

    entry: EntryOf
    values: Values | None
    would: Would
    said: Said | None
    valid: Interval | None
    why: str = ""


class PermissionList:
    """A version read as a permission list."""

    def __init__(self, asked: Asked, version: UUID, reading: Reading, *, at: datetime) -> None:
        self.asked, self.reading, self.at = asked, reading, at
        # A list of tomorrow may come in today: only who asks about a past day is told of none that is later.
        self.every = lists.known_versions(asked if asked.as_of_given else replace(asked, as_of=LATEST))
        found = next((each for each in self.every if each.view.id == version), None)
        if found is None:
            raise NoSuchVersion(where=str(version), instead="See the versions: homeward lists versions.")
        self.version: KnownVersion = found
        self.authority: UUID = List.objects.values_list("authority_id", flat=True).get(list_id=found.view.list)
        self.words: Words = words_by(asked, [self.authority])
        self.taken = set(
            Row.objects.filter(
                version_id=version, statement_id__in=[each.word.statement for each in self.words.every()]
            ).values_list("record_id", flat=True)
        )
        self.findings = Findings()
        self.valid = window(
            reading.valid_from, reading.valid_until, zone=asked.case.zone, at=at, findings=self.findings
        )
        entries = [each for each in lists.entries(asked, [version]) if not each.kept]
        values = {
            stood.record: stood.values
            for stood in opened([(each.record, each.person) for each in entries if each.opens])
        }
        meaning = replace(reading.meaning, before=learned(self._taken_before()))
        self.reading = replace(reading, meaning=meaning)
        self.met = met(values[each.record].decision for each in entries if each.record in values)
        self.headings = sorted({heading for each in values.values() for heading, _ in each.more})
        self.rows = self._without_twice([self._proposed(each, values.get(each.record)) for each in entries])
        self.rows += self._gone({self.words.known.shown_as(each.person) for each in entries})

    def _taken_before(self) -> Iterable[tuple[str, Permission]]:
        """The words of rows of this list that were taken, with what they were taken for: the latest of them."""
        held = {each.word.statement: each for each in self.words.every() if each.record is not None}
        rows = Row.objects.filter(list_id=self.version.view.list, statement_id__in=list(held))
        taken = sorted((held[row.statement_id] for row in rows), key=lambda each: each.word.position)[-LEARNED_FROM:]
        state = {each.record: each.word.state for each in taken}
        found = opened([(each.record, each.person) for each in taken if each.record])
        return [(stood.values.decision, said) for stood in found if (said := state[stood.record]) is not None]

    def settled_by(self) -> dict[UUID | None, UUID]:
        """The statements by which lines were put right, by the record that came of each."""
        rows = SettledRow.objects.filter(version_id=self.version.view.id, record_id__isnull=False).order_by("position")
        return {row.record_id: row.statement_id for row in rows}

    def _proposed(self, entry: EntryOf, values: Values | None) -> Proposed:
        if values is None:
            return Proposed(entry, None, Would.CLOSED, None, None)
        if entry.record in self.taken:
            return Proposed(entry, values, Would.TAKEN, None, None)
        known, state = self.reading.meaning.reads(values.decision)
        if not known:
            return Proposed(entry, values, Would.UNREAD, None, None)
        if state is None:
            return Proposed(entry, values, Would.LEFT, None, None)
        findings = Findings()
        valid = self._valid(values, findings) if state is Permission.GRANTED else None
        if findings.faults:
            return Proposed(entry, values, Would.DEFECT, None, None, findings.faults[0].message)
        first, last = days(valid.start if valid else None, valid.until if valid else None, self.asked.case.zone)
        said = Said(state, first, last)
        return Proposed(entry, values, would(said, self.words.standing(entry.person, self.authority)), said, valid)

    def _valid(self, values: Values, findings: Findings) -> Interval | None:
        """The days of a row: those of its own columns before those of the whole list."""
        more = dict(values.more)
        first = more.get(self.reading.from_column, "") if self.reading.from_column else ""
        last = more.get(self.reading.until_column, "") if self.reading.until_column else ""
        if not first and not last:
            return self.valid
        zone = self.asked.case.zone
        return window(
            first or self.reading.valid_from, last or self.reading.valid_until, zone=zone, at=self.at, findings=findings
        )

    def _without_twice(self, rows: list[Proposed]) -> list[Proposed]:
        """One person whom several rows give different answers waits for a person; the same answer counts once."""
        by_person: dict[UUID, list[Proposed]] = defaultdict(list)
        for each in rows:
            by_person[self.words.known.shown_as(each.entry.person)].append(each)
        differing = {
            person for person, those in by_person.items() if len({each.said for each in those if each.said}) > 1
        }
        seen: set[UUID] = set()
        found = []
        for each in rows:
            person = self.words.known.shown_as(each.entry.person)
            if each.would in TAKEABLE and person in differing:
                each = each._replace(would=Would.TWICE)
            elif each.would in TAKEABLE and person in seen:
                each = each._replace(would=Would.AGAIN)
            seen.add(person)
            found.append(each)
        return found

    def _gone(self, there: Collection[UUID]) -> list[Proposed]:
        """Who holds a grant by an earlier version of this list and stands on this one no more: nothing follows by itself."""
        earlier = {
            each.view.id
            for each in self.every
            if each.view.list == self.version.view.list and each.view.number < self.version.view.number
        }
        found: dict[UUID, Proposed] = {}
        for told in self.words.every():
            person = self.words.known.shown_as(told.person)
            if told.version not in earlier or person in there or told.record is None:
                continue
            standing = self.words.standing(person, self.authority)
            if any(each.word.statement == told.word.statement and each.state.value == "granted" for each in standing):
                entry = EntryOf(self.version.view.id, 0, 0, told.record, told.person, "out", True)
                found[person] = Proposed(entry, None, Would.GONE, Said(Permission.WITHDRAWN), None)
        return list(found.values())


def permission_list(
    asked: Asked,
    version: UUID,
    reading: Reading | None = None,
    *,
    part: str = "",
    otherwise: Sequence[str] = (),
    page: int = 1,
    size: int = PAGE,
    at: datetime,
) -> PermissionListView:
    """What would happen if this version were taken as it is read here; of one part the rows, page by page, with names.

    Where no part is named, the first of `otherwise` that there is.
    """
    found = PermissionList(asked, version, reading or Reading(), at=at)
    counts = Counter(each.would.value for each in found.rows)
    part = part or next((each for each in otherwise if counts[each]), "")
    chosen = [each for each in found.rows if each.would.value == part] if part else []
    shown = chosen[(page - 1) * size : page * size]
    return PermissionListView(
        version=found.version.view,
        ref=found.version.ref,
        authority=AuthorityView(found.authority, found.version.view.authority),
        counts={each.value: counts[each.value] for each in Would},
        words=_words(found),
        headings=tuple(found.headings),
        asks=sum(counts[each.value] for each in ASKING),
        takes=sum(counts[each.value] for each in TAKEABLE),
        faults=tuple((each.where, each.message) for each in found.findings.faults),
        part=part,
        count=len(chosen),
        lines=tuple(_lines(asked, found, shown)),
    )


def _words(found: PermissionList) -> tuple[MetWords, ...]:
    meaning = found.reading.meaning
    views = []
    for words, count in found.met.values():
        known, state = meaning.reads(words)
        views.append(MetWords(words, count, (state.value if state else "leave") if known else ""))
    return tuple(sorted(views, key=lambda each: (-each.count, each.words)))


def _lines(asked: Asked, found: PermissionList, shown: Iterable[Proposed]) -> Iterable[PermissionLine]:
    rows = list(shown)
    lines = {line.id: line for line in people.people_of(asked, [each.entry.person for each in rows])}
    for each in rows:
        standing = found.words.standing(each.entry.person, found.authority)
        yield PermissionLine(
            record=each.entry.record,
            person=each.entry.person,
            names=_names(each.values) or (lines[each.entry.person].names if each.entry.person in lines else ()),
            sheet=each.entry.sheet,
            row=each.entry.row,
            words=each.values.decision if each.values else "",
            would=each.would.value,
            state=each.said.state.value if each.said else "",
            valid_from=each.said.valid_from if each.said else None,
            valid_until=each.said.valid_until if each.said else None,
            before=standing[-1].state.value if standing else "",
            before_confirmed=bool(standing and standing[-1].confirmed),
            why=each.why,
        )


def _names(values: Values | None) -> tuple[str, ...]:
    return whole([name.words for name in values.names if name.label != "mother's"]) if values else ()


def taken_from(versions: Collection[UUID]) -> Mapping[UUID, int]:
    """How many permissions came of each of these versions, whatever became of them."""
    found = Counter(Row.objects.filter(version_id__in=list(versions)).values_list("version_id", flat=True))
    return {version: count for version, count in found.items() if version is not None}
