"""Visits and proofs of life as plain values, in the one JSON form that commands and the API give."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from homeward.moments import Interval
from homeward.talks.queries.held_views import (
    AccountView,
    AnswerView,
    LookedView,
    ProofsView,
    ProofView,
    SilenceView,
    TiedView,
    VisitView,
)
from homeward.talks.queries.views import Whom
from homeward.talks.queries.written_channels import said_json

Json = dict[str, Any]


def visits_json(views: Iterable[VisitView]) -> Json:
    """Every visit, with what each voice says of it apart."""
    return {
        "visits": [
            {
                "id": str(each.id),
                "obligation": _tied(each.obligation),
                "agreement": _tied(each.agreement),
                "accounts": [_account(account) for account in each.accounts],
            }
            for each in views
        ]
    }


def proofs_json(view: ProofsView) -> Json:
    """Every question for a sign of life with its answers, and each person's days without one."""
    return {
        "proofs": [_proof(each) for each in view.proofs],
        "silences": [_silence(each) for each in view.silences],
    }


def _account(view: AccountView) -> Json:
    return {
        "begins": view.begins.as_json(),
        "ends": _when(view.ends),
        "place": view.place,
        "population": view.population,
        "visitors": [_whom(each) for each in view.visitors],
        "holder": [_whom(each) for each in view.holder],
        "rules": {rule: told.value for rule, told in view.rules.items()},
        "said": said_json(view.statement),
    }


def _proof(view: ProofView) -> Json:
    return {
        "id": str(view.id),
        "statement": view.statement.ref,
        "person": str(view.person),
        "names": list(view.names),
        "open": view.open,
        "question": view.question,
        "holder": _whom(view.holder),
        "channel": str(view.channel) if view.channel else None,
        "channel_name": view.channel_name,
        "asked": _when(view.asked),
        "asked_by": view.statement.recorded_by,
        "only_they_know": view.only_they_know.value,
        "before_any_offer": view.before_any_offer.value,
        "answers": [_answer(each) for each in view.answers],
    }


def _answer(view: AnswerView) -> Json:
    return {
        "medium": view.medium.value,
        "answer": view.answer,
        "words": view.words,
        "received": _when(view.received),
        "verified": view.verified,
        "looked": [_looked(each) for each in view.looked],
        "said": said_json(view.statement),
    }


def _looked(view: LookedView) -> Json:
    return {
        "statement": view.statement.ref,
        "found": view.found.value,
        "reason": view.reason,
        "by": view.by,
        "own_entry": view.own,
        "on": _when(view.statement.occurred),
    }


def _silence(view: SilenceView) -> Json:
    return {
        "person": str(view.person),
        "names": list(view.names),
        "last": _when(view.last),
        "statement": view.ref or None,
        "days": {"lo": view.least, "hi": view.most} if view.last else None,
    }


def _tied(view: TiedView | None) -> Json | None:
    return {"id": str(view.id), "statement": view.ref, "words": view.words} if view else None


def _whom(whom: Whom) -> Json:
    return {"words": whom.words, "source": str(whom.source) if whom.source else None}


def _when(when: Interval | None) -> Any:
    return when.as_json() if when is not None else None
