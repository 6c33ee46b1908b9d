"""Boarding: what phones and paper saw is taken once, conflicts are settled, walk-ons seen by a second person."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Unpack
from uuid import UUID, uuid5

from django.db import transaction

from homeward.access.models import Actor
from homeward.crossings.actions.manifests import must_be_published, of_manifest
from homeward.crossings.actions.phones import NoSuchPhone, lock_boarding, of_phone
from homeward.crossings.actions.sheet import Act, Done
from homeward.crossings.core.boarding import Board, CheckOff, Standing, sort_batch
from homeward.crossings.core.words_sent import WordSent, words_sent
from homeward.crossings.queries.calendar import Calendar
from homeward.crossings.queries.cleared import not_cleared
from homeward.crossings.queries.manifests import place_of
from homeward.crossings.records.aliases import Aliases
from homeward.crossings.records.boarded import Boarded
from homeward.crossings.records.known import at_present
from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.core import kinds
from homeward.ledger.core.boarding import State
from homeward.ledger.queries.views import CaseView
from homeward.people import queries as people_queries
from homeward.refusals import Findings, Refused


class NoSuchWord(Refused):
    """Nobody on this manifest or beside it is meant by this."""


class SecondMustBeAnotherPerson(Refused):
    """Whoever carries the phone that saw somebody walk on does not also confirm it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a batch, by the ids of its words: kept now, kept before, kept beside another of that id, kept apart.

    `contested`, `split` and `stopped` are people by the ids that the phone knows: who is in conflict, whose family is taken
    apart, whose permission no longer holds.
    """

    fresh: tuple[UUID, ...]
    repeated: tuple[UUID, ...]
    altered: tuple[UUID, ...]
    apart: tuple[UUID, ...]
    contested: tuple[UUID, ...]
    split: tuple[UUID, ...]
    stopped: tuple[UUID, ...]
    revoked: bool
    board: Board


@transaction.atomic
def take_check_offs(
    *, device: UUID, words: Sequence[Mapping[str, Any]], case: CaseView, by: Actor, at: datetime
) -> Taken:
    """Take words of a phone, in any order and however often they are sent; a phone that was revoked may hand over too.

    Words name people by the ids of the phone's manifest. Refuses, with every fault, words that are none: the phone keeps them.
    """
    findings = Findings()
    sent = words_sent(words, findings)
    if findings.faults:
        raise CannotBeRecorded(findings, instead="Nothing of this batch was taken; the phone keeps it.")
    lock_boarding(case, device)
    sheet, known, _bound = of_phone("take_check_offs", device, case=case, once=device, by=by, at=at)
    if known.holders.get(device) != by.id:
        raise NoSuchPhone(where=str(device))
    aliases = Aliases(sheet.room, known.convoy)
    everyone = {seat.person for version in known.versions for seat in version.seats}
    batch = [_named(word, device, aliases.people(everyone)) for word in sent]
    return _kept(case, known, aliases, device, batch, by=by, at=at)


@transaction.atomic
def key_paper(*, device: UUID, marks: Mapping[UUID, str], **act: Unpack[Act]) -> Taken:
    """Key a sheet of paper back: what it says of each person now; rows that say what the sheet said before add nothing."""
    lock_boarding(act["case"], device)
    sheet, known, bound = of_phone("key_paper", device, **act)
    if bound.content.paper != "yes":
        raise NoSuchPhone(where=str(device), instead="Phones hand over by themselves; only paper is keyed.")
    version = must_be_published(known)
    strangers = set(marks) - {seat.person for seat in version.seats}
    if strangers:
        raise NoSuchWord(where=str(min(strangers)))
    said = {word.id: word for same in known.words.values() for word in same if word.device == device}
    last: dict[UUID, CheckOff] = {}
    for word in sorted(said.values(), key=lambda each: each.sequence):
        last[word.person] = word
    number = max((word.sequence for word in said.values()), default=0)
    batch = []
    for seat in version.seats:
        state = _state(marks.get(seat.person, ""), sheet.findings, seat.row)
        before = last[seat.person].state if seat.person in last else State.WAITING
        if state is None or state is before or sheet.again():
            continue
        number += 1
        id = uuid5(sheet.act, f"{seat.person}|{state}")
        batch.append(CheckOff(id, device, number, seat.person, state, seat.vehicle, sheet.at.isoformat(), "paper"))
    sheet.refuse_faults()
    return _kept(act["case"], known, Aliases(sheet.room, known.convoy), device, batch, by=sheet.by, at=sheet.at)


@transaction.atomic
def settle_check_off(*, convoy: UUID, person: UUID, state: str, seen: Collection[UUID], **act: Unpack[Act]) -> Done:
    """Settle how it was with a person, having seen these words; a word that comes later stands beside it."""
    sheet, known = of_manifest("settle_check_off", convoy, act)
    standing = next((each for each in known.board.people if each.seat.person == person), None)
    if standing is None:
        raise NoSuchWord(where=str(person))
    chosen = _state(state, sheet.findings, "state")
    unknown = set(seen) - set(known.words)
    if unknown:
        raise NoSuchWord(where=str(min(unknown)), instead="Look at the board again.")
    sheet.refuse_faults()
    assert chosen is not None
    content = kinds.CheckOffSettled(convoy=convoy, person=person, state=chosen, seen=tuple(sorted(set(seen))))
    return sheet.do(content, chosen.value, about=person)


@transaction.atomic
def confirm_walk_on(*, convoy: UUID, person: UUID, known_as: UUID | None = None, **act: Unpack[Act]) -> Done:
    """Say as a second person that somebody walked on; with `known_as`, who of the register that is."""
    sheet, known = of_manifest("confirm_walk_on", convoy, act)
    walk_on = next((each for each in known.board.walk_ons if each.person == person), None)
    if walk_on is None:
        raise NoSuchWord(where=str(person))
    if sheet.by.id in {known.holders.get(word.device) for word in walk_on.words}:
        raise SecondMustBeAnotherPerson(where=str(person), instead="Ask somebody else who saw them.")
    if known_as is not None and known_as not in people_queries.known_among(sheet.case, [known_as]):
        raise people_queries.NoSuchPerson(where="known_as", instead="Find the person in the register.")
    content = kinds.WalkOnConfirmed(convoy=convoy, person=person, known_as=known_as)
    return sheet.do(content, "walked on", about=person)


def _kept(
    case: CaseView,
    known: Boarded,
    aliases: Aliases,
    device: UUID,
    batch: Sequence[CheckOff],
    *,
    by: Actor,
    at: datetime,
) -> Taken:
    """Record what of a batch is new, and tell how everything stands after it."""
    found = sort_batch(known.words, batch)
    if found.fresh:
        # The key of the act is made of what it keeps: the same words twice are one act, whoever sends them.
        once = uuid5(device, "|".join(repr(each) for each in found.fresh))
        sheet, _, bound = of_phone("take_check_offs", device, case=case, once=once, by=by, at=at)
        content = kinds.CheckOffsTaken(
            convoy=known.convoy, device=device, words=tuple(_as_seen(word) for word in found.fresh)
        )
        sheet.do(content, f"{bound.content.name}: {len(found.fresh):,} check-offs", about=device)
        known = Boarded(at_present(case), known.convoy)
    board = known.board
    after = known.revoked.get(device)
    apart = {word.id for word in board.apart if word.device == device}
    mentioned = {word.id for word in batch}
    return Taken(
        fresh=tuple(word.id for word in found.fresh),
        repeated=tuple(dict.fromkeys(found.repeated)),
        altered=tuple(dict.fromkeys(found.altered)),
        apart=tuple(sorted(apart & mentioned)),
        contested=_aliased(aliases, board.conflicts),
        split=tuple(aliases.alias(person) for split in board.splits for person in (*split.through, *split.back)),
        stopped=tuple(aliases.alias(person) for person in _stopped(known)),
        revoked=after is not None,
        board=board,
    )


def _stopped(known: Boarded) -> list[UUID]:
    """Who of the version that holds is not cleared any more: nobody may go on whose permission was taken back."""
    if known.published is None:
        return []
    whole = Calendar(known.asked)
    window, _ = place_of(whole, known.convoy)
    return sorted(not_cleared(known.asked, whole, window, [seat.person for seat in known.published.seats]))


def _aliased(aliases: Aliases, people: Collection[Standing]) -> tuple[UUID, ...]:
    return tuple(aliases.alias(each.seat.person) for each in people)


def _named(word: WordSent, device: UUID, people: Mapping[UUID, UUID]) -> CheckOff:
    """A word about the person whom the phone's id stands for; an id of nobody is somebody who walked on."""
    person = people.get(word.person, word.person)
    return CheckOff(word.id, device, word.sequence, person, word.state, word.vehicle, word.at, word.place)


def _as_seen(word: CheckOff) -> kinds.Seen:
    return kinds.Seen(
        id=word.id,
        sequence=word.sequence,
        person=word.person,
        state=word.state,
        at=word.at,
        vehicle=word.vehicle,
        place=word.place,
    )


def _state(words: str, findings: Findings, where: object) -> State | None:
    if not words:
        return None
    try:
        return State(words)
    except ValueError:
        findings.fault("unknown-word", str(where), f"Say one of {', '.join(each.value for each in State)}.")
        return None
