"""One thing said about an agreement becomes a statement, once for each form; every fault of the form is told at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import Any, Required, TypedDict, TypeVar
from uuid import UUID, uuid5

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.actions.naming import Naming, short_name
from homeward.ledger.actions.writing import record_once
from homeward.ledger.core import kinds, writing
from homeward.ledger.core.entry import Entry, Sealed, carried
from homeward.ledger.core.figures import Op, Quantity, quantity
from homeward.ledger.core.units import converted
from homeward.ledger.core.voices import FACTUALITY_OF_THE_SPEAKER, Modality, SourceKind
from homeward.ledger.models import Source, Statement
from homeward.ledger.queries import cases
from homeward.ledger.queries.views import Asked, CaseView
from homeward.moments import Interval
from homeward.refusals import Finding, Findings, Refused
from homeward.talks.queries.stated import Said, Stated, stated

TOPIC = "agreements"
LONGEST_WORDS = 2_000
LONGEST_NAME = 200
MOST_NAMED = 50
IN_PARTS = frozenset({"minute", "kilogram", "metre", "percent", "litre"})
"""Units that have parts: more than 5 km is not 6 km or more."""

T = TypeVar("T")


class NoSuchThing(Refused):
    """There is no such agreement, obligation or word in this case, or none that you may see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who said it, through whom and when; `words` are what was said, as it came. Times are words, read in the case's zone."""

    speaker: str = ""
    speaker_kind: str = "body"
    party: str = ""
    via: tuple[str, ...] = ()
    said: str = ""
    occurred: str = ""
    modality: str = "asserted"
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """How many, as typed: "eq", "100"; "gt", "880"; "range", "5", "6"."""

    op: str = "eq"
    lo: str = ""
    hi: str = ""

    @property
    def empty(self) -> bool:
        return not (self.lo.strip() or self.hi.strip())


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


class Saying:
    """One form on its way into the ledger. `findings` gathers the faults of all its fields; doubts are told and stop nothing."""

    def __init__(
        self, verb: str, *, case: CaseView, room: UUID | None = None, once: UUID, by: Actor, at: datetime
    ) -> None:
        self.case, self.at, self.by = case, at, by
        self.room = room or case.compartment_id
        self.act = uuid5(case.id, f"talks.{verb}|{once}")
        self.findings = Findings()
        self.naming = Naming(case, by, at, room=self.room)
        access.require(by, f"talks.{verb}", self.room)

    @cached_property
    def known(self) -> Stated:
        """All that was said about agreements of the case by now."""
        now = max(self.at, cases.settled_at(self.case))
        return stated(Asked(self.case, now, now, self.case.clock, False, False, False, False))

    def agreement(self, id: UUID, where: str = "agreement") -> Said:
        """An agreement that is there; refuses one that is not."""
        return self._there(self.known.agreements, id, where, "homeward talks agreements")

    def obligation(self, id: UUID, where: str = "obligation") -> Said:
        """An obligation that is there; refuses one that is not."""
        return self._there(self.known.obligations, id, where, "homeward talks obligations")

    def _there(self, things: dict[UUID, Said], id: UUID, where: str, command: str) -> Said:
        if id not in things:
            raise NoSuchThing(where=where, instead=f"See what is there: {command}.")
        return things[id]

    def minted(self, given: UUID | None, kind: str) -> UUID:
        """The id of the thing: the one that is said anew, or a new one that this form always mints."""
        return given if given is not None else uuid5(self.act, kind)

    def words(self, typed: str, where: str, *, needed: str = "", longest: int = LONGEST_WORDS) -> str:
        """Words in one line; `needed` tells what to do where there are none and some must be."""
        plain = " ".join(typed.split())
        if needed and not plain:
            self.findings.fault("empty", where, needed)
        if len(plain) > longest:
            self.findings.fault("too-long", where, f"At most {longest:,} characters.")
        if "\0" in plain or any("\ud800" <= letter <= "\udfff" for letter in plain):
            self.findings.fault("nul", where, "There is a character here that no text may hold.")
        return plain

    def when(self, typed: str, where: str) -> Interval | None:
        """A time as typed; what cannot be read is a fault."""
        return writing.when(typed, where, zone=self.case.zone, at=self.at, findings=self.findings)

    def in_order(self, first: Interval | None, last: Interval | None, where: str) -> None:
        """Gather a fault where something would end before it starts."""
        if first and last and first.start and last.until and last.until <= first.start:
            self.findings.fault("ends-before-it-starts", where, "This ends before it starts: look at both days.")

    def many(self, typed: Many, where: str = "lo", *, unit: str = "person") -> Quantity | None:
        """How many as typed, or nothing and a fault with its field."""
        op = writing.among(Op, typed.op, "op", self.findings)
        before = len(self.findings.faults)
        lo, hi = (writing.numeral(each, name, self.findings) for each, name in ((typed.lo, "lo"), (typed.hi, "hi")))
        if op is None or len(self.findings.faults) > before:
            return None
        try:
            return quantity(op, lo, hi, whole=converted(unit)[0] not in IN_PARTS)
        except Refused as wrong:
            self.findings.fault("quantity", wrong.where or where, f"{wrong.message} {wrong.instead}".strip())
            return None

    def positive(self, typed: str, where: str) -> Decimal | None:
        """A number above nought; where it is none a fault is gathered."""
        before = len(self.findings.faults)
        value = writing.numeral(typed, where, self.findings)
        if value is None:
            if len(self.findings.faults) == before:
                self.findings.fault("empty", where, "Give a number.")
            return None
        if value <= 0:
            self.findings.fault("not-above-nought", where, f"{value} is not above nought.")
            return None
        return Decimal(value)

    def whom(self, typed: str, where: str, *, needed: str = "") -> tuple[kinds.Named, ...]:
        """Those whom words name, "/" between them; the parties of the case among them are known as such."""
        named = [part for each in typed.split("/") if (part := self.words(each, where, longest=LONGEST_NAME))]
        if needed and not named:
            self.findings.fault("empty", where, needed)
        if len(named) > MOST_NAMED:
            self.findings.fault("too-many", where, f"At most {MOST_NAMED}.")
        return tuple(kinds.Named(words=each, source=self._parties.get(each.casefold())) for each in named)

    @cached_property
    def _parties(self) -> dict[str, UUID]:
        return {
            key.casefold(): party.id
            for party in Source.objects.filter(
                case_id=self.case.id,
                kind=SourceKind.PARTY.value,
                compartment_id__in={self.case.compartment_id, self.room},
            )
            for key in (party.name, party.key)
            if key
        }

    def refuse_faults(self) -> None:
        """Refuse with every fault that was found so far."""
        if self.findings.faults:
            raise CannotBeRecorded(self.findings, instead="Mend what is named; nothing was stored.")

    def say(self, content: Any, text: str, voice: Voice, *, about: UUID | None = None) -> Done:
        """Record what a voice said; `text` stands where its own words were not kept. Refuses with every fault."""
        said, occurred = self.heard(voice)
        self.refuse_faults()
        return self._record(self.spoken(content, voice.words.strip() or text, voice, said, occurred), about)

    def spoken(
        self,
        content: Any,
        text: str,
        voice: Voice,
        said: Interval | None,
        occurred: Interval | None,
        sealed: tuple[Sealed, ...] = (),
    ) -> Entry:
        """The entry of what a voice said, once its form has no fault."""
        modality = Modality(voice.modality)
        speaker = self.naming.source(voice.speaker, SourceKind(voice.speaker_kind))
        return Entry(
            id=self.act,
            ref=short_name(self.case.id, self.act),
            content=content,
            text=text,
            speaker=speaker,
            party=self._party(voice, speaker),
            chain=tuple(
                carried(self.naming.source(hand, SourceKind.OUTLET), "via") for hand in voice.via if hand.strip()
            ),
            origin=uuid5(self.case.id, f"origin|{self.act}"),
            modality=modality,
            factuality=FACTUALITY_OF_THE_SPEAKER[modality],
            said=said,
            occurred=occurred,
            topic=TOPIC,
            sealed=sealed,
            **self.naming.shared,
        )

    def _party(self, voice: Voice, speaker: UUID) -> UUID | None:
        words = " ".join(voice.party.split())
        if not words:
            return None
        party = self._parties.get(words.casefold()) or self.naming.source(words, SourceKind.PARTY)
        if party != speaker:
            acting = kinds.ActsFor(source=speaker, acts_for=party)
            self.naming.enter(self.naming.act("acts_for", f"{speaker}|{party}", acting, voice.speaker))
        return party

    def heard(self, voice: Voice) -> tuple[Interval | None, Interval | None]:
        """When it was said and when it happened; what is wrong with who said it, when and how is gathered."""
        self.words(voice.speaker, "speaker", needed="Name who said it.", longest=LONGEST_NAME)
        self.words(voice.party, "party", longest=LONGEST_NAME)
        writing.among(SourceKind, voice.speaker_kind, "speaker_kind", self.findings)
        writing.among(Modality, voice.modality, "modality", self.findings)
        for number, hand in enumerate(voice.via):
            self.words(hand, f"via.{number}", longest=LONGEST_NAME)
        if len(voice.words) > LONGEST_WORDS or "\0" in voice.words:
            self.findings.fault("too-long", "words", f"At most {LONGEST_WORDS:,} characters, without NUL.")
        if not voice.said.strip():
            self.findings.fault("empty", "said", "Say when it was said, as exactly as is known.")
        said = self.when(voice.said, "said")
        if said is not None and said.start is not None and said.start > self.at + writing.SOON:
            self.findings.fault("in-the-future", "said", "This has not been said yet.")
        return said, self.when(voice.occurred, "occurred")

    def again(self) -> Statement | None:
        """The statement of this form, where it was recorded before."""
        return Statement.objects.filter(id=self.act).first()

    def _record(self, entry: Entry, about: UUID | None) -> Done:
        record_once(self.act, [*self.naming.entries, entry])
        return Done(entry.ref, self.act, about, tuple(self.findings.doubts))
