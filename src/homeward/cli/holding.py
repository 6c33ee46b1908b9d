"""Access to people who are held, by command: visits and their five rules, questions for a sign of life and what came of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Literal
from uuid import UUID, uuid4

import typer

from homeward.cli.asking import Answer, AsOf, ByClock, Case, Form, Into, KnownAt, Once, Room, Who, ask, case_named
from homeward.cli.at_talks import Capacity, Said, Via, Words, recorded_json
from homeward.cli.entering import entered, sign
from homeward.cli.printing import answer
from homeward.cli.text.letters import plain

if TYPE_CHECKING:  # needs Django up
    from homeward.ledger.queries.views import Asked
    from homeward.talks.actions import Done

Told = Literal["kept", "not_kept", "not_said"]
Speaker = Annotated[str, typer.Option("--speaker", metavar="NAME", help="Who said it: a source, or a new one.")]
Proof = Annotated[UUID, typer.Argument(metavar="PROOF", help="The id of the question in: homeward talks proofs")]
Person = Annotated[UUID | None, typer.Option("--person", metavar="ID", help="Of this person of the register alone.")]
Detainees = Annotated[Told, typer.Option("--all-detainees", help="All places and everybody held were seen.")]
Premises = Annotated[Told, typer.Option("--all-premises", help="All premises were open to them.")]
Private = Annotated[Told, typer.Option("--private-interview", help="They spoke with people alone.")]
Repeat = Annotated[Told, typer.Option("--repeat-visits", help="They may come again.")]
Listed = Annotated[Told, typer.Option("--registration", help="They got a list, or took down names themselves.")]


def add_to(group: typer.Typer) -> None:
    """Put these commands into the group of talks."""
    for word, command, example in COMMANDS:
        group.command(word, epilog=f"Example: {example}")(command)


def visits(
    case: Case,
    obligation: Annotated[
        str, typer.Option("--obligation", metavar="REF", help="Those alone that this obligation owes.")
    ] = "",
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Visits to people who are held, and of each of the five rules whether it was kept, as each voice tells it."""
    with entered(who) as seat:
        from homeward.cli.text.held import visits_page
        from homeward.talks import queries
        from homeward.talks.queries.written_held import visits_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        owed = queries.obligation_named(asked, obligation) if obligation else None
        views = queries.visits(asked, obligation=owed)
    answer(form, _document(asked, lambda: visits_json(views)), lambda paper: visits_page(paper, views, asked.case.zone))


def proofs(
    case: Case,
    person: Person = None,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Questions for a sign of life, open ones first, and each person's days without one; this reading is logged."""
    with entered(who) as seat:
        from homeward.cli.text.held import proofs_page
        from homeward.people import actions as people
        from homeward.talks import queries
        from homeward.talks.queries.written_held import proofs_json

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        view = queries.proofs(asked, person=person)
        people.note_reading(case=asked.case, people=view.people, view="proofs", by=seat.actor, at=seat.now)
    answer(form, _document(asked, lambda: proofs_json(view)), lambda paper: proofs_page(paper, view, asked.case.zone))


def say_visit(
    begins: Annotated[str, typer.Argument(metavar="BEGINS", help='As "3 Jan 2026", in the zone of the case.')],
    case: Case,
    speaker: Speaker,
    said: Said,
    ends: Annotated[str, typer.Option("--ends", metavar="TIME", help="When it ended.")] = "",
    place: Annotated[str, typer.Option("--place", metavar="WORDS", help="Which place was visited.")] = "",
    population: Annotated[str, typer.Option("--population", metavar="WORDS", help="Who is held there.")] = "",
    visitor: Annotated[
        list[str] | None, typer.Option("--visitor", metavar="NAME", help="Who visited; once for each.")
    ] = None,
    holder: Annotated[str, typer.Option("--holder", metavar="NAME", help="Who holds them.")] = "",
    all_detainees: Detainees = "not_said",
    all_premises: Premises = "not_said",
    private_interview: Private = "not_said",
    repeat_visits: Repeat = "not_said",
    registration: Listed = "not_said",
    obligation: Annotated[str, typer.Option("--obligation", metavar="REF", help="The obligation that owes it.")] = "",
    agreement: Annotated[str, typer.Option("--agreement", metavar="REF", help="The agreement it is under.")] = "",
    same: Annotated[UUID | None, typer.Option("--visit", metavar="ID", help="The visit that others told of.")] = None,
    words: Words = "",
    capacity: Capacity = "",
    via: Via = None,
    into: Into = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record that a voice tells of a visit, and of each of the five rules whether it was kept."""

    def act(actions: Any, shared: dict[str, Any]) -> Done:
        rules = actions.Rules(
            all_detainees=all_detainees, all_premises=all_premises, private_interview=private_interview,
            repeat_visits=repeat_visits, registration=registration,
        )  # fmt: skip
        voice = actions.Telling(speaker=speaker, said=said, words=words, capacity=capacity, via=tuple(via or ()))
        done: Done = actions.say_visit(
            begins=begins, ends=ends, place=place, population=population, visitors=visitor or (), holder=holder,
            rules=rules, obligation=obligation, agreement=agreement, visit=same, voice=voice, **shared,
        )  # fmt: skip
        return done

    _act(case, compartment, into, once, who, form, act)


def ask_proof(
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", help="To which only they know the answer; it is sealed.")
    ],
    case: Case,
    person: Annotated[UUID, typer.Option("--person", metavar="ID", help="Of whom: a person of the register.")],
    holder: Annotated[str, typer.Option("--holder", metavar="NAME", help="Who holds them, and is asked.")],
    channel: Annotated[str, typer.Option("--channel", metavar="NAME", help="Through which channel.")] = "",
    asked: Annotated[str, typer.Option("--asked", metavar="TIME", help="When it was asked. Default: now.")] = "",
    only_they_know: Annotated[
        Told, typer.Option("--only-they-know", help="Nobody else knows the answer.")
    ] = "not_said",
    before_any_offer: Annotated[
        Told, typer.Option("--before-any-offer", help="It was asked before any offer was made.")
    ] = "not_said",
    into: Into = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record that a holder is asked for a sign of life of somebody."""

    def act(actions: Any, shared: dict[str, Any]) -> Done:
        done: Done = actions.ask_proof(
            person=person, question=question, holder=holder, channel=_channel(shared, channel), asked=asked,
            only_they_know=only_they_know, before_any_offer=before_any_offer, **shared,
        )  # fmt: skip
        return done

    _act(case, compartment, into, once, who, form, act)


def answer_proof(
    proof: Proof,
    case: Case,
    medium: Annotated[Literal["letter", "voice", "video", "visitor"], typer.Option("--medium", help="How it came.")],
    reply: Annotated[str, typer.Option("--answer", metavar="WORDS", help="What came; it is sealed.")],
    received: Annotated[str, typer.Option("--received", metavar="TIME", help="When the desk got it.")],
    speaker: Speaker,
    said: Said,
    words: Words = "",
    capacity: Capacity = "",
    via: Via = None,
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record what a voice brought as the answer to a question for a sign of life."""

    def act(actions: Any, shared: dict[str, Any]) -> Done:
        voice = actions.Telling(speaker=speaker, said=said, words=words, capacity=capacity, via=tuple(via or ()))
        done: Done = actions.answer_proof(
            proof=proof, medium=medium, answer=reply, received=received, voice=voice, **shared
        )
        return done

    _act(case, compartment, "", once, who, form, act)


def verify_proof(
    proof: Proof,
    case: Case,
    found: Annotated[
        Literal["verified", "not_verified"], typer.Argument(metavar="FOUND", help="verified or not_verified.")
    ],
    reason: Annotated[str, typer.Option("--reason", help="What it was held against; it is sealed.")],
    reply: Annotated[str, typer.Option("--answer", metavar="REF", help="Which answer. Default: the last.")] = "",
    looked: Annotated[str, typer.Option("--looked", metavar="TIME", help="When you looked. Default: now.")] = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record that you looked whether an answer is the person's own, and what you found."""

    def act(actions: Any, shared: dict[str, Any]) -> Done:
        done: Done = actions.verify_proof(
            proof=proof, found=found, reason=reason, answer=reply, looked=looked, **shared
        )
        return done

    _act(case, compartment, "", once, who, form, act)


def _document(asked: Asked, rest: Callable[[], dict[str, Any]]) -> Callable[[], dict[str, Any]]:
    from homeward.briefing.formats.answers import asked_json

    return lambda: {**asked_json(asked), **rest()}


def _channel(shared: dict[str, Any], words: str) -> UUID | None:
    from homeward.ledger.queries import cases
    from homeward.talks import queries
    from homeward.talks.queries.named_channels import channel_named

    if not words.strip():
        return None
    return channel_named(queries.channels(cases.ask(shared["case"], now=shared["at"])), words)


def _act(
    case: str,
    compartment: str,
    into: str,
    once: UUID | None,
    who: str | None,
    form: Form,
    act: Callable[[Any, dict[str, Any]], Done],
) -> None:
    """Do one act at a case, sign it, and tell what was recorded and what somebody should look at."""
    with entered(who) as seat:
        from homeward.access import queries as access
        from homeward.talks import actions

        room = access.compartment_named(into).id if into else None
        shared = {"case": case_named(case, compartment), "room": room, "once": once or uuid4()}
        done = act(actions, {**shared, "by": seat.actor, "at": seat.now})
    sign(seat)
    answer(form, lambda: recorded_json(case, done), lambda paper: _told(paper, done))


def _told(paper: Any, done: Done) -> None:
    paper.line(f"Recorded as {done.ref}" + (f": {done.about}." if done.about else "."))
    for each in done.warnings:
        paper.line(f"{each.where}: {plain(each.message)}")


PERSON = "0b2f6f3e-4f0c-4f43-9a3e-0d6d6c1f6a52"
COMMANDS: tuple[tuple[str, Any, str], ...] = (
    ("visits", visits, "homeward talks visits --case bridge --as-of 2026-01-04"),
    (
        "say-visit",
        say_visit,
        (
            'homeward talks say-visit "3 Jan 2026" --case bridge --place "The old mill" --private-interview not_kept '
            '--speaker "A delegate" --said "4 Jan 2026"'
        ),
    ),
    ("proofs", proofs, "homeward talks proofs --case bridge --format json"),
    (
        "ask-proof",
        ask_proof,
        (
            f'homeward talks ask-proof "What was the goat called?" --case bridge --person {PERSON} --holder Northland '
            "--only-they-know kept --before-any-offer kept"
        ),
    ),
    (
        "answer-proof",
        answer_proof,
        (
            f'homeward talks answer-proof {PERSON} --case bridge --medium letter --answer "Clementine." '
            '--received "5 Jan 2026" --speaker "An envoy" --said "5 Jan 2026"'
        ),
    ),
    (
        "verify-proof",
        verify_proof,
        f'homeward talks verify-proof {PERSON} verified --case bridge --reason "Her sister told the same."',
    ),
)
"""What can be asked and told: the word, what it does, an example."""
