"""One side says that another did not keep an obligation, and what is answered; the desk itself says neither."""

from __future__ import annotations

from typing import Unpack
from uuid import UUID

from django.db import transaction

from homeward.ledger.core import kinds, writing
from homeward.ledger.core.agreements import Answered
from homeward.talks.actions.saying import Act, Done, NoSuchThing, Saying, Voice


@transaction.atomic
def say_breach(*, obligation: UUID, claimant: str = "", against: str = "", voice: Voice, **act: Unpack[Act]) -> Done:
    """Record that a voice says an obligation was not kept; against whom, if not named, those who owe it."""
    saying = Saying("say_breach", **act)
    owed = saying.obligation(obligation)[1]
    by, blamed = saying.whom(claimant, "claimant"), saying.whom(against, "against") or owed.bearer
    if not blamed:
        saying.findings.fault("empty", "against", "Name against whom it is said.")
    content = kinds.ComplaintMade(complaint=saying.act, obligation=obligation, by=by, against=blamed)
    return saying.say(content, f"{owed.object or owed.action}: said not to be kept", voice, about=saying.act)


@transaction.atomic
def answer_breach(*, claim: UUID, answer: str, answered_by: str = "", voice: Voice, **act: Unpack[Act]) -> Done:
    """Record what was said to that: denied, answered otherwise, or settled."""
    saying = Saying("answer_breach", **act)
    if claim not in {said.complaint for _, said in saying.known.complaints}:
        raise NoSuchThing(where="claim", instead="Name it by its id: homeward talks obligations --format json.")
    answered = writing.among(Answered, answer, "answer", saying.findings)
    by = saying.whom(answered_by, "answered_by")
    saying.heard(voice)
    saying.refuse_faults()
    assert answered is not None
    content = kinds.ComplaintAnswered(complaint=claim, answered=answered, by=by)
    return saying.say(content, f"{answered.value}", voice, about=claim)
