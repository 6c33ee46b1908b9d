"""The register of people: enter somebody, tell where they are, show, find, count, forget. Each reading is logged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID, uuid4

import typer

from homeward.cli.asking import Answer, AsOf, ByClock, Case, Form, Into, KnownAt, Once, Room, Who, ask, case_named
from homeward.cli.entering import Seat, entered, sign
from homeward.cli.printing import answer
from homeward.cli.taking import contents
from homeward.refusals import Refused

if TYPE_CHECKING:  # needs Django up
    from homeward.cli.text.paper import Paper
    from homeward.ledger.queries.views import Asked

app = typer.Typer(name="person", help="People whom the desk brings home.", no_args_is_help=True, rich_markup_mode=None)
LONGEST_LETTER = 200_000
"""Bytes of a letter or appeal that is kept, sealed, with the person."""


class NotText(Refused):
    """This letter is not text in UTF-8."""


Person = Annotated[UUID, typer.Argument(metavar="PERSON", help="By the id in: homeward person find")]
Names = Annotated[list[str] | None, typer.Option("--name", help="A name as written; give it once for each spelling.")]
Papers = Annotated[
    list[str] | None,
    typer.Option("--paper", metavar="NUMBER", help='A paper: "N 123456", "N 123456 until 4 May 2027".'),
]
Nationalities = Annotated[list[str] | None, typer.Option("--nationality", help="As written; once for each.")]
Speaker = Annotated[str, typer.Option("--speaker", metavar="NAME", help="Who told it: a source of the case.")]
ToldBy = Annotated[
    UUID | None, typer.Option("--told-by", metavar="PERSON", help="Who told it, if they stand in the register.")
]
Said = Annotated[str, typer.Option("--said", metavar="TIME", help="When it was told, in the zone of the case.")]
Field = Annotated[str, typer.Option(help="As written.")]


@app.command(
    epilog='Example: homeward person enter --case bridge --name "Lamia Darvish" --speaker "The consulate" --said "4 Jan 2026"'
)
def enter(
    case: Case,
    said: Said,
    name: Names = None,
    birth: Field = "",
    age: Field = "",
    sex: Field = "",
    nationality: Nationalities = None,
    paper: Papers = None,
    household: Field = "",
    place: Field = "",
    contact: Field = "",
    remarks: Field = "",
    letter: Annotated[
        str,
        typer.Option("--letter", metavar="FILE", help="The words as they came, kept sealed; - reads standard input."),
    ] = "",
    person: Annotated[
        UUID | None, typer.Option("--person", help="Further facts about somebody who stands in the register.")
    ] = None,
    instead_of: Annotated[
        str, typer.Option("--instead-of", metavar="STATEMENT", help="With --person: the statement that this corrects.")
    ] = "",
    reason: Annotated[str, typer.Option("--reason", help="Why it is corrected; name nobody.")] = "",
    speaker: Speaker = "",
    told_by: ToldBy = None,
    compartment: Room = "",
    into: Into = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Put somebody into the register, or further facts about them, with who told it; every value is sealed."""
    words = _letter(letter) if letter else ""
    with entered(who) as seat:
        from homeward.people import actions
        from homeward.people.core.given import values_given

        chosen = case_named(case, compartment)
        values = values_given(
            names=name or (), birth=birth, sex=sex, nationalities=nationality or (), papers=paper or (),
            on=seat.now.astimezone(chosen.zone).date(),
            age=age, household=household, place=place, contact=contact, remarks=remarks,
        )  # fmt: skip
        act = _act(chosen, speaker, told_by, said, into, once, seat, words=words)
        if person is None:
            done = actions.enter(values=values, **act)
        else:
            done = actions.say(person=person, values=values, instead_of=instead_of, reason=reason, **act)
    _told(seat, case, done, form)


@app.command(
    epilog='Example: homeward person whereabouts PERSON held --case bridge --speaker "A delegate" --said "4 Jan 2026"'
)
def whereabouts(
    person: Person,
    state: Annotated[
        str,
        typer.Argument(
            metavar="STATE",
            help="missing, seen, held, moved, released, at_crossing, crossed, home, dead or remains_returned.",
        ),
    ],
    case: Case,
    said: Said,
    occurred: Annotated[
        str, typer.Option("--occurred", metavar="TIME", help="When it was so. Default: when told.")
    ] = "",
    place: Field = "",
    holder: Annotated[str, typer.Option("--holder", help="In whose hands.")] = "",
    modality: Annotated[
        str, typer.Option("--modality", help="How sure: asserted, reported, alleged, denied.")
    ] = "asserted",
    speaker: Speaker = "",
    told_by: ToldBy = None,
    compartment: Room = "",
    into: Into = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record where a voice says that somebody is or was; the stage is computed from these."""
    with entered(who) as seat:
        from homeward.people import actions

        chosen = case_named(case, compartment)
        act = _act(chosen, speaker, told_by, said, into, once, seat, occurred=occurred, modality=modality)
        done = actions.tell_whereabouts(person=person, state=state, place=place, holder=holder, **act)  # type: ignore[arg-type]
    _told(seat, case, done, form)


@app.command(epilog="Example: homeward person show 5f0c…-….-…. --case bridge --as-of 2026-01-04")
def show(
    person: Person,
    case: Case,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """All that is known of somebody: each value with who gave it, the chain of custody, the stage and who says so."""
    with entered(who) as seat:
        from homeward.briefing.formats.people import person_json
        from homeward.cli.text.people import person_page
        from homeward.people import queries

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        view = queries.person(asked, person)
        _logged(asked, view.people, "person", seat)
    answer(
        form,
        lambda: {"case": case, **person_json(view, asked.case.zone)},
        lambda paper: person_page(paper, asked, view),
    )


@app.command(epilog='Example: homeward person find "لمياء درويش" --case bridge')
def find(
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help="A name in any script, or the whole number of a paper.")
    ],
    case: Case,
    compartment: Room = "",
    limit: Annotated[int, typer.Option("--limit", "-k", min=1, max=50, help="How many at most.")] = 10,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Find people by name or paper, the likeliest first. The register is searched, never listed."""
    with entered(who) as seat:
        from homeward.briefing.formats.people import found_people_json
        from homeward.cli.text.people import found_people_page
        from homeward.people import queries

        asked = ask(seat, case, compartment, None, None, None)
        found = queries.found(asked, words, limit=limit)
        _logged(asked, [each.person.id for each in found], "find", seat)
    answer(
        form,
        lambda: {"case": case, "people": found_people_json(found, asked.case.zone)},
        lambda paper: found_people_page(paper, found),
    )


@app.command(epilog="Example: homeward person count --case bridge")
def count(
    case: Case,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """The register in numbers: people by stage, what is lacking or doubtful, records by who gave them."""
    with entered(who) as seat:
        from homeward.briefing.formats.people import register_json
        from homeward.cli.text.people import register_page
        from homeward.people import queries

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        counted, board = queries.register(asked), queries.quality(asked)
    answer(
        form,
        lambda: {"case": case, **register_json(counted, board)},
        lambda paper: register_page(paper, counted, board),
    )


@app.command(epilog='Example: homeward person forget PERSON --case bridge --reason "Asked for by themselves."')
def forget(
    case: Case,
    person: Annotated[UUID | None, typer.Argument(metavar="PERSON", help="Who is to be forgotten.")] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why, in words that name nobody: they stay.")] = "",
    agree: Annotated[str, typer.Option("--agree", metavar="REF", help="Agree to what another one asked.")] = "",
    waiting: Annotated[bool, typer.Option("--waiting", help="What was asked and waits for somebody to agree.")] = False,
    compartment: Room = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Ask that a person be forgotten for ever, or agree to what another one asked; then nothing about them opens again."""
    if sum((person is not None, bool(agree), waiting)) != 1:
        raise typer.BadParameter("give a PERSON, --agree REF or --waiting, one of them.")
    with entered(who) as seat:
        from homeward.briefing.formats.people import waiting_json
        from homeward.cli.text.people import closing_lines
        from homeward.people import actions, queries

        asked = ask(seat, case, compartment, None, None, None)
        document: dict[str, Any] = {"case": case}
        if person is not None:
            closing = queries.closing(asked, person)
            _logged(asked, closing.alike, "forgetting", seat)
            ref = actions.ask_erasure(
                case=asked.case, person=person, reason=reason, once=uuid4(), by=seat.actor, at=seat.now
            )
            document |= {"asked": ref, "closes": list(closing.closes), "statements": list(closing.statements),
                         "documents": [str(each) for each in closing.documents],
                         "alike": [str(each) for each in closing.alike]}  # fmt: skip
            lines = [f"Asked as {ref}. Another one agrees: homeward person forget --agree {ref} --case {case}"]
            lines += closing_lines(closing)
        elif agree:
            done = actions.agree_erasure(case=asked.case, ref=agree, by=seat.actor, at=seat.now)
            document |= {"forgotten": str(done.person), "statements": list(done.refs), "closed": list(done.closed)}
            lines = [
                f"Forgotten: {done.person}. Copies of keys that were kept elsewhere still open what lies there.",
                *done.closed,
            ]
        else:
            found = queries.waiting(asked.case)
            document |= {"waiting": [waiting_json(each) for each in found]}
            lines = [f"{each.ref}  {each.person}  asked by {each.asked_by}: {each.reason}" for each in found]
    if not waiting:
        sign(seat)

    def page(paper: Paper) -> None:
        for line in lines or ["Nothing waits."]:
            paper.line(line)

    answer(form, lambda: document, page)


def _letter(file: str) -> str:
    try:
        return contents(file, LONGEST_LETTER).decode()
    except UnicodeDecodeError as fault:
        raise NotText(where=file, instead="Save it as UTF-8.") from fault


def _act(
    case: Any, speaker: str, told_by: UUID | None, said: str, into: str, once: UUID | None, seat: Seat, **more: str
) -> dict[str, Any]:
    """What every act about a person needs."""
    from homeward.access import queries as access
    from homeward.people.core.told import Told

    room = access.compartment_named(into).id if into else None
    told = Told(speaker=speaker, told_by=told_by, said=said, **more)  # type: ignore[arg-type]
    return {"case": case, "told": told, "room": room, "once": once or uuid4(), "by": seat.actor, "at": seat.now}


def _told(seat: Seat, case: str, done: Any, form: Form) -> None:
    sign(seat)
    answer(
        form,
        lambda: {"case": case, "person": str(done.person), "statement": done.ref},
        lambda paper: paper.line(f"Recorded as {done.ref}: person {done.person}."),
    )


def _logged(asked: Asked, people: Any, view: str, seat: Seat) -> None:
    from homeward.people import actions

    actions.note_reading(case=asked.case, people=people, view=view, by=seat.actor, at=seat.now)
