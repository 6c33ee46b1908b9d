"""Who is one with whom: pairs that wait, one with its evidence in words, judged, and taken back. Each reading is logged."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Literal
from uuid import UUID, uuid4

import typer

from homeward.cli.asking import (
    Answer,
    AsOf,
    ByClock,
    Case,
    Form,
    Into,
    KnownAt,
    Once,
    Page,
    Room,
    Who,
    ask,
    case_named,
)  # fmt: skip
from homeward.cli.entering import Seat, entered, sign
from homeward.cli.printing import answer

if TYPE_CHECKING:  # needs Django up
    from homeward.cli.text.paper import Paper
    from homeward.ledger.queries.views import Asked

SIZE = 25
One = Annotated[UUID, typer.Argument(metavar="ONE", help="By the id in: homeward matching pairs")]
Other = Annotated[UUID, typer.Argument(metavar="OTHER", help="The other person, likewise.")]
Standing = Annotated[
    Literal["open", "second", "unsure"] | None,
    typer.Option("--standing", help="Nobody judged them; a second person must judge alike; nobody could tell."),
]


class Said(StrEnum):
    """What somebody says of two people, as it is typed."""

    SAME = "same"
    NOT_SAME = "not-same"
    UNSURE = "unsure"


def add_to(group: typer.Typer) -> None:
    """Put these commands into the group of matching."""
    group.command("pairs", epilog="Example: homeward matching pairs --case bridge --standing second")(pairs)
    group.command("pair", epilog="Example: homeward matching pair ONE OTHER --case bridge")(pair)
    group.command(
        "judge",
        epilog='Example: homeward matching judge ONE OTHER same --case bridge --reason "Both papers were seen."',
    )(judge)
    group.command(
        "take-back", epilog='Example: homeward matching take-back j1a2b3c --case bridge --reason "They are cousins."'
    )(take_back)


def pairs(
    case: Case,
    standing: Standing = None,
    page: Page = 1,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """The pairs of people who may be one and wait for a person, those first on which most hangs."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.briefing.formats.pairs import pairs_json
        from homeward.cli.text.pairs import pairs_page
        from homeward.matching import queries

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        view = queries.open_pairs(asked, standing=standing or "", page=page, size=SIZE)
        _logged(asked, view.people, "pairs to be judged", seat)
    answer(
        form,
        lambda: {**asked_json(asked), **pairs_json(view, asked.case.zone)},
        lambda paper: pairs_page(paper, view, first=(page - 1) * SIZE + 1),
    )


def pair(
    one: One,
    other: Other,
    case: Case,
    compartment: Room = "",
    as_of: AsOf = None,
    known_at: KnownAt = None,
    clock: ByClock = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Two people side by side: what speaks for one person and against it, what was judged, what would follow."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.briefing.formats.pairs import pair_json
        from homeward.cli.text.pairs import pair_page
        from homeward.matching import queries

        asked = ask(seat, case, compartment, as_of, known_at, clock)
        view = queries.review(asked, one, other)
        _logged(asked, view.people, "pair of people", seat)
    answer(
        form,
        lambda: {**asked_json(asked), **pair_json(view, asked.case.zone)},
        lambda paper: pair_page(paper, asked, view),
    )


def judge(
    one: One,
    other: Other,
    judgement: Annotated[Said, typer.Argument(metavar="JUDGEMENT", help="same, not-same or unsure.")],
    case: Case,
    reason: Annotated[
        str, typer.Option("--reason", help="Needed against the evidence; it stays, so name nobody.")
    ] = "",
    compartment: Room = "",
    into: Into = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Judge that two people are one, are two, or that nobody can tell; against the evidence it takes a second person."""
    with entered(who) as seat:
        from homeward.access import queries as access
        from homeward.briefing.formats.pairs import judged_json
        from homeward.ledger.core.persons import Judgement
        from homeward.matching import actions

        done = actions.judge(
            case=case_named(case, compartment),
            pairs=[(one, other)],
            judgement=Judgement[judgement.name],
            reason=reason,
            room=access.compartment_named(into).id if into else None,
            once=once or uuid4(),
            by=seat.actor,
            at=seat.now,
        )
    sign(seat)

    def page(paper: Paper) -> None:
        paper.line(
            f"Recorded as {done.ref}. homeward matching take-back {done.ref} takes it back; both stay in the ledger."
        )
        if done.waiting:
            paper.line("It waits for a second person, who must judge alike.")

    answer(form, lambda: {"case": case, **judged_json(done)}, page)


def take_back(
    ref: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="The short name of the judgement.")],
    case: Case,
    reason: Annotated[str, typer.Option("--reason", help="Why it does not hold; it stays, so name nobody.")],
    compartment: Room = "",
    once: Once = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Take a judgement back: whoever hung together by it stands apart again, with all that was said of each."""
    with entered(who) as seat:
        from homeward.matching import actions

        done = actions.take_back(
            case=case_named(case, compartment), ref=ref, reason=reason, once=once or uuid4(), by=seat.actor, at=seat.now
        )
    sign(seat)
    told: dict[str, Any] = {"case": case, "statement": done.ref, "judgement": ref}
    answer(form, lambda: told, lambda paper: paper.line(f"{ref} is withdrawn by {done.ref}. Both stay in the ledger."))


def _logged(asked: Asked, people: Iterable[UUID], view: str, seat: Seat) -> None:
    from homeward.people import actions

    actions.note_reading(case=asked.case, people=list(people), view=view, by=seat.actor, at=seat.now)
