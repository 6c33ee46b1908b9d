"""Pairs of people who may be one, as text: the two, how likely, each reason in a sentence, what was judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from homeward.cli.text.heads import head
from homeward.cli.text.letters import apart
from homeward.cli.text.paper import BOLD, Paper
from homeward.cli.text.people import person_page
from homeward.cli.text.words import count, joined, moment
from homeward.ledger.queries.views import Asked
from homeward.matching.formats.evidence import told
from homeward.matching.queries import PairLine, PairsView, ReviewView
from homeward.people.queries import JudgementView, PersonLine

STANDINGS = {
    "open": "nobody judged it yet",
    "second": "a second person must judge alike",
    "unsure": "somebody said that nobody can tell",
    "same": "judged to be one person",
    "not the same": "judged to be two people",
}
JUDGEMENTS = {"same": "one person", "not the same": "two people", "unsure": "nobody can tell"}
HANGING = {
    "requests": "tracing requests",
    "lists": "places on lists",
    "whereabouts": "words on where they are",
    "needs": "needs",
    "kin": "ties of kin",
}


def pairs_page(paper: Paper, view: PairsView, *, first: int) -> None:
    """How many wait, and a page of them, numbered."""
    told_apart = ", ".join(
        f"{view.by_standing.get(name, 0):,} {STANDINGS[name]}" for name in ("open", "second", "unsure")
    )
    paper.line(f"{count(view.count, 'pair')}: {told_apart}", style=BOLD)
    if not view.pairs:
        paper.line("No pair waits here.")
    for number, line in enumerate(view.pairs, first):
        _line(paper, number, line)


def pair_page(paper: Paper, asked: Asked, view: ReviewView) -> None:
    """The two with all that is known of each, then what speaks for one person and against it, and what was judged."""
    head(paper, asked)
    paper.heading(joined([_likely(view.per_mille), STANDINGS.get(view.standing, view.standing)]))
    _reasons(paper, view.levels, view.bits, indent=2)
    if view.moves:
        paper.faint(f"if they are one person, told of one: {_hanging(view.moves)}", indent=2)
    for each in view.judged:
        paper.line(_judgement(each, asked), indent=2, under=4)
    for refs, words in ((view.against, "cannot be joined while these hold"), (view.through, "one through others, by")):
        if refs:
            paper.line(f"{words}: {', '.join(dict.fromkeys(each.ref for each in refs))}", indent=2, under=4)
    if view.second_for and view.standing in ("open", "second", "unsure"):
        answers = ", ".join(JUDGEMENTS[each.value] for each in view.second_for)
        paper.line(f"two persons must judge alike for: {answers}", indent=2, under=4)
    for person in (view.one, view.other):
        person_page(paper, asked, person)
    paper.gap()
    paper.faint(f"{count(view.left, 'other pair')} wait, {view.unsure:,} beyond telling")


def _line(paper: Paper, number: int, line: PairLine) -> None:
    paper.gap()
    waits = "" if line.standing == "open" else STANDINGS[line.standing]
    paper.line(joined([f"{number}. {_likely(line.per_mille)}", waits, _hanging(line.hanging)]), style=BOLD, under=3)
    for person in (line.one, line.other):
        paper.line(_person(person), indent=3, under=5)
        paper.faint(str(person.id), indent=5)
    _reasons(paper, line.levels, line.bits, indent=3)


def _reasons(paper: Paper, levels: Sequence[str], bits: Sequence[float], *, indent: int) -> None:
    for each in told(levels, bits):
        paper.line(each.words, indent=indent, under=indent + 2)


def _person(line: PersonLine) -> str:
    names = " / ".join(apart(name) for name in line.names) or "somebody whose name does not open"
    return joined([names, " / ".join(apart(birth) for birth in line.births)])


def _likely(per_mille: int | None) -> str:
    return "nobody weighed these two" if per_mille is None else f"{per_mille} of 1,000 that they are one person"


def _hanging(hanging: Mapping[str, int]) -> str:
    return ", ".join(f"{HANGING[kind]}: {number:,}" for kind, number in hanging.items())


def _judgement(view: JudgementView, asked: Asked) -> str:
    by = f"by the rule “{view.rule}”" if view.rule else apart(view.by)
    waits = "a second person must judge alike" if view.second else ""
    what = f"{view.ref}: {JUDGEMENTS[view.judgement.value]}"
    return joined([what, by, moment(view.at, asked.case.zone), waits, apart(view.reason)])
