"""What is said in talks is entered, one form for each kind; what the desk refuses stands beside its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from homeward.access import queries as access
from homeward.access.actions import NotLetIn
from homeward.ledger.actions import CannotBeRecorded
from homeward.refusals import Refused
from homeward.talks import actions, queries
from homeward.talks.actions import About, Done
from homeward.web import acts, frame, words
from homeward.web.asked import AskedHere, carry
from homeward.web.channels import forms, held_kinds
from homeward.web.channels.faults import in_words
from homeward.web.channels.kind import Given, What
from homeward.web.channels.tabs import HERE
from homeward.web.channels.words import WARNINGS
from homeward.web.inside import in_case


def _channel(form: forms.ChannelForm, of: UUID | None) -> tuple[Callable[..., Done], Given]:
    given = form.cleaned_data
    told = {name: given[name] for name in ("name", "covers", "medium", "opened", "closed")}
    parties, mediators = forms.listed(given["parties"]), forms.listed(given["mediators"])
    room = None if of else acts.key(given["room"])
    return actions.open_channel, {**told, "parties": parties, "mediators": mediators, "channel": of, "room": room}


def _meeting(form: forms.MeetingForm, of: UUID | None) -> tuple[Callable[..., Done], Given]:
    given = form.cleaned_data
    told = {name: given[name] for name in ("begins", "ends", "place", "called_off")}
    where = {"channel": UUID(given["channel"]), "meeting": of, "attendees": form.present}
    return actions.enter_meeting, {**told, **where, "voice": form.voice}


def _readout(form: forms.ReadoutForm, _of: UUID | None) -> tuple[Callable[..., Done], Given]:
    given = form.cleaned_data
    return actions.say_readout, {"meeting": UUID(given["meeting"]), "side": given["side"], "voice": form.voice}


def _position(form: forms.PositionForm, _of: UUID | None) -> tuple[Callable[..., Done], Given]:
    given = form.cleaned_data
    told = {name: given[name] for name in ("party", "topic", "stance", "firmness", "supersedes")}
    about = About(
        condition=given["condition"],
        obligation=given["obligation"],
        channel=acts.key(given["channel"]),
        meeting=acts.key(given["meeting"]),
    )
    return actions.say_position, {**told, "about": about, "voice": form.voice}


def _filled_channel(asked: AskedHere, id: UUID) -> Given | None:
    found = next((each for each in queries.channels(asked) if each.id == id), None)
    if found is None:
        return None
    return {
        "name": found.name,
        "parties": forms.lines(each.words for each in found.parties),
        "mediators": forms.lines(each.words for each in found.mediators),
        "medium": found.medium.value if found.medium else "",
        "covers": found.covers,
        "opened": found.opened.words if found.opened else "",
        "closed": found.closed.words if found.closed else "",
    }


def _filled_meeting(asked: AskedHere, id: UUID) -> Given | None:
    found = next((each for each in queries.meetings(asked) if each.id == id), None)
    if found is None:
        return None
    present = (", ".join(filter(None, (each.who.words, each.capacity))) for each in found.attendees)
    return {
        "channel": str(found.channel),
        "begins": found.begins.words,
        "ends": found.ends.words if found.ends else "",
        "place": found.place,
        "attendees": forms.lines(present),
        "called_off": found.course == "called_off",
    }


def offered(request: HttpRequest, asked: AskedHere) -> dict[str, forms.Choices]:
    """What may be chosen: channels, meetings, positions that stand, compartments in which one may write."""
    meetings = queries.meetings(asked)
    standing = [each for topic in queries.positions(asked) for line in topic.lines for each in line.standing]
    return {
        "channel": [(str(each.id), each.name) for each in queries.channels(asked)],
        "meeting": [
            (str(each.id), f"{words.when(each.begins, asked.case.zone)} · {each.channel_name}") for each in meetings
        ],
        "supersedes": [(each.ref, _in_short(each)) for each in standing],
        "room": [(str(each.id), each.name) for each in access.compartments() if each.may_write],
    }


def _in_short(position: Any) -> str:
    text = position.statement.text
    shown = text if len(text) <= 60 else f"{text[:60]}…"
    return f"{position.ref} · {position.party.words} · {position.topic}: {shown}"


KINDS: Mapping[str, What] = MappingProxyType(
    {
        "channel": What(
            _("Open a channel"), _("Describe a channel anew"),
            _("A path between parties, and who carries words along it. What was said of it before stays in sight."),
            forms.ChannelForm, _channel, "talks_channels", offered, _filled_channel,
        ),
        "meeting": What(
            _("Enter a meeting"), _("Tell anew of a meeting"),
            _("A meeting, past or ahead, by whoever tells of it. What each side says of it is recorded apart."),
            forms.MeetingForm, _meeting, "talks_meetings", offered, _filled_meeting,
        ),
        "readout": What(
            _("Keep what a side said of a meeting"), _("Keep what a side said of a meeting"),
            _("One side’s own account, in its own words. It is never made one with the account of another side."),
            forms.ReadoutForm, _readout, "talks_meetings", offered,
        ),
        "position": What(
            _("Keep a position"), _("Keep a position"),
            _("Where a party stands on a topic, in its own words. What it said before stays in sight."),
            forms.PositionForm, _position, "talks_positions", offered,
        ),
        **held_kinds.KINDS,
    }
)  # fmt: skip


@require_http_methods(["GET", "POST"])
@in_case
def say(request: HttpRequest, asked: AskedHere, said: str) -> HttpResponse:
    """One thing of the talks: a new one, or with `of` one that is there, told anew."""
    kind = KINDS.get(said)
    if kind is None:
        raise Http404
    if (closed := acts.closed(request, asked, here=HERE)) is not None:
        return closed
    of = acts.key(request.GET.get("of", ""))
    filled = kind.filled(asked, of) if of else None
    if of and filled is None:
        raise Http404
    if request.method == "GET":
        begun = {name: value for name, value in request.GET.items() if name in kind.form.base_fields}
        return _page(request, asked, kind, kind.form(offered=kind.offers(request, asked), initial=filled or begun), of)
    form = kind.form(request.POST, offered=kind.offers(request, asked))
    done = _recorded(request, asked, kind, form, of) if form.is_valid() else None
    if done is None:
        return _page(request, asked, kind, form, of, status=422)
    for warning in done.warnings:
        messages.warning(request, str(WARNINGS.get(warning.code, warning.message)))
    return HttpResponseRedirect(carry(reverse(kind.shows, args=[asked.case.slug]), asked, recorded=done.ref))


def _recorded(
    request: HttpRequest, asked: AskedHere, kind: What, form: forms.TalksForm, of: UUID | None
) -> Done | None:
    action, given = kind.record(form, of)
    try:
        return action(case=asked.case, once=acts.once(request), by=acts.actor(request), at=frame.clock_now(), **given)
    except NotLetIn:
        raise
    except Refused as refused:
        tell(form, refused)
        return None


def tell(form: Any, refused: Refused) -> None:
    """Put what the desk refused beside its fields; of a line of a field that holds several it says which."""
    if not isinstance(refused, CannotBeRecorded):
        acts.tell(form, refused)
        return
    for fault in refused.findings.faults:
        name, _dot, number = fault.where.partition(".")
        told = in_words(fault)
        if number.isdecimal():
            told = _now("Line %(number)s: %(fault)s") % {"number": int(number) + 1, "fault": told}
        form.add_error(name if name in form.fields else None, told)


def _page(
    request: HttpRequest, asked: AskedHere, kind: What, form: Any, of: UUID | None, *, status: int = 200
) -> HttpResponse:
    lacking = [name for name in ("channel", "meeting", "person", "proof") if _lacks(form, name)]
    context = {
        "kind": kind, "form": form, "of": of, "title": kind.change if of else kind.title,
        "lacking": lacking[0] if lacking else "",
        "back": carry(reverse(kind.shows, args=[asked.case.slug]), asked),
    }  # fmt: skip
    return frame.page(request, "channels/enter.html", context, here=HERE, case=asked.case, asked=asked, status=status)


def _lacks(form: Any, name: str) -> bool:
    """Whether the form needs one to be chosen and there is none."""
    field = form.fields.get(name)
    return bool(field is not None and field.required and not list(field.choices))
