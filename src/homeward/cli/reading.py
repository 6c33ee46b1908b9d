"""Reports read: what a file says that somebody said. Nothing is recorded, and nothing is asked of any other machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from homeward.cli.asking import Answer, Form
from homeward.cli.printing import answer, put
from homeward.cli.taking import STANDARD_INPUT, contents
from homeward.cli.telling import tell
from homeward.refusals import Refused

if TYPE_CHECKING:  # not worth their time for --help
    from datetime import date

    from homeward.cli.text.readings import Told
    from homeward.reading.formats import Paper

LARGEST = 50_000_000
"""Bytes of a file that are taken in; the formats refuse no less."""
EVERY = 10
"""Articles after which it is told how far a long run is."""


class NotArticles(Refused):
    """This is no file of articles."""


def read(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE",
            help="A report: text, page, mail, PDF, .docx or feed; - reads standard input.",
            show_default=False,
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="TIME",
            help="When it was published: 2023-11-04, or a time with its zone. Default: as it says.",
        ),
    ] = None,
    outlet: Annotated[
        str, typer.Option("--outlet", metavar="NAME", help="Who published it. Default: as it says.")
    ] = "",
    language: Annotated[
        Literal["en", "ru", "ar"] | None,
        typer.Option("--language", help="Its language. Default: by its letters and words."),
    ] = None,
    encoding: Annotated[
        str,
        typer.Option(
            "--encoding", metavar="NAME", help="The code page of its letters, where the file does not show it."
        ),
    ] = "",
    attributions: Annotated[
        str | None,
        typer.Option(
            "--attributions", metavar="FILE", help="Instead: many articles, one JSON object with id and text a line."
        ),
    ] = None,
    form: Answer = Form.TEXT,
) -> None:
    """Propose what a report says that somebody said: who, through whom, when, how sure. Nothing is recorded.

    With --attributions, write one line for each article, {"id", "attributions": [{"source", "cue", "content"}]}: the outermost
    statements by their places, as corpora have them.
    """
    if (file is None) == (attributions is None):
        raise typer.BadParameter("give a report or --attributions, one of them.")
    if attributions is not None:
        _attributions(attributions, language or "")
        return
    assert file is not None
    told = list(_papers(file, _day(published), outlet, language or "", encoding))

    from homeward.cli.text.readings import readings_json, readings_page

    answer(form, lambda: readings_json(told), lambda paper: readings_page(paper, told))


def _papers(file: str, published: date | None, outlet: str, language: str, encoding: str) -> Iterator[Told]:
    """The papers of a file, each read; where there are several, one that cannot be read does not stop the others."""
    from homeward.cli.text.readings import Told
    from homeward.reading.formats import taken
    from homeward.reading.formats.published import day_of

    name = "standard input" if file == STANDARD_INPUT else file
    papers = taken(name, contents(file, LARGEST), encoding=encoding)
    for paper in papers:
        day = published or day_of(paper.published)
        reading, refused = None, None
        try:
            reading = _reading(paper, day, language)
        except Refused as refusal:
            refusal.where = refusal.where or name
            if len(papers) == 1:
                raise
            refused = refusal
        yield Told(
            name, paper, outlet or paper.outlet, day, given=published is not None, reading=reading, refused=refused
        )


def _reading(paper: Paper, day: date | None, language: str) -> Any:
    from homeward.reading.engines.readers import reader_for

    return reader_for(paper.text, language).reading(paper.text, day)


def _day(words: str | None) -> date | None:
    """The day of a time that says its zone, by the clock of that zone, or the day that was given alone."""
    if words is None:
        return None
    from datetime import UTC, date

    from homeward.moments import point

    try:
        point(words, UTC)
    except Refused as refused:
        refused.where = f"--published {words}"
        raise
    return date.fromisoformat(words.strip()[:10])


def _attributions(file: str, language: str) -> None:
    from homeward.reading.engines.readers import reader_for
    from homeward.reading.formats.predictions import attributions

    done = 0
    for done, (where, article) in enumerate(_articles(file), 1):
        try:
            reader = reader_for(article["text"], language)
        except Refused as refused:
            refused.where = refused.where or where
            raise
        found = attributions(reader.outermost(article["text"]))
        put(json.dumps({"id": article["id"], "attributions": found}, ensure_ascii=False) + "\n")
        if done % EVERY == 0:
            tell(f"{done:,} articles read.")
    tell(f"{done:,} articles read, all there are.")


def _articles(file: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The articles of a file and their places; a line that is none is refused with its number."""
    for number, line in enumerate(contents(file, ARTICLES).split(b"\n"), 1):
        if not line.strip():
            continue
        where = f"{file}, line {number:,}"
        try:
            article = json.loads(line)
        except (ValueError, RecursionError) as fault:
            raise NotArticles(where=where, instead="Each line is one JSON object in UTF-8.") from fault
        if not isinstance(article, dict) or not isinstance(article.get("text"), str) or "id" not in article:
            raise NotArticles(where=where, instead='Each line has "id" and "text".')
        yield where, article


ARTICLES = 1_000_000_000
"""Bytes of a file of articles."""


def add_to(app: typer.Typer) -> None:
    """Put the command on the tree of commands."""
    app.command(epilog='Example: homeward read report.txt --published 2023-11-04 --outlet "The Gate"')(read)
