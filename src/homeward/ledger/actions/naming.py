"""What a case has no name for yet is entered beside the statement that names it first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.access.models import Actor
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.core.ids import local_id
from homeward.ledger.core.voices import SourceKind
from homeward.ledger.models import Population, Source, Statement
from homeward.ledger.queries.views import CaseView

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
SHORTEST_NAME, LONGEST_NAME = 6, 12


def short_name(case: UUID, statement: UUID, begins: str = "w") -> str:
    """A short name that no other statement of the case has, made from an id so that it tells nothing of how much others wrote."""
    for length in range(SHORTEST_NAME, LONGEST_NAME + 1):
        name = begins + _digits(statement, length)
        if not Statement.objects.filter(case_id=case, ref=name).exclude(id=statement).exists():
            break
    return name


def short_names(case: UUID, statements: Iterable[UUID], begins: str = "w") -> dict[UUID, str]:
    """Short names of many statements that are recorded at once, in a few questions for all of them."""
    found: dict[UUID, str] = {}
    waiting, used = list(statements), set[str]()
    for length in range(SHORTEST_NAME, LONGEST_NAME + 1):
        named = {id: begins + _digits(id, length) for id in waiting}
        rows = Statement.objects.filter(case_id=case, ref__in=list(named.values())).values_list("ref", "id")
        taken = {ref for ref, id in rows if named.get(id) != ref}
        for id, name in named.items():
            if (name not in taken and name not in used) or length == LONGEST_NAME:
                found[id] = name
                used.add(name)
        waiting = [id for id in waiting if id not in found]
        if not waiting:
            break
    return found


def _digits(statement: UUID, length: int) -> str:
    number, digits = statement.int >> 68, ""
    for _ in range(length):
        number, digit = divmod(number, len(ALPHABET))
        digits += ALPHABET[digit]
    return digits


class Naming:
    """Finds sources and populations of a case by name; `entries` names those that were new.

    What is named in a narrower compartment than the case's own gets ids of that compartment, which others cannot foresee.
    """

    def __init__(self, case: CaseView, by: Actor, at: datetime, *, room: UUID | None = None) -> None:
        self._seen = {case.compartment_id, room or case.compartment_id}
        self.case = case if room is None else replace(case, compartment_id=room)
        self._minting = case.id if room in (None, case.compartment_id) else local_id(case.id, "compartment", str(room))
        case = self.case
        self.shared: dict[str, Any] = {"case": case.id, "compartment": case.compartment_id, "by": by.id, "at": at}
        self.entries: list[Entry] = []
        self._sources: dict[str, UUID] = {}
        self._populations: dict[str, UUID] = {}

    def known(self, words: str) -> Source | None:
        """The source that this name was given first in the case."""
        name = " ".join(words.split())
        # Not one of a compartment that readers of this statement may not see: they would not be told who spoke.
        known = Source.objects.filter(case_id=self.case.id, compartment_id__in=self._seen, name__iexact=name)
        return known.order_by("statement_id").first()

    def source(self, words: str, kind: SourceKind) -> UUID:
        """The source of this name; a new one is entered."""
        name = " ".join(words.split())
        if name not in self._sources:
            known = self.known(name)
            self._sources[name] = known.id if known else self._new_source(name, kind)
        return self._sources[name]

    def population(self, words: str) -> UUID:
        """The population of this name; a new one is entered."""
        name = " ".join(words.split())
        if name not in self._populations:
            known = (
                Population.objects.filter(case_id=self.case.id, compartment_id__in=self._seen, name=name)
                .order_by("statement_id")
                .first()
            )
            self._populations[name] = known.id if known else self._new_population(name)
        return self._populations[name]

    def act(self, kind: str, local: str, content: Any, text: str, **more: Any) -> Entry:
        """An entry of the desk about a thing of the case, by its kind and its name in the case."""
        act = local_id(self._minting, kind, f"written:{local}")
        ref = short_name(self.case.id, act, f"{kind}-")
        return Entry(id=act, ref=ref, content=content, text=text, **self.shared, **more)

    def enter(self, entry: Entry) -> None:
        """Enter an act of the desk, unless the ledger holds it."""
        if not Statement.objects.filter(id=entry.id).exists():
            self.entries.append(entry)

    def _new_source(self, name: str, kind: SourceKind) -> UUID:
        source = local_id(self._minting, "source", f"written:{name.casefold()}")
        content = kinds.SourceNamed(source=source, name=name, source_kind=kind)
        self.entries.append(self.act("source", name.casefold(), content, name))
        return source

    def _new_population(self, name: str) -> UUID:
        population = local_id(self._minting, "population", name)
        content = kinds.PopulationNamed(population=population, name=name)
        self.entries.append(self.act("population", name, content, name))
        return population
