"""The register of people: one in full, search, numbers, what is told of somebody, forgetting. Each reading is logged."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Query, Router

from homeward.api import asking, entering, sending
from homeward.api.asking import Moment, Which
from homeward.api.shapes import people as shapes
from homeward.api.shapes.told import READING, UNCHANGED, WRITING
from homeward.api.writing import Key
from homeward.briefing.formats import answers
from homeward.briefing.formats import people as formats
from homeward.ledger.queries.views import Asked
from homeward.people import actions, queries

router = Router(tags=["people"])
PEOPLE = "/cases/{case}/people"
PERSON = PEOPLE + "/{person}"
RECORDED = {201: shapes.RecordedPerson, **WRITING}


@router.get(PEOPLE, response={200: shapes.RegisterInNumbers, **UNCHANGED, **READING}, operation_id="register")
def numbers(request: HttpRequest, case: str, moment: Query[Moment]) -> HttpResponse:
    """Count the register: people by stage, what is lacking or doubtful, records by who gave them; it lists nobody."""
    asked, _ = asking.about(case, moment)
    counted = formats.register_json(queries.register(asked), queries.quality(asked))
    return sending.answer(request, {**answers.asked_json(asked), **counted}, asked=asked)


@router.get(PERSON, response={200: shapes.OnePerson, **UNCHANGED, **READING}, operation_id="person")
def one(request: HttpRequest, case: str, person: UUID, moment: Query[Moment]) -> HttpResponse:
    """Show a person: each value with who gave it, the chain of custody, the stage with who says so, kin, consent, needs."""
    asked, _ = asking.about(case, moment)
    view = queries.person(asked, person)
    _logged(request, asked, view.people, "person")
    body = {**answers.asked_json(asked), **formats.person_json(view, asked.case.zone)}
    return sending.answer(request, body, asked=asked)


@router.post("/cases/{case}/people-search", response={200: shapes.FoundPeople, **WRITING}, operation_id="find_people")
def search(request: HttpRequest, case: str, which: Query[Moment], body: Body[shapes.SentSearch]) -> HttpResponse:
    """Find people by a name in any script or the whole number of a paper; the register is searched, never listed."""
    asked, _ = asking.about(case, which)
    found = queries.found(asked, body.words, limit=body.limit)
    _logged(request, asked, [each.person.id for each in found], "find")
    told = {**answers.asked_json(asked), "people": formats.found_people_json(found, asked.case.zone)}
    return sending.document(200, told)


@router.post(PEOPLE, response=RECORDED, operation_id="enter_person", auth=entering.WRITE)
def enter(
    request: HttpRequest, case: str, which: Query[Which], key: Key, body: Body[shapes.SentPerson]
) -> HttpResponse:
    """Put somebody into the register, with who told it; every value is sealed."""
    act = _act(request, case, which, key)
    return _recorded(case, actions.enter(values=body.values(), told=body.told.told(), **act))


@router.post(PERSON + "/facts", response=RECORDED, operation_id="say_of_person", auth=entering.WRITE)
def say(
    request: HttpRequest, case: str, person: UUID, which: Query[Which], key: Key, body: Body[shapes.SentFacts]
) -> HttpResponse:
    """Record further facts about a person; with `instead_of`, in place of a statement that was wrong."""
    act = _act(request, case, which, key, person)
    more: dict[str, Any] = {"instead_of": body.instead_of, "reason": body.reason}
    return _recorded(case, actions.say(values=body.values(), told=body.told.told(), **more, **act))


@router.post(PERSON + "/whereabouts", response=RECORDED, operation_id="tell_whereabouts", auth=entering.WRITE)
def whereabouts(
    request: HttpRequest, case: str, person: UUID, which: Query[Which], key: Key, body: Body[shapes.SentWhereabouts]
) -> HttpResponse:
    """Record where a voice says that a person is or was; the stage is computed from these."""
    what: dict[str, Any] = {"state": body.state, "place": body.place, "holder": body.holder, "told": body.told.told()}
    return _recorded(case, actions.tell_whereabouts(**what, **_act(request, case, which, key, person)))


@router.post(PERSON + "/kin", response=RECORDED, operation_id="relate_people", auth=entering.WRITE)
def kin(
    request: HttpRequest, case: str, person: UUID, which: Query[Which], key: Key, body: Body[shapes.SentKin]
) -> HttpResponse:
    """Record how a voice says that a person stands to another."""
    what: dict[str, Any] = {"relation": body.relation, "other": body.other, "told": body.told.told()}
    return _recorded(case, actions.relate(**what, **_act(request, case, which, key, person)))


@router.post(PERSON + "/consent", response=RECORDED, operation_id="consent", auth=entering.WRITE)
def consent(
    request: HttpRequest, case: str, person: UUID, which: Query[Which], key: Key, body: Body[shapes.SentConsent]
) -> HttpResponse:
    """Record that a person, or the family for them, agrees to share, or takes it back."""
    what: dict[str, Any] = {"state": body.state, "given_by": body.given_by, "scope": tuple(body.scope)}
    what |= {"until": body.until, "told": body.told.told()}
    return _recorded(case, actions.consent(**what, **_act(request, case, which, key, person)))


@router.post(PERSON + "/needs", response=RECORDED, operation_id="tell_need", auth=entering.WRITE)
def needs(
    request: HttpRequest, case: str, person: UUID, which: Query[Which], key: Key, body: Body[shapes.SentNeed]
) -> HttpResponse:
    """Record what a voice says that a person needs; code and words are sealed."""
    what: dict[str, Any] = {"code": body.code, "words": body.words, "told": body.told.told()}
    return _recorded(case, actions.need(**what, **_act(request, case, which, key, person)))


@router.post(PERSON + "/sought", response=RECORDED, operation_id="seek_person", auth=entering.WRITE)
def sought(
    request: HttpRequest, case: str, person: UUID, which: Query[Which], key: Key, body: Body[shapes.SentSought]
) -> HttpResponse:
    """Record that somebody looks for a person, or that an earlier request was answered or closed."""
    act = _act(request, case, which, key)
    what: dict[str, Any] = {
        "inquirer": body.inquirer,
        "request": body.request,
        "state": body.state,
        "told": body.told.told(),
    }
    return _recorded(case, actions.seek(sought=person, **what, **act))


@router.get("/cases/{case}/erasures", response={200: shapes.Waiting, **UNCHANGED, **READING}, operation_id="erasures")
def waiting(request: HttpRequest, case: str, moment: Query[Moment]) -> HttpResponse:
    """List what was asked to be forgotten and waits for another one to agree."""
    asked, _ = asking.about(case, moment)
    found = [formats.waiting_json(each) for each in queries.waiting(asked.case)]
    return sending.answer(request, {**answers.asked_json(asked), "waiting": found}, asked=asked)


@router.post(PERSON + "/erasure", response=RECORDED, operation_id="ask_erasure", auth=entering.WRITE)
def ask_erasure(
    request: HttpRequest, case: str, person: UUID, which: Query[Which], key: Key, body: Body[shapes.SentErasure]
) -> HttpResponse:
    """Ask that a person be forgotten; nothing happens until another one agrees."""
    ref = actions.ask_erasure(reason=body.reason, **_act(request, case, which, key, person))
    return sending.made({"case": case, "person": str(person), "statement": ref}, at=f"cases/{quote(case)}/erasures")


@router.post(
    "/cases/{case}/erasures/{path:asked}/agreement",
    response={201: shapes.Forgotten, **WRITING},
    operation_id="agree_erasure",
    auth=entering.WRITE,
)
def agree_erasure(
    request: HttpRequest, case: str, asked: str, which: Query[Which], key: Key, body: Body[shapes.SentAgreement]
) -> HttpResponse:
    """Agree that a person is forgotten for ever: the keys are destroyed, and nothing about them opens again."""
    view = asking.case(case, which)
    who, at = entering.actor(request), datetime.now(UTC)
    done = actions.agree_erasure(case=view, ref=asked, person=body.person, by=who, at=at)
    told = {"case": case, "person": str(done.person), "statements": list(done.refs), "closed": list(done.closed)}
    return sending.made(told, at=f"cases/{quote(case)}/people/{done.person}")


def _act(request: HttpRequest, case: str, which: Which, key: UUID, person: UUID | None = None) -> dict[str, Any]:
    """What every act needs: its case, its key, who acts and when."""
    about: dict[str, Any] = {"person": person} if person else {}
    view = asking.case(case, which)
    return {"case": view, "once": key, "by": entering.actor(request), "at": datetime.now(UTC), **about}


def _recorded(case: str, told: actions.PersonTold) -> HttpResponse:
    body = {"case": case, "person": str(told.person), "statement": told.ref}
    return sending.made(body, at=f"cases/{quote(case)}/people/{told.person}")


def _logged(request: HttpRequest, asked: Asked, people: Collection[UUID], view: str) -> None:
    actions.note_reading(case=asked.case, people=people, view=view, by=entering.actor(request), at=datetime.now(UTC))
