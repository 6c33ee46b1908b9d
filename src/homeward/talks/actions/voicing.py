"""One thing said or set about talks becomes a statement, once for each form; every fault of the form is told at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID, uuid5

from homeward.access import actions as access
from homeward.access import queries as access_queries
from homeward.access.models import Actor
from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.actions.naming import Naming, short_name
from homeward.ledger.actions.personal import sealed
from homeward.ledger.actions.writing import RecordedOtherwise, record_once
from homeward.ledger.core import writing
from homeward.ledger.core.entry import Entry, Sealed, carried
from homeward.ledger.core.voices import FACTUALITY_OF_THE_SPEAKER, Modality, SourceKind
from homeward.ledger.models import Source, Statement
from homeward.ledger.queries.personal import opened
from homeward.ledger.queries.views import CaseView
from homeward.moments import Interval
from homeward.refusals import Findings
from homeward.seals import strict
from homeward.talks.actions.saying import Done

LONGEST_NAME, LONGEST_WORDS = 200, 20_000
WIDER = "This would be seen by people who may not see what it is about; record it in that compartment."


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Who said it, for whom, through whom and when; `words` as they came. Times are words, read in the case's zone."""

    speaker: str = ""
    speaker_kind: str = "body"
    party: str = ""
    capacity: str = ""
    via: tuple[str, ...] = ()
    said: str = ""
    modality: str = ""
    words: str = ""
    language: str = ""


class Voicing:
    """One form on its way into the ledger. `findings` gathers the faults of all its fields; doubts are told and stop nothing."""

    def __init__(
        self, verb: str, *, case: CaseView, room: UUID | None = None, once: UUID, by: Actor, at: datetime
    ) -> None:
        self.case, self.by, self.at = case, by, at
        self.room = room or case.compartment_id
        self.act = uuid5(case.id, f"talks.{verb}|{once}")
        self.findings = Findings()
        self.naming = Naming(case, by, at, room=self.room)
        access.require(by, f"talks.{verb}", self.room)

    def minted(self, kind: str) -> UUID:
        """The id of a new thing, which this form always mints."""
        return uuid5(self.act, kind)

    def line(self, typed: str, where: str, *, needed: str = "", longest: int = LONGEST_NAME) -> str:
        """Words in one line; where they are needed and lacking, `needed` says what to give."""
        plain = " ".join(typed.split())
        if needed and not plain:
            self.findings.fault("empty", where, needed)
        self._storable(plain, where, longest)
        return plain

    def when(self, words: str, where: str) -> Interval | None:
        return writing.when(words, where, zone=self.case.zone, at=self.at, findings=self.findings)

    def source(self, words: str, where: str, kind: SourceKind, *, needed: str = "Name who it is.") -> UUID | None:
        """The source of this name, key or id in the case; a new one is entered beside the statement."""
        name = self.line(words, where, needed=needed)
        if not name:
            return None
        seen = Source.objects.filter(case_id=self.case.id, compartment_id__in={self.case.compartment_id, self.room})
        for source in seen.order_by("statement_id"):
            if name.casefold() in (source.key.casefold(), str(source.id)):
                return source.id
        return self.naming.source(name, kind)

    def must_stay_as_narrow(self, room: UUID | None, where: str) -> None:
        """A fault unless all who will see this may see the compartment of what it is about."""
        if room is None or room in (self.case.compartment_id, self.room):
            return
        if not access_queries.is_seen_only_by_those_who_see(self.room, [room]):
            self.findings.fault("wider", where, WIDER)

    def refuse_faults(self) -> None:
        """Refuse with every fault that was found so far."""
        if self.findings.faults:
            raise CannotBeRecorded(self.findings, instead="Mend what is named; nothing you typed is lost.")

    def do(self, content: Any, text: str, *, about: UUID | None = None, **more: Any) -> Done:
        """Record an act of the desk."""
        self.refuse_faults()
        return self._record(self._entry(content, text, "d", **more), about)

    def sealed(self, person: UUID, plain: Mapping[str, str]) -> tuple[Sealed, ...]:
        """Personal values under the key of the person, empty ones left out; a form that is sent again keeps those of before."""
        given = {field: words for field, words in plain.items() if words}
        if self.before is None:
            return tuple(
                sealed(statement=self.act, compartment=self.room, person=person, field=field, plain=words, at=self.at)
                for field, words in sorted(given.items())
            )
        if opened(self.before) != given:
            raise RecordedOtherwise(where=self.before.ref, instead="Withdraw what was recorded, or begin anew.")
        return self.before.sealed

    def moment(self, typed: str, where: str) -> Interval | None:
        """When something was done that may be done this minute: as typed, else now; a form that is sent again keeps its time."""
        if typed.strip():
            return self.when(typed, where)
        return self.before.occurred if self.before is not None else Interval.at(self.at)

    @cached_property
    def before(self) -> Entry | None:
        """The entry of this form, where it was recorded before."""
        held = Statement.objects.filter(id=self.act).first()
        return Entry.from_json(strict.loads(held.entry.encode())) if held is not None else None

    def storable(self, words: str, where: str, *, needed: str = "") -> str:
        """Words that are sealed as they came; where they are needed and lacking, `needed` says what to give."""
        if needed and not words.strip():
            self.findings.fault("empty", where, needed)
        self._storable(words, where, LONGEST_WORDS)
        return words.strip()

    def said(self, voice: Telling, *, words_needed: bool = False) -> Interval | None:
        """When it was said, once everything about the voice was looked at."""
        writing.among(SourceKind, voice.speaker_kind, "speaker_kind", self.findings)
        if voice.modality:
            writing.among(Modality, voice.modality, "modality", self.findings)
        for where in ("party", "capacity"):
            self.line(getattr(voice, where), where)
        self.line(voice.speaker, "speaker", needed='Name who said it; "a diplomatic source" is a name too.')
        for number, hand in enumerate(each for each in voice.via if each.strip()):
            self.line(hand, f"via.{number}")
        self._storable(voice.words, "words", LONGEST_WORDS)
        if words_needed and not voice.words.strip():
            self.findings.fault("empty", "words", "Write the words, as they came.")
        if not voice.said.strip():
            self.findings.fault("empty", "said", "Say when it was said, as exactly as is known.")
        said = self.when(voice.said, "said")
        if said is not None and said.start is not None and said.start > self.at + writing.SOON:
            self.findings.fault("in-the-future", "said", "This has not been said yet.")
        return said

    def say(
        self,
        content: Any,
        text: str,
        voice: Telling,
        *,
        said: Interval | None,
        otherwise: Modality = Modality.ASSERTED,
        about: UUID | None = None,
        **more: Any,
    ) -> Done:
        """Record what a voice said; `text` stands where its own words were not kept, `otherwise` where no modality was."""
        self.refuse_faults()
        modality = Modality(voice.modality) if voice.modality else otherwise
        if voice.party.strip() and "party" not in more:
            more["party"] = self.source(voice.party, "party", SourceKind.PARTY)
        if voice.capacity.strip():
            more["capacity"] = voice.capacity.strip()
        entry = self._entry(
            content,
            voice.words.strip() or text,
            "w",
            speaker=self.source(voice.speaker, "speaker", SourceKind(voice.speaker_kind)),
            chain=tuple(
                carried(self.naming.source(hand, SourceKind.OUTLET), "via") for hand in voice.via if hand.strip()
            ),
            origin=uuid5(self.case.id, f"origin|{self.act}"),
            modality=modality,
            factuality=FACTUALITY_OF_THE_SPEAKER[modality],
            said=said,
            language=voice.language.strip(),
            **more,
        )
        return self._record(entry, about)

    def _storable(self, words: str, where: str, longest: int) -> None:
        if len(words) > longest:
            self.findings.fault("too-long", where, f"At most {longest:,} characters.")
        if "\0" in words or any("\ud800" <= letter <= "\udfff" for letter in words):
            self.findings.fault("nul", where, "There is a character here that no text may hold.")

    def _entry(self, content: Any, text: str, begins: str, **more: Any) -> Entry:
        ref = short_name(self.case.id, self.act, begins)
        return Entry(id=self.act, ref=ref, content=content, text=text, **self.naming.shared, **more)

    def _record(self, entry: Entry, about: UUID | None) -> Done:
        record_once(self.act, [*self.naming.entries, entry])
        return Done(entry.ref, self.act, about, tuple(self.findings.doubts))
