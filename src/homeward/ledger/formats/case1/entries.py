"""A case file as entries of the ledger: every part becomes statements, with ids that are the same at each loading.

Loading twice changes nothing, a changed text under an old id is a fault.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.ledger.core import kinds
from homeward.ledger.core.entry import ChainStep, Entry, Span, StatedFigure, StatementLink, carried
from homeward.ledger.core.ids import case_id, local_id
from homeward.ledger.core.voices import FACTUALITY_OF_THE_SPEAKER, SourceKind, Stance
from homeward.ledger.formats.case1 import form, speakers
from homeward.ledger.formats.case1.agreed import Agreed
from homeward.moments import Clock, Interval, Precision

SURROUNDINGS = 40
"""Code points kept before and after a quote, so that it is found again in a text that moved a little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An original that goes beside the entries: the text of a publication, or the file itself."""

    id: UUID
    digest: bytes
    media_type: str
    language: str
    text: str
    bytes: bytes


def entries(case: form.CaseFile, *, compartment: UUID, by: UUID, at: datetime) -> Iterator[Entry]:
    """All entries of a case file, in an order in which nothing is named before it is there."""
    yield from Writer(case, compartment, by, at).all()


def originals(case: form.CaseFile, *, compartment: UUID) -> list[Kept]:
    """The texts that the file carries, to be kept under their digests."""
    case_uuid = case_id(compartment, case.id)
    return [
        kept_text(local_id(case_uuid, "document", text.id), text.text, text.language or "") for text in case.documents
    ]


def kept_text(document: UUID, text: str, language: str) -> Kept:
    """A text as an original: its bytes are its UTF-8 form."""
    data = text.encode()
    return Kept(
        id=document,
        digest=hashlib.sha256(data).digest(),
        media_type="text/plain; charset=utf-8",
        language=language,
        text=text,
        bytes=data,
    )


class Writer:
    """Turns one file into entries; holds what every entry of the file shares."""

    def __init__(self, case: form.CaseFile, compartment: UUID, by: UUID, at: datetime) -> None:
        self.file = case
        self.case = case_id(compartment, case.id)
        self.shared: dict[str, Any] = {"case": self.case, "compartment": compartment, "by": by, "at": at}
        self.ids: dict[tuple[str, str], UUID] = {}
        self.parties = {party.id: self.id("source", f"party:{party.id}") for party in case.parties}
        self.taken = {row.id for row in case.statements} | _named_twice(case)
        self.reader = speakers.Reader(case.parties, case.sources)
        self.voices: dict[str, speakers.Speaker] = {}
        self.texts = {text.id: text for text in case.documents}
        self.published = {source.key: source.published for source in case.sources}

    def id(self, kind: str, local: str) -> UUID:
        if (known := self.ids.get((kind, local))) is None:
            known = self.ids[kind, local] = local_id(self.case, kind, local)
        return known

    def all(self) -> Iterator[Entry]:
        yield self._opening()
        yield from self._sources()
        yield from self._documents()
        yield from self._populations()
        yield from self._channels()
        yield from Agreed(self).entries()
        for row in self.file.statements:
            yield self._statement(row)

    def _act(self, kind: str, local: str, content: Any, **more: Any) -> Entry:
        return Entry(id=self.id(kind, local), ref=f"{kind}-{local}", content=content, **self.shared, **more)

    def _opening(self) -> Entry:
        file = self.file
        opened = kinds.CaseOpened(
            slug=file.id, title=file.title, zone=file.zone.key, clock=Clock.SAID.value, about=file.about
        )
        return self._act("case", file.id, opened, text=file.title)

    # Sources ----------------------------------------------------------------------------------------------------------

    def _sources(self) -> Iterator[Entry]:
        for party in self.file.parties:
            active = _between(party.since, party.until)
            yield self._source(
                f"party:{party.id}", party.name, SourceKind.PARTY, key=party.id, role=party.role, active=active
            )
        named: set[str] = set()
        for document in self.file.sources:
            if document.outlet not in named:
                named.add(document.outlet)
                yield self._source(f"outlet:{document.outlet}", document.outlet, SourceKind.OUTLET)
        for row in self.file.statements:
            yield from self._speaker(row.speaker, named)
            for hand in row.via:
                yield from self._hand(hand, named)

    def _speaker(self, text: str, named: set[str]) -> Iterator[Entry]:
        if not text or text in self.voices:
            return
        speaker = self.reader.read(text)
        self.voices[text] = speaker
        for hand in speaker.chain:
            yield from self._hand(hand.name, named)
        name, kind = _name(speaker), speaker.voices[0].kind if speaker.voices else SourceKind.UNNAMED
        yield self._source(f"speaker:{text}", name, kind, key=text if name != text else "", role=_capacity(speaker))
        if speaker.party is not None:
            acts = kinds.ActsFor(source=self._voice(text), acts_for=self.parties[speaker.party.party], inferred="yes")
            yield self._act("acts_for", text, acts, text=name)

    def _hand(self, name: str, named: set[str]) -> Iterator[Entry]:
        if name not in named:
            named.add(name)
            yield self._source(f"outlet:{name}", name, SourceKind.OUTLET)

    def _source(
        self, local: str, name: str, kind: SourceKind, *, key: str = "", role: str = "", active: Interval | None = None
    ) -> Entry:
        source = self.id("source", local)
        named = kinds.SourceNamed(source=source, name=name, source_kind=kind, key=key, role=role, active=active)
        return self._act("source", local, named, text=name)

    def _voice(self, text: str) -> UUID:
        return self.id("source", f"speaker:{text}")

    def _outlet(self, name: str) -> UUID:
        return self.id("source", f"outlet:{name}")

    # Documents, populations, channels ---------------------------------------------------------------------------------

    def _documents(self) -> Iterator[Entry]:
        for source in self.file.sources:
            publication = kinds.DocumentNamed(
                publication=self.id("publication", source.key),
                outlet=self._outlet(source.outlet),
                key=source.key,
                url=source.url,
                medium=source.kind,
                published=source.published,
            )
            yield self._act("publication", source.key, publication, text=source.outlet, published=source.published)
        for text in self.file.documents:
            kept = kept_text(self.id("document", text.id), text.text, text.language or "")
            received = kinds.DocumentReceived(
                document=kept.id,
                digest=kept.digest.hex(),
                text_digest=kept.digest.hex(),
                media_type=kept.media_type,
                title=text.id,
                publication=self.id("publication", text.source) if text.source else None,
            )
            yield self._act("document", text.id, received, text=text.id, language=text.language)

    def _populations(self) -> Iterator[Entry]:
        named: dict[str, None] = {}
        for row in self.file.statements:
            for figure in row.figures:
                named[figure.population] = None
                if figure.part_of:
                    named[figure.part_of] = None
        for name in named:
            population = kinds.PopulationNamed(population=self.id("population", name), name=name)
            yield self._act("population", name, population, text=name)

    def _channels(self) -> Iterator[Entry]:
        for channel in self.file.channels:
            opened = kinds.ChannelOpened(
                channel=self.id("channel", channel.id),
                name=channel.name,
                parties=self._listed(channel.parties),
                mediators=self._listed(channel.mediators),
                covers=channel.covers,
            )
            yield self._act("channel", channel.id, opened, text=channel.name)

    def _listed(self, ids: tuple[str, ...]) -> tuple[kinds.Named, ...]:
        return tuple(kinds.Named(words=party, source=self.parties[party]) for party in ids)

    def earliest(self, source: tuple[str, ...]) -> Interval | None:
        dated = [day for key in source if (day := self.published[key]) is not None and day.start is not None]
        return min(dated, key=lambda day: (day.start, day.until is None, day.until), default=None)

    # Statements -------------------------------------------------------------------------------------------------------

    def _statement(self, row: form.StatementRow) -> Entry:
        voice = self.voices.get(row.speaker)
        stated = self.parties.get(row.party) if row.party else None
        inferred = self.parties[voice.party.party] if voice is not None and voice.party and stated is None else None
        own = [form.in_words(correction.written) for correction in row.corrects if correction.aim is None]
        note = "; ".join(filter(None, [row.note, *(f"corrects {numbers}" for numbers in own)]))
        return Entry(
            id=self.id("statement", row.id),
            ref=row.id,
            speaker=self._voice(row.speaker) if row.speaker else None,
            capacity=row.capacity or (_capacity(voice) if voice else ""),
            party=stated or inferred,
            party_inferred=inferred is not None,
            chain=self._chain(row, voice),
            origin=self.id("origin", row.origin),
            origin_doubtful=row.origin_doubtful,
            modality=row.modality,
            factuality=FACTUALITY_OF_THE_SPEAKER[row.modality],
            occurred=row.event_date,
            said=row.said_on,
            published=self.earliest(row.source),
            text=row.text,
            topic=row.topic or _topic(row),
            figures=tuple(self._figure(row, figure) for figure in row.figures),
            spans=tuple(self._span(span) for span in row.spans),
            carried_by=tuple(self.id("publication", key) for key in row.source),
            links=tuple(self._links(row)),
            note=note,
            check=row.check,
            **self.shared,
        )

    def _chain(self, row: form.StatementRow, voice: speakers.Speaker | None) -> tuple[ChainStep, ...]:
        told = [carried(self._outlet(hand.name), hand.wording.value) for hand in (voice.chain if voice else ())]
        return (*told, *(carried(self._outlet(hand), "via") for hand in row.via))

    def _figure(self, row: form.StatementRow, figure: form.FigureRow) -> StatedFigure:
        asof = figure.asof
        inferred = asof is None and figure.window is None
        if asof is None:
            asof = figure.window or row.event_date or row.said_on
        return StatedFigure(
            measure=figure.measure,
            population=self.id("population", figure.population),
            population_name=figure.population,
            unit=figure.unit,
            kind=figure.kind,
            quantity=figure.quantity,
            asof=asof,
            asof_inferred=inferred and asof is not None,
            window=figure.window,
            part_of=self.id("population", figure.part_of) if figure.part_of else None,
            basis=figure.basis,
            by=self.id("publication", figure.by) if figure.by else None,
        )

    def _span(self, span: form.SpanRow) -> Span:
        text = self.texts[span.document].text
        return Span(
            document=self.id("document", span.document),
            start=span.start,
            end=span.end,
            exact=text[span.start : span.end],
            prefix=text[max(0, span.start - SURROUNDINGS) : span.start],
            suffix=text[span.end : span.end + SURROUNDINGS],
        )

    def _links(self, row: form.StatementRow) -> Iterator[StatementLink]:
        for stance, aims in (
            (Stance.SUPERSEDES, row.supersedes),
            (Stance.CORRECTS, tuple(c.aim for c in row.corrects if c.aim is not None)),
            (Stance.CONTRADICTS, row.contradicts),
        ):
            for aim in aims:
                yield StatementLink(stance=stance, to=self.id("statement", aim.statement), figure=aim.figure)


def _named_twice(case: form.CaseFile) -> set[str]:
    """The ids that two sorts of part share; a short name must lead to one of them."""
    counted = Counter(condition.id for condition in case.conditions)
    counted.update(agreement.id for agreement in case.agreements)
    counted.update(part.id for agreement in case.agreements for part in agreement.obligations)
    counted.update(part.id for agreement in case.agreements for part in agreement.rules)
    return {id for id, count in counted.items() if count > 1}


def _name(speaker: speakers.Speaker) -> str:
    """The speaker as written, without the hands that the words went through."""
    return " and ".join(voice.words for voice in speaker.voices) or speaker.words


def _capacity(speaker: speakers.Speaker) -> str:
    """In what role the first voice spoke, where the text says so."""
    first = speaker.voices[0] if speaker.voices else None
    return (first.office or (first.body if first.name else "")) if first else ""


def _topic(row: form.StatementRow) -> str:
    """What a statement is about when nobody said: what its first figure counts, else other."""
    return row.figures[0].measure if row.figures else "other"


def _between(since: Interval | None, until: Interval | None) -> Interval | None:
    if since is None and until is None:
        return None
    start, end = (since.start if since else None), (until.until if until else None)
    words = f"{since.words if since else ''}..{until.words if until else ''}"
    if start is None and end is None:
        return Interval.unread(words)
    return Interval(start, end, Precision.OPEN if start is None or end is None else Precision.DAY, words)
