"""Clearances: how people stand with authorities, what waits for a second person, what runs out, permission lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import typer

from homeward.cli.asking import Answer, AsOf, ByClock, Case, Form, KnownAt, Room, Who, ask
from homeward.cli.entering import Seat, entered
from homeward.cli.printing import answer
from homeward.refusals import Refused

if TYPE_CHECKING:  # needs Django up
    from homeward.clearances.queries import Reading
    from homeward.ledger.queries.views import Asked

app = typer.Typer(
    name="clearances", help="What authorities say of who may pass.", no_args_is_help=True, rich_markup_mode=None
)
SIZE, FAMILIES = 50, 20
Page = Annotated[int, typer.Option("--page", min=1, max=100_000, help="Which part of a longer list.")]
Named = Annotated[str, typer.Option("--list", metavar="NAME", help="What the desk calls the list, or its id.")]
Number = Annotated[int | None, typer.Option("--version", min=1, metavar="N", help="Default: the last one that counts.")]
Means = Annotated[
    list[str] | None,
    typer.Option(
        "--means",
        metavar="WORDS=STATE",
        help='What words of the list mean: "approved=granted"; "=granted" where it has none; leave; once for each.',
    ),
]
From = Annotated[str, typer.Option("--from", metavar="DAY", help="The first valid day, where the rows give none.")]
Until = Annotated[str, typer.Option("--until", metavar="DAY", help="The last valid day, where the rows give none.")]
FromColumn = Annotated[str, typer.Option("--from-column", metavar="HEADING", help="The column of first days.")]
UntilColumn = Annotated[str, typer.Option("--until-column", metavar="HEADING", help="The column of last days.")]
State = Literal["requested", "acknowledged", "granted", "refused", "withdrawn", "lapsed", "unconfirmed"]


class NotAMeaning(Refused):
    """A meaning is written as WORDS=STATE."""


@app.command(epilog="Example: homeward clearances person 5f0c…-….-…. --case bridge")
def person(
    person: Annotated[UUID, typer.Argument(metavar="PERSON", help="By the id in: homeward person find")],
    case: Case,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """How somebody stands with every authority, and every word between, also what counts no more."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.clearances import queries
        from homeward.clearances.queries.written import person_json
        from homeward.cli.text.clearances import person_page

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        view = queries.of_person(asked, person)
        logged(asked, view.people, "clearances of a person", seat)
    answer(form, lambda: {**asked_json(asked), **person_json(view)}, lambda paper: person_page(paper, view))


@app.command(epilog="Example: homeward clearances funnel --case bridge --as-of 2026-01-04T18:00+02:00")
def funnel(
    case: Case,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """How many people stand how with each authority, as of any hour, and how fast it answers; it names nobody."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.clearances import queries
        from homeward.clearances.queries.written import funnel_json
        from homeward.cli.text.clearances import funnel_page

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        view = queries.funnel(asked)
    answer(form, lambda: {**asked_json(asked), **funnel_json(view)}, lambda paper: funnel_page(paper, view))


@app.command(epilog='Example: homeward clearances authority "The border authority" --case bridge --state requested')
def authority(
    named: Annotated[str, typer.Argument(metavar="NAME", help="The authority, by name or id.")],
    case: Case,
    state: Annotated[State | None, typer.Option("--state", help="Those who stand so.")] = None,
    page: Page = 1,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Everybody of whom an authority was asked or said anything, by how they stand."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.clearances import queries
        from homeward.clearances.queries.written import authority_json
        from homeward.cli.text.clearances import authority_page

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        chosen = queries.authority_named(asked.case, named)
        view = queries.of_authority(asked, chosen, state=state or "", page=page, size=SIZE)
        logged(asked, view.people, "clearances of an authority", seat)
    answer(form, lambda: {**asked_json(asked), **authority_json(view)}, lambda paper: authority_page(paper, view))


@app.command(epilog="Example: homeward clearances waiting --case bridge")
def waiting(
    case: Case,
    page: Page = 1,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Grants that were recorded and wait for a second person."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.clearances import queries
        from homeward.clearances.queries.written import waiting_json
        from homeward.cli.text.clearances import waiting_page

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        view = queries.waiting(asked, actor=seat.actor.id, page=page, size=SIZE)
        logged(asked, view.people, "clearances to confirm", seat)
    answer(form, lambda: {**asked_json(asked), **waiting_json(view)}, lambda paper: waiting_page(paper, view))


@app.command(epilog="Example: homeward clearances lapsing --case bridge --by 2026-01-09")
def lapsing(
    case: Case,
    by: Annotated[str, typer.Option("--by", metavar="DAY", help="What runs out on this day or before: 2026-01-09.")],
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Clearances, and the last papers of people on the way, that run out by a day; the soonest first."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.clearances import queries
        from homeward.clearances.queries.written import lapsing_json
        from homeward.cli.text.clearances import lapsing_page

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        view = queries.lapsing(asked, _day(by))
        logged(asked, view.people, "clearances that run out", seat)
    answer(form, lambda: {**asked_json(asked), **lapsing_json(view)}, lambda paper: lapsing_page(paper, view))


@app.command(epilog="Example: homeward clearances families --case bridge")
def families(
    case: Case,
    named: Annotated[str, typer.Option("--authority", metavar="NAME", help="Of this authority alone.")] = "",
    page: Page = 1,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Families with who of them is cleared and who is not; those that an authority takes apart come first."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.clearances import queries
        from homeward.clearances.queries.written import families_json
        from homeward.cli.text.clearances import families_page

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        chosen = queries.authority_named(asked.case, named) if named else None
        view = queries.families(asked, authority=chosen, page=page, size=FAMILIES)
        logged(asked, view.people, "families by clearance", seat)
    answer(form, lambda: {**asked_json(asked), **families_json(view)}, lambda paper: families_page(paper, view))


@app.command(
    "list",
    epilog='Example: homeward clearances list --case bridge --list "Permits" --means approved=granted --part new',
)
def permission_list(
    case: Case,
    named: Named,
    number: Number = None,
    means: Means = None,
    first: From = "",
    last: Until = "",
    from_column: FromColumn = "",
    until_column: UntilColumn = "",
    part: Annotated[
        Literal["new", "changes", "again", "taken", "unread", "left", "twice", "defect", "closed", "gone"] | None,
        typer.Option("--part", help="Show these rows; with their names, which is noted in the log."),
    ] = None,
    page: Page = 1,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """What would happen if a list were taken as permissions: what its words mean, what each row would change."""
    reading = AsRead(means, first, last, from_column, until_column)
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.clearances import queries
        from homeward.clearances.queries.written import list_json
        from homeward.cli.text.clearances import list_page
        from homeward.matching.queries import version_named

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        version = version_named(asked, named, number)
        view = queries.permission_list(asked, version, reading(), part=part or "", page=page, size=SIZE, at=seat.now)
        logged(asked, view.people, "permission list", seat)
    answer(form, lambda: {**asked_json(asked), **list_json(view)}, lambda paper: list_page(paper, view))


class NotADay(Refused):
    """This is no day."""


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as fault:
        raise NotADay(where=f"--by {words[:40]}", instead="Write it as 2026-01-09.") from fault


class AsRead:
    """How the options read a list; faults of spelling are told before anything is opened."""

    def __init__(self, means: list[str] | None, first: str, last: str, from_column: str, until_column: str) -> None:
        self.said = dict(_meaning(each) for each in means or ())
        self.days = {
            "valid_from": first,
            "valid_until": last,
            "from_column": from_column,
            "until_column": until_column,
        }

    def __call__(self) -> Reading:
        from homeward.clearances.core.decisions import Meaning
        from homeward.clearances.queries import Reading

        return Reading(Meaning.of(self.said), **self.days)


def _meaning(words: str) -> tuple[str, str]:
    said, equals, state = words.rpartition("=")
    if not equals:
        raise NotAMeaning(where=f"--means {words[:80]}", instead='As in --means "approved=granted".')
    return said, state.strip()


def logged(asked: Asked, people: Iterable[UUID], view: str, seat: Seat) -> None:
    """Tell the log whom an answer showed."""
    from homeward.people import actions

    actions.note_reading(case=asked.case, people=list(people), view=view, by=seat.actor, at=seat.now)
