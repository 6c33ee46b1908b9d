"""What a reader proposes of a report, for people and for programs; and with it what was not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from typing import Any

from homeward.cli.text.findings import finding_json, finding_line
from homeward.cli.text.letters import apart
from homeward.cli.text.paper import BOLD, Paper
from homeward.cli.text.words import count, joined
from homeward.moments import in_words, whole_day
from homeward.reading.core.found import ASSERTED, FoundFigure, Piece, When
from homeward.reading.core.languages import NAMES
from homeward.reading.core.proposals import Proposal, words_of
from homeward.reading.core.readings import Reading
from homeward.reading.formats import Paper as Report
from homeward.reading.formats.predictions import as_json
from homeward.refusals import Refused

AT = 15
SHORT = 12
"""Signs of a hash that are shown to people."""
SHOWN = 300
"""Code points of a sentence that was not read."""
OPS = {"gt": "more than", "ge": "at least", "lt": "fewer than", "le": "at most", "about": "about", "nearly": "nearly"}


@dataclass(frozen=True, slots=True)
class Told:
    """A paper of a file, and what was read of it or why nothing was; `given`: its day was named by whoever asked."""

    name: str
    paper: Report
    outlet: str
    published: date | None
    given: bool
    reading: Reading | None
    refused: Refused | None = None


def readings_json(told: Sequence[Told]) -> dict[str, Any]:
    """The one paper of a file, or all of them in a list."""
    return _json(told[0]) if len(told) == 1 else {"papers": [_json(one) for one in told]}


def _json(one: Told) -> dict[str, Any]:
    read = as_json(one.reading) if one.reading else {"refused": str(one.refused), "statements": []}
    return {
        "title": one.paper.title,
        "outlet": one.outlet or None,
        **read,
        "warnings": [finding_json(finding) for finding in one.paper.warnings],
    }


def readings_page(paper: Paper, told: Sequence[Told]) -> None:
    """Each paper of a file: its head, its statements, and the sentences that nobody could read."""
    for one in told:
        paper.gap()
        _head(paper, one)
        if one.reading is None:
            paper.line(apart(str(one.refused)), indent=2)
            continue
        for number, proposal in enumerate(one.reading.proposals, 1):
            _statement(paper, one.reading.text, number, proposal)
        _unread(paper, one.reading)


def _head(paper: Paper, one: Told) -> None:
    paper.line(apart(one.paper.title or one.name), style=BOLD)
    day = _day(one.published) if one.published else ""
    published = (
        f"published {day}{'' if one.given else ', as it says itself'}" if day else "published on a day not known"
    )
    language = NAMES[one.reading.language] if one.reading else ""
    paper.faint(joined([apart(one.outlet) or "outlet not known", published, language]))
    if one.reading:
        found = count(len(one.reading.proposals), "statement")
        paper.faint(f"{found} proposed by {one.reading.reader} ({one.reading.hash[:SHORT]}). Nothing was recorded.")
    for finding in one.paper.warnings:
        finding_line(paper, finding)


def _statement(paper: Paper, text: str, number: int, one: Proposal) -> None:
    inside = "inside another" if one.depth else ""
    paper.heading(joined([str(number), one.modality.replace("_", " "), inside, f"sure {one.confidence:.2f}"]))
    for label, words in _rows(text, one):
        paper.row(label, words, indent=2, at=AT)


def _rows(text: str, one: Proposal) -> Iterator[tuple[str, str]]:
    yield "who", _chain(text, one)
    if one.stands_for:
        yield "perhaps", _placed(text, (one.stands_for,))
    yield "cue", _placed(text, one.cue) if one.cue else "no word of saying"
    yield "words", _placed(text, one.content)
    if one.modality != ASSERTED:
        yield "by the sign", apart(one.reasons.get("modality", ""))
    for figure in one.figures:
        yield "figure", _figure(text, figure)
    for each in one.conditions:
        open_ = "names nothing that can be checked" if each.open else ""
        yield "condition", joined([_placed(text, ((each.start, each.end),)), each.relation.replace("_", " "), open_])
    if one.said:
        yield "said", _when(text, one.said)
    if one.deadline:
        yield "due", _when(text, one.deadline)


def _chain(text: str, one: Proposal) -> str:
    """From who said it to who told the report of it."""
    hands = [_placed(text, (hand,)) if hand else "not named again" for hand in reversed(one.chain)]
    return " → ".join(hands) or "nobody is named"


def _placed(text: str, pieces: Sequence[Piece]) -> str:
    """Words of the text, with the code points at which they stand."""
    places = ", ".join(f"{start} to {end}" for start, end in pieces)
    return f"{apart(words_of(text, tuple(pieces)))} ({places})"


def _figure(text: str, one: FoundFigure) -> str:
    counted = apart(text[slice(*one.population)]) if one.population else one.unit
    unit = f"{one.unit} per {one.per}" if one.per else one.unit
    return joined(
        [_placed(text, ((one.start, one.end),)), f"{_number(one)} {unit}".strip(), counted if counted != unit else ""]
    )


def _number(one: FoundFigure) -> str:
    lo, hi = (f"{value:,}" if value is not None else "" for value in (one.lo, one.hi))
    if one.op in OPS:
        return f"{OPS[one.op]} {lo or hi}"
    return lo if lo == hi else f"{lo or 'anything'} to {hi or 'any number'}"


def _when(text: str, one: When) -> str:
    words = apart(text[one.start : one.end])
    if one.first and one.first == one.last:
        return f"{_day(one.first)} ({words})"
    first, last = (_day(day) if day else "open" for day in (one.first, one.last))
    return f"{first} to {last} ({words})"


def _day(day: date) -> str:
    return in_words(whole_day(day, UTC), UTC)


def _unread(paper: Paper, reading: Reading) -> None:
    """Where reading stopped, and the sentences that tell of somebody saying something and gave nothing."""
    text = reading.text
    if reading.unread:
        paper.heading(f"Not read: {count(len(reading.unread), 'sentence')} in which somebody seems to say something")
        for start, end in reading.unread:
            words = apart(text[start : min(end, start + SHOWN)])
            paper.row(f"{start} to {end}", f"{words} …" if end - start > SHOWN else words, indent=2, at=20)
    if reading.until < len(text):
        paper.heading(f"Read up to character {reading.until:,} of {len(text):,}: the rest was not read.")
