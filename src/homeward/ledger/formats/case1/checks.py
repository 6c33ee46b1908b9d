"""What no single part can tell: whether all that one part names in another is there, and whether the times can be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from graphlib import CycleError, TopologicalSorter
from typing import Protocol

from homeward.ledger.core.figures import FigureKind
from homeward.ledger.core.voices import Modality
from homeward.ledger.formats.case1 import speakers
from homeward.ledger.formats.case1.form import (
    CaseFile,
    DocumentText,
    Obligation,
    Party,
    Reference,
    Rule,
    SourceDocument,
    StatementRow,
)
from homeward.ledger.formats.case1.part import near, quoted
from homeward.moments import Interval
from homeward.refusals import Findings

A_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)
MOST_CIRCLES = 20
AHEAD = frozenset({FigureKind.PLAN, FigureKind.LIST, FigureKind.RULE})
"""Figures of these kinds speak about days to come even when they are asserted."""


class _Placed(Protocol):
    @property
    def place(self) -> str: ...
    @property
    def id(self) -> str: ...


def check(case: CaseFile, findings: Findings) -> None:
    """Tell every name that leads nowhere and every time that contradicts another."""
    for parts in (case.parties, case.channels, case.agreements, case.conditions, case.documents, case.expect):
        _unique(parts, findings)
    parties = {party.id: party for party in case.parties}
    sources = {source.key: source for source in case.sources}
    _channels(case, parties, findings)
    _agreements(case, sources, findings)
    for condition in case.conditions:
        _known_sources(condition.source, sources, f"{condition.place}.source", findings)
    documents = _documents(case, sources, findings)
    _Statements(case, parties, sources, documents, findings).check()


def _unique(parts: Iterable[_Placed], findings: Findings) -> None:
    seen: dict[str, str] = {}
    for part in parts:
        if part.id in seen:
            findings.fault("duplicate-id", part.place, f"The id {quoted(part.id)} is that of {seen[part.id]} already.")
        elif part.id:
            seen[part.id] = part.place


def _channels(case: CaseFile, parties: Mapping[str, Party], findings: Findings) -> None:
    for channel in case.channels:
        for name, ids in (("parties", channel.parties), ("mediators", channel.mediators)):
            for id in ids:
                if id not in parties:
                    _unknown("party", id, parties, f"{channel.place}.{name}", findings)


def _agreements(case: CaseFile, sources: Mapping[str, SourceDocument], findings: Findings) -> None:
    elsewhere: dict[str, str] = {}
    for agreement in case.agreements:
        _unique(agreement.obligations, findings)
        _unique(agreement.rules, findings)
        owed: tuple[Obligation | Rule, ...] = (*agreement.obligations, *agreement.rules)
        for part in owed:
            _known_sources(part.source, sources, f"{part.place}.source", findings)
            if elsewhere.setdefault(part.id, agreement.place) != agreement.place:
                findings.note(
                    "same-id-elsewhere", part.place, f"The id {quoted(part.id)} stands in another agreement too."
                )


def _known_sources(keys: tuple[str, ...], known: Mapping[str, SourceDocument], place: str, findings: Findings) -> None:
    for key in keys:
        if key not in known:
            _unknown("source", key, known, place, findings)


def _unknown(what: str, id: str, known: Collection[str], place: str, findings: Findings) -> None:
    findings.fault(
        f"unknown-{what}", place, f"There is no {what} {quoted(id)} in this file.{near(id, known, findings)}"
    )


def _documents(case: CaseFile, sources: Mapping[str, SourceDocument], findings: Findings) -> Mapping[str, DocumentText]:
    for document in case.documents:
        if document.source and document.source not in sources:
            _unknown("source", document.source, sources, f"{document.place}.source", findings)
    return {document.id: document for document in case.documents}


def after(one: Interval, other: Interval) -> bool:
    """Whether one interval lies wholly after the other."""
    if one.start is None or other.until is None:
        return False
    return one.start > other.until or (one.start == other.until and other.start != other.until)


def between(one: Interval, later: Interval) -> timedelta:
    """The time from the end of one interval to the start of a later one; none where it is open."""
    return later.start - one.until if later.start and one.until else timedelta(0)


class _Statements:
    """The checks of statements, with what they share looked up once."""

    def __init__(
        self,
        case: CaseFile,
        parties: Mapping[str, Party],
        sources: Mapping[str, SourceDocument],
        documents: Mapping[str, DocumentText],
        findings: Findings,
    ) -> None:
        self.rows = case.statements
        self.parties = parties
        self.sources = sources
        self.documents = documents
        self.findings = findings
        self.ids = {row.id: len(row.figures) for row in case.statements}
        self.populations = {figure.population for row in case.statements for figure in row.figures}
        self.published: dict[tuple[str, ...], Interval | None] = {}
        self.lived = {id: party for id, party in parties.items() if party.since or party.until}
        self.voices = speakers.Reader(case.parties, case.sources) if self.lived else None

    def check(self) -> None:
        for row in self.rows:
            if row.source not in self.published:
                self.published[row.source] = _latest([self.sources[key] for key in row.source if key in self.sources])
            self.names(row)
            self.times(row)
            if row.figures:
                self.figures(row)
            if row.spans:
                self.spans(row)
            if self.lived:
                self.existed(row)
        self.circles()

    def names(self, row: StatementRow) -> None:
        _known_sources(row.source, self.sources, f"{row.place}.source", self.findings)
        if not row.source:
            self.findings.note("no-source", f"{row.place}.source", "No publication stands behind this statement.")
        if row.party and row.party not in self.parties:
            _unknown("party", row.party, self.parties, f"{row.place}.party", self.findings)
        for reference in row.supersedes:
            self.reference(row, reference, "supersedes")
        for reference in row.contradicts:
            self.reference(row, reference, "contradicts")
        for correction in row.corrects:
            if correction.aim:
                self.reference(row, correction.aim, "corrects")

    def reference(self, row: StatementRow, reference: Reference, name: str) -> None:
        place = f"{row.place}.{name}"
        figures = self.ids.get(reference.statement)
        if figures is None:
            _unknown("statement", reference.statement, self.ids, place, self.findings)
        elif reference.figure > figures:
            message = f"The statement {quoted(reference.statement)} has no figure #{reference.figure}."
            self.findings.fault("unknown-figure", place, message)
        elif reference.statement == row.id and not reference.figure:
            self.findings.fault("of-itself", place, "A statement cannot stand so to itself.")

    def times(self, row: StatementRow) -> None:
        said = row.said_on
        if said is None:
            return
        published = self.published[row.source]
        if published is not None and after(said, published):
            self.too_late(row, said, published)
        event = row.event_date
        if event is not None and event is not said and row.modality is Modality.ASSERTED and after(event, said):
            self.ahead(row, event, said)

    def too_late(self, row: StatementRow, said: Interval, published: Interval) -> None:
        place = f"{row.place}.said_on"
        # A publication is dated by the clock of its outlet, which may be behind that of the case by most of a day.
        if between(published, said) < A_DAY:
            message = "It was said on the day after the last of its publications; their clocks may differ."
            self.findings.note("said-after-published", place, message)
        else:
            message = "It was said after all its publications had appeared."
            self.findings.doubt("said-after-published", place, message)

    def ahead(self, row: StatementRow, event: Interval, said: Interval) -> None:
        place, message = f"{row.place}.event_date", "It is asserted, yet lies after the day on which it was said."
        # Plans of the days to come are often put as facts; what lies farther ahead is rather a slip in a date.
        if between(said, event) < A_WEEK or (row.figures and all(figure.kind in AHEAD for figure in row.figures)):
            self.findings.note("event-ahead", place, message)
        else:
            self.findings.doubt("event-ahead", place, message)

    def figures(self, row: StatementRow) -> None:
        for figure in row.figures:
            if figure.by:
                if figure.by not in self.sources:
                    _unknown("source", figure.by, self.sources, f"{figure.place}.by", self.findings)
                elif figure.by not in row.source:
                    message = f"The publication {quoted(figure.by)} is not among those of the statement."
                    self.findings.note("by-of-another", f"{figure.place}.by", message)
            if figure.part_of:
                self.part_of(figure.part_of, figure.population, figure.place)

    def part_of(self, whole: str, part: str, place: str) -> None:
        if whole == part:
            self.findings.doubt("part-of-itself", f"{place}.part_of", "A population is no part of itself.")
        elif whole not in self.populations:
            message = f"No figure of this file counts {quoted(whole)}.{near(whole, self.populations, self.findings)}"
            self.findings.note("uncounted-whole", f"{place}.part_of", message)

    def spans(self, row: StatementRow) -> None:
        for span in row.spans:
            document = self.documents.get(span.document)
            if document is None:
                if span.document:
                    _unknown("document", span.document, self.documents, f"{span.place}.document", self.findings)
                continue
            if not 0 <= span.start < span.end <= len(document.text):
                message = f"{span.start} to {span.end} is no stretch of the {len(document.text)} characters."
                self.findings.fault("span-outside", span.place, message)
            if document.source not in row.source:
                message = f"It points into a text of {quoted(document.source)}, which is not among its publications."
                self.findings.doubt("span-of-another", span.place, message)

    def existed(self, row: StatementRow) -> None:
        """Nobody speaks before being there; where the party is only inferred, that is a doubt."""
        inferred = not row.party
        id = row.party or (self.voices.party(row.speaker) if self.voices else "")
        party = self.lived.get(id)
        if party is None or row.said_on is None:
            return
        tell = self.findings.doubt if inferred else self.findings.fault
        place = f"{row.place}.said_on"
        if party.since and after(party.since, row.said_on):
            tell("before-speaker", place, f"It was said before {party.id!r} existed ({party.since.words}).")
        if party.until and after(row.said_on, party.until):
            tell("after-speaker", place, f"It was said when {party.id!r} existed no more ({party.until.words}).")

    def circles(self) -> None:
        """No statement supersedes itself by way of others."""
        graph = {
            row.id: {each.statement for each in row.supersedes if each.statement != row.id}
            for row in self.rows
            if row.supersedes
        }
        for _ in range(MOST_CIRCLES):
            try:
                TopologicalSorter(graph).prepare()
            except CycleError as found:
                circle: list[str] = found.args[1]
                members = set(circle)
                place = next(row.place for row in self.rows if row.id in members)
                message = f"These supersede one another: {quoted(', '.join(sorted(members)))}."
                self.findings.fault("in-a-circle", f"{place}.supersedes", message)
                del graph[next(id for id in circle if id in graph)]
            else:
                return


def _latest(documents: Iterable[SourceDocument]) -> Interval | None:
    """The day of the last publication; none when one of them is not dated."""
    latest: Interval | None = None
    at: datetime | None = None
    for document in documents:
        until = document.published.until if document.published else None
        if until is None:
            return None
        if at is None or until > at:
            latest, at = document.published, until
    return latest
