"""What every command that tells of talks is given, and how its act is done, signed and told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID, uuid4

import typer

from homeward.cli.asking import Form, ask
from homeward.cli.entering import entered, sign
from homeward.cli.printing import answer
from homeward.cli.text.letters import plain

if TYPE_CHECKING:  # needs Django up
    from homeward.cli.text.paper import Paper
    from homeward.ledger.queries.views import Asked
    from homeward.talks.actions import Done

Speaker = Annotated[str, typer.Option("--speaker", metavar="NAME", help="Who said it: a source of the case.")]
For = Annotated[str, typer.Option("--for", metavar="PARTY", help="The party for which the speaker speaks.")]
Said = Annotated[str, typer.Option("--said", metavar="TIME", help="When it was said, in the zone of the case.")]
Happened = Annotated[str, typer.Option("--when", metavar="TIME", help="When it happened. Default: when it was said.")]
Modality = Annotated[str, typer.Option("--modality", metavar="WORD", help="asserted, reported, promised, offered, ...")]
Words = Annotated[str, typer.Option("--words", help="The words, as they came.")]
Via = Annotated[list[str] | None, typer.Option("--via", metavar="NAME", help="Through whom; once for each.")]
Agreement = Annotated[str, typer.Argument(metavar="AGREEMENT", help="By short name, title or id.")]
Obligation = Annotated[str, typer.Argument(metavar="OBLIGATION", help="By short name or id.")]
Other = Annotated[str, typer.Option(metavar="OBLIGATION", help="By short name or id.")]
Named = Annotated[str, typer.Option(metavar="NAMES", help='Parties or words, "/" between several.')]
Time = Annotated[str, typer.Option(metavar="TIME", help="As 24 Nov 2023 or 24 Nov 2023 07:00, in the case's zone.")]
Text = Annotated[str, typer.Option(metavar="WORDS", help="In words.")]
Op = Annotated[str, typer.Option("--op", metavar="OP", help="eq, gt, ge, lt, le, about, nearly, range, share.")]
Lo = Annotated[str, typer.Option("--lo", metavar="N", help="How many, or the lower number.")]
Hi = Annotated[str, typer.Option("--hi", metavar="N", help="The upper number of a range.")]
Change = Annotated[str, typer.Option("--change", metavar="NAME", help="Say it anew of this one.")]
Capacity = Annotated[str, typer.Option("--capacity", metavar="WORDS", help="In what capacity the speaker spoke.")]


class Voice:
    """What every act says of who said it."""

    def __init__(
        self, speaker: str, party: str, said: str, when: str, modality: str, words: str, via: list[str] | None
    ) -> None:
        self.fields: dict[str, Any] = {
            "speaker": speaker, "party": party, "said": said, "occurred": when, "modality": modality, "words": words,
            "via": tuple(via or ()),
        }  # fmt: skip


class Names:
    """Finds agreements and obligations by what people call them."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked

    def agreement(self, name: str) -> UUID:
        from homeward.talks import queries

        return queries.agreement_named(self.asked, name)

    def obligation(self, name: str) -> UUID:
        from homeward.talks import queries

        return queries.obligation_named(self.asked, name)


def say_at_case(
    act: Callable[[Any, Names, Any, dict[str, Any]], Done],
    case: str,
    compartment: str,
    into: str,
    once: UUID | None,
    who: str | None,
    form: Form,
    voice: Voice,
) -> None:
    """Do one act in one transaction, and tell under which name it was recorded."""
    with entered(who) as seat:
        from homeward.access import queries as access
        from homeward.talks import actions

        asked = ask(seat, case, compartment, None, None, None)
        shared = {
            "case": asked.case, "room": access.compartment_named(into).id if into else None, "once": once or uuid4(),
            "by": seat.actor, "at": seat.now,
        }  # fmt: skip
        done = act(actions, Names(asked), actions.Voice(**voice.fields), shared)
    sign(seat)
    answer(form, lambda: recorded_json(case, done), lambda paper: _told(paper, done))


def recorded_json(case: str, done: Done) -> dict[str, Any]:
    """What was recorded, about what, and what somebody should look at."""
    return {
        "case": case,
        "statement": done.ref,
        "about": str(done.about) if done.about else None,
        "warnings": [{"code": each.code, "where": each.where, "message": each.message} for each in done.warnings],
    }


def _told(paper: Paper, done: Done) -> None:
    paper.line(f"Recorded as {done.ref}" + (f", {done.about}." if done.about else "."))
    for each in done.warnings:
        paper.line(f"{each.where}: {plain(each.message)}", indent=2)
