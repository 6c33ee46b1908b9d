"""The way to a crossing is set by command: pick-up points, vehicles, convoys, checklist, notices, and who was told which date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from homeward.cli.asking import Answer, Case, Form, Once, Room, Who
from homeward.cli.at_crossing import Change, Name, Number, People, Window, Words, done_at_case

if TYPE_CHECKING:  # needs Django up
    from homeward.crossings.actions import Done
    from homeward.crossings.queries import CalendarView


def pickup(
    name: Name,
    case: Case,
    minutes: Annotated[
        list[str], typer.Option("--minutes", metavar="[CROSSING=]N", help="The way to a crossing; once for each.")
    ],
    change: Change = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Name a place where people are picked up, and how long the ways from there take."""

    def act(actions: Any, named: Any, view: CalendarView, shared: dict[str, Any]) -> Done:
        ways = {}
        for each in minutes:
            to, _, number = each.rpartition("=")
            ways[named.crossing_named(view, to)] = number
        own = named.pickup_named(view, change) if change else None
        done: Done = actions.name_pickup(name=name, minutes=ways, pickup=own, **shared)
        return done

    done_at_case(case, compartment, once, who, form, act)


def vehicle(
    name: Name,
    case: Case,
    seats: Number,
    wheelchairs: Number = "0",
    stretchers: Number = "0",
    trips: Number = "1",
    day: Annotated[
        list[str] | None, typer.Option("--day", help="A day on which it is there. Default: every day.")
    ] = None,
    change: Change = "",
    out_of_use: Annotated[bool, typer.Option("--out-of-use", help="It is not there any more.")] = False,
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Enter a vehicle with its places."""

    def act(actions: Any, named: Any, view: CalendarView, shared: dict[str, Any]) -> Done:
        done: Done = actions.enter_vehicle(
            name=name, seats=seats, wheelchairs=wheelchairs, stretchers=stretchers, trips=trips, days=tuple(day or ()),
            vehicle=named.vehicle_named(view, change) if change else None, in_use=not out_of_use, **shared,
        )  # fmt: skip
        return done

    done_at_case(case, compartment, once, who, form, act)


def convoy(
    departs: Annotated[str, typer.Argument(metavar="DEPARTS", help="In local time, as 07:30.")],
    case: Case,
    window: Window,
    pickup: Annotated[str, typer.Option("--pickup", metavar="NAME", help="Default: the only one there is.")] = "",
    most_vehicles: Number = "1",
    change: Annotated[UUID | None, typer.Option("--change", metavar="ID", help="Say it anew of this convoy.")] = None,
    cancelled: Annotated[bool, typer.Option("--cancelled", help="It was called off.")] = False,
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Set a convoy to a window from a pick-up point."""

    def act(actions: Any, named: Any, view: CalendarView, shared: dict[str, Any]) -> Done:
        done: Done = actions.set_convoy(
            window=named.window_named(view, window), pickup=named.pickup_named(view, pickup), departs=departs,
            most_vehicles=most_vehicles, convoy=change, cancelled=cancelled, **shared,
        )  # fmt: skip
        return done

    done_at_case(case, compartment, once, who, form, act)


def check(
    name: Name,
    case: Case,
    window: Window = "",
    ticked: Annotated[
        str, typer.Option("--ticked", help="With --window, for a point that is there: done, open or not_possible.")
    ] = "done",
    note: Annotated[str, typer.Option("--note", help="How, or why not; name nobody.")] = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Put a point on the checklist of all windows; with --window, say of one that is there how it stands."""

    def act(actions: Any, named: Any, view: CalendarView, shared: dict[str, Any]) -> Done:
        if not window:
            listed: Done = actions.list_check(name=name, **shared)
            return listed
        point, to = named.check_named(view, name), named.window_named(view, window)
        done: Done = actions.tick_check(check=point, window=to, ticked=ticked, note=note, **shared)
        return done

    done_at_case(case, compartment, once, who, form, act)


def notify(
    party: Annotated[str, typer.Argument(metavar="PARTY", help="Who was told.")],
    case: Case,
    window: Window,
    expires: Annotated[str, typer.Option("--expires", metavar="TIME", help="Until when the notice counts.")],
    words: Words = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record that a party was told of a window; a notice asks for no leave, and counts until it expires."""

    def act(actions: Any, named: Any, view: CalendarView, shared: dict[str, Any]) -> Done:
        to = named.window_named(view, window)
        done: Done = actions.notify_party(window=to, party=party, expires=expires, words=words, **shared)
        return done

    done_at_case(case, compartment, once, who, form, act)


def told(
    people: People,
    case: Case,
    window: Window,
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record that people who travel together were told for which window to be ready."""

    def act(actions: Any, named: Any, view: CalendarView, shared: dict[str, Any]) -> Done:
        done: Done = actions.tell_date(people=people, window=named.window_named(view, window), **shared)
        return done

    done_at_case(case, compartment, once, who, form, act)


def picked_up(
    people: People,
    case: Case,
    pickup: Annotated[str, typer.Option("--pickup", metavar="NAME", help="By name or id.")],
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Say where people who travel together are picked up."""

    def act(actions: Any, named: Any, view: CalendarView, shared: dict[str, Any]) -> Done:
        done: Done = actions.choose_pickup(people=people, pickup=named.pickup_named(view, pickup), **shared)
        return done

    done_at_case(case, compartment, once, who, form, act)


COMMANDS: tuple[tuple[str, Any, str], ...] = (
    ("pickup", pickup, 'homeward crossings pickup "The school" --case bridge --minutes 60'),
    ("vehicle", vehicle, 'homeward crossings vehicle "Bus 1" --case bridge --seats 48 --wheelchairs 2'),
    ("convoy", convoy, 'homeward crossings convoy 07:30 --case bridge --window "2026-01-06 08:30" --most-vehicles 3'),
    (
        "check",
        check,
        'homeward crossings check "Way looked at" --case bridge --window "2026-01-06 08:30" --ticked done',
    ),
    (
        "notify",
        notify,
        'homeward crossings notify Egypt --case bridge --window "2026-01-06 08:30" --expires "6 Jan 2026 14:00"',
    ),
    ("told", told, 'homeward crossings told PERSON PERSON --case bridge --window "2026-01-06 08:30"'),
    ("picked-up", picked_up, 'homeward crossings picked-up PERSON PERSON --case bridge --pickup "The school"'),
)
"""What is set for the way there: the word, what it does, an example."""
