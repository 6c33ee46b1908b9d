"""Channels and meetings of a case, as of and as known at the time asked, of what the reader may see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from homeward.access import queries as access
from homeward.ledger.core.crossings import Standing
from homeward.ledger.queries import sources as source_queries
from homeward.ledger.queries.views import Asked, SourceView, StatementView
from homeward.refusals import Refused
from homeward.talks.core.meetings import course
from homeward.talks.queries.channel_views import AttendeeView, ChannelView, MeetingView, SideView
from homeward.talks.queries.views import Whom
from homeward.talks.records.spoken import CHANNEL, MEETING, POSITION, READOUT, by_subject, rooms_of, spoken


class NoSuchChannel(Refused):
    """There is no such channel, or none that you may see."""


class NoSuchMeeting(Refused):
    """There is no such meeting, or none that you may see."""


def channels(asked: Asked) -> tuple[ChannelView, ...]:
    """Every channel of the case, open ones first, by name."""
    words = spoken(asked, CHANNEL, MEETING, POSITION)
    named = names_of(asked, words)
    meetings = Counter(each[-1].content.channel for each in by_subject(_of(words, MEETING), "meeting").values())
    positions = Counter(each.content.channel for each in _of(words, POSITION) if each.content.channel)
    told = by_subject(_of(words, CHANNEL), "channel")
    rooms = rooms_of([each[-1].id for each in told.values()])
    seen = {each.id: each for each in access.compartments()}
    found = []
    for id, each in told.items():
        last, content = each[-1], each[-1].content
        opened, closed = getattr(content, "opened", None), getattr(content, "closed", None)
        if opened is not None and not opened.concerns(asked.as_of):
            continue
        room = seen.get(rooms.get(last.id, id))
        found.append(
            ChannelView(
                id=id,
                ref=last.ref,
                name=content.name,
                parties=_whom(content.parties, named),
                mediators=_whom(content.mediators, named),
                covers=content.covers,
                medium=getattr(content, "medium", None),
                opened=opened,
                closed=closed,
                is_closed=closed is not None and closed.concerns(asked.as_of),
                meetings=meetings[id],
                positions=positions[id],
                compartment=room.name if room else "",
                compartment_slug=room.slug if room else "",
                statement=last,
                before=tuple(reversed(each[:-1])),
            )
        )
    return tuple(sorted(found, key=lambda each: (each.is_closed, each.name.casefold(), str(each.id))))


def channel(asked: Asked, id: UUID) -> ChannelView:
    """One channel; refuses one that is not there."""
    found = next((each for each in channels(asked) if each.id == id), None)
    if found is None:
        raise NoSuchChannel(where=str(id), instead="See what is there: homeward talks channels.")
    return found


def meetings(asked: Asked, *, channel: UUID | None = None) -> tuple[MeetingView, ...]:
    """Every meeting, the latest first, with what each side said of it; of one channel when it is named."""
    words = spoken(asked, CHANNEL, MEETING, READOUT)
    named = names_of(asked, words)
    through = {id: each[-1] for id, each in by_subject(_of(words, CHANNEL), "channel").items()}
    accounts = by_subject(_of(words, READOUT), "meeting")
    found = [
        _meeting(asked, id, each, through.get(each[-1].content.channel), accounts.get(id, ()), named)
        for id, each in by_subject(_of(words, MEETING), "meeting").items()
        if channel in (None, each[-1].content.channel)
    ]
    return tuple(sorted(found, key=lambda each: (_began(each), str(each.id)), reverse=True))


def meeting(asked: Asked, id: UUID) -> MeetingView:
    """One meeting; refuses one that is not there."""
    found = next((each for each in meetings(asked) if each.id == id), None)
    if found is None:
        raise NoSuchMeeting(where=str(id), instead="See what is there: homeward talks meetings.")
    return found


def names_of(asked: Asked, words: Iterable[StatementView]) -> dict[UUID, SourceView]:
    """Everybody whom these statements name, as the reader may see them."""
    return source_queries.sources(asked, {id for each in words for id in _named_in(each.content)})


def whom(source: UUID, named: dict[UUID, SourceView], words: str = "") -> Whom:
    """A source by the name it has, or by the words in which it was named."""
    found = named.get(source)
    return Whom((found.settled_as or found.name) if found else words, source if found else None)


def _named_in(content: Any) -> set[UUID]:
    everyone = [*getattr(content, "parties", ()), *getattr(content, "mediators", ())]
    everyone += getattr(content, "attendees", ())
    alone = [getattr(content, name, None) for name in ("side", "party")]
    return {id for id in (*(each.source for each in everyone), *alone) if id is not None}


def _of(words: Iterable[StatementView], kind: str) -> list[StatementView]:
    return [each for each in words if each.kind == kind]


def _whom(listed: Iterable[Any], named: dict[UUID, SourceView]) -> tuple[Whom, ...]:
    return tuple(whom(each.source, named, each.words) if each.source else Whom(each.words) for each in listed)


def _meeting(
    asked: Asked,
    id: UUID,
    words: list[StatementView],
    through: StatementView | None,
    accounts: Iterable[StatementView],
    named: dict[UUID, SourceView],
) -> MeetingView:
    last = words[-1]
    content = last.content
    return MeetingView(
        id=id,
        ref=last.ref,
        channel=content.channel,
        channel_name=through.content.name if through else "",
        place=content.place,
        begins=content.begins,
        ends=content.ends,
        course=course(content.begins, content.ends, asked.as_of, called_off=content.standing is Standing.CANCELLED),
        attendees=tuple(
            AttendeeView(whom(each.source, named, each.words), each.capacity) for each in content.attendees
        ),
        sides=_sides(through, accounts, named),
        statement=last,
        before=tuple(reversed(words[:-1])),
    )


def _sides(
    through: StatementView | None, accounts: Iterable[StatementView], named: dict[UUID, SourceView]
) -> tuple[SideView, ...]:
    """Each side's own account: the parties of the channel first, also those who said nothing, then whoever else did."""
    by_side = by_subject(accounts, "side")
    parties = [each for each in (through.content.parties if through else ()) if each.source]
    order = [each.source for each in parties] + [side for side in by_side if side not in {p.source for p in parties}]
    words = {each.source: each.words for each in parties}
    return tuple(SideView(whom(side, named, words.get(side, "")), tuple(by_side.get(side, ()))) for side in order)


def _began(view: MeetingView) -> float:
    time = view.begins.start or view.begins.until
    return time.timestamp() if time else 0.0
