"""Writing down by hand: what was heard becomes statements, once, however often the form is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger.actions import recording
from homeward.ledger.actions.naming import Naming, short_name
from homeward.ledger.core import kinds, writing
from homeward.ledger.core.entry import Entry, StatedFigure, StatementLink, carried
from homeward.ledger.core.figures import FigureKind
from homeward.ledger.core.heard import Heard, HeardCondition, HeardFigure, Shown
from homeward.ledger.core.ids import case_id, local_id
from homeward.ledger.core.voices import FACTUALITY_OF_THE_SPEAKER, Modality, SourceKind
from homeward.ledger.models import Source, Statement
from homeward.ledger.queries.views import CaseView
from homeward.moments import Clock, UnknownZone, zone
from homeward.refusals import Findings, Refused, Unacceptable


class AlreadyOpened(Refused):
    """A case of this name is open already."""


class CannotBeRecorded(Unacceptable):
    """This cannot be recorded as it stands."""


class RecordedOtherwise(Refused):
    """This was recorded before with other words; what was changed since is not recorded."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was recorded: its short name, the short names of the conditions with it, and its id."""

    ref: str
    conditions: tuple[str, ...] = ()
    statement: UUID | None = None


@transaction.atomic
def open_case(
    *, slug: str, title: str, zone_name: str, about: str = "", compartment: UUID, by: Actor, at: datetime
) -> str:
    """Open an empty case, asked by the clock of recording; gives its name in addresses."""
    access.require(by, "case.open", compartment)
    findings = Findings()
    slug = slug.strip().lower()
    if not slug or not all((c.isalnum() and c.isascii()) or c in "-_" for c in slug) or len(slug) > 80:
        findings.fault("name", "slug", "A name of small letters, digits, - and _, at most 80.")
    if not title.strip():
        findings.fault("empty", "title", "Give the case a title.")
    try:
        zone(zone_name)
    except UnknownZone as unknown:
        findings.fault("zone", "zone", f"{unknown.message} {unknown.instead}".strip())
    if findings.faults:
        raise CannotBeRecorded(findings)
    case = case_id(compartment, slug)
    opened = kinds.CaseOpened(
        slug=slug, title=title.strip(), zone=zone(zone_name)[0].key, clock=Clock.RECORDED.value, about=about.strip()
    )
    entry = Entry(
        id=local_id(case, "case", slug),
        ref=f"case-{slug}",
        case=case,
        compartment=compartment,
        by=by.id,
        at=at,
        content=opened,
        text=title.strip(),
    )
    if not recording.new_among([entry], findings) or findings.faults:
        raise AlreadyOpened(where=slug, instead="Open that one, or choose another name.")
    recording.record([entry])
    return slug


@transaction.atomic
def write_down(
    *,
    case: CaseView,
    once: UUID,
    heard: Heard,
    links: tuple[StatementLink, ...] = (),
    shown: Shown | None = None,
    content: Any = None,
    findings: Findings | None = None,
    room: UUID | None = None,
    by: Actor,
    at: datetime,
) -> Recorded:
    """Record what was heard, with new sources and populations it names; sending the same form again records nothing more.

    `once` is the key of the form; `shown` is what shows it, for what was read. A `content` other than free words is of a
    kind of its own, and `findings` what was found about it; `room` is a narrower compartment. Raises CannotBeRecorded with
    every fault, each with its field, and RecordedOtherwise when other words were recorded under this key.
    """
    access.require(by, "statement.write", room or case.compartment_id)
    findings = Findings() if findings is None else findings
    writing.check(heard, zone=case.zone, at=at, findings=findings)
    if findings.faults:
        raise CannotBeRecorded(findings, instead="Mend what is named; nothing you typed is lost.")
    statement = statement_id(case, once)
    writer = _Writer(case, heard, statement, by, at, findings, shown or Shown(spans=()), room)
    entries = writer.entries(links, content)
    if findings.faults:
        raise CannotBeRecorded(findings, instead="Mend what is named; nothing you typed is lost.")
    record_once(statement, entries)
    (ref,) = (entry.ref for entry in entries if entry.id == statement)
    return Recorded(ref, tuple(entry.ref for entry in entries if entry.kind == "said.condition"), statement)


def statement_id(case: CaseView, once: UUID) -> UUID:
    """The id of the statement that is recorded under the key of a form."""
    return uuid5(case.id, f"written|{once}")


def whom(case: CaseView, words: str) -> tuple[kinds.Named, ...]:
    """Those whom words name, parted by "/", with the party of the case that each is, where it is one."""
    parties = {
        key.casefold(): party.id
        for party in Source.objects.filter(case_id=case.id, kind=SourceKind.PARTY.value)
        for key in (party.name, party.key)
    }
    named = [part.strip() for part in words.split("/") if part.strip()]
    return tuple(kinds.Named(words=part, source=parties.get(part.casefold())) for part in named)


def condition_id(statement: UUID, number: int) -> UUID:
    """The id of a condition that is recorded together with a statement, by its place on the form."""
    return uuid5(statement, f"condition|{number}")


def record_once(act: UUID, entries: list[Entry]) -> None:
    """Record these entries unless `act`, which is one of them, was recorded before; then they must say the same."""
    if not Statement.objects.filter(id=act).exists():
        recording.record(entries)
        return
    changed = Findings()
    if recording.new_among(entries, changed) or changed.faults:
        ref = next(entry.ref for entry in entries if entry.id == act)
        raise RecordedOtherwise(where=ref, instead="Correct or withdraw what was recorded, or begin anew.")


class _Writer:
    """Turns one form into entries: what it names for the first time, the statement, its conditions."""

    def __init__(
        self,
        case: CaseView,
        heard: Heard,
        statement: UUID,
        by: Actor,
        at: datetime,
        findings: Findings,
        shown: Shown,
        room: UUID | None = None,
    ) -> None:
        self.case, self.heard, self.statement, self.at = case, heard, statement, at
        self.findings, self.shown = findings, shown
        self.naming = Naming(case, by, at, room=room)

    def entries(self, links: tuple[StatementLink, ...], content: Any = None) -> list[Entry]:
        heard = self.heard
        party = self._party(heard.party) if heard.party.strip() else None
        speaker = self._source(heard.speaker, SourceKind(heard.speaker_kind), "speaker")
        if party is not None:
            self._acts_for(speaker, party)
        chain = tuple(
            carried(self._source(hand, SourceKind(heard.via_kind), "via"), "via") for hand in heard.via if hand.strip()
        )
        modality = Modality(heard.modality)
        common: dict[str, Any] = {
            **self.naming.shared,
            "speaker": speaker,
            "party": party,
            "chain": chain,
            "said": self._when(heard.said),
            "published": self.shown.published,
            "spans": self.shown.spans,
            "carried_by": self.shown.carried_by,
            "origin": self.shown.origin or uuid5(self.case.id, f"origin|{self.statement}"),
            "language": heard.language,
        }
        spoken = Entry(
            id=self.statement,
            ref=short_name(self.case.id, self.statement),
            content=content if content is not None else kinds.Plain(),
            capacity=heard.capacity.strip(),
            modality=modality,
            factuality=FACTUALITY_OF_THE_SPEAKER[modality],
            occurred=self._when(heard.occurred),
            text=heard.text.strip(),
            topic=heard.topic.strip() or (heard.figures[0].measure if heard.figures else "") or "other",
            note=heard.note.strip(),
            links=links,
            figures=tuple(self._figure(f, n) for n, f in enumerate(heard.figures) if not f.empty),
            **common,
        )
        conditions = [self._condition(c, n, common) for n, c in enumerate(heard.conditions) if not c.empty]
        return [*self.naming.entries, spoken, *conditions]

    def _when(self, words: str) -> Any:
        return writing.when(words, "", zone=self.case.zone, at=self.at, findings=Findings())

    def _party(self, words: str) -> UUID | None:
        found = Source.objects.filter(case_id=self.case.id, kind=SourceKind.PARTY.value)
        for party in found:
            if words.strip().casefold() in (party.name.casefold(), party.key.casefold(), str(party.id)):
                return party.id
        return self._source(words, SourceKind.PARTY, "party")

    def _source(self, words: str, kind: SourceKind, where: str) -> UUID:
        """The source of this name in the case; a new one is entered beside the statement that names it first."""
        known = self.naming.known(words)
        if known and known.active_from and self._said_before(known.active_from):
            self.findings.fault("before-it-existed", where, f"{known.name} is entered here from a later day on.")
        return self.naming.source(words, kind)

    def _said_before(self, start: datetime) -> bool:
        said = self._when(self.heard.said)
        return bool(said and said.until and said.until <= start)

    def _acts_for(self, speaker: UUID, party: UUID) -> None:
        if speaker != party:
            content = kinds.ActsFor(source=speaker, acts_for=party)
            self.naming.enter(self.naming.act("acts_for", f"{speaker}|{party}", content, self.heard.speaker))

    def _figure(self, figure: HeardFigure, number: int) -> StatedFigure:
        quantity = writing.counted(figure, f"figures.{number}", self.findings)
        assert quantity is not None, "checked before"
        asof = self._when(figure.asof) or self._when(self.heard.occurred) or self._when(self.heard.said)
        return StatedFigure(
            measure=figure.measure.strip(),
            population=self.naming.population(figure.population),
            population_name=" ".join(figure.population.split()),
            unit=figure.unit.strip() or "person",
            kind=FigureKind(figure.kind),
            quantity=quantity,
            asof=asof,
            asof_inferred=not figure.asof.strip(),
            part_of=self.naming.population(figure.part_of) if figure.part_of.strip() else None,
            basis=figure.basis.strip(),
        )

    def _condition(self, condition: HeardCondition, number: int, common: dict[str, Any]) -> Entry:
        identity = condition_id(self.statement, number)
        content = kinds.Condition(
            condition=identity,
            gates=condition.gates.strip(),
            demanded_by=whom(self.case, condition.demanded_by),
            demanded_of=whom(self.case, condition.demanded_of),
        )
        return Entry(
            id=identity,
            ref=short_name(self.case.id, identity, "c"),
            content=content,
            text=condition.text.strip(),
            modality=Modality.DEMANDED,
            topic=condition.gates.strip(),
            **common,
        )
