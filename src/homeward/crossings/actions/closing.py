"""A boarding is closed with its numbers once they close, and again when words came in later; the register hears who crossed."""

from __future__ import annotations

from collections.abc import Collection
from typing import Unpack
from uuid import UUID

from django.db import transaction

from homeward.crossings.actions.manifests import again, must_be_published, of_manifest
from homeward.crossings.actions.seating import lock_seats
from homeward.crossings.actions.sheet import Act, Done, Sheet
from homeward.crossings.core.boarding import Board
from homeward.crossings.models import Held
from homeward.crossings.queries.calendar import Calendar
from homeward.crossings.queries.manifests import place_of
from homeward.crossings.records.boarded import Boarded, closing
from homeward.ledger.core.boarding import State
from homeward.ledger.core.persons import State as Whereabouts
from homeward.people import actions as people
from homeward.people import queries as people_queries
from homeward.people.core.told import Told
from homeward.refusals import Refused

TEAM = "The boarding team"
"""By which name the register knows who saw somebody cross."""


class DoesNotClose(Refused):
    """The numbers of this convoy do not close yet."""


class ClosedSo(Refused):
    """The boarding of this convoy was closed with just these numbers."""


@transaction.atomic
def close_boarding(*, convoy: UUID, **act: Unpack[Act]) -> Done:
    """Close the boarding of a convoy with its numbers, once they close: its seats are free, the register hears who crossed.

    When words came in after that and the numbers close otherwise, it is closed again, and both closings stay.
    """
    lock_seats(act["case"])
    sheet, known = of_manifest("close_boarding", convoy, act)
    if sheet.again():
        return again(sheet, convoy)
    version, board = must_be_published(known), known.board
    _refuse_open(board)
    content = closing(convoy, version.number, board)
    if known.closed is not None and content == known.closed.content:
        raise ClosedSo(
            where="convoy", instead=f"See {known.closed.given.ref}; close it again when other words came in."
        )
    if board.missing:
        sheet.findings.doubt(
            "missing", "phones", "Numbers of a phone have not come in; what they say may open this again."
        )
    told_before = _crossed(known.before(known.closed).board) if known.closed else set()
    crossed = _crossed(board)
    if no_longer := told_before - crossed:
        sheet.findings.doubt(
            "no-longer-crossed",
            "convoy",
            f"Of {len(no_longer):,} the register was told at an earlier closing that they crossed: withdraw that.",
        )
    done = sheet.do(
        content,
        f"{content.manifested:,} manifested, {content.boarded:,} boarded, {content.crossed:,} crossed",
        about=convoy,
    )
    _tell_register(sheet, known, crossed - told_before)
    Held.objects.filter(case_id=sheet.case.id, convoy_id=convoy).delete()
    return done


def _tell_register(sheet: Sheet, known: Boarded, crossed: Collection[UUID]) -> None:
    """Say in the register of these that the boarding team saw them cross: they wait for no crossing any more.

    Of whoever was forgotten meanwhile nothing is said.
    """
    gone = people_queries.erased(sheet.case)
    here = [each for each in sorted(crossed) if each not in gone]
    if not here:
        return
    window, _ = place_of(Calendar(known.asked), known.convoy)
    seen = f"{sheet.at.astimezone(sheet.case.zone):%Y-%m-%dT%H:%M}"
    told = Told(speaker=TEAM, speaker_kind="body", said=seen, occurred=window.on)
    people.tell_whereabouts_of_all(
        people=here,
        state=Whereabouts.CROSSED,
        place=window.crossing.name,
        told=told,
        case=sheet.case,
        room=sheet.room,
        once=sheet.act,
        by=sheet.by,
        at=sheet.at,
    )


def _crossed(board: Board) -> set[UUID]:
    return {each.seat.person for each in board.people if each.gate is State.CROSSED}


def _refuse_open(board: Board) -> None:
    n = board.numbers
    if not n.closes:
        raise DoesNotClose(
            where="convoy",
            instead=f"{n.waiting} nobody has spoken of, {n.contested + n.contested_at_gate} are in conflict: settle these.",
        )
    if any(each.second is None for each in board.walk_ons):
        raise DoesNotClose(where="walk-ons", instead="A second person confirms each walk-on first.")
