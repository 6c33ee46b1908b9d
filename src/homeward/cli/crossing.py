"""What is needed at a crossing is told by command: places, windows, quotas, vehicles, convoys, checklist, notices, dates."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID, uuid4

import typer

from homeward.cli.asking import Answer, Case, Form, Once, Room, Who, case_named
from homeward.cli.entering import entered, sign
from homeward.cli.printing import answer

if TYPE_CHECKING:  # needs Django up
    from homeward.cli.text.paper import Paper
    from homeward.crossings.actions import Done
    from homeward.crossings.queries import CalendarView

Speaker = Annotated[str, typer.Option("--speaker", metavar="NAME", help="Who said it: a source of the case.")]
Said = Annotated[str, typer.Option("--said", metavar="TIME", help="When it was said, in the zone of the case.")]
Words = Annotated[str, typer.Option("--words", help="The words, as they came.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="What it is called.")]
Change = Annotated[str, typer.Option("--change", metavar="NAME", help="Say it anew of this one, by name or id.")]
Crossing = Annotated[
    str, typer.Option("--crossing", metavar="NAME", help="By name or id. Default: the only one there is.")
]
Window = Annotated[str, typer.Option("--window", metavar="WINDOW", help='By id, or day and hour: "2026-01-06 08:30".')]
Number = Annotated[str, typer.Option(metavar="N", help="In digits.")]
People = Annotated[list[UUID], typer.Argument(metavar="PERSON...", help="Everybody who travels together.")]


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

    _act(case, compartment, once, who, form, act)


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

    _act(case, compartment, once, who, form, act)


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

    _act(case, compartment, once, who, form, act)


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

    _act(case, compartment, once, who, form, act)


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

    _act(case, compartment, once, who, form, act)


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

    _act(case, compartment, once, who, form, act)


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

    _act(case, compartment, once, who, form, act)


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

    _act(case, compartment, once, who, form, act)


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

    _act(case, compartment, once, who, form, act)


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

    _act(case, compartment, once, who, form, act)


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

    _act(case, compartment, once, who, form, act)


def beside(
    person: Annotated[UUID, typer.Argument(metavar="PERSON", help="Who does not ride alone.")],
    case: Case,
    others: Annotated[
        list[UUID] | None, typer.Option("--any-of", metavar="PERSON", help="Beside whom they may ride; again for more.")
    ] = None,
    staff: Annotated[bool, typer.Option("--staff", help="An escort of the desk's own will do.")] = False,
    why: Annotated[str, typer.Option("--why", help="care, guardian, medical or interpreter.")] = "care",
    ends: Annotated[bool, typer.Option("--ends", help="They may ride alone again.")] = False,
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Say beside whom somebody rides and beside nobody else; plans keep it, the last word counts."""

    def act(actions: Any, named: Any, view: CalendarView, shared: dict[str, Any]) -> Done:
        if ends:
            over: Done = actions.need_no_companion(person=person, **shared)
            return over
        done: Done = actions.need_companion(person=person, any_of=tuple(others or ()), staff=staff, why=why, **shared)
        return done

    _act(case, compartment, once, who, form, act)


def apart(
    one: Annotated[UUID, typer.Argument(metavar="PERSON")],
    other: Annotated[UUID, typer.Argument(metavar="PERSON")],
    case: Case,
    scope: Annotated[str, typer.Option("--scope", help="What they must not share: vehicle or window.")] = "vehicle",
    ends: Annotated[bool, typer.Option("--ends", help="They need not be kept apart any more.")] = False,
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Say that two people must not share a vehicle, or not a window; plans keep it, the last word counts."""

    def act(actions: Any, named: Any, view: CalendarView, shared: dict[str, Any]) -> Done:
        if ends:
            over: Done = actions.keep_apart_no_longer(one=one, other=other, **shared)
            return over
        done: Done = actions.keep_apart(one=one, other=other, scope=scope, **shared)
        return done

    _act(case, compartment, once, who, form, act)


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

    _act(case, compartment, once, who, form, act)


def _act(
    case: str,
    compartment: str,
    once: UUID | None,
    who: str | None,
    form: Form,
    act: Callable[[Any, Any, CalendarView, dict[str, Any]], Done],
) -> None:
    """Do one act at a case, sign it, and tell what was recorded and what somebody should look at."""
    with entered(who) as seat:
        from homeward.crossings import actions, queries
        from homeward.crossings.queries import named
        from homeward.ledger.queries import cases

        chosen = case_named(case, compartment)
        shared = {"case": chosen, "once": once or uuid4(), "by": seat.actor, "at": seat.now}
        done = act(actions, named, queries.calendar(cases.ask(chosen, now=seat.now)), shared)
    sign(seat)
    answer(
        form,
        lambda: {
            "case": case,
            "statement": done.ref,
            "about": str(done.about) if done.about else None,
            "warnings": [{"code": each.code, "where": each.where, "message": each.message} for each in done.warnings],
        },
        lambda paper: _told(paper, done),
    )


def _told(paper: Paper, done: Done) -> None:
    paper.line(f"Recorded as {done.ref}" + (f": {done.about}." if done.about else "."))
    for each in done.warnings:
        paper.line(f"{each.where}: {each.message}")


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
    ("beside", beside, "homeward crossings beside PERSON --case bridge --any-of PERSON --why medical"),
    ("apart", apart, "homeward crossings apart PERSON PERSON --case bridge --scope window"),
    ("picked-up", picked_up, 'homeward crossings picked-up PERSON PERSON --case bridge --pickup "The school"'),
)
"""What is told at a crossing: the word, what it does, an example."""
