"""One thing told about a person becomes a statement: its speaker named, its personal values sealed, once for each form."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Required, TypedDict
from uuid import UUID, uuid5

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.actions.naming import Naming, short_name, short_names
from homeward.ledger.actions.personal import sealed, sealed_under
from homeward.ledger.actions.recording import record
from homeward.ledger.actions.writing import RecordedOtherwise
from homeward.ledger.core import kinds, writing
from homeward.ledger.core.entry import Entry, StatementLink, carried
from homeward.ledger.core.voices import FACTUALITY_OF_THE_SPEAKER, Modality, SourceKind
from homeward.ledger.models import Source, Statement
from homeward.ledger.queries.personal import opened
from homeward.ledger.queries.views import CaseView
from homeward.moments import Interval
from homeward.people.actions.turns import refuse_forgotten, wait_for_forgetting
from homeward.people.core.checking import check_told
from homeward.people.core.told import Told
from homeward.people.queries.register import NoSuchPerson, known_among
from homeward.refusals import Findings
from homeward.seals import strict

TOPIC = "register"


@dataclass(frozen=True, slots=True)
class PersonTold:
    """What was recorded: of whom, under which short name, its id."""

    person: UUID
    ref: str
    statement: UUID


class Act(TypedDict, total=False):
    """What every word about a person comes with: who tells it, the key of the form, whose act it is.

    `room` is a narrower compartment than the case's own.
    """

    case: Required[CaseView]
    told: Required[Told]
    room: UUID | None
    once: Required[UUID]
    by: Required[Actor]
    at: Required[datetime]


class Telling:
    """One form about a person on its way into the ledger. `findings` gathers the faults of all its fields."""

    def __init__(
        self, word: str, *, case: CaseView, told: Told, room: UUID | None = None, once: UUID, by: Actor, at: datetime
    ) -> None:
        self.case, self.told, self.at = case, told, at
        self.room = room or case.compartment_id
        self.word = word
        self.statement = self._id(once)
        self.findings = Findings()
        self.naming = Naming(case, by, at, room=self.room)
        access.require(by, f"people.{word}", self.room)
        wait_for_forgetting()
        check_told(told, zone=case.zone, at=at, findings=self.findings)

    def about(self, *people: UUID | None) -> None:
        """Refuse people who are not in the register, as far as the actor sees it, and those who were forgotten."""
        named = {person for person in (*people, self.told.told_by) if person is not None}
        refuse_forgotten(named)
        for stranger in named - known_among(self.case, named):
            raise NoSuchPerson(where=str(stranger), instead="Find the person in the register, or enter them.")

    def when(self, words: str, where: str) -> Interval | None:
        """A time as typed; what cannot be read is a fault."""
        return writing.when(words, where, zone=self.case.zone, at=self.at, findings=self.findings)

    def refuse_faults(self) -> None:
        """Refuse with every fault that was found so far."""
        if self.findings.faults:
            raise CannotBeRecorded(self.findings, instead="Mend what is named; nothing was stored.")

    def record(
        self,
        content: Any,
        *,
        person: UUID,
        personal: Iterable[tuple[str, str]] = (),
        links: tuple[StatementLink, ...] = (),
        minted: str = "",
    ) -> PersonTold:
        """Record it unless this form was recorded before; then it must say the same. Refuses with every fault.

        `minted` is the field of the content that holds an id made by chance; the one of the first time counts.
        """
        self.refuse_faults()
        plain = {field: words for field, words in (*personal, ("words", self.told.words)) if words}
        entry = self._entry(content, links)
        held = Statement.objects.filter(id=self.statement).first()
        if held is not None:
            return self._before(held, entry, plain, minted)
        boxes = tuple(
            sealed(statement=self.statement, compartment=self.room, person=person, field=field, plain=words, at=self.at)
            for field, words in sorted(plain.items())
        )
        record([*self.naming.entries, replace(entry, sealed=boxes)])
        return PersonTold(person, entry.ref, self.statement)

    def record_each(
        self,
        contents: Callable[[UUID], Any],
        people: Collection[UUID],
        *,
        once: Callable[[UUID], UUID],
        personal: Iterable[tuple[str, str]] = (),
    ) -> list[PersonTold]:
        """Record the same of many people in one append, a statement each under the key that `once` gives it.

        What this form recorded of some of them before is not recorded again; then it must say the same.
        """
        self.refuse_faults()
        plain = {field: words for field, words in (*personal, ("words", self.told.words)) if words}
        ids = {person: self._id(once(person)) for person in people}
        held = {each.id: each for each in Statement.objects.filter(id__in=ids.values())}
        refs = short_names(self.case.id, ids.values(), "p")
        keys = access.data_keys(compartment=self.room, people=ids.keys(), at=self.at)
        entry, told, new = self._entry(None, ()), [], []
        for person, id in ids.items():
            own = replace(
                entry, id=id, ref=refs[id], content=contents(person), origin=uuid5(self.case.id, f"origin|{id}")
            )
            told.append(PersonTold(person, own.ref, id))
            if id in held:
                self._before(held[id], own, plain, "")
            else:
                new.append(replace(own, sealed=sealed_under(keys[person], id, person, plain)))
        if new:
            record([*self.naming.entries, *new])
        return told

    def _id(self, once: UUID) -> UUID:
        return uuid5(self.case.id, f"people.{self.word}|{once}")

    def _before(self, held: Statement, entry: Entry, plain: dict[str, str], minted: str) -> PersonTold:
        before = Entry.from_json(strict.loads(held.entry.encode()))
        content = replace(entry.content, **{minted: getattr(before.content, minted)}) if minted else entry.content
        same = replace(entry, content=content, sealed=before.sealed, at=before.at, by=before.by) == before
        if not same or opened(before) != plain:
            raise RecordedOtherwise(where=before.ref, instead="Correct or withdraw what was recorded, or begin anew.")
        person = before.content.sought if isinstance(before.content, kinds.SoughtTold) else before.content.person
        return PersonTold(person, before.ref, held.id)

    def _entry(self, content: Any, links: tuple[StatementLink, ...]) -> Entry:
        told, modality = self.told, Modality(self.told.modality)
        party = self._party()
        speaker = self._speaker()
        if party is not None and party != speaker:
            acting = kinds.ActsFor(source=speaker, acts_for=party)
            self.naming.enter(self.naming.act("acts_for", f"{speaker}|{party}", acting, told.speaker))
        hands = (self.naming.source(hand, SourceKind(told.via_kind)) for hand in told.via if hand.strip())
        return Entry(
            **self.naming.shared,
            id=self.statement,
            ref=short_name(self.case.id, self.statement, "p"),
            content=content,
            speaker=speaker,
            capacity=told.capacity.strip(),
            party=party,
            chain=tuple(carried(hand, "via") for hand in hands),
            origin=uuid5(self.case.id, f"origin|{self.statement}"),
            modality=modality,
            factuality=FACTUALITY_OF_THE_SPEAKER[modality],
            occurred=self.when(told.occurred, "occurred"),
            said=self.when(told.said, "said"),
            language=told.language,
            topic=TOPIC,
            links=links,
        )

    def _speaker(self) -> UUID:
        """The source who says it; a person of the register speaks as one that only their id names."""
        if self.told.told_by is not None:
            return self.naming.source(f"a person of the register ({self.told.told_by.hex[:12]})", SourceKind.UNNAMED)
        return self.naming.source(self.told.speaker, SourceKind(self.told.speaker_kind))

    def _party(self) -> UUID | None:
        words = self.told.party.strip()
        if not words:
            return None
        for party in Source.objects.filter(case_id=self.case.id, kind=SourceKind.PARTY.value):
            if words.casefold() in (party.name.casefold(), party.key.casefold(), str(party.id)):
                return party.id
        return self.naming.source(words, SourceKind.PARTY)
