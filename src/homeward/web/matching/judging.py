"""A judgement is recorded: of one pair, or of several whose evidence is the very same; and what follows is found."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.access.actions import NotLetIn
from homeward.ledger.actions.judging import NeedsAReason
from homeward.ledger.core.persons import Judgement
from homeward.matching import actions
from homeward.matching.actions import JudgedPairs
from homeward.matching.queries.review import ReviewView
from homeward.matching.queries.review import queue as waiting
from homeward.refusals import Refused
from homeward.web import acts, frame
from homeward.web.asked import AskedHere, about, carry
from homeward.web.matching.forms import BulkForm, JudgeForm
from homeward.web.matching.places import JUDGED, pair_address

ASKED_WHY = "asked_why"
"""In a form that was shown because the reason must be said."""


def judged(request: HttpRequest, asked: AskedHere, view: ReviewView, form: JudgeForm) -> HttpResponse | None:
    """Record an answer and lead to the next pair; none where something is missing, which the form then says."""
    if not form.is_valid():
        return None
    pair = (view.one.id, view.other.id)
    behind = waiting(asked, after=pair)
    done = recorded(request, asked, [pair], form.chosen, form, form.cleaned_data["reason"], form.in_room)
    if done is None:
        return None
    if done.waiting:
        messages.info(request, _("It waits for a second person, who must judge alike."), extra_tags="waits")
    now = about(asked.case.slug, request.GET, now=frame.clock_now())
    left = set(waiting(now))
    following = next((each for each in behind if each in left), None)
    if following is None:
        return HttpResponseRedirect(carry(reverse("review", args=[asked.case.slug]), asked, **{JUDGED: done.ref}))
    return HttpResponseRedirect(pair_address(asked, following, **{JUDGED: done.ref}))


def recorded(
    request: HttpRequest,
    asked: AskedHere,
    pairs: Sequence[tuple[UUID, UUID]],
    judgement: Judgement,
    form: JudgeForm | BulkForm,
    reason: str = "",
    room: UUID | None = None,
) -> JudgedPairs | None:
    """Record it, or let the form say what the desk refused; a reason that must be said is asked for before it is missed."""
    try:
        return actions.judge(
            case=asked.case,
            pairs=pairs,
            judgement=judgement,
            reason=reason,
            room=room,
            once=acts.once(request),
            by=acts.actor(request),
            at=frame.clock_now(),
        )
    except NotLetIn:
        raise
    except NeedsAReason as refused:
        form.ask_why()
        if ASKED_WHY in request.POST or not isinstance(form, JudgeForm):
            form.tell(refused)
    except Refused as refused:
        form.tell(refused)
    return None
