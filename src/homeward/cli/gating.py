"""What somebody says of what stands in the way, by command: a status, a gate, a condition's nature; what the desk settles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal
from uuid import uuid4

import typer

from homeward.cli.asking import Answer, Case, Form, Once, Room, Who, case_named
from homeward.cli.entering import Seat, entered, sign
from homeward.cli.printing import answer

if TYPE_CHECKING:  # needs Django up
    from homeward.ledger.actions import Recorded
    from homeward.ledger.core.heard import Heard

Words = Annotated[str, typer.Option("--words", metavar="WORDS", help="What was said, in the words used.")]
Speaker = Annotated[
    str, typer.Option("--speaker", metavar="NAME", help="Who said it: a source of the case, or a new one.")
]
Said = Annotated[str, typer.Option("--said", metavar="TIME", help="When it was said, in the zone of the case.")]
Occurred = Annotated[
    str, typer.Option("--occurred", metavar="TIME", help="Since when it is so. Default: when it was said.")
]
Capacity = Annotated[str, typer.Option("--capacity", metavar="WORDS", help="In what capacity.")]
For = Annotated[str, typer.Option("--for-party", metavar="P", help="For which party they speak, by name or key.")]
Via = Annotated[list[str] | None, typer.Option("--via", metavar="NAME", help="Through whom; once for each.")]
Modality = Annotated[
    Literal[
        "asserted",
        "reported",
        "alleged",
        "denied",
        "promised",
        "offered",
        "demanded",
        "expected",
        "possible",
        "conditional",
    ],
    typer.Option("--modality", help="With what commitment. A denial says the contrary; a promise says nothing yet."),
]
Named = Annotated[str, typer.Argument(metavar="CONDITION", help="By its short name or id in: homeward talks blockers")]
InsteadOf = Annotated[str, typer.Option("--instead-of", metavar="STATEMENT", help="The statement that this corrects.")]
Op = Annotated[
    Literal["all", "any", "k_of_n", "not", "seq", "lockstep", "within"],
    typer.Argument(metavar="OP", help="all, any, k_of_n, not, seq, lockstep or within."),
]


def add_to(app: typer.Typer) -> None:
    """Put the acts beside the questions."""
    app.command(
        "say-status",
        epilog=(
            'Example: homeward talks say-status c4 met --case bridge --speaker "A mediator" --said "5 Nov 2023" '
            '--words "They have been found"'
        ),
    )(say_status)
    app.command(
        "say-gate",
        epilog=(
            'Example: homeward talks say-gate any --case bridge --gates "release of the eight" --member c3 --member c4 '
            '--speaker "A mediator" --said "5 Nov 2023" --words "Either is enough" --demanded-by HM'
        ),
    )(say_gate)
    app.command(
        "say-nature",
        epilog=(
            "Example: homeward talks say-nature c3 --case bridge --nature state --throughout yes --clearer IL "
            '--speaker "A mediator" --said "5 Nov 2023" --words "As long as the calm lasts"'
        ),
    )(say_nature)
    app.command(
        "settle-goal",
        epilog=(
            'Example: homeward talks settle-goal "release of the eight" --case bridge --action release --population "the eight" '
            '--part-of captives --reason "All eight are held with the others"'
        ),
    )(settle_goal)


def say_status(
    condition: Named,
    status: Annotated[
        Literal["met", "unmet", "unknown"], typer.Argument(metavar="STATUS", help="met, unmet or unknown.")
    ],
    case: Case,
    words: Words,
    speaker: Speaker,
    said: Said,
    occurred: Occurred = "",
    capacity: Capacity = "",
    for_party: For = "",
    via: Via = None,
    modality: Modality = "reported",
    instead_of: InsteadOf = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record that somebody says of a condition that it is met, or is not; a later word of theirs replaces it."""
    with entered(who) as seat:
        from homeward.talks import actions

        done = actions.say_status(
            case=case_named(case, compartment), condition=condition, status=status, instead_of=instead_of,
            heard=_heard(words, speaker, said, occurred, capacity, for_party, via, modality),
            once=once or uuid4(), by=seat.actor, at=seat.now,
        )  # fmt: skip
    _recorded(seat, case, done, form)


def say_gate(
    op: Op,
    case: Case,
    words: Words,
    speaker: Speaker,
    said: Said,
    gates: Annotated[str, typer.Option("--gates", metavar="GOAL", help="Before which goal it stands, in words.")] = "",
    before: Annotated[
        str, typer.Option("--before", metavar="CONDITION", help="Before which condition it stands, in place of a goal.")
    ] = "",
    member: Annotated[
        list[str] | None, typer.Option("--member", metavar="NAME", help="A condition or gate; once for each, in order.")
    ] = None,
    goal: Annotated[
        list[str] | None, typer.Option("--member-goal", metavar="GOAL", help="A goal that is a member, in words.")
    ] = None,
    edge: Annotated[
        Literal["demand", "offer", "allegation"], typer.Option("--edge", help="An allegation stands in nobody's way.")
    ] = "demand",
    least: Annotated[int | None, typer.Option("--least", metavar="K", help="How many must hold, of k_of_n.")] = None,
    batch: Annotated[
        list[str] | None, typer.Option("--batch", metavar="N", help="A batch of a lockstep; once for each.")
    ] = None,
    within: Annotated[
        str, typer.Option("--within", metavar="TIME", help="Within which time: a day, or from ... to ....")
    ] = "",
    demanded_by: Annotated[
        str, typer.Option("--demanded-by", metavar="P", help='Who asks for it, parted by "/".')
    ] = "",
    demanded_of: Annotated[str, typer.Option("--demanded-of", metavar="P", help='Of whom, parted by "/".')] = "",
    occurred: Occurred = "",
    capacity: Capacity = "",
    for_party: For = "",
    via: Via = None,
    modality: Modality = "demanded",
    instead_of: InsteadOf = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record how somebody says that conditions stand together before a goal, or before another condition ("only after")."""
    with entered(who) as seat:
        from homeward.talks import actions
        from homeward.talks.core.spoken import SpokenGate

        spoken = SpokenGate(
            op=op, gates=gates, before=before, members=tuple(member or ()), goals=tuple(goal or ()), edge=edge, least=least,
            batches=tuple(batch or ()), within=within, demanded_by=demanded_by, demanded_of=demanded_of,
        )  # fmt: skip
        done = actions.say_gate(
            case=case_named(case, compartment), gate=spoken, instead_of=instead_of,
            heard=_heard(words, speaker, said, occurred, capacity, for_party, via, modality),
            once=once or uuid4(), by=seat.actor, at=seat.now,
        )  # fmt: skip
    _recorded(seat, case, done, form)


def say_nature(
    condition: Named,
    case: Case,
    words: Words,
    speaker: Speaker,
    said: Said,
    nature: Annotated[
        Literal["", "event", "state", "permission", "quantity", "list", "unspecified"],
        typer.Option("--nature", help="event, state, permission, quantity, list or unspecified."),
    ] = "",
    throughout: Annotated[
        Literal["", "yes", "no"], typer.Option("--throughout", help="Whether it must hold the whole time: yes or no.")
    ] = "",
    clearer: Annotated[str, typer.Option("--clearer", metavar="P", help='Who could clear it, parted by "/".')] = "",
    occurred: Occurred = "",
    capacity: Capacity = "",
    for_party: For = "",
    via: Via = None,
    modality: Modality = "reported",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Record what somebody says a condition is, whether it must hold the whole time, and who could clear it."""
    with entered(who) as seat:
        from homeward.talks import actions

        done = actions.say_nature(
            case=case_named(case, compartment), condition=condition, nature=nature, throughout=throughout, clearers=clearer,
            heard=_heard(words, speaker, said, occurred, capacity, for_party, via, modality),
            once=once or uuid4(), by=seat.actor, at=seat.now,
        )  # fmt: skip
    _recorded(seat, case, done, form)


def settle_goal(
    goal: Annotated[str, typer.Argument(metavar="GOAL", help="The goal in the words that were used.")],
    case: Case,
    action: Annotated[str, typer.Option("--action", metavar="WORDS", help="The action: release, exit.")],
    reason: Annotated[str, typer.Option("--reason", help="Why; whoever reads this later will ask.")],
    population: Annotated[str, typer.Option("--population", metavar="P", help="For whom, as figures name them.")] = "",
    part_of: Annotated[
        str, typer.Option("--part-of", metavar="P", help="The wider population of which these people are a part.")
    ] = "",
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Settle what a goal's words mean; it then takes over the conditions of wider goals of the same action."""
    with entered(who) as seat:
        from homeward.talks import actions

        done = actions.settle_goal(
            case=case_named(case, compartment), goal=goal, action=action, population=population, part_of=part_of,
            reason=reason, once=once or uuid4(), by=seat.actor, at=seat.now,
        )  # fmt: skip
    _recorded(seat, case, done, form)


def _heard(
    words: str, speaker: str, said: str, occurred: str, capacity: str, party: str, via: list[str] | None, modality: str
) -> Heard:
    from homeward.ledger.core.heard import Heard

    return Heard(
        text=words, speaker=speaker, said=said, occurred=occurred, capacity=capacity, party=party, via=tuple(via or ()),
        modality=modality,
    )  # fmt: skip


def _recorded(seat: Seat, case: str, done: Recorded, form: Form) -> None:
    sign(seat)
    answer(
        form,
        lambda: {"case": case, "statement": done.ref},
        lambda paper: paper.line(f"Recorded as {done.ref}."),
    )
