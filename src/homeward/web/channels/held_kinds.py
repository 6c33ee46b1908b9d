"""What is entered of people who are held, and what each of these forms offers to choose from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from homeward.access import queries as access
from homeward.people import queries as register
from homeward.talks import actions, queries
from homeward.talks.actions import Done
from homeward.web import acts
from homeward.web.asked import AskedHere
from homeward.web.channels import held_forms
from homeward.web.channels.forms import Choices
from homeward.web.channels.kind import Given, What
from homeward.web.channels.words import SIGN_MEDIA
from homeward.web.people.looking import note
from homeward.web.words import when

SHOWS = "talks_held"


def _visit(form: held_forms.VisitForm, _of: UUID | None) -> tuple[Callable[..., Done], Given]:
    given = form.cleaned_data
    named = ("begins", "ends", "place", "population", "holder", "obligation", "agreement")
    told = {name: given[name] for name in named}
    where = {"visit": acts.key(given["visit"]), "room": acts.key(given["room"])}
    return actions.say_visit, {**told, **where, "visitors": form.seen_by, "rules": form.rules, "voice": form.voice}


def _question(form: held_forms.QuestionForm, _of: UUID | None) -> tuple[Callable[..., Done], Given]:
    given = form.cleaned_data
    told = {name: given[name] for name in ("question", "holder", "asked", "only_they_know", "before_any_offer")}
    where = {name: acts.key(given[name]) for name in ("person", "channel", "room")}
    return actions.ask_proof, {**told, **where}


def _reply(form: held_forms.ReplyForm, _of: UUID | None) -> tuple[Callable[..., Done], Given]:
    given = form.cleaned_data
    told = {name: given[name] for name in ("medium", "answer", "received")}
    return actions.answer_proof, {**told, "proof": UUID(given["proof"]), "voice": form.voice}


def _look(form: held_forms.LookForm, _of: UUID | None) -> tuple[Callable[..., Done], Given]:
    given = form.cleaned_data
    told = {name: given[name] for name in ("answer", "found", "reason", "looked")}
    return actions.verify_proof, {**told, "proof": UUID(given["proof"])}


def _of_visits(request: HttpRequest, asked: AskedHere) -> dict[str, Choices]:
    zone = asked.case.zone
    seen = [(each, each.accounts[0]) for each in queries.visits(asked)]
    views = queries.agreements(asked)
    return {
        "visit": [(str(v.id), f"{when(told.begins, zone)} · {told.place or told.population}") for v, told in seen],
        "obligation": [
            (each.ref, f"{view.title}: {each.action} {each.object}".strip())
            for view in views
            for each in view.obligations
            if not each.inferred
        ],
        "agreement": [(each.ref, each.title) for each in views],
        "room": _rooms(),
    }


def _of_questions(request: HttpRequest, asked: AskedHere) -> dict[str, Choices]:
    """Those of whom a sign of life was asked before, and whom the address or the form names; the register is no list."""
    named = acts.key(request.POST.get("person", "") or request.GET.get("person", ""))
    people = [each.person for each in queries.proofs(asked).silences]
    lines = register.people_of(asked, list(dict.fromkeys([*([named] if named else []), *people])))
    note(request, asked, [line.id for line in lines], "proofs")
    return {
        "person": [(str(line.id), _called(line.names, line.id)) for line in lines],
        "channel": [(str(each.id), each.name) for each in queries.channels(asked)],
        "room": _rooms(),
    }


def _of_answers(request: HttpRequest, asked: AskedHere) -> dict[str, Choices]:
    view = queries.proofs(asked)
    note(request, asked, view.people, "proofs")
    return {
        "proof": [
            (str(each.id), f"{_called(each.names, each.person)} · {each.holder.words} · {each.statement.ref}")
            for each in view.proofs
        ],
        "answer": [
            (each.statement.ref, f"{SIGN_MEDIA[each.medium.value]} · {_came(asked, each)} · {each.statement.ref}")
            for proof in view.proofs
            for each in proof.answers
        ],
    }


def _came(asked: AskedHere, answer: Any) -> str:
    return when(answer.received, asked.case.zone) if answer.received else "–"


def _called(names: tuple[str, ...], id: UUID) -> str:
    """Every name that voices give, and the short id where there is none."""
    return " · ".join(names) or str(id)[:8]


def _rooms() -> Choices:
    return [(str(each.id), each.name) for each in access.compartments() if each.may_write]


KINDS: Mapping[str, What] = MappingProxyType(
    {
        "visit": What(
            _("Keep a visit"), _("Keep a visit"),
            _("A visit to people who are held, by whoever tells of it, and of each of the five rules whether it was kept."),
            held_forms.VisitForm, _visit, SHOWS, offers=_of_visits,
        ),
        "question": What(
            _("Ask for a sign of life"), _("Ask for a sign of life"),
            _("A question to which only the person held knows the answer, put before any offer."),
            held_forms.QuestionForm, _question, SHOWS, offers=_of_questions,
        ),
        "reply": What(
            _("Keep what came back"), _("Keep what came back"),
            _("What a voice brought as the answer, and how it came. Somebody looks at it afterwards."),
            held_forms.ReplyForm, _reply, SHOWS, offers=_of_answers,
        ),
        "look": What(
            _("Say what you found"), _("Say what you found"),
            _("Whether an answer is the person’s own: you looked, under your name. Another pair of eyes sees more."),
            held_forms.LookForm, _look, SHOWS, offers=_of_answers,
        ),
    }
)  # fmt: skip
