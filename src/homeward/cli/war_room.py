"""A list held against the register: what its entries are, families it takes apart, people against lists, letters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import typer

from homeward.cli.asking import Answer, AsOf, ByClock, Case, Form, KnownAt, Named, Page, Room, Who, ask
from homeward.cli.entering import Seat, entered
from homeward.cli.printing import answer, put
from homeward.cli.telling import tell

if TYPE_CHECKING:  # needs Django up
    from homeward.ledger.queries.views import Asked

app = typer.Typer(name="matching", help="Lists held against the register.", no_args_is_help=True, rich_markup_mode=None)
SIZE, FAMILIES = 50, 20
Number = Annotated[int | None, typer.Option("--version", min=1, metavar="N", help="Default: the last one that counts.")]
Part = Annotated[
    Literal["matched", "doubtful", "new", "closed", "gone", "added", "changed", "duplicates"] | None,
    typer.Option("--part", help="Show these entries; with their names, which is noted in the log."),
]


@app.command(
    "war-room", epilog='Example: homeward matching war-room --case bridge --list "Crossing list" --part doubtful'
)
def war_room(
    case: Case,
    named: Named,
    number: Number = None,
    part: Part = None,
    page: Page = 1,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """A version of a list against the register: entries that are ours, questions, new ones; who went; families apart."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.cli.text.war_room import war_room_page
        from homeward.matching import queries
        from homeward.matching.queries.written import war_room_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        version = queries.version_named(asked, named, number)
        view = queries.war_room(asked, version, part=part or "", page=page, size=SIZE)
        _logged(asked, view.people, "war-room", seat)
    answer(form, lambda: {**asked_json(asked), **war_room_json(view)}, lambda paper: war_room_page(paper, view))


@app.command(epilog='Example: homeward matching families --case bridge --list "Crossing list"')
def families(
    case: Case,
    named: Named,
    number: Number = None,
    page: Page = 1,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Families of which a list names some and not the others, children and parents apart first; near misses said as such."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.cli.text.war_room import families_page
        from homeward.matching import queries
        from homeward.matching.queries.written import families_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        version = queries.version_named(asked, named, number)
        view = queries.split_families(asked, version, page=page, size=FAMILIES)
        _logged(asked, view.people, "families of a list", seat)
    answer(form, lambda: {**asked_json(asked), **families_json(view)}, lambda paper: families_page(paper, view))


@app.command(epilog='Example: homeward matching matrix --case bridge --find "Lamia Darvish"')
def matrix(
    case: Case,
    named: Annotated[
        str, typer.Option("--list", metavar="NAME", help="Those who stand on this list, by its name or id.")
    ] = "",
    find: Annotated[str, typer.Option("--find", metavar="WORDS", help="Those whose name or paper fits.")] = "",
    person: Annotated[list[UUID] | None, typer.Option("--person", help="These people; once for each.")] = None,
    page: Page = 1,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """People against every list: in, out, never, or a question. Without a choice, those of families that a list takes apart."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.cli.text.war_room import matrix_page
        from homeward.lists import queries as lists
        from homeward.matching import queries
        from homeward.matching.queries.written import matrix_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        on = lists.list_named(asked.case, named).id if named else None
        view = queries.matrix(asked, list_id=on, words=find, people_asked=person or (), page=page, size=SIZE)
        _logged(asked, view.people, "people against lists", seat)
    answer(form, lambda: {**asked_json(asked), **matrix_json(view)}, lambda paper: matrix_page(paper, view))


@app.command(epilog="Example: homeward matching funnel --case bridge --known-at 2026-01-04")
def funnel(
    case: Case,
    counting: Annotated[
        list[str] | None,
        typer.Option("--list", metavar="NAME", help='A list that counts for "on all"; once for each. Default: all.'),
    ] = None,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """How many people of the register stand on any list, on each, and on all that count; it names nobody."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.cli.text.war_room import funnel_page
        from homeward.lists import queries as lists
        from homeward.matching import queries
        from homeward.matching.queries.written import funnel_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        chosen = [lists.list_named(asked.case, each).id for each in counting or ()]
        view = queries.funnel(asked, chosen)
    answer(form, lambda: {**asked_json(asked), **funnel_json(view)}, lambda paper: funnel_page(paper, view))


@app.command(
    epilog='Example: homeward matching letter --case bridge --list "Crossing list" --language ar --print > letter.html'
)
def letter(
    case: Case,
    named: Named,
    language: Annotated[Literal["en", "ar", "he", "ru"], typer.Option("--language", help="In which it is written.")],
    number: Number = None,
    person: Annotated[
        list[UUID] | None,
        typer.Option("--person", help="Name this person though no consent is recorded; once for each."),
    ] = None,
    to_print: Annotated[bool, typer.Option("--print", help="As a page of HTML to print.")] = False,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """A letter to the authority of a list about the families it takes apart; who has not agreed to be named is left out."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.cli.text.war_room import letter_page
        from homeward.matching import queries
        from homeward.matching.formats.letters import as_page
        from homeward.matching.queries.written import letter_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        version = queries.version_named(asked, named, number)
        view = queries.letter(asked, version, language, people=person or ())
        _logged(asked, view.people, "letter to an authority", seat)
    if view.without_consent:
        tell(
            f"{len(view.without_consent)} are left out: no consent to share with authorities is recorded. "
            "--format json lists them; --person names one all the same."
        )
    if to_print and form is Form.TEXT:
        put(as_page(view.letter))
        return
    answer(form, lambda: {**asked_json(asked), **letter_json(view)}, lambda paper: letter_page(paper, view))


def _logged(asked: Asked, people: Iterable[UUID], view: str, seat: Seat) -> None:
    from homeward.people import actions

    actions.note_reading(case=asked.case, people=list(people), view=view, by=seat.actor, at=seat.now)
