"""A paper with everything that was read in it and decided about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from homeward.access import queries as access
from homeward.ledger.core.heard import Heard
from homeward.ledger.queries.views import CaseView
from homeward.reading.core.differing import differences, overlap
from homeward.reading.core.layers import Found, Layers
from homeward.reading.core.marking import ROLES, Places, marked, places_of
from homeward.reading.core.printed import Printed
from homeward.reading.core.words import words
from homeward.reading.core.written_down import as_heard
from homeward.reading.engines.readers import rules_for
from homeward.reading.formats.predictions import statement_form
from homeward.reading.models import Copy, Decision, Proposal, Reading, State, Verdict
from homeward.reading.queries import decisions, models
from homeward.reading.queries.copies import confirmed_in_copies, of_the_same_words
from homeward.reading.queries.papers import day_in, paper, papers_named, printed, text_of
from homeward.reading.queries.standing import paired, standing
from homeward.reading.queries.views import (
    CopyView,
    DifferenceView,
    OtherView,
    PlaceView,
    ProposalView,
    ReadingView,
    SheetOfReading,
)
from homeward.refusals import Refused

KEPT = frozenset({Verdict.CONFIRMED.value, Verdict.REFUSED.value, Verdict.MISSED.value})

BESIDE = 0.2
"""Share of the words of two proposals, of both together, from which on they are set side by side."""


def sheet(case: CaseView, document: UUID) -> SheetOfReading:
    """The paper, its text, the last reading of each reader, the proposals in the order of the text."""
    view, text = paper(case, document), text_of(case, document)
    about = printed(case, view)
    readings = _readings(document)
    rows = decisions.last_rows(document)
    proposals = _standing(document, _proposals(document, text, about, readings, rows))
    return SheetOfReading(
        paper=view,
        text=text,
        published_on=day_in(case, view.published),
        readings=tuple(readings),
        proposals=tuple(sorted(proposals, key=lambda each: (each.start, each.number))),
        unread=tuple(_unread(text, document, proposals)),
        copies=tuple(_copies(case, document)),
        may_ask_model=models.model_allowed(case.compartment_id),
        model_name=models.model_named(),
    )


def read_at(case: CaseView, document: UUID, places: Places) -> Heard:
    """What stands at places that a person marked, with what the rules of its language read off the words there.

    Raises NotAPlace when one of them is not in the text, or none is of the content.
    """
    view, text = paper(case, document), text_of(case, document)
    about = printed(case, view)
    told = marked(text, places)
    try:
        _, rules = rules_for(text)
    except Refused:
        return as_heard(text, told, about)
    source, cue, content = (places_of(told)[role] for role in ROLES)
    layers = Layers(words(text), rules, lambda start, end: [], about.published)
    read = layers.proposal(Found(source, cue, content, 1.0), [], (), [], 0)
    found = {**statement_form(text, read), **{role: told[role] for role in ROLES}}
    if not source and not cue and found["modality"] == "asserted":
        found["modality"] = told["modality"]
    return as_heard(text, found, about)


def _readings(document: UUID) -> list[ReadingView]:
    """The last reading of each reader, the built-in ones first; where that one waits or failed, also the last that was read."""
    rows: dict[tuple[bool | str, bool], Reading] = {}
    for row in Reading.objects.filter(document_id=document).order_by("asked_at", "id"):
        key = row.built_in or row.reader
        rows[key, row.state == State.READ] = row
        if row.state == State.READ:
            rows.pop((key, False), None)
    names = access.names_of({row.asked_by for row in rows.values()})
    found = [
        ReadingView(
            row.id,
            row.reader,
            row.model,
            row.language,
            row.built_in,
            row.state,
            row.why,
            tuple(row.told),
            names.get(row.asked_by, ""),
            row.asked_at,
            row.done_at,
        )
        for row in rows.values()
    ]
    return sorted(found, key=lambda each: (not each.built_in, each.reader, each.state != State.READ))


def _proposals(
    document: UUID, text: str, about: Printed, readings: Sequence[ReadingView], rows: Mapping[UUID, Decision]
) -> list[ProposalView]:
    by_reading = {reading.id: reading for reading in readings}
    found: dict[UUID, list[Proposal]] = defaultdict(list)
    order = {reading.id: place for place, reading in enumerate(readings)}
    stored = Proposal.objects.filter(document_id=document, reading_id__in=by_reading)
    for each in sorted(stored, key=lambda row: (order[row.reading_id], row.number)):
        found[each.proposal_id].append(each)
    names = access.names_of({row.decided_by for row in rows.values()})
    views = [
        _view(text, about, same[0], tuple(by_reading[each.reading_id].reader for each in same), rows, names, same[1:])
        for same in found.values()
    ]
    views += [_kept(text, about, row, names) for key, row in rows.items() if key not in found and row.verdict in KEPT]
    return _side_by_side(views) if len(readings) > 1 else views


def _view(
    text: str,
    about: Printed,
    row: Proposal,
    readers: tuple[str, ...],
    rows: Mapping[UUID, Decision],
    names: dict[UUID, str],
    also: Sequence[Proposal],
) -> ProposalView:
    decision = rows.get(row.proposal_id)
    others = [
        OtherView(reader, row.proposal_id, True, _differing(row.found, other.found))
        for reader, other in zip(readers[1:], also, strict=True)
    ]
    # What was recorded is shown where the person who confirmed it put it.
    shown = decision.made if decision and decision.made and decision.verdict == Verdict.CONFIRMED else row.found
    return ProposalView(
        id=row.proposal_id,
        number=row.number,
        source=_places(text, shown["source"]),
        cue=_places(text, shown["cue"]),
        content=_places(text, shown["content"]),
        confidence=row.confidence,
        found=row.found,
        heard=as_heard(text, row.found, about),
        readers=readers,
        others=tuple(others),
        decision=decisions.view(decision, names) if decision and decision.verdict != "taken_back" else None,
    )


def _kept(text: str, about: Printed, row: Decision, names: dict[UUID, str]) -> ProposalView:
    """What was decided and no reading shown proposes: what a person marked, or what an earlier reading had found."""
    found = (row.made if row.verdict == Verdict.CONFIRMED else row.found) or row.found or row.made or {}
    return ProposalView(
        id=row.proposal_id,
        number=0,
        source=_places(text, found["source"]),
        cue=_places(text, found["cue"]),
        content=_places(text, found["content"]),
        confidence=float(found.get("confidence", 1.0)),
        found=found,
        heard=as_heard(text, found, about),
        readers=(row.reader,) if row.reader else (),
        others=(),
        decision=decisions.view(row, names),
    )


def _standing(document: UUID, views: list[ProposalView]) -> list[ProposalView]:
    """Each with the statement of the ledger that stands at its words, and with that of the same words in a near-copy; its own
    is told by its decision."""
    open_ones = {each.id: each.places_of_content for each in views if each.decision is None}
    own = {each.decision.ref for each in views if each.decision and each.decision.verdict == "confirmed"}
    recorded = [one for one in standing(document) if one.ref not in own]
    refs = {one.id: one.ref for one in recorded}
    known = {proposal: refs[statement] for statement, proposal in paired(recorded, open_ones).items()}
    near = confirmed_in_copies(document)
    placed = []
    for each in views:
        told = of_the_same_words(near, each.heard.text) if each.decision is None else None
        placed.append(replace(each, stands_as=known.get(each.id, ""), same_as=told.ref if told else ""))
    return placed


def _side_by_side(views: list[ProposalView]) -> list[ProposalView]:
    """Each with what other readers make of overlapping words."""
    placed = []
    for one in views:
        beside = [
            OtherView(other.readers[0], other.id, False, _differing(one.found, other.found))
            for other in views
            if other is not one
            and other.readers
            and not set(other.readers) & set(one.readers)
            and overlap(_pairs(one.content), _pairs(other.content)) >= BESIDE
        ]
        placed.append(replace(one, others=(*one.others, *beside)))
    return placed


def _differing(one: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[DifferenceView, ...]:
    return tuple(DifferenceView(*told) for told in differences(one, other))


def _unread(text: str, document: UUID, proposals: Sequence[ProposalView]) -> list[PlaceView]:
    """What the last built-in reading left unread and what nobody found or marked since."""
    last = (
        Reading.objects.filter(document_id=document, built_in=True, state="read").order_by("-asked_at", "-id").first()
    )
    taken = [
        (place.start, place.end) for each in proposals for place in (*each.cue, *(each.content if not each.cue else ()))
    ]
    return [
        PlaceView(start, end, text[start:end])
        for start, end in (last.unread if last else ())
        if not any(first < end and start < until for first, until in taken)
    ]


def _copies(case: CaseView, document: UUID) -> list[CopyView]:
    earlier = {row.of_id: row.share for row in Copy.objects.filter(document_id=document)}
    later = {row.document_id: row.share for row in Copy.objects.filter(of_id=document)}
    named = papers_named(case, {*earlier, *later})
    told = [
        CopyView(key, *named[key], share, before)
        for shares, before in ((earlier, True), (later, False))
        for key, share in shares.items()
        if key in named
    ]
    return sorted(told, key=lambda each: (not each.earlier, -each.share, each.title))


def _places(text: str, pieces: Any) -> tuple[PlaceView, ...]:
    told = [pieces] if isinstance(pieces, Mapping) else pieces or []
    return tuple(PlaceView(each["start"], each["end"], text[each["start"] : each["end"]]) for each in told)


def _pairs(places: Sequence[PlaceView]) -> list[tuple[int, int]]:
    return [(place.start, place.end) for place in places]
