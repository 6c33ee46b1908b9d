"""Mistakes put into the first version of the crossing authority's list, each noted where it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from homeward.invented.lists.crossing import ARABIC, BIRTH, ENGLISH, EXPIRES, PASSPORT, REMARKS
from homeward.invented.lists.drafts import Draft, Mark, Sheet, can_swap, drawn, misspelt, swapped, written_out
from homeward.invented.lists.planned import Mistake
from homeward.invented.person import Kinship, Person
from homeward.invented.written import Style

MISSING_AT = (2, 10, 13)
"""Ages of the children who are missing, one in each of three families."""


class Planting:
    """A list on its way to being wrong. `used` holds entries that have a mistake, so that no row has two."""

    def __init__(self, sheet: Sheet, people: Mapping[str, Person], declared: date) -> None:
        self.sheet, self.people, self.declared = sheet, people, declared
        self.used: set[str] = set()
        self.houses: set[str] = set()

    def all(self) -> set[str]:
        """Put in every mistake of a first version; gives the entries that have one."""
        for age in MISSING_AT:
            self._child_missing(age)
        for each in range(2):
            self._infant()
            self._passport_of_two(30 * each)
            self._twice(20 + 80 * each)
        self._two_in_one()
        for each in range(4):
            self._near_miss(40 + 50 * each)
        for each in range(3):
            self._swapped(60 + 50 * each)
            self._hidden(75 + 60 * each)
        self._no_name(130)
        return self.used

    def _from(self, start: int) -> list[Draft]:
        """The rows from one on, and then those before it: mistakes stand far from each other and still find a place."""
        return [*self.sheet.drafts[start:], *self.sheet.drafts[:start]]

    def _note(
        self, mistake: Mistake, row: Draft, column: int | None, truth: str = "", people: Sequence[str] = ()
    ) -> None:
        self.sheet.marks.append(Mark(mistake, row.entry, column, tuple(people), truth))

    def _person(self, row: Draft) -> Person:
        return self.people[row.people[0]]

    def _parents(self, row: Draft) -> list[Draft]:
        parents = self._person(row).kin(Kinship.PARENT)
        return [draft for draft in self.sheet.drafts if draft.entry in parents and draft.entry not in self.used]

    def _child_missing(self, age: int) -> None:
        def fits(row: Draft) -> bool:
            person = self._person(row)
            both = len(self._parents(row)) == 2 if person.age(self.declared) == age else False
            return both and person.household not in self.houses

        row = drawn(self.sheet.drafts, self.used, fits)
        parents = self._parents(row)
        self.houses.add(self._person(row).household)
        self.used |= {parent.entry for parent in parents}
        self.sheet.drafts.remove(row)
        self._note(Mistake.CHILD_MISSING, parents[0], ENGLISH, str(row.cells[ENGLISH]), row.people)

    def _infant(self) -> None:
        row = drawn(self.sheet.drafts, self.used, lambda each: self._mother(each) is not None and self._age(each) < 2)
        mother = self._mother(row)
        assert mother is not None
        right = str(row.cells[ENGLISH])
        row.cells[ARABIC] = f"طفل {mother.name.written(Style.ARABIC)}"
        row.cells[ENGLISH] = f"Infant of {mother.name.written(Style.ENGLISH)}"
        row.cells[PASSPORT] = row.cells[EXPIRES] = ""
        self._note(Mistake.INFANT, row, ENGLISH, right)

    def _age(self, row: Draft) -> int:
        return self._person(row).age(self.declared)

    def _mother(self, row: Draft) -> Person | None:
        parents = (self.people[parent] for parent in self._person(row).kin(Kinship.PARENT))
        return next((parent for parent in parents if parent.sex == "F"), None)

    def _passport_of_two(self, start: int) -> None:
        one = drawn(self._from(start), self.used, lambda row: bool(row.cells[PASSPORT]))
        house = self._person(one).household
        other = drawn(
            self._from(start + 50),
            self.used,
            lambda row: bool(row.cells[PASSPORT]) and self._person(row).household != house,
        )
        right = str(other.cells[PASSPORT])
        other.cells[PASSPORT] = one.cells[PASSPORT]
        self._note(Mistake.PASSPORT_OF_TWO, other, PASSPORT, right, (*one.people, *other.people))

    def _twice(self, start: int) -> None:
        row = drawn(self._from(start), self.used, lambda each: bool(each.cells[PASSPORT]))
        twin = Draft(f"{row.entry} again", row.people, list(row.cells))
        twin.cells[ENGLISH] = self._person(row).name.written(Style.FRENCH)
        twin.cells[REMARKS] = ""
        at = min(self.sheet.drafts.index(row) + 60, len(self.sheet.drafts))
        self.sheet.drafts.insert(at, twin)
        self.used.add(twin.entry)
        self._note(Mistake.TWICE, twin, ENGLISH, str(row.cells[ENGLISH]))

    def _two_in_one(self) -> None:
        drafts = self.sheet.drafts

        def sibling(row: Draft) -> Draft | None:
            kin = self._person(row).kin(Kinship.SIBLING)
            return next((each for each in drafts if each.entry in kin and each.entry not in self.used), None)

        row = drawn(self._from(30), self.used, lambda each: self._age(each) < 18 and sibling(each) is not None)
        other = sibling(row)
        assert other is not None
        drafts.remove(other)
        for column in (ARABIC, ENGLISH):
            row.cells[column] = f"{row.cells[column]} / {other.cells[column]}"
        row.people = (*row.people, *other.people)
        self._note(Mistake.TWO_IN_ONE, row, ENGLISH)

    def _near_miss(self, start: int) -> None:
        row = drawn(self._from(start), self.used, lambda each: self._age(each) > 3)
        right = str(row.cells[ENGLISH])
        row.cells[ENGLISH] = misspelt(right)
        self._note(Mistake.NEAR_MISS, row, ENGLISH, right)

    def _swapped(self, start: int) -> None:
        row = drawn(self._from(start), self.used, lambda each: can_swap(each.cells[BIRTH]))
        born = row.cells[BIRTH]
        assert isinstance(born, date)
        row.cells[BIRTH] = swapped(born)
        self._note(Mistake.SWAPPED_DAY, row, BIRTH, written_out(born))

    def _hidden(self, start: int) -> None:
        row = drawn(self._from(start), self.used)
        row.hidden = True
        self._note(Mistake.HIDDEN_ROW, row, None)

    def _no_name(self, start: int) -> None:
        row = drawn(self._from(start), self.used, lambda each: bool(each.cells[PASSPORT]))
        right = str(row.cells[ENGLISH])
        row.cells[ARABIC] = row.cells[ENGLISH] = ""
        self._note(Mistake.NO_NAME, row, ENGLISH, right)
