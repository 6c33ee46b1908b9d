"""The board of a convoy: numbers that must close, what phones disagree about, the phones themselves, paper keyed back."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from homeward.crossings.actions import boarding, closing, phones
from homeward.crossings.core.boarding import CheckOff, Standing
from homeward.crossings.formats.manifests import code
from homeward.crossings.queries import boarding as queries
from homeward.crossings.queries.boarding import BoardedView
from homeward.ledger.core.boarding import State
from homeward.ledger.queries import cases
from homeward.people.queries import PersonLine
from homeward.seals import keys
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere, carry
from homeward.web.inside import in_case
from homeward.web.people.looking import note

Acted = Callable[[HttpRequest, AskedHere, UUID], Any]


@dataclass(frozen=True, slots=True)
class Said:
    """What one phone said last of somebody."""

    phone: str
    word: CheckOff


@dataclass(frozen=True, slots=True)
class Row:
    """One person on the board."""

    row: int
    family: str
    line: PersonLine | None
    vehicle: str
    standing: Standing
    said: tuple[Said, ...]
    stopped: bool

    @property
    def state(self) -> str:
        each = self.standing
        if each.contested:
            return "contested"
        return str(each.gate or each.pickup or "waiting")

    @property
    def seen(self) -> str:
        """The words that whoever settles this has seen."""
        return " ".join(str(each.word.id) for each in self.said)


def _given(request: HttpRequest, asked: AskedHere) -> dict[str, Any]:
    return {
        "case": asked.case, "once": acts.once(request), "by": acts.actor(request), "at": frame.clock_now(),
    }  # fmt: skip


def _settle(request: HttpRequest, asked: AskedHere, convoy: UUID) -> Any:
    seen = [id for each in request.POST.get("seen", "").split() if (id := acts.key(each))]
    return boarding.settle_check_off(
        convoy=convoy, person=_person(request), state=request.POST.get("state", ""), seen=seen, **_given(request, asked)
    )


def _confirm(request: HttpRequest, asked: AskedHere, convoy: UUID) -> Any:
    return boarding.confirm_walk_on(
        convoy=convoy,
        person=_person(request),
        known_as=acts.key(request.POST.get("known_as", "")),
        **_given(request, asked),
    )


def _close(request: HttpRequest, asked: AskedHere, convoy: UUID) -> Any:
    return closing.close_boarding(convoy=convoy, **_given(request, asked))


def _revoke(request: HttpRequest, asked: AskedHere, convoy: UUID) -> Any:
    after = request.POST.get("after", "").strip()
    return phones.revoke_phone(
        device=acts.key(request.POST.get("device", "")) or UUID(int=0),
        after=int(after) if after.isdecimal() else None,
        **_given(request, asked),
    )


def _prepare(request: HttpRequest, asked: AskedHere, convoy: UUID) -> Any:
    return phones.prepare_phone(
        convoy=convoy,
        name=request.POST.get("name", ""),
        paper=request.POST.get("paper") == "yes",
        **_given(request, asked),
    )


def _person(request: HttpRequest) -> UUID:
    return acts.key(request.POST.get("person", "")) or UUID(int=0)


ACTS: Mapping[str, Acted] = {
    "settle": _settle, "confirm": _confirm, "close": _close, "revoke": _revoke, "prepare": _prepare,
}  # fmt: skip


@require_http_methods(["GET", "POST"])
@in_case
def board(request: HttpRequest, asked: AskedHere, convoy: UUID) -> HttpResponse:
    """How the boarding stands, and every act on it; a phone that was prepared is shown its key once."""
    if request.method == "GET":
        return _page(request, asked, convoy)
    if (closed := acts.closed(request, asked, here="crossings")) is not None:
        return closed
    act = ACTS.get(request.POST.get("do", ""))
    if act is None:
        raise Http404
    form = acts.ActForm(request.POST)
    form.is_valid()
    done = acts.attempt(form, lambda: act(request, asked, convoy))
    if done is None:
        return _page(request, asked, convoy, form=form, status=422)
    if isinstance(done, phones.Prepared) and done.key:
        # The page is answered at once, for the key is shown but now: it tells of this phone too.
        known = replace(asked, known_at=max(asked.known_at, cases.settled_at(asked.case)))
        return _page(request, known, convoy, prepared=_shown_once(request, done))
    ref = done.done.ref if isinstance(done, phones.Prepared) else done.ref
    return HttpResponseRedirect(carry(reverse("boarding", args=[asked.case.slug, convoy]), asked, recorded=ref))


def _shown_once(request: HttpRequest, done: phones.Prepared) -> dict[str, Any]:
    """The address with the key, as a code for the phone's camera and in words; the key stands behind "#", so no server hears it."""
    key_id = keys.open_or_make(settings.HOMEWARD_KEYS).key_id
    address = request.build_absolute_uri(reverse("phone")) + f"#{done.device}~{done.key}~{key_id}"
    picture = base64.b64encode(code(address).encode()).decode()
    return {"address": address, "picture": f"data:image/svg+xml;base64,{picture}", "expires": done.expires}


def _page(
    request: HttpRequest,
    asked: AskedHere,
    convoy: UUID,
    *,
    form: Any = None,
    prepared: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    view = queries.boarding(asked, convoy)
    note(request, asked, view.people, "boarding")
    rows = rows_of(view)
    names = {phone.device: phone.name for phone in view.phones}
    context = {
        "view": view,
        "n": view.board.numbers,
        "rows": rows,
        "conflicts": [row for row in rows if row.standing.contested],
        "splits": [
            (view.letters[each.family], each, _rows(view, each.through), _rows(view, each.back))
            for each in view.board.splits
        ],
        "walk_ons": [(each, [Said(names.get(w.device, ""), w) for w in each.words]) for each in view.board.walk_ons],
        "apart": [Said(names.get(word.device, ""), word) for word in view.board.apart],
        "states": [each.value for each in State],
        "form": form,
        "prepared": prepared,
        "may_write": asked.case.may_write and not asked.past,
    }  # fmt: skip
    formats = frame.Formats(
        json=programs.address(asked, "convoys", str(convoy), "board"),
        command=programs.command(asked, "manifests", "board", convoy=str(convoy)),
    )
    return frame.page(
        request, "boarding/board.html", context, here="crossings", case=asked.case, asked=asked, formats=formats,
        status=status,
    )  # fmt: skip


def rows_of(view: BoardedView) -> list[Row]:
    """Everybody of the manifest in the order of its rows."""
    names = {phone.device: phone.name for phone in view.phones}
    return [
        Row(
            row=view.seats[each.seat.person].row,
            family=view.letters[each.seat.family],
            line=view.lines.get(each.seat.person),
            vehicle=view.vehicles.get(each.seat.vehicle, ""),
            standing=each,
            said=tuple(Said(names.get(word.device, ""), word) for word in each.words),
            stopped=each.seat.person in view.not_cleared,
        )
        for each in view.board.people
    ]


def _rows(view: BoardedView, people: tuple[UUID, ...]) -> str:
    return ", ".join(str(view.seats[person].row) for person in people)


@require_http_methods(["GET", "POST"])
@in_case
def keyed(request: HttpRequest, asked: AskedHere, convoy: UUID, device: UUID) -> HttpResponse:
    """A sheet of paper keyed back: what it says of every row."""
    view = queries.boarding(asked, convoy)
    sheet = next((each for each in view.phones if each.device == device and each.is_paper), None)
    if sheet is None:
        raise Http404
    if (closed := acts.closed(request, asked, here="crossings")) is not None:
        return closed
    note(request, asked, view.people, "paper keyed back")
    form = acts.ActForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        marks = {person: request.POST.get(f"row.{seat.row}", "") for person, seat in view.seats.items()}
        done = acts.attempt(
            form,
            lambda: boarding.key_paper(
                device=device, marks={person: word for person, word in marks.items() if word}, **_given(request, asked)
            ),
        )
        if done is not None:
            return HttpResponseRedirect(carry(reverse("boarding", args=[asked.case.slug, convoy]), asked))
    last = {word.person: word.state for each in view.board.people for word in each.words if word.device == device}
    rows = [(row, last.get(row.standing.seat.person, "")) for row in rows_of(view)]
    context = {"view": view, "sheet": sheet, "rows": rows, "form": form, "states": [each.value for each in State][1:]}
    return frame.page(request, "boarding/keyed.html", context, here="crossings", case=asked.case, asked=asked,
                      status=422 if form.errors else 200)  # fmt: skip
