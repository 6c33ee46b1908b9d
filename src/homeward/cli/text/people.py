"""People of the register as text: each value with who gave it."""

from __future__ import annotations

from collections.abc import Sequence

from homeward.cli.text.heads import head
from homeward.cli.text.letters import apart
from homeward.cli.text.paper import Paper
from homeward.cli.text.words import count, joined, moment, when
from homeward.ledger.queries.views import Asked
from homeward.people.queries import ClosingView, FoundView, GivenView, PersonView, QualityView, RegisterCount
from homeward.people.queries.views import StageView, WhereaboutsView

AT = 16
CLOSED = "closed: the key is gone"
STATES = {"at_crossing": "at the crossing", "dead": "reported dead", "remains_returned": "remains returned"}


def person_page(paper: Paper, asked: Asked, view: PersonView) -> None:
    """The person's facts by field, the chain of custody, kin, needs, consent and requests."""
    head(paper, asked)
    paper.heading(joined([apart(" / ".join(view.names)) or "nobody has given a name", stage_words(view.stage)]))
    paper.faint(f"person {view.id}")
    if view.forgotten:
        at = moment(view.forgotten.at, asked.case.zone)
        paper.line(f"Forgotten on {at}; {apart(view.forgotten.agreed_by)} agreed. {apart(view.forgotten.reason)}")
        if view.forgotten.in_part:
            paper.line(f"A compartment that you see still opens something: homeward person forget {view.id}")
    for field in view.fields:
        label = field.name + (" (conflicting)" if field.conflicting else "")
        for value in field.values:
            words = apart(": ".join(value.value) if isinstance(value.value, tuple) else value.words)
            paper.row(label, words, at=AT)
            for given in value.given:
                paper.faint(given_words(given, asked), indent=AT)
            label = ""
    for each in view.papers:
        paper.row("paper", joined([apart(each.paper.number), each.expiry]), at=AT)
    _chain(paper, asked, view)
    for kin in view.kin:
        names = apart(" / ".join(kin.other_names)) or str(kin.other)
        way = f"{kin.relation} {names}" if kin.direction == "to" else f"{names}: {kin.relation} this person"
        paper.row("kin", way, at=AT)
        paper.faint(given_words(kin.given, asked), indent=AT)
    for need in view.needs:
        label = need.labels.get("en") or need.code or ""
        paper.row("need", CLOSED if need.code is None else joined([label, apart(need.words or "")]), at=AT)
    for consent in view.consent:
        holds = f"holds for {', '.join(consent.holds)}" if consent.holds else "holds no more"
        paper.row("consent", joined([f"{consent.state} by {consent.given_by}", ", ".join(consent.scope), holds]), at=AT)
    for sought in view.sought:
        names = apart(" / ".join(sought.inquirer_names))
        paper.row("sought", joined([sought.state, names, apart(sought.words or "")]), at=AT)


def _chain(paper: Paper, asked: Asked, view: PersonView) -> None:
    for each in view.whereabouts:
        place = CLOSED if each.place is None else apart(each.place)
        paper.row(
            "whereabouts",
            joined([state_words(each), place, f"held by {apart(each.holder)}" if each.holder else ""]),
            at=AT,
        )
        paper.faint(given_words(each.given, asked), indent=AT)


def found_people_page(paper: Paper, found: Sequence[FoundView]) -> None:
    """Who was found, the likeliest first, with why."""
    if not found:
        paper.line("Nobody of this name or paper is in what you may see of the register.")
    for each in found:
        person = each.person
        paper.row(
            f"{round(each.score * 100)}%" if each.by == "name" else "number",
            joined([apart(" / ".join(person.names)), *map(apart, person.births), stage_words(person.stage)]),
            at=8,
        )
        paper.faint(joined([str(person.id), apart(each.why)]), indent=8)


def register_page(paper: Paper, counted: RegisterCount, board: QualityView) -> None:
    """The register in numbers."""
    paper.heading(joined([count(counted.people, "person", "people"), count(counted.records, "record")]))
    paper.faint(counted.definition)
    for state, people in counted.stages.items():
        paper.row(STATES.get(state, state) or "nobody has said", f"{people:,}", at=24)
    if counted.contested:
        paper.row("contested", f"{counted.contested:,}", at=24)
    if counted.forgotten:
        paper.row("forgotten", f"{counted.forgotten:,}", at=24)
    for mark, people in board.marks.items():
        if people:
            paper.row(mark.value.replace("_", " "), f"{people:,}", at=24)
    for source, records in board.by_source.items():
        paper.row(apart(source) or "not named", count(records, "record"), at=24)


def closing_lines(closing: ClosingView) -> list[str]:
    """What will close with a person, and what will go on naming them."""
    lines = [f"Closes too: {apart(words)}" for words in closing.closes]
    if closing.statements:
        lines.append(f"These statements name them in plain words and stay: {', '.join(closing.statements)}")
    if closing.documents:
        lines.append(f"These originals name them and stay: {', '.join(map(str, closing.documents))}")
    if closing.alike:
        lines.append(f"The same name or paper, forgotten each by itself: {', '.join(map(str, closing.alike))}")
    return lines


def stage_words(stage: StageView) -> str:
    """The stage with who says so, and who contests it."""
    if not stage.state and not stage.against:
        return "nobody has said where"
    said = ", ".join(apart(each.given.speaker) for each in stage.said_by)
    words = f"{STATES.get(stage.state, stage.state) or 'not so far'}, said by {said}" if said else ""
    against = ", ".join(f"{apart(each.given.speaker)} ({state_words(each)})" for each in stage.against)
    return joined([words, f"contested by {against}" if against else ""])


def state_words(view: WhereaboutsView) -> str:
    """What a word on somebody's whereabouts says."""
    state = STATES.get(view.state, view.state)
    return f"not {state}" if view.given.modality == "denied" else state


def given_words(given: GivenView, asked: Asked) -> str:
    """Who gave it, when, in which statement or row, and what became of it."""
    row = f"row {given.row}" if given.row is not None else ""
    capacity = "" if given.capacity.casefold() in given.speaker.casefold() else apart(given.capacity)
    party = apart(given.party) if given.party != given.speaker else ""
    standing = given.standing if given.standing != "current" else ""
    told_by = f"person {given.told_by}" if given.told_by else ""
    happened = when(given.occurred, asked.case.zone)
    return joined(
        [
            told_by or apart(given.speaker),
            capacity,
            f"for {party}" if party else "",
            *(f"via {apart(hand)}" for hand in given.via),
            given.modality if given.modality not in ("", "asserted") else "",
            f"of {happened}" if happened else "",
            f"said {when(given.said, asked.case.zone)}" if given.said else "",
            given.ref,
            row,
            standing,
        ]
    )
