"""Lists looked at before anybody takes them in; needs no database, records nothing."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from homeward.cli.asking import Answer, Form
from homeward.cli.printing import answer
from homeward.cli.refusing import REFUSED
from homeward.cli.taking import STANDARD_INPUT, CannotBeRead, contents
from homeward.cli.telling import tell
from homeward.refusals import Refused

if TYPE_CHECKING:  # not worth their time for --help
    from homeward.lists.core.answers import Answers

app = typer.Typer(name="lists", help="Lists of people as files.", no_args_is_help=True, rich_markup_mode=None)
LARGEST = 50_000_000
"""Bytes of a file that are taken in; the formats refuse no less."""
LARGEST_ANSWERS = 1_000_000
"""Bytes of a file of answers."""


class NoDay(Refused):
    """This is no day."""


@app.callback()
def lists() -> None:
    """Lists of people as files."""


@app.command(epilog="Example: homeward lists check list.xlsx --answers settled.json")
def check(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="A list: .xlsx, text with commas, tabs or semicolons, or a table of another kind; - reads standard input.",
            show_default=False,
        ),
    ],
    answers: Annotated[
        str | None,
        typer.Option("--answers", metavar="FILE", help="What is settled: the answers of a report, in JSON, filled in."),
    ] = None,
    dated: Annotated[
        str | None,
        typer.Option("--dated", metavar="DAY", help="The day that the list is of: 2026-01-31. Default: today."),
    ] = None,
    last: Annotated[
        str | None, typer.Option("--last", metavar="DAY", help="The day that the version before it was of.")
    ] = None,
    encoding: Annotated[
        str,
        typer.Option(
            "--encoding", metavar="NAME", help="The code page of its letters, where the file does not show it."
        ),
    ] = "",
    form: Answer = Form.TEXT,
) -> None:
    """What would happen to a list: its rows, what is set aside, warnings, questions. Nothing is recorded."""
    from homeward.lists.core.checked import Declared, checked
    from homeward.lists.core.report import rejection, report
    from homeward.lists.formats import received

    given = settled(answers)
    declared = Declared(_day(dated, "--dated"), datetime.now(UTC).date(), _day(last, "--last"))
    name = "standard input" if file == STANDARD_INPUT else file
    data = contents(file, LARGEST)
    try:
        seen = checked(received.book(name, data, encoding=encoding or given.encoding), given, declared)
    except Refused as refused:
        if form is not Form.JSON:
            raise
        # A program gets a report of every file, also of one that is no list.
        told = {"file": name, **rejection(refused)}
        answer(form, lambda: told, lambda paper: None)
        tell(str(refused))
        raise typer.Exit(REFUSED) from refused

    from homeward.cli.text.lists import checked_page

    answer(form, lambda: {"file": name, **report(seen)}, lambda paper: checked_page(paper, name, seen))


def settled(file: str | None) -> Answers:
    """The answers in a file, or none; a whole report may be given back."""
    from homeward.lists.core.answers import Answers, NotAnswers

    if file is None:
        return Answers()
    try:
        written = json.loads(contents(file, LARGEST_ANSWERS).decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise CannotBeRead(where=file, instead="Save it in UTF-8.") from fault
    except (ValueError, RecursionError) as fault:
        raise NotAnswers(where=file, instead="Give one JSON object.") from fault
    # A whole report may be given back: its answers are what counts.
    if isinstance(written, dict) and "answers" in written and "outcome" in written:
        written = written["answers"]
    try:
        return Answers.from_json(written)
    except Refused as refused:
        refused.where = f"{file}, {refused.where}" if refused.where else file
        raise


def _day(words: str | None, option: str) -> date | None:
    if words is None:
        return None
    try:
        return date.fromisoformat(words.strip())
    except ValueError as fault:
        raise NoDay(where=f"{option} {words}", instead="Write it as 2026-01-31.") from fault
