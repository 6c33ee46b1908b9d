"""The register of proofs of life: a question that only the person who is held can answer, what came back, who looked at it."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack
from uuid import UUID

from django.db import transaction

from homeward.ledger.core import kinds, writing
from homeward.ledger.core.held import Found, Kept, SignMedium
from homeward.ledger.core.voices import SourceKind
from homeward.ledger.models import Statement
from homeward.ledger.queries.views import StatementView
from homeward.moments import Interval
from homeward.people import actions as people
from homeward.people import queries as register
from homeward.people.actions import NamesThePerson
from homeward.people.queries import NoSuchPerson
from homeward.refusals import Refused
from homeward.talks.actions.meeting import NO_CHANNEL, Known
from homeward.talks.actions.saying import Act, Done
from homeward.talks.actions.voicing import Telling, Voicing
from homeward.talks.core.meetings import ends_before_it_begins
from homeward.talks.records.spoken import ANSWERED, ASKED, at_present, rooms_of, spoken

TOPIC = "access"


class NoSuchProof(Refused):
    """There is no such question for a sign of life, or none that you may see."""


@transaction.atomic
def ask_proof(
    *,
    person: UUID,
    question: str,
    holder: str,
    channel: UUID | None = None,
    asked: str = "",
    only_they_know: str = Kept.NOT_SAID.value,
    before_any_offer: str = Kept.NOT_SAID.value,
    **act: Unpack[Act],
) -> Done:
    """Record that a holder is asked for a sign of life of a person, through which channel and when (now, unless it is said).

    The question is sealed with the person. It stands where the person does, or in the narrower compartment of the channel.
    """
    case = act["case"]
    people.wait_for_forgetting()
    people.refuse_forgotten({person})
    if not register.known_among(case, [person]):
        raise NoSuchPerson(where=str(person), instead="Find the person in the register, or enter them.")
    known = Known(case)
    through = known.channels.get(channel) if channel else None
    narrow = {register.room_of(case, person), known.room(through) or case.compartment_id} - {case.compartment_id}
    act["room"] = act.get("room") or (min(narrow) if narrow else None)
    sheet = Voicing("ask_proof", **act)
    for room, where in ((register.room_of(case, person), "person"), (known.room(through), "channel")):
        sheet.must_stay_as_narrow(room, where)
    if channel is not None and through is None:
        sheet.findings.fault("no-such-channel", "channel", NO_CHANNEL)
    words = sheet.storable(
        question, "question", needed="Write the question, to which only this person knows the answer."
    )
    when = _done_at(sheet, asked, "asked", "This has not been asked yet.")
    known_alone = writing.among(Kept, only_they_know, "only_they_know", sheet.findings)
    first = writing.among(Kept, before_any_offer, "before_any_offer", sheet.findings)
    asked_of = sheet.source(holder, "holder", SourceKind.PARTY, needed="Name who holds the person, as far as is known.")
    sheet.refuse_faults()
    _refuse_naming(sheet, person, {"holder": holder})
    _doubt_rules(sheet, known_alone, first)
    assert asked_of is not None and known_alone is not None and first is not None
    content = kinds.ProofOfLifeAsked(
        proof=sheet.act,
        person=person,
        holder=asked_of,
        channel=channel,
        only_they_know=known_alone,
        before_any_offer=first,
    )
    boxes = sheet.sealed(person, {"question": words})
    return sheet.do(content, "", about=sheet.act, occurred=when, sealed=boxes, topic=TOPIC)


@transaction.atomic
def answer_proof(*, proof: UUID, medium: str, answer: str, received: str, voice: Telling, **act: Unpack[Act]) -> Done:
    """Record what a voice brought as the answer, how, and when the desk got it; answer and words are sealed with the person.

    It stands where the question does, whoever brought it.
    """
    question = _question(act, proof)
    sheet = Voicing("answer_proof", **act)
    kept = sheet.storable(
        answer, "answer", needed="Write what came, as it came; of a picture or a voice what it shows."
    )
    words = sheet.storable(voice.words, "words")
    how = writing.among(SignMedium, medium, "medium", sheet.findings)
    said = sheet.said(replace(voice, words=""))
    came = _done_at(sheet, received, "received", "This has not come yet.", needed="Say when it came.")
    if came and question.occurred and ends_before_it_begins(question.occurred, came):
        sheet.findings.fault("before-the-question", "received", f"This came before it was asked ({question.ref}).")
    sheet.refuse_faults()
    person = question.content.person
    _refuse_naming(sheet, person, {name: getattr(voice, name) for name in ("speaker", "party", "capacity")})
    _refuse_naming(sheet, person, {f"via.{number}": hand for number, hand in enumerate(voice.via)})
    assert how is not None
    content = kinds.ProofOfLifeAnswered(proof=proof, person=person, medium=how)
    boxes = sheet.sealed(person, {"answer": kept, "words": words})
    silent = replace(voice, words="")
    return sheet.say(content, "", silent, said=said, about=proof, occurred=came, sealed=boxes, topic=TOPIC)


@transaction.atomic
def verify_proof(
    *, proof: UUID, found: str, answer: str = "", reason: str = "", looked: str = "", **act: Unpack[Act]
) -> Done:
    """Record that the actor looked whether an answer is the person's own: the one named by its short name, else the last.

    Whoever recorded the answer may look at it too; that is told, for another pair of eyes sees more.
    """
    question = _question(act, proof)
    sheet = Voicing("verify_proof", **act)
    result = writing.among(Found, found, "found", sheet.findings)
    words = sheet.storable(reason, "reason", needed="Say what it was held against; this is sealed with the person.")
    told = [each for each in spoken(at_present(act["case"]), ANSWERED) if each.content.proof == proof]
    meant = _meant(sheet, told, answer.strip())
    when = _done_at(sheet, looked, "looked", "This has not been looked at yet.")
    if meant and meant.occurred and when and ends_before_it_begins(meant.occurred, when):
        sheet.findings.fault("before-the-answer", "looked", f"This was before the answer came ({meant.ref}).")
    sheet.refuse_faults()
    assert meant is not None and result is not None
    if Statement.objects.filter(id=meant.id, recorded_by=act["by"].id).exists():
        sheet.findings.doubt("own-entry", "answer", f"You recorded {meant.ref} yourself; let somebody else look too.")
    person = question.content.person
    content = kinds.ProofOfLifeVerified(proof=proof, person=person, answer=meant.id, found=result)
    boxes = sheet.sealed(person, {"reason": words})
    return sheet.do(content, "", about=proof, occurred=when, sealed=boxes, topic=TOPIC)


def _question(act: Act, proof: UUID) -> StatementView:
    """The question that stands; whatever is written of it goes into its own compartment."""
    people.wait_for_forgetting()
    question = next((each for each in spoken(at_present(act["case"]), ASKED) if each.content.proof == proof), None)
    if question is None:
        raise NoSuchProof(where=str(proof), instead="See what was asked: homeward talks proofs.")
    people.refuse_forgotten({question.content.person})
    act["room"] = rooms_of([question.id])[question.id]
    return question


def _meant(sheet: Voicing, told: list[StatementView], ref: str) -> StatementView | None:
    if not told:
        sheet.findings.fault(
            "not-answered", "proof", "No answer has come to this question; there is nothing to look at."
        )
        return None
    if not ref and sheet.before is not None:  # what came meanwhile is not what this form was about
        return next((each for each in told if each.id == sheet.before.content.answer), told[-1])
    if not ref:
        return told[-1]
    meant = next((each for each in told if each.ref == ref), None)
    if meant is None:
        sheet.findings.fault("no-such-answer", "answer", "This question has no answer of this name.")
    return meant


def _done_at(sheet: Voicing, typed: str, where: str, ahead: str, *, needed: str = "") -> Interval | None:
    if needed and not typed.strip():
        sheet.findings.fault("empty", where, needed)
        return None
    when = sheet.moment(typed, where)
    if when is not None and when.start is not None and when.start > sheet.at + writing.SOON:
        sheet.findings.fault("in-the-future", where, ahead)
    return when


def _doubt_rules(sheet: Voicing, known_alone: Kept | None, first: Kept | None) -> None:
    if known_alone is not Kept.KEPT:
        sheet.findings.doubt("others-may-know", "only_they_know", "Nobody says that only this person knows the answer.")
    if first is not Kept.KEPT:
        sheet.findings.doubt("after-an-offer", "before_any_offer", "Nobody says that it was asked before any offer.")


def _refuse_naming(sheet: Voicing, person: UUID, open_words: dict[str, str]) -> None:
    """What stays readable for ever tells of nobody who is held."""
    for where, words in open_words.items():
        if words.strip():
            try:
                people.refuse_naming(sheet.case, person, words, where)
            except NamesThePerson as names:
                names.instead = "Name them by their capacity: a relative, somebody who came back."
                raise
