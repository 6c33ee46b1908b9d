"""The invented lists and people of the demonstration: what three invented authorities hand in, and whom families tell of.

The last list of the crossing authority is left waiting: it has lost most of its names, and only a person can say what that means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from homeward.cli.telling import tell
from homeward.invented import Kinship, Person, Style, people
from homeward.invented.lists import Mistake, Planned, demonstration

if TYPE_CHECKING:  # needs Django up
    from homeward.cli.entering import Seat
    from homeward.ledger.queries.views import CaseView
    from homeward.people.core.values import Values

SEED, SIZE = 1, 930
HELD = 12
"""Of the held people so many are told of by their families too."""
CHOSEN = {"hidden-rows": "take", "hidden-sheet": "leave", "several-people": "leave"}
"""What is answered about the files; to any other question the first choice, which the desk holds for the likeliest."""
ROUNDS = 3
"""An answer can open a further question: a column of a sheet that was hidden."""
INTERVIEW = "A relative, to the desk"


def bring_lists(seat: Seat, case: CaseView) -> list[UUID]:
    """Hand in the five lists, and take in all but the shrunken one; what came in before is left as it is.

    Gives the people whom their relatives told of as families.
    """
    from homeward.lists import actions

    planned = demonstration(SEED, SIZE)
    for each in planned:
        try:
            state = _received(seat, case, each)
        except actions.AlreadyReceived:
            continue
        waits = bool(each.truth.of(Mistake.SHRUNKEN))
        if not waits:
            actions.take_in(case=case, upload=state, accept_warnings=True, by=seat.actor, at=seat.now)
        tell(f"{each.authority}, {each.declared:%-d %b}: {each.file}{', which waits for you' if waits else ''}.")
    return _tell_of_families(seat, case, planned)


def _received(seat: Seat, case: CaseView, planned: Planned) -> UUID:
    from homeward.lists import actions, queries

    upload = actions.receive(
        case=case,
        authority=planned.authority,
        title=planned.list_name,
        name=planned.file,
        data=planned.content,
        declared=planned.declared.isoformat(),
        by=seat.actor,
        at=seat.now,
    ).upload
    if planned.truth.of(Mistake.SHRUNKEN):
        return upload
    for _ in range(ROUNDS):
        preview = queries.preview(case, upload)
        answers = preview.answers
        if answers is None or not preview.report or not preview.report["questions"]:
            break
        for question in preview.report["questions"]:
            answer = CHOSEN.get(question["code"]) or question["choices"][0]["answer"]
            column = None if question["column"] is None else question["column"] - 1
            answers = answers.answered(question["code"], answer, sheet=question["sheet"], column=column)
        actions.answer(case=case, upload=upload, answers=answers, by=seat.actor, at=seat.now)
    return upload


def _tell_of_families(seat: Seat, case: CaseView, planned: Sequence[Planned]) -> list[UUID]:
    """Families whose children the crossing authority left out, and some of the held people, as their relatives tell of them."""
    everybody = {person.id: person for person in people(SEED, SIZE)}
    lacking = {each for plan in planned[:1] for found in plan.truth.of(Mistake.CHILD_MISSING) for each in found.people}
    houses = {everybody[each].household for each in lacking}
    families = [person for person in everybody.values() if person.household in houses]
    held = [person for person in everybody.values() if person.held][:HELD]
    entered = {person.id: _enter(seat, case, person) for person in [*families, *held]}
    for person in held:
        _tell_held(seat, case, entered[person.id], person, (planned[0].declared - timedelta(days=25)).isoformat())
    for one, other in _pairs(families):
        _relate(seat, case, entered[one.id], entered[other.id], one, other)
    tell(f"{len(entered)} invented people were told of by their relatives.")
    return [entered[person.id] for person in families]


def _pairs(family: Sequence[Person]) -> Iterator[tuple[Person, Person]]:
    """Parents with their children, and couples once."""
    known = {person.id: person for person in family}
    for person in family:
        yield from ((person, known[child]) for child in person.kin(Kinship.CHILD) if child in known)
        yield from ((person, known[spouse]) for spouse in person.kin(Kinship.SPOUSE) if person.id < spouse in known)


def _enter(seat: Seat, case: CaseView, person: Person) -> UUID:
    from homeward.people import actions
    from homeward.people.core.told import Told

    told = Told(speaker=INTERVIEW, said=_yesterday(seat), language="en")
    return actions.enter(
        case=case, values=_values(person), told=told, once=_once("entered", person), by=seat.actor, at=seat.now
    ).person


def _values(person: Person) -> Values:
    from homeward.people.core.given import values_given

    style = Style.HEBREW if person.held else Style.RUSSIAN if "RUS" in person.nationalities else Style.ARABIC
    return values_given(
        names=[person.name.written(style), person.name.written(Style.ENGLISH)],
        birth=f"{person.birth:%d %B %Y}",
        sex=person.sex.value,
        nationalities=person.nationalities,
        papers=[
            paper.number + (f" until {paper.expires:%d %B %Y}" if paper.expires else "")
            for paper in person.documents[:1]
        ],
        household=person.household,
        place=person.place,
    )


def _tell_held(seat: Seat, case: CaseView, person: UUID, of: Person, occurred: str) -> None:
    from homeward.ledger.core.persons import State
    from homeward.people import actions
    from homeward.people.core.told import Told

    told = Told(speaker=INTERVIEW, said=_yesterday(seat), occurred=occurred, modality="reported")
    actions.tell_whereabouts(
        case=case, person=person, state=State.HELD, told=told, once=_once("held", of), by=seat.actor, at=seat.now
    )


def _relate(seat: Seat, case: CaseView, one: UUID, other: UUID, first: Person, second: Person) -> None:
    from homeward.ledger.core.persons import Relation
    from homeward.people import actions
    from homeward.people.core.told import Told

    relation = Relation.SPOUSE_OF if second.id in first.kin(Kinship.SPOUSE) else Relation.PARENT_OF
    actions.relate(
        case=case,
        person=one,
        relation=relation,
        other=other,
        told=Told(speaker=INTERVIEW, said=_yesterday(seat)),
        once=_once(f"{relation} {second.id}", first),
        by=seat.actor,
        at=seat.now,
    )


def _yesterday(seat: Seat) -> str:
    """The day on which relatives told it: one that is over."""
    return (seat.now - timedelta(days=1)).date().isoformat()


def _once(act: str, person: Person) -> UUID:
    """One key for one act, so that a second run tells nothing twice."""
    return uuid5(UUID(int=SEED), f"{act} {person.id}")
