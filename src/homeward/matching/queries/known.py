"""What is known of a case at the time asked, set side by side: lists, who stands on them, who is one with whom, what is open.

Ids and counts alone; names are opened by whoever shows them. All of it is what the reader may see: rows of other compartments
are not there. Asked about some people it reads what concerns them (Around), however many others the register holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from homeward.ledger.core.persons import Judgement, Relation
from homeward.ledger.queries.views import Asked
from homeward.lists import queries as lists
from homeward.lists.queries import EntryOf, KnownVersion, NoSuchVersion
from homeward.matching.core.places import Cell, Stand, household_pairs, placed
from homeward.matching.queries.around import FAMILY, Around
from homeward.matching.queries.pairs import UNSURE, PairFound, Settled, found
from homeward.people import queries as people
from homeward.people.core.households import joined
from homeward.people.queries import Identities, JudgementView, KinOf

CARE = frozenset({Relation.PARENT_OF.value, Relation.GUARDIAN_OF.value})
MANY = 20_000
"""More people than this are not named one by one in a question: then everybody is read."""
Entries = Mapping[UUID, list[EntryOf]]
"""Entries by version."""


@dataclass(frozen=True, slots=True)
class OpenPair:
    """Two people who may be one and whom nobody has settled: how likely, and by which levels."""

    one: UUID
    other: UUID
    per_mille: int
    levels: tuple[str, ...]
    unsure: bool = False

    def beside(self, people: Collection[UUID]) -> UUID:
        """The one of the two who is not among these people."""
        return self.other if self.one in people else self.one


class OnList:
    """A list as known at the time asked: its versions that count, up to the one that is asked about, and who stood on each."""

    def __init__(self, versions: list[KnownVersion], read: Callable[[UUID], Entries]) -> None:
        """`read` gives the entries of a list, of all people or of those who are asked about."""
        self.versions, self._read = versions, read
        self.id, self.last = versions[-1].view.list, versions[-1].view

    @property
    def before(self) -> KnownVersion | None:
        """The version that counts before the last one."""
        return self.versions[-2] if len(self.versions) > 1 else None

    @property
    def ids(self) -> list[UUID]:
        return [each.view.id for each in self.versions]

    @cached_property
    def by_version(self) -> list[list[EntryOf]]:
        """The entries of every version, in their order."""
        found = self._read(self.id)
        return [found.get(id, []) for id in self.ids]

    @property
    def entries(self) -> list[EntryOf]:
        """The entries of the last version."""
        return self.by_version[-1]

    @cached_property
    def people(self) -> list[set[UUID]]:
        """Who stood on every version."""
        return [{entry.person for entry in version} for version in self.by_version]

    @cached_property
    def rows(self) -> dict[UUID, tuple[tuple[int, int], ...]]:
        """Sheet and row of the entries of everybody on the last version; 0 where no row of the file gives one."""
        found: dict[UUID, list[tuple[int, int]]] = defaultdict(list)
        for entry in self.entries:
            found[entry.person].append((entry.sheet, entry.row))
        return {person: tuple(rows) for person, rows in found.items()}


class Known:
    """All of it, read once for one question."""

    def __init__(self, asked: Asked, version: UUID | None = None) -> None:
        """`version` is asked about: whoever stands on its list, with their families; of that list, what came later is left out."""
        self.asked = asked
        found: dict[UUID, list[KnownVersion]] = defaultdict(list)
        self._every = lists.known_versions(asked)
        for each in self._every:
            found[each.view.list].append(each)
        self.asked_about = self._asked_about(version)
        if self.asked_about is not None:
            mine, number = self.asked_about.view.list, self.asked_about.view.number
            earlier = [each for each in found[mine] if each.view.number < number and not each.view.withdrawn]
            found[mine] = [*earlier, self.asked_about]
        counting = {
            id: [each for each in versions if not each.view.withdrawn or each is self.asked_about]
            for id, versions in found.items()
        }
        every = [OnList(versions, self._entries_of) for versions in counting.values() if versions]
        self.lists = {each.id: each for each in sorted(every, key=_by_name)}
        self._own: set[UUID] | None = None
        self.around: Around | None = None
        if self.asked_about is not None:
            on = self.lists[self.asked_about.view.list]
            self.about(set().union(*on.people), families_of=on.people[-1])

    def about(self, some: Collection[UUID], *, families_of: Collection[UUID] = ()) -> None:
        """Ask about these people, and about all who are family of some, and of nobody else; before anything else is asked."""
        self.around = self._around_of(families_of) if families_of else None
        own = {*some, *(self.around.people if self.around else ())}
        if len(own) > MANY:
            return
        known = people.identities(self.asked, own)
        self._own = {id for each in own for id in known.of(each)}

    def _around_of(self, some: Collection[UUID]) -> Around:
        return Around(self.asked.case, {id: on.ids for id, on in self.lists.items()}, some)

    @cached_property
    def _kindred(self) -> Around:
        """Those among whom families are looked for: of whom it was asked, or everybody."""
        if self.around is None and self._own is None:
            return self._around_of(self.people)
        assert self.around is not None, "about() was not told whose families are asked for"
        return self.around

    def _asked_about(self, version: UUID | None) -> KnownVersion | None:
        if version is None:
            return None
        found = next((each for each in self._every if each.view.id == version), None)
        if found is None:
            raise NoSuchVersion(where=str(version), instead="See the versions: homeward lists versions.")
        return found

    def _entries_of(self, id: UUID) -> Entries:
        """The entries of the list that is asked about, whole; of another one those of the people who are."""
        whole = self.asked_about is not None and id == self.asked_about.view.list
        if self._own is None or whole:
            return _by_version(lists.entries(self.asked, self.lists[id].ids))
        return self._elsewhere

    @cached_property
    def _elsewhere(self) -> Entries:
        mine = self.asked_about.view.list if self.asked_about is not None else None
        versions = [id for each in self.lists.values() if each.id != mine for id in each.ids]
        return _by_version(lists.entries(self.asked, versions, self._some))

    @cached_property
    def _found(self) -> list[PairFound]:
        return found(self.asked.case, self._own)

    @cached_property
    def _some(self) -> set[UUID] | None:
        """The people who are asked about and those who may be one with them; none: everybody."""
        if self._own is None:
            return None
        return {*self._own, *(id for pair in self._found for id in (pair.one, pair.other))}

    @cached_property
    def people(self) -> set[UUID]:
        """Those of them of whom anything was known, without the forgotten."""
        return people.people_known(self.asked, self._some)

    @cached_property
    def forgotten(self) -> set[UUID]:
        return people.erased(self.asked.case)

    @cached_property
    def identities(self) -> Identities:
        if self._some is None:
            return people.all_identities(self.asked)
        return people.identities(self.asked, self._some)

    @cached_property
    def groups(self) -> dict[UUID, frozenset[UUID]]:
        """All ids of everybody who is joined, by each of them."""
        return {
            person: bundle.people
            for bundle in self.identities.bundles
            if not bundle.contested
            for person in bundle.people
        }

    @cached_property
    def contested(self) -> set[UUID]:
        """People of whom judgements contradict each other: nobody is joined with them until one is taken back."""
        return {each for bundle in self.identities.bundles if bundle.contested for each in bundle.people}

    def group(self, person: UUID) -> frozenset[UUID]:
        return self.groups.get(person, frozenset({person}))

    def shown(self, person: UUID) -> UUID:
        return self.identities.shown_as(person)

    @cached_property
    def open_pairs(self) -> list[OpenPair]:
        """Pairs that are likely enough to be asked about and that no judgement settles, the likeliest first."""
        settled = Settled(self.identities)
        likeliest = {(each.one, each.other): each for each in self._found}
        pairs = [
            OpenPair(one, other, each.per_mille, each.levels, settled.of(one, other) == UNSURE)
            for (one, other), each in likeliest.items()
            if one in self.people and other in self.people and settled.waits(one, other)
        ]
        return sorted(pairs, key=lambda each: (-each.per_mille, each.one, each.other))

    @cached_property
    def near(self) -> dict[UUID, list[OpenPair]]:
        """The open pairs of everybody, by each of the two."""
        found: dict[UUID, list[OpenPair]] = defaultdict(list)
        for pair in self.open_pairs:
            found[pair.one].append(pair)
            found[pair.other].append(pair)
        return dict(found)

    def near_of(self, group: Iterable[UUID], on: Collection[UUID]) -> list[OpenPair]:
        """The open pairs of somebody, under any of their ids, with people among these."""
        own = set(group)
        return [pair for each in group for pair in self.near.get(each, ()) if pair.beside(own) in on]

    @cached_property
    def kin(self) -> list[KinOf]:
        """Who is told to be family of whom, of the families that are asked about."""
        return people.kinship(self.asked, FAMILY, self._kindred.people)

    @cached_property
    def families(self) -> list[frozenset[UUID]]:
        """The families that are asked about, by what lists and voices say: two at least, each by whom they are shown as."""
        pairs = [(kin.person, kin.other) for kin in self.kin]
        for each in self.lists.values():
            pairs += household_pairs([self._kindred.households(version) for version in each.by_version])
        # Of somebody who was forgotten nothing is told, not even that a family lacks them.
        left_out = {self.shown(each) for each in self.forgotten}
        groups = joined((self.shown(one), self.shown(other)) for one, other in pairs)
        return [left for group in groups if len(left := group - left_out) > 1]

    @cached_property
    def carers(self) -> dict[UUID, frozenset[UUID]]:
        """Who is told to be parent or guardian, by whom they care for; each by whom they are shown as."""
        found: dict[UUID, set[UUID]] = defaultdict(set)
        for kin in self.kin:
            if kin.relation in CARE:
                found[self.shown(kin.other)].add(self.shown(kin.person))
        return {child: frozenset(those) for child, those in found.items()}

    def cell(self, person: UUID, on: OnList) -> Cell:
        """Where somebody stands on a list, under any of their ids."""
        group = self.group(person)
        there = [not group.isdisjoint(version) for version in on.people]
        near = [] if there[-1] else self.near_of(group, on.people[-1])
        stand, at = placed(there, bool(near))
        rows: tuple[tuple[int, int], ...] = ()
        if stand is Stand.IN:
            rows = tuple(row for each in sorted(group) for row in on.rows.get(each, ()))
        elif near:
            rows = tuple(dict.fromkeys(row for pair in near for row in on.rows[pair.beside(group)]))
        return Cell(stand, None if at is None else on.versions[at].view.number, rows)

    @cached_property
    def _judged(self) -> dict[UUID, list[JudgementView]]:
        found: dict[UUID, list[JudgementView]] = defaultdict(list)
        for each in self.identities.judgements:
            found[each.pair[0]].append(each)
        return dict(found)

    def behind(self, group: Collection[UUID]) -> tuple[JudgementView, ...]:
        """The judgements by which these people are one."""
        return tuple(
            each
            for person in sorted(group)
            for each in self._judged.get(person, ())
            if each.pair[1] in group and each.judgement is Judgement.SAME
        )


def version_named(asked: Asked, words: str, number: int | None = None) -> UUID:
    """The version of a list by name or id: of this number, else the last one that counted at the time asked."""
    on = lists.list_named(asked.case, words)
    every = [each.view for each in lists.known_versions(asked) if each.view.list == on.id]
    found = [each for each in every if each.number == number or (number is None and not each.withdrawn)]
    if not found:
        raise NoSuchVersion(where=f"version {number}" if number else words)
    return found[-1].id


def _by_version(entries: Iterable[EntryOf]) -> Entries:
    found: dict[UUID, list[EntryOf]] = defaultdict(list)
    for entry in entries:
        found[entry.version].append(entry)
    return found


def _by_name(on: OnList) -> tuple[str, str, str]:
    return on.last.authority.casefold(), on.last.title.casefold(), str(on.id)
