"""What is told about people: facts, where they are, who belongs to whom, what they agree to and need, who looks for them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Unpack
from uuid import UUID, uuid4, uuid5

from django.db import transaction

from homeward.ledger.actions.judging import NeedsAReason
from homeward.ledger.core import kinds, writing
from homeward.ledger.core.entry import StatementLink
from homeward.ledger.core.persons import ConsentBy, ConsentState, Relation, RequestState, Scope, State
from homeward.ledger.core.voices import Stance
from homeward.ledger.models import Statement
from homeward.ledger.queries.views import CaseView
from homeward.people.actions.telling import Act, PersonTold, Telling
from homeward.people.core.checking import check_values, check_words, names_somebody
from homeward.people.core.values import Values
from homeward.people.models import Said
from homeward.people.queries.needs import codes
from homeward.people.queries.records import values_of
from homeward.refusals import Refused
from homeward.seals import canonical


class NotAFactOfThem(Refused):
    """There is no statement of facts about this person at this address."""


class NamesThePerson(Refused):
    """Reasons stay readable for ever: write this one without names and numbers of the person."""


class NotOneself(Refused):
    """Nobody is kin or household of themselves."""


@transaction.atomic
def enter(*, values: Values, **act: Unpack[Act]) -> PersonTold:
    """Put somebody into the register by hand or out of an appeal."""
    telling = Telling("enter", **act)
    telling.about()
    check_values(values, telling.findings)
    telling.refuse_faults()
    person = uuid4()
    content = kinds.PersonDescribed(person=person, told_by=telling.told.told_by)
    return telling.record(content, person=person, personal=_facts(values), minted="person")


@transaction.atomic
def say(*, person: UUID, values: Values, instead_of: str = "", reason: str = "", **act: Unpack[Act]) -> PersonTold:
    """Record further facts that a voice gives about a person; `instead_of` names the statement that these correct."""
    telling = Telling("say", **act)
    telling.about(person)
    check_values(values, telling.findings)
    telling.refuse_faults()
    links = (_correction(telling.case, person, instead_of, reason),) if instead_of else ()
    content = kinds.PersonDescribed(person=person, told_by=telling.told.told_by)
    return telling.record(content, person=person, personal=_facts(values), links=links)


@transaction.atomic
def tell_whereabouts(
    *, person: UUID, state: State, place: str = "", holder: str = "", **act: Unpack[Act]
) -> PersonTold:
    """Record where a voice says that a person is or was, and in whose hands; `told.occurred` says when that was."""
    telling = Telling("whereabouts", **act)
    telling.about(person)
    chosen = writing.among(State, state, "state", telling.findings) or State.SEEN
    for where, words in (("place", place), ("holder", holder)):
        check_words(words, where, telling.findings)
    content = kinds.WhereaboutsTold(person=person, state=chosen, told_by=telling.told.told_by)
    return telling.record(content, person=person, personal=(("place", place.strip()), ("holder", holder.strip())))


@transaction.atomic
def tell_whereabouts_of_all(
    *, people: Collection[UUID], state: State, place: str = "", holder: str = "", **act: Unpack[Act]
) -> list[PersonTold]:
    """Record the same whereabouts of many people who were seen together, a statement each and all in one append.

    Of each it is the statement that one form of its own would make, with a key out of that of this form and the person.
    """
    telling = Telling("whereabouts", **act)
    telling.about(*people)
    chosen = writing.among(State, state, "state", telling.findings) or State.SEEN
    for where, words in (("place", place), ("holder", holder)):
        check_words(words, where, telling.findings)
    return telling.record_each(
        lambda person: kinds.WhereaboutsTold(person=person, state=chosen, told_by=telling.told.told_by),
        tuple(dict.fromkeys(people)),
        once=lambda person: uuid5(act["once"], str(person)),
        personal=(("place", place.strip()), ("holder", holder.strip())),
    )


@transaction.atomic
def relate(*, person: UUID, relation: Relation, other: UUID, **act: Unpack[Act]) -> PersonTold:
    """Record how a voice says that one person stands to another: the first is parent, guardian, spouse of the second."""
    if person == other:
        raise NotOneself(where="other")
    telling = Telling("relate", **act)
    telling.about(person, other)
    chosen = writing.among(Relation, relation, "relation", telling.findings) or Relation.OTHER_KIN_OF
    content = kinds.KinTold(person=person, other=other, relation=chosen, told_by=telling.told.told_by)
    return telling.record(content, person=person)


@transaction.atomic
def consent(
    *,
    person: UUID,
    state: ConsentState,
    given_by: ConsentBy,
    scope: tuple[Scope, ...],
    until: str = "",
    **act: Unpack[Act],
) -> PersonTold:
    """Record that a person, or the family for them, agrees to share what is known with those of the scope, or no longer."""
    telling = Telling("consent", **act)
    telling.about(person)
    if not scope:
        telling.findings.fault("empty", "scope", f"Say with whom: {', '.join(each.value for each in Scope)}.")
    chosen = tuple(dict.fromkeys(writing.among(Scope, each, "scope", telling.findings) or Scope.CARE for each in scope))
    content = kinds.ConsentTold(
        person=person,
        state=writing.among(ConsentState, state, "state", telling.findings) or ConsentState.WITHDRAWN,
        given_by=writing.among(ConsentBy, given_by, "given_by", telling.findings) or ConsentBy.PERSON,
        scope=chosen,
        until=telling.when(until, "until"),
        told_by=telling.told.told_by,
    )
    return telling.record(content, person=person)


@transaction.atomic
def need(*, person: UUID, code: str = "", words: str = "", **act: Unpack[Act]) -> PersonTold:
    """Record what a voice says that a person needs: a code of the case's list, words, or both; both are sealed."""
    telling = Telling("need", **act)
    telling.about(person)
    check_words(words, "need", telling.findings)
    if not code and not words.strip():
        telling.findings.fault("empty", "need", "Say what is needed: a code of the list, words, or both.")
    listed = {line.code for line in codes(telling.case) if line.in_use}
    if code and code not in listed:
        telling.findings.fault(
            "unknown-need", "code", f"There is no such need on the list: {', '.join(sorted(listed))}."
        )
    telling.refuse_faults()
    given = canonical.dumps({"code": code, "words": words.strip()})
    return telling.record(
        kinds.NeedTold(person=person, told_by=telling.told.told_by), person=person, personal=(("need", given),)
    )


@transaction.atomic
def seek(
    *,
    sought: UUID,
    inquirer: UUID | None = None,
    request: UUID | None = None,
    state: RequestState = RequestState.OPEN,
    **act: Unpack[Act],
) -> PersonTold:
    """Record that somebody looks for a person; with `request`, that an earlier one was answered or closed."""
    telling = Telling("seek", **act)
    telling.about(sought, inquirer)
    chosen = writing.among(RequestState, state, "state", telling.findings) or RequestState.OPEN
    content = kinds.SoughtTold(
        request=request or uuid4(), sought=sought, inquirer=inquirer, state=chosen, told_by=telling.told.told_by
    )
    return telling.record(content, person=sought, minted="" if request else "request")


def refuse_naming(case: CaseView, person: UUID, words: str, where: str) -> str:
    """The words, when they may stay readable for ever; refuses an empty reason, and one that tells who the person is."""
    if not words.strip():
        raise NeedsAReason(where=where)
    if names_somebody(words, values_of(case, person)):
        raise NamesThePerson(where=where)
    return words.strip()


def _facts(values: Values) -> tuple[tuple[str, str], ...]:
    return (("values", canonical.dumps(values.as_json())),)


def _correction(case: CaseView, person: UUID, ref: str, reason: str) -> StatementLink:
    target = Statement.objects.filter(case_id=case.id, ref=ref, kind=kinds.PersonDescribed.KIND).first()  # type: ignore[attr-defined]
    if target is None or not Said.objects.filter(statement_id=target.id, person_id=person).exists():
        raise NotAFactOfThem(where=ref, instead="The page of the person lists the statements about them.")
    return StatementLink(stance=Stance.CORRECTS, to=target.id, words=refuse_naming(case, person, reason, "reason"))
