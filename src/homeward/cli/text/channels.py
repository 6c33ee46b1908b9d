"""Channels, meetings and positions for people at a terminal; each word stands with who said it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from homeward.cli.text.letters import apart
from homeward.cli.text.paper import Paper
from homeward.cli.text.words import count
from homeward.ledger.queries.views import StatementView
from homeward.moments import in_words
from homeward.talks.core.positions import Change
from homeward.talks.queries import ChannelView, MeetingView, PositionView, TopicView
from homeward.talks.queries.views import Whom

AT = 16
CHANGES: Mapping[Change, str] = {
    Change.STANCE: "another stance",
    Change.FIRMER: "firmer",
    Change.SOFTER: "less firm",
    Change.FIRMNESS: "another firmness",
    Change.ABOUT: "about something else",
    Change.WORDS: "other words",
}


def channels_page(paper: Paper, views: Sequence[ChannelView], zone: ZoneInfo) -> None:
    """Every channel, open ones first."""
    if not views:
        paper.line("No channel is recorded in this case: homeward talks open-channel NAME.")
    for each in views:
        paper.heading(f"{apart(each.name)}{', closed' if each.is_closed else ''} ({each.ref})")
        paper.row("between", _names(each.parties), at=AT)
        paper.row("through", _names(each.mediators) or "nobody named", at=AT)
        paper.row("how", each.medium.value if each.medium else "nobody has said", at=AT)
        if each.opened or each.closed:
            since = in_words(each.opened, zone) if each.opened else "not said"
            paper.row("since", since + (f"; closed {in_words(each.closed, zone)}" if each.closed else ""), at=AT)
        if each.covers:
            paper.row("for", apart(each.covers), at=AT)
        paper.faint(f"{count(each.meetings, 'meeting')}; compartment {apart(each.compartment_slug)}", indent=AT)


def meetings_page(paper: Paper, views: Sequence[MeetingView], zone: ZoneInfo) -> None:
    """Every meeting, and under it what each side said, apart."""
    if not views:
        paper.line("No meeting is recorded: homeward talks enter-meeting BEGINS.")
    for each in views:
        when = in_words(each.begins, zone) + (f" until {in_words(each.ends, zone)}" if each.ends else "")
        paper.heading(f"{when}: {apart(each.channel_name)} ({each.ref})")
        paper.row("how it stands", each.course.value.replace("_", " "), at=AT)
        paper.row("where", apart(each.place) or "nobody has said", at=AT)
        there = "; ".join(
            f"{apart(p.who.words)}{f', {apart(p.capacity)}' if p.capacity else ''}" for p in each.attendees
        )
        paper.row("who", there or "nobody has said", at=AT)
        paper.faint(f"told by {_voice(each.statement)}", indent=AT)
        for side in each.sides:
            for readout in side.readouts:
                paper.row(apart(side.side.words), f"“{apart(readout.text)}” ({readout.ref})", at=AT)
                paper.faint(f"said by {_voice(readout)}", indent=AT)
            if not side.readouts:
                paper.row(apart(side.side.words), "has said nothing of it", at=AT)


def positions_page(paper: Paper, views: Sequence[TopicView], zone: ZoneInfo) -> None:
    """Every topic, and under it each party's own words in their order."""
    if not views:
        paper.line("No position is recorded: homeward talks say-position WORDS.")
    for topic in views:
        paper.heading(apart(topic.topic))
        for line in topic.lines:
            paper.line(apart(line.party.words))
            for each in line.positions:
                _position(paper, each, zone)


def _position(paper: Paper, view: PositionView, zone: ZoneInfo) -> None:
    when = in_words(view.statement.said, zone) if view.statement.said else "not said when"
    firm = "" if view.firmness.value == "unclear" else f", {view.firmness.value.replace('_', ' ')}"
    paper.row(when, f"{view.stance.value}{firm}: “{apart(view.statement.text)}” ({view.ref})", indent=2, at=AT + 2)
    notes = [
        *([f"replaces {view.replaces}"] if view.replaces else []),
        *([f"since {view.before}: {', '.join(CHANGES[change] for change in view.changes)}"] if view.changes else []),
        *([f"about {each.what} {each.ref}" for each in view.about]),
        *([] if view.stands else ["was replaced"]),
        f"said by {_voice(view.statement)}",
    ]
    paper.faint("; ".join(notes), indent=AT + 2)


def _names(whom: Iterable[Whom]) -> str:
    return ", ".join(apart(each.words) for each in whom)


def _voice(view: StatementView) -> str:
    return apart(view.speaker.name) if view.speaker else "nobody named"
