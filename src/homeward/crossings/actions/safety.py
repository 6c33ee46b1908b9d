"""Before anybody leaves: the checklist of a window, and the parties that are told of it. A notice asks for no leave."""

from __future__ import annotations

from typing import Unpack
from uuid import UUID

from django.db import transaction

from homeward.crossings.actions.sheet import Act, Done, NoSuchThing, Sheet, Voice
from homeward.crossings.records.known import CHECK, NOTICE, WINDOW
from homeward.ledger.core import kinds, writing
from homeward.ledger.core.crossings import Answered, Ticked
from homeward.ledger.core.voices import SourceKind
from homeward.moments import Precision


@transaction.atomic
def list_check(*, name: str, check: UUID | None = None, in_use: bool = True, **act: Unpack[Act]) -> Done:
    """Put a point on the checklist of all windows, call it otherwise, or take it out of use."""
    sheet = Sheet("list_check", **act)
    own = sheet.minted(check, CHECK)
    called = sheet.name(name, CHECK, own)
    return sheet.do(kinds.CheckListed(check=own, name=called, in_use="yes" if in_use else "no"), called, about=own)


@transaction.atomic
def tick_check(*, check: UUID, window: UUID, ticked: str, note: str = "", **act: Unpack[Act]) -> Done:
    """Say of a point of the checklist of a window that it is done, open again, or not possible; `note` says how or why."""
    sheet = Sheet("tick_check", **act)
    point, of = sheet.must_know(check, CHECK, "check"), sheet.must_know(window, WINDOW, "window")
    chosen = writing.among(Ticked, ticked, "ticked", sheet.findings) or Ticked.OPEN
    if len(note) > 2_000 or "\0" in note:
        sheet.findings.fault("too-long", "note", "At most 2,000 characters, without NUL.")
    if chosen is Ticked.NOT_POSSIBLE and not note.strip():
        sheet.findings.fault("empty", "note", "Say why it is not possible; name nobody.")
    content = kinds.CheckTicked(check=check, window=window, ticked=chosen)
    return sheet.do(content, note.strip() or f"{point.name}, {of.during.words}: {chosen.value}", about=window)


@transaction.atomic
def notify_party(*, window: UUID, party: str, expires: str, words: str = "", **act: Unpack[Act]) -> Done:
    """Record that a party was told of a window, its way and contacts, and until when the notice counts."""
    sheet = Sheet("notify_party", **act)
    of = sheet.must_know(window, WINDOW, "window")
    own = sheet.minted(None, NOTICE)
    whom = sheet.source(party, "party", SourceKind.PARTY)
    until = writing.when(expires, "expires", zone=sheet.case.zone, at=sheet.at, findings=sheet.findings)
    if until is None and not expires.strip():
        sheet.findings.fault(
            "empty", "expires", "Say until when the notice counts; one without an end counts for ever."
        )
    if len(words) > 2_000 or "\0" in words:
        sheet.findings.fault("too-long", "words", "At most 2,000 characters, without NUL.")
    sheet.refuse_faults()
    assert until is not None
    if until.precision is Precision.OPEN or until.until is None:
        sheet.findings.fault("no-end", "expires", "Say until when the notice counts.")
        sheet.refuse_faults()
    if of.during.until is not None and until.until is not None and until.until < of.during.until:
        sheet.findings.doubt("expires-early", "expires", "The notice is over before the window closes.")
    content = kinds.PartyNotified(notice=own, window=window, party=whom, expires=until)
    return sheet.do(content, words.strip() or f"{party.strip()}: {of.during.words}", about=own)


@transaction.atomic
def answer_notice(*, notice: UUID, answered: str, voice: Voice, **act: Unpack[Act]) -> Done:
    """Record what a party said to a notice."""
    sheet = Sheet("answer_notice", **act)
    if str(notice) not in sheet.known.last(NOTICE):
        raise NoSuchThing(where="notice", instead="The page of the window lists the notices.")
    chosen = writing.among(Answered, answered, "answered", sheet.findings) or Answered.OBJECTED
    content = kinds.NoticeAnswered(notice=notice, answered=chosen)
    return sheet.say(content, chosen.value, voice, about=notice)
