"""One answer about several pairs of the very same evidence, and judgements taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from homeward.ledger.core.persons import Judgement
from homeward.matching import actions
from homeward.matching.queries.review import alike
from homeward.people import queries as people
from homeward.people.queries import JudgementView
from homeward.web import acts, frame
from homeward.web.asked import AskedHere, carry
from homeward.web.inside import in_case
from homeward.web.matching.forms import BulkForm, TakeBackForm, pair_value
from homeward.web.matching.judging import recorded
from homeward.web.matching.places import JUDGED, behind, page_of, pair_address
from homeward.web.matching.review import queued
from homeward.web.matching.words import JUDGEMENTS
from homeward.web.people.looking import note


@require_POST
@in_case
def judge_alike(request: HttpRequest, asked: AskedHere) -> HttpResponse:
    """Record one answer about several pairs whose evidence is the very same, in one statement."""
    if (closed := acts.closed(request, asked, here="review")) is not None:
        return closed
    offered = {pair_value(line.one.id, line.other.id): line for group in alike(asked) for line in group}
    form = BulkForm(request.POST, list(offered))
    if not form.is_valid():
        return queued(request, asked, form=form, status=422)
    lines = [offered[each] for each in form.cleaned_data["pair"]]
    pairs = [(line.one.id, line.other.id) for line in lines]
    if len({line.levels for line in lines}) > 1:
        form.add_error("pair", _("The evidence of these pairs is not the same. Judge them one by one."))
        return queued(request, asked, form=form, status=422)
    done = recorded(request, asked, pairs, Judgement(form.cleaned_data["judgement"]), form)
    if done is None:
        return queued(request, asked, form=form, status=422)
    told = ngettext("%(count)s pair was judged.", "%(count)s pairs were judged in one statement.", len(pairs))
    messages.success(request, told % {"count": f"{len(pairs):,}"})
    return HttpResponseRedirect(carry(reverse("review", args=[asked.case.slug]), asked, **{JUDGED: done.ref}))


@require_http_methods(["GET", "POST"])
@in_case
def take_back(request: HttpRequest, asked: AskedHere, ref: str) -> HttpResponse:
    """Take a judgement back, at once by who made it, later for a reason; whoever hung together by it stands apart again."""
    if (closed := acts.closed(request, asked, here="review")) is not None:
        return closed
    views = behind(asked, ref)
    if not views:
        raise Http404
    form = TakeBackForm(_given(request, views))
    if form.is_bound and form.is_valid():
        done = acts.attempt(
            form,
            lambda: actions.take_back(
                case=asked.case,
                ref=ref,
                reason=form.cleaned_data["reason"],
                once=acts.once(request),
                by=acts.actor(request),
                at=frame.clock_now(),
            ),
        )
        if done is not None:
            messages.success(request, _("%(ref)s is withdrawn. Both stay in the ledger.") % {"ref": ref})
            return HttpResponseRedirect(_where(asked, views))
    lines = {line.id: line for line in people.people_of(asked, [id for view in views for id in view.pair])}
    note(request, asked, lines, "judgement to take back")
    context = {
        "ref": ref,
        "first": views[0],
        "word": JUDGEMENTS.get(views[0].judgement.value, ""),
        "pairs": [[lines[id] for id in view.pair if id in lines] for view in views],
        "form": form,
        "back": _where(asked, views),
    }
    return page_of(request, asked, "matching/take_back.html", context, status=422 if form.errors else 200)


def _given(request: HttpRequest, views: list[JudgementView]) -> dict[str, str] | None:
    """What was sent; who made the judgement need not say why, pressing undo."""
    if request.method != "POST":
        return None
    sent = {name: str(value) for name, value in request.POST.items()}
    if "reason" not in sent and views[0].by_id == acts.actor(request).id:
        sent["reason"] = _("Undone by who recorded it, at once.")
    return sent


def _where(asked: AskedHere, views: list[JudgementView]) -> str:
    """The pair that was judged, or the queue where there were several."""
    if len(views) == 1:
        return pair_address(asked, views[0].pair)
    return carry(reverse("review", args=[asked.case.slug]), asked)
