"""What is said of a crossing is told by command: its name, its control points, how it is, windows and quotas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from homeward.cli.asking import Answer, Case, Form, Once, Room, Who
from homeward.cli.at_crossing import Change, Crossing, Name, Number, Said, Speaker, Words, done_at_case

if TYPE_CHECKING:  # needs Django up
    from homeward.crossings.actions import Done
    from homeward.crossings.queries import CalendarView


def name(
    name: Name,
    case: Case,
    authority: Annotated[
        list[str] | None, typer.Option("--authority", metavar="NAME", help="Whose permission is needed; once for each.")
    ] = None,
    change: Change = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Name a crossing, and the authorities whose permission everybody needs who uses it."""

    def act(actions: Any, named: Any, view: CalendarView, shared: dict[str, Any]) -> Done:
        own = named.crossing_named(view, change) if change else None
        done: Done = actions.name_crossing(name=name, authorities=tuple(authority or ()), crossing=own, **shared)
        return done

    done_at_case(case, compartment, once, who, form, act)


def point(
    name: Name,
    case: Case,
    crossing: Crossing = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Name a control point of a crossing."""

    def act(actions: Any, named: Any, view: CalendarView, shared: dict[str, Any]) -> Done:
        done: Done = actions.name_point(name=name, crossing=named.crossing_named(view, crossing), **shared)
        return done

    done_at_case(case, compartment, once, who, form, act)


def status(
    status: Annotated[str, typer.Argument(metavar="STATUS", help="open, restricted or closed.")],
    case: Case,
    said: Said,
    speaker: Speaker,
    crossing: Crossing = "",
    point: Annotated[str, typer.Option("--point", metavar="NAME", help="A control point of it.")] = "",
    words: Words = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record how a voice says that a crossing is."""

    def act(actions: Any, named: Any, view: CalendarView, shared: dict[str, Any]) -> Done:
        voice = actions.Voice(speaker=speaker, said=said, words=words)
        at = named.point_named(view, point) if point else None
        where = named.crossing_named(view, crossing)
        done: Done = actions.tell_status(crossing=where, point=at, status=status, voice=voice, **shared)
        return done

    done_at_case(case, compartment, once, who, form, act)


def window(
    on: Annotated[str, typer.Argument(metavar="DAY", help="The local day, as 2026-01-06.")],
    opens: Annotated[str, typer.Argument(metavar="OPENS", help="In local time, as 08:30.")],
    closes: Annotated[str, typer.Argument(metavar="CLOSES", help="In local time, as 12:30.")],
    case: Case,
    capacity: Number,
    said: Said,
    speaker: Speaker,
    crossing: Crossing = "",
    desks: Number = "1",
    seconds_each: Number = "300",
    escort_slots: Number = "1",
    medics: Number = "0",
    staff_escorts: Number = "0",
    open_percent: Number = "100",
    change: Annotated[str, typer.Option("--change", metavar="WINDOW", help="Say it anew of this window.")] = "",
    cancelled: Annotated[bool, typer.Option("--cancelled", help="It was called off.")] = False,
    words: Words = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record when a voice says that a crossing opens, and for how many."""

    def act(actions: Any, named: Any, view: CalendarView, shared: dict[str, Any]) -> Done:
        done: Done = actions.announce_window(
            crossing=named.crossing_named(view, crossing), on=on, opens=opens, closes=closes, capacity=capacity,
            desks=desks, seconds_each=seconds_each, escort_slots=escort_slots, medics=medics,
            staff_escorts=staff_escorts, open_percent=open_percent, cancelled=cancelled,
            window=named.window_named(view, change) if change else None,
            voice=actions.Voice(speaker=speaker, said=said, words=words), **shared,
        )  # fmt: skip
        return done

    done_at_case(case, compartment, once, who, form, act)


def quota(
    on: Annotated[str, typer.Argument(metavar="DAY", help="The local day, as 2026-01-06.")],
    nationality: Annotated[str, typer.Argument(metavar="NATIONALITY", help='A country, or "*" for everybody.')],
    most: Annotated[str, typer.Argument(metavar="MOST", help="People at most, in digits.")],
    case: Case,
    said: Said,
    speaker: Speaker,
    crossing: Crossing = "",
    words: Words = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record how many of a nationality a voice lets cross on a day."""

    def act(actions: Any, named: Any, view: CalendarView, shared: dict[str, Any]) -> Done:
        voice = actions.Voice(speaker=speaker, said=said, words=words)
        where = named.crossing_named(view, crossing)
        done: Done = actions.agree_quota(
            crossing=where, on=on, nationality=nationality, most=most, voice=voice, **shared
        )
        return done

    done_at_case(case, compartment, once, who, form, act)


COMMANDS: tuple[tuple[str, Any, str], ...] = (
    ("name", name, 'homeward crossings name "Rafah" --case bridge --authority Egypt --authority Israel'),
    ("point", point, 'homeward crossings point "Hall 2" --case bridge'),
    (
        "status",
        status,
        'homeward crossings status closed --case bridge --speaker "The border authority" --said yesterday',
    ),
    (
        "window",
        window,
        'homeward crossings window 2026-01-06 08:30 12:30 --case bridge --capacity 400 --speaker Egypt --said "4 Jan 2026"',
    ),
    ("quota", quota, 'homeward crossings quota 2026-01-06 RUS 70 --case bridge --speaker Egypt --said "4 Jan 2026"'),
)
"""What is told of a crossing: the word, what it does, an example."""
