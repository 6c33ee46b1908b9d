"""What was taken in: the papers of a case, read anew or by a language model; what people decided, for those who train a reader."""

from __future__ import annotations

import json
from typing import Annotated
from uuid import UUID

import typer

from homeward.cli.asking import Answer, Case, Form, Room, Who, case_named
from homeward.cli.entering import entered
from homeward.cli.printing import answer, put
from homeward.cli.telling import tell

app = typer.Typer(name="reading", help="Papers that were taken in.", no_args_is_help=True, rich_markup_mode=None)
MOST = 200

Document = Annotated[UUID, typer.Argument(metavar="DOCUMENT", help="The paper, by its id in: homeward reading papers")]
Slug = Annotated[str, typer.Argument(metavar="COMPARTMENT", help="The compartment's short name.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; whoever asks later where a text went will look here.")]


@app.command(epilog="Example: homeward reading papers --case gaza_2023_11")
def papers(
    case: Case,
    compartment: Room = "",
    page: Annotated[int, typer.Option("--page", min=1, max=10_000, help=f"Which {MOST} of them.")] = 1,
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """The papers of a case, the latest first: who published them, how far each is read and decided."""
    with entered(who):
        from homeward.cli.text.received import paper_json, papers_page
        from homeward.reading import queries

        chosen = case_named(case, compartment)
        found = queries.papers(chosen, page=page, size=MOST)
        count = queries.count(chosen)
    answer(
        form,
        lambda: {"case": case, "count": count, "page": page, "papers": [paper_json(view) for view in found]},
        lambda paper: papers_page(paper, chosen, found),
    )


@app.command(epilog="Example: homeward reading decisions --case gaza_2023_11 > decisions.jsonl")
def decisions(case: Case, compartment: Room = "", who: Who = None) -> None:
    """What people confirmed, refused and found themselves, with the texts: a JSON object a line, for training a reader.

    That it was taken out stands in the access log.
    """
    with entered(who) as seat:
        from homeward.reading import actions, queries

        chosen = case_named(case, compartment)
        actions.export_decisions(case=chosen, by=seat.actor, at=seat.now)
    with entered(who):
        for line in queries.lines_for_training(chosen):
            put(json.dumps(line, ensure_ascii=False) + "\n")


@app.command("allow-model", epilog='Example: homeward reading allow-model desk --reason "It runs on our own machine"')
def allow_model(slug: Slug, reason: Reason, who: Who = None, form: Answer = Form.TEXT) -> None:
    """Allow that texts of a compartment are sent to the language model that the desk's settings name."""
    _allow(slug, reason, who, form, allowed=True)


@app.command("forbid-model", epilog='Example: homeward reading forbid-model desk --reason "Names stand in the texts"')
def forbid_model(slug: Slug, reason: Reason, who: Who = None, form: Answer = Form.TEXT) -> None:
    """Forbid it again; what waits is not sent any more."""
    _allow(slug, reason, who, form, allowed=False)


@app.command("ask-model", epilog="Example: homeward reading ask-model 5f0c…-….-…. --case gaza_2023_11")
def ask_model(
    document: Document, case: Case, compartment: Room = "", who: Who = None, form: Answer = Form.TEXT
) -> None:
    """Put a paper in line for the language model, where that is allowed; the worker asks it."""
    with entered(who) as seat:
        from homeward.reading import actions

        chosen = case_named(case, compartment)
        reading = actions.ask_model(case=chosen, document=document, by=seat.actor, at=seat.now)
    tell("It waits for the worker: homeward worker")
    answer(
        form,
        lambda: {"document": str(document), "reading": str(reading), "state": "waiting"},
        lambda paper: paper.line("The paper waits for the language model; what it finds is proposed under its name."),
    )


@app.command(epilog="Example: homeward reading again 5f0c…-….-…. --case gaza_2023_11 --language ru")
def again(
    document: Document,
    case: Case,
    compartment: Room = "",
    language: Annotated[
        str, typer.Option("--language", metavar="CODE", help="Its language: en, ru, ar. Default: by its letters.")
    ] = "",
    who: Who = None,
    form: Answer = Form.TEXT,
) -> None:
    """Read a paper anew with the built-in reader; what was decided stays decided."""
    with entered(who) as seat:
        from homeward.cli.text.received import paper_json, papers_page
        from homeward.reading import actions, queries

        chosen = case_named(case, compartment)
        actions.read(case=chosen, document=document, language=language, by=seat.actor, at=seat.now)
        view = queries.paper(chosen, document)
    answer(form, lambda: {"case": case, **paper_json(view)}, lambda paper: papers_page(paper, chosen, [view]))
    if view.state == "failed":
        tell(view.why)
        raise typer.Exit(1)


def _allow(slug: str, reason: str, who: str | None, form: Form, *, allowed: bool) -> None:
    with entered(who) as seat:
        from homeward.access import queries as access
        from homeward.reading import actions, queries

        room = access.compartment_named(slug)
        actions.allow_model(compartment=room.id, allowed=allowed, reason=reason, by=seat.actor, at=seat.now)
        model = queries.model_named()
    words = f"may be sent to {model}" if allowed else "are not sent to a language model"
    answer(
        form,
        lambda: {"compartment": slug, "allowed": allowed, "model": model or None},
        lambda paper: paper.line(f"Texts of {slug} {words}."),
    )
