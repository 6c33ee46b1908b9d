"""Acts about clearances by command: ask, tell what an authority said, take a permission list, confirm, take back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID, uuid4

import typer

from homeward.cli.asking import Answer, Case, Form, Into, Once, Room, Who, ask, case_named
from homeward.cli.clearances import AsRead, From, FromColumn, Means, Named, Number, Until, UntilColumn
from homeward.cli.entering import Seat, entered, sign
from homeward.cli.printing import answer
from homeward.cli.register import Person, Said, Speaker, ToldBy

if TYPE_CHECKING:  # needs Django up
    from homeward.ledger.queries.views import CaseView

Authority = Annotated[str, typer.Option("--authority", metavar="NAME", help="Whose permission it is.")]
Via = Annotated[list[str] | None, typer.Option("--via", metavar="NAME", help="Through whom; once for each.")]


def add_to(app: typer.Typer) -> None:
    """Put the acts beside the readings."""
    app.command(
        "ask",
        epilog='Example: homeward clearances ask --case bridge --authority "The border authority" --for "exit" --list "Travellers"',
    )(ask_for)
    app.command(
        "tell",
        epilog=(
            'Example: homeward clearances tell PERSON granted --case bridge --authority "The border authority" '
            '--said "4 Jan 2026" --until "9 Jan 2026"'
        ),
    )(tell)
    app.command(
        "take", epilog='Example: homeward clearances take --case bridge --list "Permits" --means approved=granted'
    )(take)
    app.command("confirm", epilog="Example: homeward clearances confirm p2k4mxt --case bridge --as second")(confirm)
    app.command(
        "take-back", epilog='Example: homeward clearances take-back p2k4mxt --case bridge --reason "Misheard."'
    )(take_back)


def ask_for(
    case: Case,
    authority: Authority,
    purpose: Annotated[str, typer.Option("--for", metavar="WORDS", help="For what, in words that name nobody.")],
    person: Annotated[list[UUID] | None, typer.Option("--person", help="This person; once for each.")] = None,
    named: Annotated[
        str, typer.Option("--list", metavar="NAME", help="Everybody on the last version of this list.")
    ] = "",
    via: Via = None,
    asked_at: Annotated[str, typer.Option("--asked", metavar="TIME", help="When it was asked. Default: now.")] = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record that the desk asks an authority about people; the letter and the file that go out are made from it."""
    with entered(who) as seat:
        from homeward.clearances import actions
        from homeward.lists import queries as lists
        from homeward.matching.queries import version_named

        asked = ask(seat, case, compartment, None, None, None)
        those = list(person or ())
        if named:
            those += [each.person for each in lists.entries(asked, [version_named(asked, named)]) if each.opens]
        done = actions.ask(
            case=asked.case, people_asked=those, authority=authority, purpose=purpose, via=via or (), asked=asked_at,
            once=once or uuid4(), by=seat.actor, at=seat.now,
        )  # fmt: skip
    sign(seat)
    answer(
        form,
        lambda: {
            "case": case,
            "batch": str(done.batch),
            "requests": [{"person": str(each), "statement": ref} for each, ref in done.refs.items()],
        },
        lambda paper: paper.line(
            f"Asked about {len(done.refs):,} people. "
            f"The letter: homeward clearances letter {done.batch} --case {case} --language en"
        ),
    )


def tell(
    person: Person,
    state: Annotated[str, typer.Argument(metavar="STATE", help="acknowledged, granted, refused or withdrawn.")],
    case: Case,
    authority: Authority,
    said: Said,
    first: Annotated[str, typer.Option("--from", metavar="DAY", help="The first valid day.")] = "",
    last: Annotated[str, typer.Option("--until", metavar="DAY", help="The last valid day.")] = "",
    condition: Annotated[
        list[str] | None, typer.Option("--condition", metavar="WORDS", help="On what condition; kept sealed.")
    ] = None,
    speaker: Speaker = "",
    told_by: ToldBy = None,
    via: Via = None,
    document: Annotated[UUID | None, typer.Option("--document", help="The paper that shows it.")] = None,
    start: Annotated[int, typer.Option("--start", min=0, help="Where in its text it begins.")] = 0,
    end: Annotated[int, typer.Option("--end", min=0, help="Where it ends; that letter not included.")] = 0,
    instead_of: Annotated[
        str, typer.Option("--instead-of", metavar="STATEMENT", help="The word that this corrects.")
    ] = "",
    reason: Annotated[str, typer.Option("--reason", help="Why it is corrected; name nobody.")] = "",
    compartment: Room = "",
    into: Into = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record what an authority said of somebody; a grant waits until a second person confirms it."""
    with entered(who) as seat:
        from homeward.access import queries as access
        from homeward.clearances import actions
        from homeward.people.core.told import Told

        chosen = case_named(case, compartment)
        done = actions.tell(
            person=person, authority=authority, state=state, valid_from=first, valid_until=last,  # type: ignore[arg-type]
            conditions=condition or (), shown=actions.Shown(document, start, end) if document else None,
            instead_of=instead_of, reason=reason, case=chosen,
            told=Told(speaker=speaker, told_by=told_by, said=said, via=tuple(via or ())),
            room=access.compartment_named(into).id if into else None, once=once or uuid4(), by=seat.actor, at=seat.now,
        )  # fmt: skip
    _recorded(seat, case, {"person": str(done.person), "statement": done.ref}, f"Recorded as {done.ref}.", form)


def take(
    case: Case,
    named: Named,
    number: Number = None,
    means: Means = None,
    first: From = "",
    last: Until = "",
    from_column: FromColumn = "",
    until_column: UntilColumn = "",
    row: Annotated[
        list[UUID] | None,
        typer.Option("--row", metavar="RECORD", help="This row alone, by the id in: homeward clearances list --part"),
    ] = None,
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Take a list as words of its authority, every row that leaves no question or those that are named; see `list` first."""
    reading = AsRead(means, first, last, from_column, until_column)
    with entered(who) as seat:
        from homeward.clearances import actions
        from homeward.matching.queries import version_named

        asked = ask(seat, case, compartment, None, None, None)
        done = actions.take(
            case=asked.case, version=version_named(asked, named, number), reading=reading(), records=row or None,
            once=once or uuid4(), by=seat.actor, at=seat.now,
        )  # fmt: skip
    told = ", ".join(f"{number:,} {state}" for state, number in sorted(done.counts.items()))
    document = {"version": str(done.version), "counts": done.counts, "statements": [str(e) for e in done.permissions]}
    _recorded(seat, case, document, f"Recorded: {told}. Grants wait for a second person.", form)


def confirm(
    case: Case,
    statement: Annotated[
        list[str] | None, typer.Argument(metavar="STATEMENT...", help="By the names in: homeward clearances waiting")
    ] = None,
    named: Annotated[
        str, typer.Option("--list", metavar="NAME", help="All that wait from the last version of this list.")
    ] = "",
    number: Number = None,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Confirm what authorities said: a second person, and not whoever recorded it. From then on the desk relies on it."""
    if bool(statement) == bool(named):
        raise typer.BadParameter("give STATEMENTs or --list, one of them.")
    with entered(who) as seat:
        from homeward.clearances import actions, queries
        from homeward.matching.queries import version_named

        asked = ask(seat, case, compartment, None, None, None)
        if named:
            version = version_named(asked, named, number)
            chosen = [each.word.statement for each in queries.statements_waiting(asked, version=version)]
        else:
            chosen = queries.permissions_named(asked.case, statement or ())
        done = actions.confirm(case=asked.case, permissions=chosen, once=uuid4(), by=seat.actor, at=seat.now)
    document = {"statements": list(done.refs), "permissions": done.permissions}
    _recorded(seat, case, document, f"Confirmed {done.permissions:,}: {', '.join(done.refs) or 'nothing new'}.", form)


def take_back(
    statement: Annotated[
        str, typer.Argument(metavar="STATEMENT", help="A request, a word of an authority, a confirmation.")
    ],
    case: Case,
    reason: Annotated[str, typer.Option("--reason", help="Why, in words that name nobody.")],
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Take back what was recorded wrongly; all of it stays in the ledger."""
    with entered(who) as seat:
        from homeward.clearances import actions

        chosen: CaseView = case_named(case, compartment)
        done = actions.take_back(case=chosen, ref=statement, reason=reason, once=uuid4(), by=seat.actor, at=seat.now)
    _recorded(seat, case, {"statement": done.ref}, f"Taken back by {done.ref}.", form)


def _recorded(seat: Seat, case: str, document: dict[str, Any], words: str, form: Form) -> None:
    sign(seat)
    answer(form, lambda: {"case": case, **document}, lambda paper: paper.line(words))
