"""The war-room of a list: a version held against the register, as known at the time asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from uuid import UUID

from homeward.ledger.queries.views import Asked
from homeward.lists import queries as lists
from homeward.lists.queries import EntryOf
from homeward.matching.core.places import Held, Sort, sorted_entries
from homeward.matching.queries.families import SplitFamilies
from homeward.matching.queries.known import Known, OpenPair
from homeward.matching.queries.shown import Shown
from homeward.matching.queries.views import PARTS, DuplicateLine, EntryLine, WarRoomView
from homeward.people import queries as people
from homeward.refusals import Refused

PAGE, FAMILIES = 50, 10


class NoSuchPart(Refused):
    """A war-room has no part of this name."""


def war_room(asked: Asked, version: UUID, *, part: str = "", page: int = 1, size: int = PAGE) -> WarRoomView:
    """What each entry of a version is to this desk, what changed since the one before, and whom it takes from their families.

    `part` (of PARTS) is shown page by page; without it the numbers and the first families alone.
    """
    if part and part not in PARTS:
        raise NoSuchPart(where=part[:40], instead=f"There are: {', '.join(PARTS)}.")
    return _WarRoom(Known(asked, version)).view(part, page, size)


class _WarRoom:
    """A version and the one before it, entry by entry."""

    def __init__(self, known: Known) -> None:
        assert known.asked_about is not None
        self.known, self.on = known, known.lists[known.asked_about.view.list]
        self.entries = self.on.entries
        self.there = self.on.people[-1]
        self.told = people.told_beside(
            known.asked,
            lists.statements_of(self.on.id),
            {id for each in self.there | self._before[1] for id in known.group(each)},
        )
        near = {each for each in self.there if self._beside(each)} | known.contested
        sorts = sorted_entries(
            [Held(entry.person, entry.opens) for entry in self.entries],
            groups=known.groups,
            ours=self.told.keys(),
            near=near,
        )
        self.sorted: dict[Sort, list[EntryOf]] = {sort: [] for sort in Sort}
        for entry, sort in zip(self.entries, sorts, strict=True):
            self.sorted[sort].append(entry)

    def _beside(self, person: UUID) -> list[OpenPair]:
        """The open pairs of somebody on the version with people who do not stand on it."""
        own = self.known.group(person)
        return [pair for each in own for pair in self.known.near.get(each, ()) if pair.beside(own) not in self.there]

    @cached_property
    def _before(self) -> tuple[list[EntryOf], set[UUID]]:
        if self.on.before is None:
            return [], set()
        return self.on.by_version[-2], self.on.people[-2]

    @cached_property
    def gone(self) -> list[EntryOf]:
        """Entries of the version before, one for each who stands on this one under none of their ids."""
        entries, _ = self._before
        found = {
            self.known.shown(entry.person): entry
            for entry in reversed(entries)
            if entry.opens and self.known.group(entry.person).isdisjoint(self.there)
        }
        return sorted(found.values(), key=lambda entry: (entry.sheet == 0, entry.sheet, entry.row))

    @cached_property
    def added(self) -> list[EntryOf]:
        """Entries of whom nobody stood on the version before."""
        if self.on.before is None:
            return []
        _, there = self._before
        return [entry for entry in self.entries if self.known.group(entry.person).isdisjoint(there)]

    @cached_property
    def changed(self) -> list[EntryOf]:
        """Entries of people who stood on the version before, and of whom it said something else."""
        entries, there = self._before
        records = {entry.record for entry in entries}
        return [
            entry
            for entry in self.entries
            if entry.record not in records and not self.known.group(entry.person).isdisjoint(there)
        ]

    @cached_property
    def duplicates(self) -> list[tuple[EntryOf, EntryOf, OpenPair | None]]:
        """Two entries at a time: of one person by judgements or by the list's own reading, or of two who may be one."""
        first: dict[UUID, EntryOf] = {}
        found: list[tuple[EntryOf, EntryOf, OpenPair | None]] = []
        for entry in self.entries:
            one = first.setdefault(self.known.shown(entry.person), entry)
            if one is not entry:
                found.append((one, entry, None))
        entries = {entry.person: entry for entry in reversed(self.entries)}
        open_pairs = [pair for pair in self.known.open_pairs if pair.one in self.there and pair.other in self.there]
        return [*found, *((entries[pair.one], entries[pair.other], pair) for pair in open_pairs)]

    def view(self, part: str, page: int, size: int) -> WarRoomView:
        families = SplitFamilies(self.known, self.on).page(1, FAMILIES)
        entries: dict[str, Sequence[EntryOf]] = {sort.value: found for sort, found in self.sorted.items()}
        entries |= {"gone": self.gone, "added": self.added, "changed": self.changed}
        counts = {name: len(found) for name, found in entries.items()} | {"duplicates": len(self.duplicates)}
        start, end = (page - 1) * size, page * size
        return WarRoomView(
            asked=self.known.asked,
            version=self.on.last,
            ref=self.on.versions[-1].ref,
            before=self.on.before.view if self.on.before else None,
            entries=len(self.entries),
            kept=sum(entry.kept for entry in self.entries),
            settled=sum(entry.settled for entry in self.entries),
            open_lines=len(lists.waiting_lines(self.known.asked, self.on.last.id)),
            counts=counts,
            gone_ours=sum(self._is_ours(entry.person) for entry in self.gone),
            families=families,
            part=part,
            lines=self._lines(entries[part][start:end], here=part != "gone") if part in entries else (),
            duplicates=self._pairs(self.duplicates[start:end]) if part == "duplicates" else (),
            count=counts.get(part, 0),
        )

    def _is_ours(self, person: UUID) -> bool:
        return any(each in self.told for each in self.known.group(person))

    def _lines(self, entries: Sequence[EntryOf], *, here: bool) -> tuple[EntryLine, ...]:
        """Entries opened; of those that are gone, who on this version may be the same."""
        beside = {
            entry.person: self._beside(entry.person)
            if here
            else self.known.near_of(self.known.group(entry.person), self.there)
            for entry in entries
        }
        others = [id for pairs in beside.values() for pair in pairs for id in (pair.one, pair.other)]
        shown = Shown(self.known, [*(entry.person for entry in entries), *others])
        return tuple(self._line(entry, beside[entry.person], shown) for entry in entries)

    def _line(self, entry: EntryOf, beside: Sequence[OpenPair], shown: Shown) -> EntryLine:
        group = self.known.group(entry.person)
        told: dict[str, None] = defaultdict()
        for each in sorted(group):
            told |= dict.fromkeys(self.told.get(each, ()))
        return EntryLine(
            sheet=entry.sheet,
            row=entry.row,
            change=entry.change,
            person=shown.view(entry.person),
            ours=bool(told),
            told=tuple(told),
            judgements=self.known.behind(group),
            near=shown.near(beside, group, self.on.rows),
            contested=entry.person in self.known.contested,
        )

    def _pairs(self, found: Sequence[tuple[EntryOf, EntryOf, OpenPair | None]]) -> tuple[DuplicateLine, ...]:
        shown = Shown(self.known, [entry.person for one, other, _ in found for entry in (one, other)])
        return tuple(
            DuplicateLine(
                shown.view(one.person),
                shown.view(other.person),
                ((one.sheet, one.row),),
                ((other.sheet, other.row),),
                pair.per_mille if pair else None,
                pair.levels if pair else (),
                self.known.behind(self.known.group(one.person)) if pair is None else (),
            )
            for one, other, pair in found
        )
