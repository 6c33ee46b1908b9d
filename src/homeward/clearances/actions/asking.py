"""The desk asks an authority that people may pass: one by one or many at once, each person with a request of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.clearances.actions.turns import wait_for_turn
from homeward.clearances.core.checking import check_purpose
from homeward.ledger.actions import CannotBeRecorded
from homeward.ledger.actions.naming import Naming, short_names
from homeward.ledger.actions.recording import record
from homeward.ledger.actions.writing import RecordedOtherwise
from homeward.ledger.core import kinds, writing
from homeward.ledger.core.entry import Entry, carried
from homeward.ledger.core.voices import SourceKind
from homeward.ledger.models import Statement
from homeward.ledger.queries.views import CaseView
from homeward.moments import Interval
from homeward.people import actions as people
from homeward.people import queries as register
from homeward.people.actions import NamesThePerson
from homeward.people.core.checking import names_somebody
from homeward.people.queries import NoSuchPerson
from homeward.people.queries.records import records
from homeward.refusals import Findings, Refused
from homeward.seals import strict

MOST = 10_000
"""People asked for at once."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: the batch, and the short name of the request of each person."""

    batch: UUID
    refs: dict[UUID, str]


@transaction.atomic
def ask(
    *,
    case: CaseView,
    people_asked: Sequence[UUID],
    authority: str,
    purpose: str,
    via: Sequence[str] = (),
    asked: str = "",
    once: UUID,
    by: Actor,
    at: datetime,
) -> Asked:
    """Record that the desk asks an authority about these people, through whom and when (now, unless it is said).

    Sending the same form again records nothing more. `purpose` stays readable for ever and names nobody.
    """
    those = list(dict.fromkeys(people_asked))
    if not those or len(those) > MOST:
        raise Refused(f"Ask about 1 to {MOST:,} people at a time.", where="people")
    people.wait_for_forgetting()
    people.refuse_forgotten(those)
    rooms = _rooms(case, those)
    for room in set(rooms.values()):
        access.require(by, "clearances.ask", room)
    when, kept = _checked(case, authority, purpose, asked, at)
    _refuse_naming(case, those, (kept, *via))
    wait_for_turn(case)
    asking = _Asking(case, authority, kept, tuple(via), when, once, by, at)
    entries = asking.entries(those, rooms)
    new = _refuse_otherwise(entries, asking.ids)
    if new:
        record(new)
    return Asked(asking.batch, {person: asking.refs[person] for person in those})


class _Asking:
    """One form on its way into the ledger: a statement for each person, those of a compartment after one another."""

    def __init__(
        self,
        case: CaseView,
        authority: str,
        purpose: str,
        via: tuple[str, ...],
        when: Interval,
        once: UUID,
        by: Actor,
        at: datetime,
    ) -> None:
        self.case, self.authority, self.purpose, self.via, self.when = case, authority, purpose, via, when
        self.once, self.by, self.at = once, by, at
        self.batch = uuid5(case.id, f"clearances.batch|{once}")
        self.ids: set[UUID] = set()
        self.refs: dict[UUID, str] = {}

    def id(self, person: UUID) -> UUID:
        return uuid5(self.case.id, f"clearances.ask|{self.once}|{person}")

    def entries(self, those: Iterable[UUID], rooms: dict[UUID, UUID]) -> list[Entry]:
        by_room: dict[UUID, list[UUID]] = defaultdict(list)
        for person in those:
            by_room[rooms[person]].append(person)
        named = short_names(self.case.id, [self.id(person) for person in rooms], "q")
        self.refs = {person: named[self.id(person)] for person in rooms}
        found: list[Entry] = []
        for room, there in sorted(by_room.items()):
            naming = Naming(self.case, self.by, self.at, room=room)
            authority = naming.source(self.authority, SourceKind.BODY)
            hands = tuple(carried(naming.source(hand, SourceKind.UNNAMED), "via") for hand in self.via if hand.strip())
            found += naming.entries
            for person in there:
                content = kinds.ClearanceRequested(
                    person=person, authority=authority, purpose=self.purpose, batch=self.batch
                )
                self.ids.add(self.id(person))
                found.append(
                    Entry(
                        **naming.shared,
                        id=self.id(person),
                        ref=self.refs[person],
                        content=content,
                        chain=hands,
                        occurred=self.when,
                        text=self.purpose,
                    )
                )
        return found


def _checked(case: CaseView, authority: str, purpose: str, asked: str, at: datetime) -> tuple[Interval, str]:
    findings = Findings()
    if not authority.strip():
        findings.fault("empty", "authority", "Name the authority that is asked.")
    kept = check_purpose(purpose, findings)
    when = writing.when(asked, "asked", zone=case.zone, at=at, findings=findings) or Interval.at(at)
    if when.start is not None and when.start > at + writing.SOON:
        findings.fault("in-the-future", "asked", "This has not been asked yet.")
    if findings.faults:
        raise CannotBeRecorded(findings, instead="Mend what is named; nothing was stored.")
    return when, kept


def _rooms(case: CaseView, those: Collection[UUID]) -> dict[UUID, UUID]:
    """Where the request about each stands: the case's own compartment if they stand there, else the narrower one."""
    places = register.rooms_of(case, those)
    for stranger in set(those) - places.keys():
        raise NoSuchPerson(where=str(stranger), instead="Find the person in the register.")
    return {
        person: case.compartment_id if case.compartment_id in rooms else min(rooms) for person, rooms in places.items()
    }


def _refuse_naming(case: CaseView, those: Collection[UUID], texts: Iterable[str]) -> None:
    """What stays readable for ever tells of nobody who is asked for."""
    values = [each.values for each in records(case, those) if each.values is not None]
    if any(words.strip() and names_somebody(words, values) for words in texts):
        raise NamesThePerson(where="purpose", instead="Say for what, and leave out whom.")


def _refuse_otherwise(entries: list[Entry], ids: set[UUID]) -> list[Entry]:
    """The entries that are new; refuses when this form was recorded before with other words."""
    held = dict(Statement.objects.filter(id__in=[each.id for each in entries]).values_list("id", "entry"))
    for each in entries:
        if each.id in held and each.id in ids:
            before = Entry.from_json(strict.loads(held[each.id].encode()))
            if before.content != each.content:
                raise RecordedOtherwise(where=each.ref, instead="Take back what was asked, or begin anew.")
    if held.keys() & ids:
        if ids - held.keys():
            raise RecordedOtherwise(instead="This was asked for other people; begin anew.")
        return []
    return [each for each in entries if each.id not in held]
