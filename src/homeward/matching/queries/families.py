"""Families that a version of a list takes apart, as known at the time asked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from homeward.ledger.core.persons import Relation, State
from homeward.ledger.queries.views import Asked
from homeward.lists import queries as lists
from homeward.lists.core.naming import child_of
from homeward.lists.core.plan import SetAside
from homeward.lists.core.succession import Unread
from homeward.matching.core.families import Member, Split, in_order, split
from homeward.matching.core.places import Cell, Stand
from homeward.matching.queries.known import Known, OnList, OpenPair
from homeward.matching.queries.shown import Opened, Rows, Shown, day_of
from homeward.matching.queries.views import MemberView, SplitsView, SplitView
from homeward.names import Depth, Index, compare_all
from homeward.people import queries as people
from homeward.people.queries import StageView

AWAY = frozenset({State.CROSSED.value, State.HOME.value, State.DEAD.value, State.REMAINS_RETURNED.value})
"""Where somebody is whom a list need not name any more."""
PAGE = 20
BETWEEN = re.compile(r"[/\\\n;+]| & ")
"""What stands between two names in one cell."""
LIKE = 0.5
"""How near a name in such a cell, or in a line that was set aside, must come to be asked about."""
NEAREST = 10
"""Names in such cells that are held against each name of somebody."""
MOST_LINES, LONGEST = 200, 200
"""Lines whose cells are held against names, and the letters of the longest part."""


def split_families(asked: Asked, version: UUID, *, page: int = 1, size: int = PAGE) -> SplitsView:
    """The families of which this version names some and lacks others, children and parents apart first."""
    known = Known(asked, version)
    assert known.asked_about is not None
    return SplitFamilies(known, known.lists[known.asked_about.view.list]).page(page, size)


@dataclass(frozen=True, slots=True)
class Placed:
    """Somebody of a family with what their place was worked out of."""

    cell: Cell
    opened: Opened
    stage: StageView
    lines: Rows


class SplitFamilies:
    """The families that the last version of a list takes apart, in order."""

    def __init__(self, known: Known, on: OnList) -> None:
        self.known, self.on = known, on
        standing = {known.shown(each) for each in on.people[-1]}
        some = [each for each in known.families if not each.isdisjoint(standing) and not each <= standing]
        everyone = {each for family in some for each in family}
        self.shown = Shown(known, everyone)
        stages = people.stages_of(known.asked, everyone)
        lines = _Lines(known, on)
        placed = {each: known.cell(each, on) for each in everyone}
        off = {each: self.shown.of(each) for each, cell in placed.items() if cell.stand is not Stand.IN}
        named = lines.naming(off)
        for each, rows in self._under_a_parent(some, placed).items():
            named[each] = (*named[each], *rows)
        self.placed = {
            each: Placed(cell, self.shown.of(each), stages[each], named.get(each, ())) for each, cell in placed.items()
        }
        day = day_of(known.asked)
        self.members = {each: self._member(each, placed, day) for each, placed in self.placed.items()}
        found = (split([self.members[each] for each in sorted(family)]) for family in some)
        self.splits: list[Split] = in_order(each for each in found if each is not None)

    def _under_a_parent(self, families: Iterable[frozenset[UUID]], cells: Mapping[UUID, Cell]) -> dict[UUID, Rows]:
        """Of whoever is off the list the rows of their family that give a child of that day of birth by the parent's name alone."""
        found: dict[UUID, Rows] = {}
        for family in families:
            there = [each for each in family if cells[each].stand is Stand.IN and self._is_nameless(each)]
            for one in family:
                rows = [row for each in there for row in cells[each].rows if self._born(each) & self._born(one)]
                if rows and cells[one].stand is not Stand.IN:
                    found[one] = tuple(rows)
        return found

    def _is_nameless(self, person: UUID) -> bool:
        names = self.shown.view(person).names
        return bool(names) and all(child_of(name) for name in names)

    def _born(self, person: UUID) -> set[date]:
        return {birth.start for birth in self.shown.of(person).births if birth.start}

    def _member(self, person: UUID, placed: Placed, on: date) -> Member:
        stand = Stand.DOUBTFUL if placed.lines else placed.cell.stand
        away = placed.stage.state in AWAY and not placed.stage.contested
        age = placed.opened.age(on)
        return Member(person, stand, age, self.known.carers.get(person, frozenset()), away)

    def page(self, page: int, size: int) -> SplitsView:
        """A page of them as it is shown."""
        chosen = self.splits[(page - 1) * size : page * size]
        beside = [pair for family in chosen for member in family.members for pair in self._near(member.person)]
        shown = Shown(self.known, {id for pair in beside for id in (pair.one, pair.other)})
        ties = _Ties(self.known)
        ref = self.on.versions[-1].ref
        return SplitsView(
            version=self.on.last,
            ref=ref,
            lists={id: f"{on.last.title}, {on.last.authority}" for id, on in self.known.lists.items()},
            families=tuple(self._view(family, shown, ties) for family in chosen),
            count=len(self.splits),
            separated=sum(family.separated for family in self.splits),
            near=sum(not family.missing for family in self.splits),
        )

    def _near(self, person: UUID) -> list[OpenPair]:
        if self.placed[person].cell.stand is Stand.IN:
            return []
        return self.known.near_of(self.known.group(person), self.on.people[-1])

    def _view(self, family: Split, shown: Shown, ties: _Ties) -> SplitView:
        views = [self._member_view(member, family, shown, ties) for member in family.members]
        return SplitView(
            tuple(sorted(views, key=_eldest_first)),
            family.separated,
            family.children_alone,
            family.children_left,
            tuple(member.person for member in family.missing),
            tuple(member.person for member in family.doubtful),
        )

    def _member_view(self, member: Member, family: Split, shown: Shown, ties: _Ties) -> MemberView:
        placed, group = self.placed[member.person], self.known.group(member.person)
        there = {each.person for each in family.members}
        return MemberView(
            person=placed.opened.view,
            stand=member.stand,
            since=placed.cell.since,
            rows=placed.cell.rows if member.stand is Stand.IN else (),
            age=member.age,
            is_child=member.is_child,
            away=member.away,
            stage=placed.stage,
            child_of=ties.of(member.person, Relation.PARENT_OF, there),
            ward_of=ties.of(member.person, Relation.GUARDIAN_OF, there),
            spouse_of=ties.of(member.person, Relation.SPOUSE_OF, there),
            may_be=shown.near(self._near(member.person), group, self.on.rows),
            lines=placed.lines,
            elsewhere={
                id: self.known.cell(member.person, other) for id, other in self.known.lists.items() if id != self.on.id
            },
        )


class _Ties:
    """Who is told to be parent, guardian or spouse of whom, by whom each is shown as."""

    def __init__(self, known: Known) -> None:
        self._found: dict[tuple[UUID, str], dict[UUID, None]] = defaultdict(dict)
        for kin in known.kin:
            one, other = known.shown(kin.person), known.shown(kin.other)
            self._found[other, kin.relation][one] = None
            if kin.relation == Relation.SPOUSE_OF.value:
                self._found[one, kin.relation][other] = None

    def of(self, person: UUID, relation: Relation, among: Collection[UUID]) -> tuple[UUID, ...]:
        return tuple(each for each in self._found.get((person, relation.value), ()) if each in among)


class _Lines:
    """Lines of a version that wait for a person, and rows that seem to name several, looked through for one name or paper."""

    def __init__(self, known: Known, on: OnList) -> None:
        waiting = lists.waiting_lines(known.asked, on.last.id)
        self._lines = [(line, Unread([SetAside("", 0, "", "", line.cells)])) for line in waiting]
        rows = {entry.record: (entry.sheet, entry.row) for entry in on.entries if entry.row}
        told = known.around.rows if known.around else people.Rows(known.asked.case)
        several = [(rows[record], name) for record in rows for name in told.names(record) if BETWEEN.search(name)]
        cells = [((line.sheet, line.row), cell) for line in waiting[:MOST_LINES] for cell in line.cells]
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, words in (*several, *cells):
            for part in BETWEEN.split(words):
                if _is_name(part):
                    self._places[part].append(place)
        self._index = Index(list(self._places)) if self._places else None

    def naming(self, those: Mapping[UUID, Opened]) -> dict[UUID, Rows]:
        """Of each of these, sheet and row of the lines that may give them; all at once, for names are compared in bulk."""
        seems = self._seem_to_name({name for each in those.values() for name in each.view.names})
        return {
            person: tuple(dict.fromkeys([*self._giving(each), *sorted(p for n in each.view.names for p in seems[n])]))
            for person, each in those.items()
        }

    def _giving(self, somebody: Opened) -> list[tuple[int, int]]:
        return [
            (line.sheet, line.row)
            for line, unread in self._lines
            if any(unread.may_give(values) for values in somebody.values)
        ]

    def _seem_to_name(self, names: Collection[str]) -> dict[str, list[tuple[int, int]]]:
        """Where each of these names seems to stand in a cell among others."""
        asked = sorted(names)
        found = self._index.search(asked, NEAREST, depth=Depth.EDITS) if self._index else [[] for _ in asked]
        pairs = [(hit.name, name) for name, hits in zip(asked, found, strict=True) for hit in hits]
        seems: dict[str, list[tuple[int, int]]] = {name: [] for name in asked}
        for (part, name), said in zip(pairs, compare_all(pairs), strict=True):
            if said.score >= LIKE:
                seems[name] += self._places[part]
        return seems


def _is_name(words: str) -> bool:
    """Whether this may be the name of somebody: two words or more, and no figure."""
    return len(words.split()) > 1 and len(words) <= LONGEST and not any(letter.isdigit() for letter in words)


def _eldest_first(view: MemberView) -> tuple[int, Iterable[str], str]:
    return -(view.age.least if view.age else 0), view.person.names, str(view.person.id)
