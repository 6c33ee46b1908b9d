"""Who said what of a person: voices with their words, rows of lists, requests, and on whose word sharing rests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import pgettext

from homeward.people.queries.views import ConsentView, GivenView, PersonView, SoughtView
from homeward.web.people.words import FIELDS, OTHER_IS, SCOPES, STATES

Sentence = str | Promise


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement or row about the person, with the words in which it was told."""

    given: GivenView
    words: tuple[str, ...]
    correctable: bool = False
    about: tuple[Sentence, ...] = ()

    @property
    def anchor(self) -> str:
        return anchor(self.given)


@dataclass(frozen=True, slots=True)
class Request:
    """A tracing request with all that was said of it, the latest last."""

    id: UUID
    told: tuple[SoughtView, ...]

    @property
    def last(self) -> SoughtView:
        return self.told[-1]


@dataclass(frozen=True, slots=True)
class Shared:
    """One of those with whom something may be shared, and the word on which it rests."""

    scope: str
    label: Sentence
    by: ConsentView | None


def anchor(given: GivenView) -> str:
    """Where on the page of a person it stands who gave something."""
    return f"v-{given.ref}" if given.row is None else f"v-{given.ref}-{given.row}"


def voices(person: PersonView) -> list[Voice]:
    """Everything that was given about a person, in the order in which the desk learned it."""
    words: dict[str, list[str]] = {}
    for said, given in person.words:
        words.setdefault(anchor(given), []).append(said)
    for told in person.whereabouts:
        if told.words:
            words.setdefault(anchor(told.given), []).append(told.words)
    for sought in (*person.sought, *person.seeks):
        if sought.words:
            words.setdefault(anchor(sought.given), []).append(sought.words)
    found = {anchor(given): given for given in every_given(person)}
    ordered = sorted(found.items(), key=lambda pair: (pair[1].position, pair[1].row or 0))
    facts = {
        each.statement for field in person.fields for value in field.values for each in value.given if each.row is None
    }
    about = _about(person)
    return [
        Voice(given, tuple(dict.fromkeys(words.get(name, ()))), given.statement in facts, tuple(about.get(name, {})))
        for name, given in ordered
    ]


def _about(person: PersonView) -> dict[str, dict[Sentence, None]]:
    """What each voice tells, in a word or two."""
    found: dict[str, dict[Sentence, None]] = {}

    def tells(given: GivenView, what: Sentence) -> None:
        found.setdefault(anchor(given), {})[what] = None

    for each in person.fields:
        for value in each.values:
            for given in value.given:
                tells(given, FIELDS.get(each.name, each.name))
    for told in person.whereabouts:
        tells(told.given, STATES.get(told.state, told.state))
    for kin in person.kin:
        tells(kin.given, OTHER_IS.get((kin.relation, kin.direction), kin.relation))
    kinds: tuple[tuple[Iterable[Any], Sentence], ...] = (
        (person.needs, pgettext("told of a person", "need")),
        (person.consent, pgettext("told of a person", "consent")),
        ((*person.sought, *person.seeks), pgettext("told of a person", "tracing request")),
    )
    for views, what in kinds:
        for view in views:
            tells(view.given, what)
    return found


def every_given(person: PersonView) -> Iterable[GivenView]:
    """Whoever gave anything that stands on the page."""
    for each in person.fields:
        for value in each.values:
            yield from value.given
    for _words, given in person.words:
        yield given
    told: Iterable[Any] = (
        *person.whereabouts, *person.kin, *person.needs, *person.consent, *person.sought, *person.seeks,
    )  # fmt: skip
    for view in told:
        yield view.given


def lists(person: PersonView) -> list[GivenView]:
    """The rows of lists on which the person stands, the latest known first."""
    rows = {
        anchor(given): given for given in every_given(person) if given.version is not None and given.row is not None
    }
    return sorted(rows.values(), key=lambda given: (-given.position, given.row or 0))


def requests(told: Iterable[SoughtView]) -> list[Request]:
    """Tracing requests, each with its words together."""
    ordered = sorted(told, key=lambda view: (str(view.request), view.given.position))
    return [Request(id, tuple(views)) for id, views in groupby(ordered, key=lambda view: view.request)]


def shared(person: PersonView) -> list[Shared]:
    """For each of those with whom one may share: whether it is covered, and by whose word."""
    return [
        Shared(scope, label, next((view for view in reversed(person.consent) if scope in view.holds), None))
        for scope, label in SCOPES.items()
    ]
