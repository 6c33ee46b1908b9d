"""Manifests and boarding by command: who goes, two signatures, paper, the board, words that a phone saved as a file."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID, uuid4

import typer

from homeward.cli.asking import Answer, Case, Form, KnownAt, Room, Who, ask, case_named
from homeward.cli.entering import Seat, entered, sign
from homeward.cli.printing import answer
from homeward.cli.taking import contents
from homeward.cli.telling import tell
from homeward.refusals import Refused

if TYPE_CHECKING:  # needs Django up
    from homeward.crossings.actions.boarding import Taken

app = typer.Typer(
    name="manifests", help="Who goes with a convoy, and who was on board.", no_args_is_help=True, rich_markup_mode=None
)
Convoy = Annotated[UUID, typer.Option("--convoy", metavar="ID", help="“crossings show --format json” tells the ids.")]
LARGEST = 5_000_000
"""Bytes of a file of words."""


class NotWords(Refused):
    """This file is not what a phone saves."""


@app.command(epilog="Example: homeward manifests show --case bridge --convoy ID")
def show(
    case: Case,
    convoy: Convoy,
    compartment: Room = "",
    known_at: KnownAt = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Who has a seat, in which vehicle, who signed which version, and which files went out."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.cli.text.manifests import manifest_page
        from homeward.crossings.queries import manifests as queries
        from homeward.crossings.queries.written_boarding import manifest_json
        from homeward.people.actions import note_reading

        asked = ask(seat, case, compartment, None, known_at, None)
        view = queries.manifest(asked, convoy)
        note_reading(case=asked.case, people=view.people, view="manifest", by=seat.actor, at=seat.now)
    answer(form, lambda: {**asked_json(asked), **manifest_json(view)}, lambda paper: manifest_page(paper, view))


@app.command(epilog="Example: homeward manifests draft --case bridge --convoy ID")
def draft(
    case: Case,
    convoy: Convoy,
    plan: Annotated[UUID | None, typer.Option("--plan", metavar="ID", help="Default: the last one.")] = None,
    compartment: Room = "",
    who: Who = None,
) -> None:
    """Hold the seats that a plan gives this convoy."""
    with entered(who) as seat:
        from homeward.crossings.actions import seating

        held = seating.draft_from_plan(convoy=convoy, plan=plan, **_act(seat, case, compartment))
    tell(f"{held} seats are held. Sign it: homeward manifests sign.")


@app.command("sign", epilog="Example: homeward manifests sign --case bridge --convoy ID --as anna")
def sign_it(case: Case, convoy: Convoy, compartment: Room = "", who: Who = None) -> None:
    """Sign who goes, as the first of two people."""
    with entered(who) as seat:
        from homeward.crossings.actions import manifests

        done = manifests.sign_manifest(convoy=convoy, **_act(seat, case, compartment))
    sign(seat)
    tell(f"Signed as {done.ref}. Another person publishes it: homeward manifests publish.")


@app.command(epilog="Example: homeward manifests publish --case bridge --convoy ID --as boris")
def publish(case: Case, convoy: Convoy, compartment: Room = "", who: Who = None) -> None:
    """Publish what another person signed."""
    with entered(who) as seat:
        from homeward.crossings.actions import manifests

        done = manifests.publish_manifest(convoy=convoy, **_act(seat, case, compartment))
    sign(seat)
    tell(f"Published as {done.ref}.")


@app.command(
    epilog="Example: homeward manifests paper --case bridge --convoy ID --for driver --language ar -o driver.pdf"
)
def paper(
    case: Case,
    convoy: Convoy,
    recipient: Annotated[str, typer.Option("--for", help="authority, receiving, medic, driver or team.")],
    out: Annotated[Path, typer.Option("-o", metavar="FILE", help="Where the PDF goes.")],
    language: Annotated[str, typer.Option("--language", help="en or ar.")] = "en",
    slips: Annotated[bool, typer.Option("--slips", help="Slips to cut apart, one for each person.")] = False,
    compartment: Room = "",
    who: Who = None,
) -> None:
    """A PDF of the version that holds, with the columns that its recipient needs; that it was made is recorded."""
    with entered(who) as seat:
        from homeward.crossings.actions import manifests
        from homeward.crossings.core.manifest_words import WORDS
        from homeward.crossings.core.manifests import Recipient
        from homeward.crossings.formats.manifests import pdf
        from homeward.crossings.queries import paper as queries
        from homeward.crossings.queries.written_boarding import sheet_of
        from homeward.people.actions import note_reading

        if recipient not in list(Recipient) or language not in WORDS:
            raise Refused("There is no such recipient or language.", where=f"{recipient}, {language}",
                          instead=f"For: {', '.join(Recipient)}. Language: {', '.join(WORDS)}.")  # fmt: skip
        asked = ask(seat, case, compartment, None, None, None)
        view = queries.paper(asked, convoy, Recipient.TEAM if slips else Recipient(recipient))
        made = pdf(sheet_of(view, language, asked.case.zone), slips=slips)
        note_reading(
            case=asked.case, people=view.people, view=f"manifest for {view.recipient}", by=seat.actor, at=seat.now
        )
        manifests.note_given(
            convoy=convoy, recipient=view.recipient, language=language, columns=view.columns,
            people_in_it=len(view.people), digest=sha256(made).hexdigest(), **_act(seat, case, compartment),
        )  # fmt: skip
        out.write_bytes(made)
    sign(seat)
    tell(f"{len(view.people)} people in {out}.")


@app.command(epilog="Example: homeward manifests board --case bridge --convoy ID")
def board(
    case: Case,
    convoy: Convoy,
    compartment: Room = "",
    known_at: KnownAt = None,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """The numbers that must close, who is in conflict, which families are taken apart, what phones still owe."""
    with entered(who) as seat:
        from homeward.briefing.formats.answers import asked_json
        from homeward.cli.text.manifests import board_page
        from homeward.crossings.queries import boarding as queries
        from homeward.crossings.queries.written_boarding import board_json
        from homeward.people.actions import note_reading

        asked = ask(seat, case, compartment, None, known_at, None)
        view = queries.boarding(asked, convoy)
        note_reading(case=asked.case, people=view.people, view="boarding", by=seat.actor, at=seat.now)
    answer(form, lambda: {**asked_json(asked), **board_json(view)}, lambda page: board_page(page, view))


@app.command(epilog="Example: homeward manifests words boarding-1a2b3c4d.json --case bridge")
def words(
    file: Annotated[str, typer.Argument(metavar="FILE", help="What a phone saved; - reads standard input.")],
    case: Case,
    compartment: Room = "",
    who: Who = None,
) -> None:
    """Take in what a phone saved as a file where there was no network; what came in before changes nothing."""
    device, sent = _saved(file)
    with entered(who) as seat:
        from homeward.crossings.actions import boarding

        chosen = case_named(case, compartment)
        taken: Taken = boarding.take_check_offs(device=device, words=sent, case=chosen, by=seat.actor, at=seat.now)
    sign(seat)
    tell(f"{len(taken.fresh)} taken, {len(taken.repeated)} had come before, {len(taken.apart)} are kept apart.")


def _saved(file: str) -> tuple[UUID, list[Any]]:
    from homeward.seals import strict

    plain = strict.loads(contents(file, LARGEST))
    try:
        if plain["form"] != "boarding-words/1" or not isinstance(plain["words"], list):
            raise ValueError(plain["form"])
        return UUID(plain["device"]), plain["words"]
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise NotWords(where=file, instead="Press “Save as a file” on the phone.") from fault


def _act(seat: Seat, case: str, compartment: str) -> dict[str, Any]:
    return {"case": case_named(case, compartment), "once": uuid4(), "by": seat.actor, "at": seat.now}
