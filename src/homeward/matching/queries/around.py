"""Who must be read to answer about some people: all who may be one or of one family with them, and nobody else of the register."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from uuid import UUID

from homeward.ledger.core.persons import Relation
from homeward.ledger.queries.views import CaseView
from homeward.lists import queries as lists
from homeward.lists.queries import EntryOf
from homeward.matching.core.places import LARGEST_HOUSEHOLD
from homeward.people import queries as people
from homeward.people.queries import Rows

FAMILY = (Relation.HOUSEHOLD_WITH, Relation.PARENT_OF, Relation.SPOUSE_OF, Relation.GUARDIAN_OF)
"""The kinship that makes a family."""
Named = tuple[UUID, str]
"""A list, and what rows of it call a household."""


class Around:
    """Everybody whom kinship, judgements or the households of lists lead to from some people, however far.

    Whether a judgement or a word of kin holds is not looked at here: rather somebody is read in vain than left out.
    """

    def __init__(self, case: CaseView, versions: Mapping[UUID, Sequence[UUID]], people_asked: Collection[UUID]) -> None:
        """`versions` are those of each list that count."""
        self.rows, self._versions = Rows(case), versions
        self._lists = people.lists_read(case)
        self._together: dict[Named, set[UUID]] = {}
        self._crowded: set[tuple[UUID, str]] = set()
        self.people: set[UUID] = set()
        edge = set(people_asked)
        while edge:
            self.people |= edge
            edge = (people.tied(case, edge, FAMILY) | self._of_one_household(edge)) - self.people

    def households(self, entries: Iterable[EntryOf]) -> dict[UUID, str]:
        """Whose entry of a version calls its household how; a word that too many of the version share is none."""
        named = ((entry, self.rows.household(entry.record)) for entry in entries)
        return {entry.person: words for entry, words in named if words and (entry.version, words) not in self._crowded}

    def _of_one_household(self, some: Iterable[UUID]) -> set[UUID]:
        named = {
            (self._lists[row.statement], row.household)
            for person in some
            for _, row in self.rows.of(person)
            if row.row and row.household and row.statement in self._lists
        }
        return {person for each in named - self._together.keys() for person in self._read(each)}

    def _read(self, named: Named) -> set[UUID]:
        """Whom the rows of a list put into a household of this name, in any version that counts."""
        on, words = named
        rows = {id: row.person for id, row in self.rows.of_household(words) if self._lists.get(row.statement) == on}
        together = set(rows.values())
        if len(together) > LARGEST_HOUSEHOLD:
            found = lists.people_by_version(self._versions.get(on, ()), list(rows))
            self._crowded |= {(version, words) for version, those in found.items() if len(those) > LARGEST_HOUSEHOLD}
            few = [those for version, those in found.items() if (version, words) not in self._crowded]
            together = set[UUID]().union(*few)
        self._together[named] = together
        return together
