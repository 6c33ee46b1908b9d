"""Things of the crossings are entered or changed, one form for each kind; what the desk refuses stands beside its field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from homeward.crossings import actions, queries
from homeward.crossings.actions import Done
from homeward.crossings.queries.views import CalendarView
from homeward.web import acts, frame
from homeward.web.asked import AskedHere, carry
from homeward.web.crossings import forms
from homeward.web.crossings.warning import warn
from homeward.web.inside import in_case

Given = dict[str, Any]


@dataclass(frozen=True, slots=True)
class What:
    """One kind of thing: its form, what the page says, how it is recorded, and how a thing that is there fills the form."""

    title: str | Promise
    change: str | Promise
    lead: str | Promise
    form: type[forms.CrossingsForm]
    record: Callable[[Given, UUID | None], tuple[Callable[..., Done], Given]]
    filled: Callable[[CalendarView, UUID], Given | None] = lambda _calendar, _id: None
    spoken: bool = False


def _key(given: Given, name: str) -> UUID | None:
    return acts.key(given.get(name) or "")


def _lines(words: str, by: str = "\n") -> list[str]:
    return [each.strip() for each in words.replace("،", ",").split(by) if each.strip()]


def _crossing(given: Given, of: UUID | None) -> Any:
    return actions.name_crossing, {"name": given["name"], "authorities": _lines(given["authorities"]), "crossing": of}


def _point(given: Given, of: UUID | None) -> Any:
    return actions.name_point, {"name": given["name"], "crossing": _key(given, "crossing"), "point": of}


def _status(given: Given, of: UUID | None) -> Any:
    what = {"crossing": _key(given, "crossing"), "point": _key(given, "point"), "status": given["status"]}
    return actions.tell_status, what


WINDOW_FIELDS = (
    "on", "opens", "closes", "capacity", "desks", "seconds_each", "escort_slots", "medics", "staff_escorts",
    "open_percent", "cancelled",
)  # fmt: skip


def _window(given: Given, of: UUID | None) -> Any:
    what = {name: given[name] for name in WINDOW_FIELDS}
    return actions.announce_window, {**what, "crossing": _key(given, "crossing"), "window": of}


def _quota(given: Given, of: UUID | None) -> Any:
    what = {name: given[name] for name in ("on", "nationality", "most")}
    return actions.agree_quota, {**what, "crossing": _key(given, "crossing")}


def _pickup(given: Given, of: UUID | None) -> Any:
    minutes = {
        UUID(name.partition(".")[2]): words
        for name, words in given.items()
        if name.startswith("minutes.") and words.strip()
    }
    return actions.name_pickup, {"name": given["name"], "minutes": minutes, "pickup": of}


def _vehicle(given: Given, of: UUID | None) -> Any:
    what = {name: given[name] for name in ("name", "seats", "wheelchairs", "stretchers", "trips", "in_use")}
    return actions.enter_vehicle, {**what, "days": _lines(given["days"], ","), "vehicle": of}


def _convoy(given: Given, of: UUID | None) -> Any:
    what = {name: given[name] for name in ("departs", "most_vehicles", "cancelled")}
    return actions.set_convoy, {
        **what,
        "window": _key(given, "window"),
        "pickup": _key(given, "pickup"),
        "convoy": of,
    }


def _check(given: Given, of: UUID | None) -> Any:
    return actions.list_check, {"name": given["name"], "in_use": given["in_use"], "check": of}


def _notice(given: Given, of: UUID | None) -> Any:
    what = {name: given[name] for name in ("party", "expires", "words")}
    return actions.notify_party, {**what, "window": _key(given, "window")}


def _answer(given: Given, of: UUID | None) -> Any:
    return actions.answer_notice, {"notice": of, "answered": given["answered"]}


def _filled_crossing(calendar: CalendarView, id: UUID) -> Given | None:
    found = next((each for each in calendar.crossings if each.id == id), None)
    if found is None:
        return None
    return {"name": found.name, "authorities": "\n".join(each.name for each in found.authorities)}


def _filled_window(calendar: CalendarView, id: UUID) -> Given | None:
    found = calendar.window(id)
    if found is None:
        return None
    names = ("on", "opens", "closes", "capacity", "desks", "seconds_each", "escort_slots", "medics", "staff_escorts")
    told = {name: getattr(found, name) for name in (*names, "cancelled")}
    return {**told, "crossing": found.crossing.id, "open_percent": found.open_per_mille // 10}


def _filled_pickup(calendar: CalendarView, id: UUID) -> Given | None:
    found = next((each for each in calendar.pickups if each.id == id), None)
    return {"name": found.name, **{f"minutes.{to}": each for to, each in found.minutes}} if found else None


def _filled_vehicle(calendar: CalendarView, id: UUID) -> Given | None:
    found = next((each for each in calendar.vehicles if each.id == id), None)
    names = ("name", "seats", "wheelchairs", "stretchers", "trips", "in_use")
    return {**{name: getattr(found, name) for name in names}, "days": ", ".join(found.days)} if found else None


def _filled_convoy(calendar: CalendarView, id: UUID) -> Given | None:
    for window in calendar.windows:
        for each in window.convoys:
            if each.id == id:
                told = {name: getattr(each, name) for name in ("departs", "most_vehicles", "cancelled")}
                return {**told, "window": window.id, "pickup": each.pickup.id}
    return None


def _filled_check(calendar: CalendarView, id: UUID) -> Given | None:
    found = next((each for each in calendar.checks if each.id == id), None)
    return {"name": found.name, "in_use": True} if found else None


KINDS: Mapping[str, What] = MappingProxyType(
    {
        "crossing": What(
            _("Name a crossing"), _("Change a crossing"),
            _("A place where people cross, and the authorities who each have a say over everybody there."),
            forms.CrossingForm, _crossing, _filled_crossing,
        ),
        "point": What(
            _("Name a control point"), _("Change a control point"),
            _("A post of a crossing at which people are looked at or turned back."), forms.PointForm, _point,
        ),
        "status": What(
            _("Tell how a crossing is"), _("Tell how a crossing is"),
            _("Who said that it is open, restricted or closed. Voices that differ stand beside each other."),
            forms.StatusForm, _status, spoken=True,
        ),
        "window": What(
            _("Enter a window"), _("Change a window"),
            _("When a crossing opens and for how many, by whoever said so. The last word counts, the words before stay in sight."),
            forms.WindowForm, _window, _filled_window, spoken=True,
        ),
        "quota": What(
            _("Enter a quota"), _("Enter a quota"),
            _("How many of a nationality may cross on a day, by whoever said so."), forms.QuotaForm, _quota, spoken=True,
        ),
        "pickup": What(
            _("Name a pick-up point"), _("Change a pick-up point"),
            _("A place where people are picked up, and how long the way takes."), forms.PickUpForm, _pickup, _filled_pickup,
        ),
        "vehicle": What(
            _("Enter a vehicle"), _("Change a vehicle"), _("A vehicle with its places."), forms.VehicleForm, _vehicle,
            _filled_vehicle,
        ),
        "convoy": What(
            _("Set a convoy"), _("Change a convoy"),
            _("Vehicles that leave one pick-up point for one window together."), forms.ConvoyForm, _convoy, _filled_convoy,
        ),
        "check": What(
            _("Put a point on the checklist"), _("Change a point of the checklist"),
            _("What is to be done for every window before anybody leaves."), forms.CheckForm, _check, _filled_check,
        ),
        "notice": What(
            _("Tell a party"), _("Tell a party"),
            _("That a party was told of a window, its way and contacts. It asks for no leave, and it counts until a time."),
            forms.NoticeForm, _notice,
        ),
        "answer": What(
            _("What a party said to a notice"), _("What a party said to a notice"), "", forms.AnswerForm, _answer,
            spoken=True,
        ),
    }
)  # fmt: skip


@require_http_methods(["GET", "POST"])
@in_case
def enter(request: HttpRequest, asked: AskedHere, what: str) -> HttpResponse:
    """One thing of the crossings: a new one, or with `of` one that is there, said anew."""
    kind = KINDS.get(what)
    if kind is None:
        raise Http404
    if (closed := acts.closed(request, asked, here="crossings")) is not None:
        return closed
    calendar = queries.calendar(asked)
    of = acts.key(request.GET.get("of", ""))
    filled = kind.filled(calendar, of) if of else None
    if of and filled is None and what != "answer":
        raise Http404
    begun = {name: value for name, value in request.GET.items() if name in ("window", "crossing", "on")}
    if request.method == "GET":
        form = kind.form(calendar=calendar, initial=filled or begun)
        return _page(request, asked, kind, form, of)
    form = kind.form(request.POST, calendar=calendar)
    done = _recorded(request, asked, kind, form, of) if form.is_valid() else None
    if done is None:
        return _page(request, asked, kind, form, of, status=422)
    warn(request, done)
    return HttpResponseRedirect(_back(asked, what, form, done))


def _recorded(
    request: HttpRequest, asked: AskedHere, kind: What, form: forms.CrossingsForm, of: UUID | None
) -> Done | None:
    action, given = kind.record(form.filled, of)
    voice = {"voice": form.voice} if isinstance(form, forms.Spoken) else {}
    return acts.attempt(
        form,
        lambda: action(
            case=asked.case, once=acts.once(request), by=acts.actor(request), at=frame.clock_now(), **voice, **given
        ),
    )


def _back(asked: AskedHere, what: str, form: forms.CrossingsForm, done: Done) -> str:
    """The window it is about, else the calendar."""
    window = done.about if what == "window" else _key(form.cleaned_data, "window")
    if window is not None:
        return carry(reverse("crossing_window", args=[asked.case.slug, window]), asked, recorded=done.ref)
    return carry(reverse("crossings", args=[asked.case.slug]), asked, recorded=done.ref)


def _page(
    request: HttpRequest, asked: AskedHere, kind: What, form: Any, of: UUID | None, *, status: int = 200
) -> HttpResponse:
    lacking = not form.calendar.crossings and kind.form is not forms.CrossingForm and "crossing" in form.fields
    context = {"kind": kind, "form": form, "of": of, "title": kind.change if of else kind.title, "lacking": lacking}
    return frame.page(
        request, "crossings/enter.html", context, here="crossings", case=asked.case, asked=asked, status=status
    )
