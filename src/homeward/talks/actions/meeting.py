"""Meetings are entered as somebody tells of them, and each side's own account of one is kept beside the other's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Unpack
from uuid import UUID

from django.db import transaction

from homeward.ledger.core import kinds
from homeward.ledger.core.crossings import Standing
from homeward.ledger.core.voices import Modality, SourceKind
from homeward.ledger.queries.views import CaseView, StatementView
from homeward.moments import Interval
from homeward.talks.actions.saying import Act, Done
from homeward.talks.actions.voicing import Telling, Voicing
from homeward.talks.core.meetings import ends_before_it_begins, stretch, surely_ahead
from homeward.talks.records.spoken import CHANNEL, MEETING, at_present, by_subject, rooms_of, spoken

NO_CHANNEL = "There is no such channel, or none that you may see."
NO_MEETING = "There is no such meeting, or none that you may see."
TOPIC = "meetings"


@dataclass(frozen=True, slots=True)
class Present:
    """Who was at a meeting, as typed, and in what capacity."""

    name: str
    capacity: str = ""


@transaction.atomic
def enter_meeting(
    *,
    channel: UUID,
    begins: str,
    ends: str = "",
    place: str = "",
    attendees: Sequence[Present] = (),
    meeting: UUID | None = None,
    called_off: bool = False,
    voice: Telling,
    **act: Unpack[Act],
) -> Done:
    """Record that a voice tells of a meeting; with `meeting`, what holds of that one now, such as that it was called off.

    It stands in the compartment of its channel unless a narrower one is given. A meeting that is still ahead is expected.
    """
    known = Known(act["case"])
    through = known.channels.get(channel)
    act["room"] = act.get("room") or known.room(through)
    sheet = Voicing("enter_meeting", **act)
    _check_place(sheet, known, channel, meeting)
    begun, ended = _hours(sheet, begins, ends)
    if begun is not None and through is not None:
        _tell_of_a_closed_channel(sheet, through, begun)
    said = sheet.said(voice)
    present, where = _attendees(sheet, attendees), sheet.line(place, "place")
    sheet.refuse_faults()
    assert begun is not None and through is not None
    own = meeting or sheet.minted("meeting")
    content = kinds.MeetingTold(
        meeting=own,
        channel=channel,
        begins=begun,
        ends=ended,
        place=where,
        attendees=present,
        standing=Standing.CANCELLED if called_off else Standing.SET,
    )
    told = [
        f"{through.content.name}: {begun.words}",
        *([where] if where else []),
        *(["called off"] if called_off else []),
    ]
    return sheet.say(
        content,
        ", ".join(told),
        voice,
        said=said,
        otherwise=Modality.EXPECTED if surely_ahead(begun, sheet.at) else Modality.ASSERTED,
        about=own,
        occurred=stretch(begun, ended),
        topic=TOPIC,
    )


@transaction.atomic
def say_readout(*, meeting: UUID, side: str, voice: Telling, **act: Unpack[Act]) -> Done:
    """Record what one side says of a meeting: its own words, beside those of the others and never made one with them.

    Without a speaker the side speaks for itself. Nothing can be told of a meeting that has not begun.
    """
    known = Known(act["case"])
    met = known.meetings.get(meeting)
    act["room"] = act.get("room") or known.room(met)
    sheet = Voicing("say_readout", **act)
    voice = _for_itself(voice, side)
    if met is None:
        sheet.findings.fault("no-such-meeting", "meeting", NO_MEETING)
    sheet.must_stay_as_narrow(known.room(met), "meeting")
    whose = sheet.source(side, "side", SourceKind.PARTY, needed="Say whose account this is.")
    said = sheet.said(voice, words_needed=True)
    if met is not None:
        _check_readout(sheet, met, known.channels.get(met.content.channel), said, whose)
    sheet.refuse_faults()
    assert whose is not None
    content = kinds.ReadoutGiven(meeting=meeting, side=whose)
    return sheet.say(content, "", voice, said=said, about=meeting, topic=TOPIC, party=whose)


class Known:
    """The last word about every channel and meeting of a case by now."""

    def __init__(self, case: CaseView) -> None:
        words = spoken(at_present(case), CHANNEL, MEETING)
        self.channels = _last(each for each in words if each.kind == CHANNEL)
        self.meetings = _last((each for each in words if each.kind == MEETING), "meeting")
        self._rooms = rooms_of([each.id for each in (*self.channels.values(), *self.meetings.values())])

    def room(self, view: StatementView | None) -> UUID | None:
        """In which compartment it stands."""
        return self._rooms.get(view.id) if view else None


def _check_place(sheet: Voicing, known: Known, channel: UUID, meeting: UUID | None) -> None:
    """The channel is there, and the meeting that is told of anew is one of it; neither would be shown to more people."""
    through, before = known.channels.get(channel), known.meetings.get(meeting) if meeting else None
    if through is None:
        sheet.findings.fault("no-such-channel", "channel", NO_CHANNEL)
    sheet.must_stay_as_narrow(known.room(through), "channel")
    sheet.must_stay_as_narrow(known.room(before), "meeting")
    if meeting is not None and before is None:
        sheet.findings.fault("no-such-meeting", "meeting", NO_MEETING)
    elif before is not None and before.content.channel != channel:
        sheet.findings.fault("other-channel", "channel", "This meeting was told of in another channel.")


def _last(views: Iterable[StatementView], field: str = "channel") -> dict[UUID, StatementView]:
    return {id: words[-1] for id, words in by_subject(views, field).items()}


def _for_itself(voice: Telling, side: str) -> Telling:
    if voice.speaker.strip():
        return voice
    return replace(voice, speaker=side, speaker_kind=SourceKind.PARTY.value)


def _hours(sheet: Voicing, begins: str, ends: str) -> tuple[Interval | None, Interval | None]:
    begun, ended = sheet.when(begins, "begins"), sheet.when(ends, "ends")
    if begun is None and not begins.strip():
        sheet.findings.fault(
            "empty", "begins", "Say when it begins, as exactly as is known: 3 Nov 2023 14:00, 3 Nov 2023."
        )
    if begun is not None and ended is not None and ends_before_it_begins(begun, ended):
        sheet.findings.fault("ends-before", "ends", "It ends before it begins.")
    return begun, ended


def _attendees(sheet: Voicing, typed: Sequence[Present]) -> tuple[kinds.Attendee, ...]:
    found: dict[UUID, kinds.Attendee] = {}
    for number, each in enumerate(typed):
        where = f"attendees.{number}"
        if not each.name.strip() and not each.capacity.strip():
            continue
        source = sheet.source(each.name, where, SourceKind.PERSON_IN_OFFICE, needed="Name who was there.")
        capacity = sheet.line(each.capacity, where)
        if source in found:
            sheet.findings.fault("twice", where, f"{each.name.strip()} is named twice among those who were there.")
        if source is not None:
            found[source] = kinds.Attendee(source=source, words=" ".join(each.name.split()), capacity=capacity)
    return tuple(found.values())


def _tell_of_a_closed_channel(sheet: Voicing, channel: StatementView, begun: Interval) -> None:
    closed = getattr(channel.content, "closed", None)
    if closed is not None and closed.until is not None and begun.start is not None and closed.until <= begun.start:
        sheet.findings.doubt("closed", "channel", f"The channel was closed before: {closed.words}.")


def _check_readout(
    sheet: Voicing, met: StatementView, channel: StatementView | None, said: Interval | None, whose: UUID | None
) -> None:
    begins = met.content.begins
    if surely_ahead(begins, sheet.at):
        sheet.findings.fault("in-the-future", "meeting", "This meeting has not begun; nobody can tell of it yet.")
    elif said is not None and said.until is not None and begins.start is not None and said.until <= begins.start:
        sheet.findings.fault("before-the-meeting", "said", f"This was said before the meeting began: {begins.words}.")
    if met.content.standing is Standing.CANCELLED:
        sheet.findings.doubt(
            "called-off", "meeting", f"The last word on this meeting is that it was called off ({met.ref})."
        )
    there = {each.source for each in met.content.attendees}
    if channel is not None:
        there |= {each.source for each in (*channel.content.parties, *channel.content.mediators)}
    if whose is not None and whose not in there:
        sheet.findings.doubt(
            "not-there", "side", "Nobody has said that this side was there, and the channel does not name it."
        )
