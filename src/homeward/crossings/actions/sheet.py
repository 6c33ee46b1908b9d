"""One thing said or set about crossings becomes a statement, once for each form; every fault of the form is told at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, Required, TypedDict
from uuid import UUID, uuid5

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.crossings.core import entered
from homeward.crossings.records.known import Known, at_present
from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.actions.naming import Naming, short_name
from homeward.ledger.actions.writing import record_once
from homeward.ledger.core import writing
from homeward.ledger.core.entry import Entry, carried
from homeward.ledger.core.voices import FACTUALITY_OF_THE_SPEAKER, Modality, SourceKind
from homeward.ledger.models import Source, Statement
from homeward.ledger.queries.views import CaseView
from homeward.moments import Interval
from homeward.refusals import Finding, Findings, Refused

TOPIC = "crossings"
LONGEST_WORDS = 2_000


class AlreadyNamed(Refused):
    """Something of this name is there already; a space more or a capital letter makes no other."""


class NoSuchThing(Refused):
    """There is no such thing at the crossings of this case, or none that you may see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who said it, through whom and when; `words` are what was said, as it came. Times are words, read in the case's zone."""

    speaker: str = ""
    speaker_kind: str = "body"
    via: tuple[str, ...] = ()
    said: str = ""
    occurred: str = ""
    modality: str = "asserted"
    words: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What was recorded: its short name, its id, the thing it is about, and what somebody should look at."""

    ref: str
    statement: UUID
    about: UUID | None = None
    warnings: tuple[Finding, ...] = ()


class Act(TypedDict, total=False):
    """What every act comes with: of which case, the key of its form, whose act it is; `room` is a narrower compartment."""

    case: Required[CaseView]
    room: UUID | None
    once: Required[UUID]
    by: Required[Actor]
    at: Required[datetime]


class Sheet:
    """One form on its way into the ledger. `findings` gathers the faults of all its fields; doubts are told and stop nothing."""

    def __init__(
        self, verb: str, *, case: CaseView, room: UUID | None = None, once: UUID, by: Actor, at: datetime
    ) -> None:
        self.case, self.at, self.by = case, at, by
        self.room = room or case.compartment_id
        self.act = uuid5(case.id, f"crossings.{verb}|{once}")
        self.findings = Findings()
        self.naming = Naming(case, by, at, room=self.room)
        access.require(by, f"crossings.{verb}", self.room)

    @cached_property
    def known(self) -> Known:
        """All that is recorded about the crossings of the case by now."""
        return Known(at_present(self.case))

    @property
    def today(self) -> date:
        return self.at.astimezone(self.case.zone).date()

    def minted(self, given: UUID | None, kind: str) -> UUID:
        """The id of the thing: the one that is changed, which must be there, or a new one that this form always mints."""
        if given is None:
            return uuid5(self.act, kind)
        self.must_know(given, kind)
        return given

    def must_know(self, thing: UUID, kind: str, where: str = "") -> Any:
        """What is known of a thing of this kind; refuses one that is not there."""
        found = self.known.last(kind).get(str(thing))
        if found is None:
            raise NoSuchThing(where=where or str(thing), instead="See what is there: homeward crossings show.")
        return found.content

    def name(self, typed: str, kind: str, own: UUID, where: str = "name") -> str:
        """A name that no other thing of this kind has."""
        plain = entered.name(typed, where, self.findings)
        for subject, told in self.known.last(kind).items():
            if subject != str(own) and told.content.name.casefold() == plain.casefold():
                raise AlreadyNamed(where=where, instead="Change that one, or add what tells them apart.")
        return plain

    def day(self, typed: str, where: str) -> date | None:
        return entered.day(typed, where, self.findings, zone=self.case.zone, today=self.today)

    def whole(self, typed: str, where: str, *, least: int = 0, most: int = entered.MOST_PEOPLE) -> int:
        """A whole number; where it is none a fault is gathered, and 0 stands for it until the form is refused."""
        return entered.whole(typed, where, self.findings, least=least, most=most) or 0

    def source(self, words: str, where: str, kind: SourceKind = SourceKind.BODY) -> UUID:
        """The source of this name or id in the case; a new one is entered beside the statement."""
        name = entered.name(words, where, self.findings)
        for source in Source.objects.filter(case_id=self.case.id).order_by("statement_id"):
            if name.casefold() in (source.key.casefold(), str(source.id)):
                return source.id
        return self.naming.source(name, kind)

    def refuse_faults(self) -> None:
        """Refuse with every fault that was found so far."""
        if self.findings.faults:
            raise CannotBeRecorded(self.findings, instead="Mend what is named; nothing was stored.")

    def do(self, content: Any, text: str, *, about: UUID | None = None) -> Done:
        """Record an act of the desk."""
        self.refuse_faults()
        return self._record(self._entry(content, text, "d"), about)

    def say(self, content: Any, text: str, voice: Voice, *, about: UUID | None = None) -> Done:
        """Record what a voice said; `text` stands where its own words were not kept."""
        said, occurred = self._heard(voice)
        self.refuse_faults()
        modality = Modality(voice.modality)
        entry = self._entry(
            content,
            voice.words.strip() or text,
            "w",
            speaker=self.naming.source(voice.speaker, SourceKind(voice.speaker_kind)),
            chain=tuple(
                carried(self.naming.source(hand, SourceKind.OUTLET), "via") for hand in voice.via if hand.strip()
            ),
            origin=uuid5(self.case.id, f"origin|{self.act}"),
            modality=modality,
            factuality=FACTUALITY_OF_THE_SPEAKER[modality],
            said=said,
            occurred=occurred,
            topic=TOPIC,
        )
        return self._record(entry, about)

    def again(self) -> bool:
        """Whether this form was recorded before."""
        return Statement.objects.filter(id=self.act).exists()

    def _heard(self, voice: Voice) -> tuple[Interval | None, Interval | None]:
        entered.name(voice.speaker, "speaker", self.findings)
        writing.among(SourceKind, voice.speaker_kind, "speaker_kind", self.findings)
        writing.among(Modality, voice.modality, "modality", self.findings)
        for number, hand in enumerate(each for each in voice.via if each.strip()):
            entered.name(hand, f"via.{number}", self.findings)
        if len(voice.words) > LONGEST_WORDS or "\0" in voice.words:
            self.findings.fault("too-long", "words", f"At most {LONGEST_WORDS:,} characters, without NUL.")
        if not voice.said.strip():
            self.findings.fault("empty", "said", "Say when it was said, as exactly as is known.")
        said = writing.when(voice.said, "said", zone=self.case.zone, at=self.at, findings=self.findings)
        if said is not None and said.start is not None and said.start > self.at + writing.SOON:
            self.findings.fault("in-the-future", "said", "This has not been said yet.")
        occurred = writing.when(voice.occurred, "occurred", zone=self.case.zone, at=self.at, findings=self.findings)
        return said, occurred

    def _entry(self, content: Any, text: str, begins: str, **more: Any) -> Entry:
        ref = short_name(self.case.id, self.act, begins)
        return Entry(id=self.act, ref=ref, content=content, text=text, **self.naming.shared, **more)

    def _record(self, entry: Entry, about: UUID | None) -> Done:
        record_once(self.act, [*self.naming.entries, entry])
        return Done(entry.ref, self.act, about, tuple(self.findings.doubts))


def listed(words: Iterable[str]) -> str:
    """Some names in one line."""
    return ", ".join(words)
