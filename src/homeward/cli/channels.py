"""Channels, meetings and positions by command: seen as of any moment, and told as somebody said them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID, uuid4

import typer

from homeward.cli.asking import Answer, AsOf, ByClock, Case, Form, Into, KnownAt, Once, Room, Who, ask, case_named
from homeward.cli.at_talks import Capacity, Said, Via, Words, recorded_json
from homeward.cli.entering import entered, sign
from homeward.cli.printing import answer

if TYPE_CHECKING:  # needs Django up
    from homeward.ledger.queries.views import Asked
    from homeward.talks.actions import Done

Speaker = Annotated[
    str, typer.Option("--speaker", metavar="NAME", help="Who said it. Default: the side or party itself.")
]
Channel = Annotated[
    str, typer.Option("--channel", metavar="NAME", help="By name or id. Default: the only one there is.")
]
Of = Annotated[str, typer.Option("--channel", metavar="NAME", help="Of this channel alone, by name or id.")]
Meeting = Annotated[str, typer.Option("--meeting", metavar="ID", help="By short name or id.")]


def add_to(group: typer.Typer) -> None:
    """Put these commands into the group of talks."""
    for word, command, example in COMMANDS:
        group.command(word, epilog=f"Example: {example}")(command)


def channels(
    case: Case,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Every channel that you may see: who talks through whom, how, since when."""
    with entered(who) as seat:
        from homeward.cli.text.channels import channels_page
        from homeward.talks import queries
        from homeward.talks.queries.written_channels import channels_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        views = queries.channels(asked)
    answer(
        form, _document(asked, lambda: channels_json(views)), lambda paper: channels_page(paper, views, asked.case.zone)
    )


def meetings(
    case: Case,
    channel: Of = "",
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Every meeting, the latest first, with what each side said of it, apart from the others."""
    with entered(who) as seat:
        from homeward.cli.text.channels import meetings_page
        from homeward.talks import queries
        from homeward.talks.queries.written_channels import meetings_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        views = queries.meetings(asked, channel=_channel(asked, channel) if channel else None)
    answer(
        form, _document(asked, lambda: meetings_json(views)), lambda paper: meetings_page(paper, views, asked.case.zone)
    )


def positions(
    case: Case,
    channel: Of = "",
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Where each party stands on each topic, over time, and what changed from one word to the next."""
    with entered(who) as seat:
        from homeward.cli.text.channels import positions_page
        from homeward.talks import queries
        from homeward.talks.queries.written_channels import positions_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        views = queries.positions(asked, channel=_channel(asked, channel) if channel else None)
    answer(
        form,
        _document(asked, lambda: positions_json(views)),
        lambda paper: positions_page(paper, views, asked.case.zone),
    )


def open_channel(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the channel is called.")],
    case: Case,
    party: Annotated[list[str] | None, typer.Option("--party", metavar="NAME", help="Once for each side.")] = None,
    mediator: Annotated[
        list[str] | None, typer.Option("--mediator", metavar="NAME", help="Who carries words; once for each.")
    ] = None,
    medium: Annotated[str, typer.Option("--medium", help="direct, indirect, written or hotline.")] = "",
    covers: Annotated[str, typer.Option("--covers", metavar="WORDS", help="What it is for.")] = "",
    opened: Annotated[str, typer.Option("--opened", metavar="TIME", help="Since when it is there.")] = "",
    closed: Annotated[str, typer.Option("--closed", metavar="TIME", help="Since when it is closed.")] = "",
    change: Annotated[str, typer.Option("--change", metavar="NAME", help="Describe this one anew.")] = "",
    into: Into = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Open a channel between parties, or describe one anew; with --into it is a compartment's own, and others see no trace."""

    def act(actions: Any, asked: Asked, shared: dict[str, Any]) -> Done:
        done: Done = actions.open_channel(
            name=name, parties=party or (), mediators=mediator or (), covers=covers, medium=medium, opened=opened,
            closed=closed, channel=_channel(asked, change) if change else None, **shared,
        )  # fmt: skip
        return done

    _act(case, compartment, into, once, who, form, act)


def enter_meeting(
    begins: Annotated[str, typer.Argument(metavar="BEGINS", help='As "3 Jan 2026 10:00", in the zone of the case.')],
    case: Case,
    said: Said,
    speaker: Speaker,
    channel: Channel = "",
    ends: Annotated[str, typer.Option("--ends", metavar="TIME", help="When it ended, as exactly as is known.")] = "",
    place: Annotated[str, typer.Option("--place", metavar="WORDS", help="Where.")] = "",
    attendee: Annotated[
        list[str] | None,
        typer.Option("--attendee", metavar="NAME=CAPACITY", help="Who was there, and as what; once for each."),
    ] = None,
    change: Annotated[str, typer.Option("--change", metavar="ID", help="Tell anew of this meeting.")] = "",
    called_off: Annotated[bool, typer.Option("--called-off", help="It was called off.")] = False,
    words: Words = "",
    via: Via = None,
    into: Into = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record that a voice tells of a meeting in a channel, past or ahead."""

    def act(actions: Any, asked: Asked, shared: dict[str, Any]) -> Done:
        done: Done = actions.enter_meeting(
            channel=_channel(asked, channel), begins=begins, ends=ends, place=place, attendees=_present(attendee or ()),
            meeting=_meeting(asked, change) if change else None, called_off=called_off,
            voice=actions.Telling(speaker=speaker, said=said, words=words, via=tuple(via or ())), **shared,
        )  # fmt: skip
        return done

    _act(case, compartment, into, once, who, form, act)


def say_readout(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What this side said of it, as it came.")],
    case: Case,
    side: Annotated[str, typer.Option("--side", metavar="NAME", help="Whose account it is.")],
    meeting: Meeting,
    said: Said,
    speaker: Speaker = "",
    capacity: Capacity = "",
    via: Via = None,
    into: Into = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record what one side says of a meeting; it stays apart from what the others say."""

    def act(actions: Any, asked: Asked, shared: dict[str, Any]) -> Done:
        voice = actions.Telling(speaker=speaker, capacity=capacity, said=said, words=words, via=tuple(via or ()))
        done: Done = actions.say_readout(meeting=_meeting(asked, meeting), side=side, voice=voice, **shared)
        return done

    _act(case, compartment, into, once, who, form, act)


def say_position(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="Where it stands, in the words that came.")],
    case: Case,
    party: Annotated[str, typer.Option("--party", metavar="NAME", help="Whose position it is.")],
    topic: Annotated[str, typer.Option("--topic", metavar="WORDS", help="What it is about.")],
    stance: Annotated[str, typer.Option("--stance", help="demand, offer, accept, reject, reserve or silent.")],
    said: Said,
    firmness: Annotated[str, typer.Option("--firmness", help="red_line, preference or unclear.")] = "unclear",
    condition: Annotated[str, typer.Option("--condition", metavar="REF", help="The condition it is about.")] = "",
    obligation: Annotated[str, typer.Option("--obligation", metavar="REF", help="The obligation it is about.")] = "",
    channel: Annotated[str, typer.Option("--channel", metavar="NAME", help="Where it was given.")] = "",
    meeting: Annotated[str, typer.Option("--meeting", metavar="ID", help="At which meeting it was given.")] = "",
    supersedes: Annotated[
        str, typer.Option("--supersedes", metavar="REF", help="The party's own earlier position that this replaces.")
    ] = "",
    speaker: Speaker = "",
    capacity: Capacity = "",
    via: Via = None,
    into: Into = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record where a party stands on a topic, as somebody said it."""

    def act(actions: Any, asked: Asked, shared: dict[str, Any]) -> Done:
        about = actions.About(
            condition=condition, obligation=obligation,
            channel=_channel(asked, channel) if channel else None, meeting=_meeting(asked, meeting) if meeting else None,
        )  # fmt: skip
        voice = actions.Telling(speaker=speaker, capacity=capacity, said=said, words=words, via=tuple(via or ()))
        done: Done = actions.say_position(
            party=party, topic=topic, stance=stance, firmness=firmness, about=about, supersedes=supersedes, voice=voice,
            **shared,
        )  # fmt: skip
        return done

    _act(case, compartment, into, once, who, form, act)


def _document(asked: Asked, rest: Callable[[], dict[str, Any]]) -> Callable[[], dict[str, Any]]:
    from homeward.briefing.formats.answers import asked_json

    return lambda: {**asked_json(asked), **rest()}


def _channel(asked: Asked, words: str) -> UUID:
    from homeward.talks import queries
    from homeward.talks.queries.named_channels import channel_named

    return channel_named(queries.channels(asked), words)


def _meeting(asked: Asked, words: str) -> UUID:
    from homeward.talks import queries
    from homeward.talks.queries.named_channels import meeting_named

    return meeting_named(queries.meetings(asked), words)


def _present(attendees: Iterable[str]) -> tuple[Any, ...]:
    from homeward.talks.actions import Present

    return tuple(Present(name, capacity) for name, _, capacity in (each.partition("=") for each in attendees))


def _act(
    case: str,
    compartment: str,
    into: str,
    once: UUID | None,
    who: str | None,
    form: Form,
    act: Callable[[Any, Asked, dict[str, Any]], Done],
) -> None:
    """Do one act at a case, sign it, and tell what was recorded and what somebody should look at."""
    with entered(who) as seat:
        from homeward.access import queries as access
        from homeward.ledger.queries import cases
        from homeward.talks import actions

        chosen = case_named(case, compartment)
        room = access.compartment_named(into).id if into else None
        shared = {"case": chosen, "room": room, "once": once or uuid4(), "by": seat.actor, "at": seat.now}
        done = act(actions, cases.ask(chosen, now=seat.now), shared)
    sign(seat)
    answer(
        form,
        lambda: recorded_json(case, done),
        lambda paper: _told(paper, done),
    )


def _told(paper: Any, done: Done) -> None:
    paper.line(f"Recorded as {done.ref}" + (f": {done.about}." if done.about else "."))
    for each in done.warnings:
        paper.line(f"{each.where}: {each.message}")


COMMANDS: tuple[tuple[str, Any, str], ...] = (
    ("channels", channels, "homeward talks channels --case bridge"),
    ("meetings", meetings, "homeward talks meetings --case bridge --as-of 2026-01-04"),
    ("positions", positions, "homeward talks positions --case bridge --format json"),
    (
        "open-channel",
        open_channel,
        'homeward talks open-channel "The Westland channel" --case bridge --party N --party S --medium indirect',
    ),
    (
        "enter-meeting",
        enter_meeting,
        (
            'homeward talks enter-meeting "3 Jan 2026 10:00" --case bridge --place Westland --speaker "An envoy" '
            '--said "4 Jan 2026"'
        ),
    ),
    (
        "say-readout",
        say_readout,
        'homeward talks say-readout "Both lists were agreed." --case bridge --meeting w2d3f4 --side N --said "4 Jan 2026"',
    ),
    (
        "say-position",
        say_position,
        (
            'homeward talks say-position "All of ours first." --case bridge --party N --topic prisoners --stance demand '
            '--said "4 Jan 2026"'
        ),
    ),
)
"""What can be asked and told: the word, what it does, an example."""
