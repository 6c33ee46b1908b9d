"""People against lists: where each list has each of them, and how many come how far."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from homeward.ledger.queries.views import Asked
from homeward.lists import queries as lists
from homeward.lists.queries import NoSuchList
from homeward.matching.core.funnel import funnel as counted
from homeward.matching.core.places import Stand
from homeward.matching.queries.families import SplitFamilies
from homeward.matching.queries.known import Known, OnList
from homeward.matching.queries.shown import Shown
from homeward.matching.queries.views import FunnelView, MatrixLine, MatrixView
from homeward.people import queries as people
from homeward.people.queries import NoSuchPerson

PAGE = 50
DEFINITION = (
    "people in this desk's register of the case whom the reader may see, each counted once under all ids that are judged to be "
    "theirs, without those who were forgotten; by the last version of each list that counts"
)


def matrix(
    asked: Asked,
    *,
    list_id: UUID | None = None,
    words: str = "",
    people_asked: Sequence[UUID] = (),
    page: int = 1,
    size: int = PAGE,
) -> MatrixView:
    """Where every list has people: those named, found by words, or on one list; else those of families that a list takes apart."""
    known = Known(asked)
    if list_id is not None and list_id not in known.lists:
        raise NoSuchList(where=str(list_id))
    chosen, those = _chosen(known, list_id, words, people_asked)
    one_each = people.identities(asked, those)
    everyone = list(dict.fromkeys(one_each.shown_as(each) for each in those))
    part = everyone[(page - 1) * size : page * size]
    if known.around is None:
        known.about(part)
    shown = Shown(known, part)
    return MatrixView(
        asked=asked,
        lists=tuple(on.last for on in known.lists.values()),
        lines=tuple(
            MatrixLine(shown.view(each), {id: known.cell(each, on) for id, on in known.lists.items()}) for each in part
        ),
        count=len(everyone),
        chosen=chosen,
    )


def _chosen(known: Known, list_id: UUID | None, words: str, named: Sequence[UUID]) -> tuple[str, Sequence[UUID]]:
    if named:
        there = people.people_known(known.asked, named)
        if strangers := [each for each in named if each not in there]:
            raise NoSuchPerson(where=str(strangers[0]), instead="Find the person in the register.")
        return "named", named
    if words:
        found = [each.person.id for each in people.found(known.asked, words, limit=50)]
        there = people.people_known(known.asked, found)
        return "found", [each for each in found if each in there]
    if list_id is not None:
        standing = lists.entries(known.asked, [known.lists[list_id].last.id])
        return "list", [entry.person for entry in standing if entry.opens]
    last = [on.last.id for on in known.lists.values()]
    known.about((), families_of={entry.person for entry in lists.entries(known.asked, last)})
    return "families", [
        member.person
        for on in known.lists.values()
        for family in SplitFamilies(known, on).splits
        for member in family.members
    ]


def funnel(asked: Asked, counting: Collection[UUID] = ()) -> FunnelView:
    """How many people of the register stand on any list, on each, and on all that count: all of them, unless some are named."""
    known = Known(asked)
    if strangers := [each for each in counting if each not in known.lists]:
        raise NoSuchList(where=str(strangers[0]))
    everyone = {known.shown(each) for each in known.people}
    chosen = tuple(id for id in known.lists if not counting or id in counting)
    return FunnelView(
        asked=asked,
        lists=tuple(on.last for on in known.lists.values()),
        refs={id: on.versions[-1].ref for id, on in known.lists.items()},
        counting=chosen,
        numbers=counted(everyone, {id: _stands(known, on) for id, on in known.lists.items()}, chosen),
        definition=DEFINITION,
    )


def _stands(known: Known, on: OnList) -> dict[UUID, Stand]:
    """Where a list has everybody of whom it tells, or may; whoever else is in the register never stood on it."""
    there = on.people[-1]
    standing = {known.shown(each) for each in there}
    near = {
        id for pair in known.open_pairs for id in (pair.one, pair.other) if pair.one in there or pair.other in there
    }
    told = {known.shown(each) for version in on.people for each in version} | {known.shown(each) for each in near}
    return {each: Stand.IN if each in standing else known.cell(each, on).stand for each in told}
