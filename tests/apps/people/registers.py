"""A desk with a case and invented people in its register, and the short ways in which tests tell of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor, Compartment
from homeward.ledger import queries as ledger_queries
from homeward.ledger.actions.recording import record
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.core.voices import SourceKind
from homeward.ledger.queries.views import Asked, CaseView
from homeward.people import actions, queries
from homeward.people.actions import PersonTold, TakenRow
from homeward.people.core.told import Told
from homeward.people.core.values import CodeGiven, DayGiven, DocumentGiven, NameGiven, Values
from homeward.people.queries.views import PersonView
from tests.cast import Desk, case_of

SLUG = "crossing-test"


def named(*names: str, **more: Any) -> Values:
    """Facts with these names."""
    return Values(names=tuple(NameGiven(name) for name in names), **more)


def born(words: str, start: str = "", until: str = "") -> DayGiven:
    return DayGiven(words, start, until)


def paper(number: str, **more: Any) -> DocumentGiven:
    return DocumentGiven(number, **more)


def citizen(*codes: str) -> tuple[CodeGiven, ...]:
    return tuple(CodeGiven(code, code) for code in codes)


def told(speaker: str = "The ministry of Northland", said: str = "4 Jan 2026", **more: Any) -> Told:
    """Who said it and when, given short."""
    return Told(speaker="" if more.get("told_by") else speaker, said=said, **more)


def worked_on(desk: Desk) -> Register:
    """A register in which everything was done that can be done with people, one of whom was forgotten."""
    register = Register.of(desk)
    one, two, three = (
        register.enter(named(name, household="3")) for name in ("Lamia Darvish", "Omar Tell", "Ivan Third")
    )
    before = register.takes((one, named("L. Darvish")), (two, named("O. Tell")))[0]
    register.takes((one, named("Lamia Darwish")), instead={one: before})
    register.takes()
    register.whereabouts(one, "held", place="the mill")
    register.does(actions.relate, person=one, relation="sibling_of", other=two)
    register.does(actions.consent, person=one, state="given", given_by="person", scope=("care",), until="1 May 2026")
    register.does(actions.need, person=one, code="SM", words="insulin")
    register.does(actions.seek, sought=one, inquirer=two)
    register.does(actions.list_need, code="XM", labels={"en": "Needs milk powder"})
    register.forgets(three)
    return register


@dataclass
class Register:
    """The register of one case, worked at by the operator or whoever is named."""

    desk: Desk

    @classmethod
    def of(cls, desk: Desk) -> Register:
        """The register of a desk; its case is opened."""
        desk.load(case_of({}))
        return cls(desk)

    def case(self) -> CaseView:
        return ledger_queries.cases.case(SLUG)

    def asked(self, as_of: str = "", known_at: str = "", clock: str = "") -> Asked:
        return self.desk.ask(SLUG, as_of, known_at, clock)

    def enter(self, values: Values, by: Actor | None = None, room: Compartment | None = None, **more: Any) -> UUID:
        """Put somebody in; gives their id."""
        with self.desk.acting(by) as actor:
            return actions.enter(
                case=self.case(),
                values=values,
                told=told(**more),
                room=room.id if room else None,
                once=uuid4(),
                by=actor,
                at=self.desk.now,
            ).person

    def does(self, action: Any, by: Actor | None = None, speaking: dict[str, Any] | None = None, **what: Any) -> Any:
        """Any further act of the register: `speaking` says who told it."""
        with self.desk.acting(by) as actor:
            if speaking is not None or action not in (actions.ask_erasure, actions.agree_erasure, actions.list_need):
                what["told"] = told(**(speaking or {}))
            if action is not actions.agree_erasure:
                what.setdefault("once", uuid4())
            return action(case=self.case(), by=actor, at=self.desk.now, **what)

    def whereabouts(self, person: UUID, state: str, by: str = "The ministry of Northland", **more: Any) -> PersonTold:
        """Where a voice says somebody is: `occurred`, `said`, `modality` as typed."""
        place = {name: more.pop(name) for name in ("place", "holder") if name in more}
        return self.does(  # type: ignore[no-any-return]
            actions.tell_whereabouts, person=person, state=state, speaking={"speaker": by, **more}, **place
        )

    def takes(
        self, *rows: tuple[UUID, Values], authority: str = "The consulate of Southland", **more: Any
    ) -> list[UUID]:
        """A list is read into the register; gives the ids of its records."""
        instead = more.pop("instead", {})
        with self.desk.acting() as actor:
            case, statement, source = self.case(), uuid4(), uuid4()
            taken = [
                TakenRow(person, uuid4(), number, values, instead.get(person))
                for number, (person, values) in enumerate(rows, 1)
            ]
            done = actions.take_records(case=case, statement_id=statement, rows=taken, by=actor, at=self.desk.now)
            content = kinds.ListRead(
                list=more.pop("list", uuid4()),
                version=uuid4(),
                authority=source,
                stored=len(taken),
                set_aside=0,
                same=0,
                records=done.records,
                root=done.root,
            )
            shared: dict[str, Any] = {
                "case": case.id, "compartment": case.compartment_id, "by": actor.id, "at": self.desk.now,
            }  # fmt: skip
            voice = kinds.SourceNamed(source=source, name=authority, source_kind=SourceKind.BODY)
            record(
                [
                    Entry(id=uuid4(), ref=f"source-{source.hex[:8]}", content=voice, text=authority, **shared),
                    Entry(id=statement, ref=f"list-{statement.hex[:8]}", content=content, **shared, **more),
                ]
            )
            return [row.record_id for row in taken]

    def person(
        self, id: UUID, by: Actor | None = None, as_of: str = "", known_at: str = "", clock: str = ""
    ) -> PersonView:
        with self.desk.acting(by):
            return queries.person(self.asked(as_of, known_at, clock), id)

    def found(self, words: str, by: Actor | None = None) -> list[UUID]:
        with self.desk.acting(by):
            return [found.person.id for found in queries.found(self.asked(), words)]

    def room(self, slug: str) -> Compartment:
        """A narrower compartment that only the operator may see."""
        with self.desk.acting() as actor:
            return access.make_compartment(slug=slug, name=slug, by=actor, at=self.desk.now)

    def forgets(self, person: UUID, reason: str = "Asked for by themselves.") -> actions.ForgottenPerson:
        """One asks, another agrees."""
        with transaction.atomic():
            other = self.desk.person("Agnes Second", may="write")
        ref = self.does(actions.ask_erasure, person=person, reason=reason)
        return self.does(actions.agree_erasure, by=other, ref=ref)  # type: ignore[no-any-return]
