"""What a page shows of a person: each value as written, how it is read, what is doubtful, and every voice that gave it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from homeward.identity import births, countries
from homeward.identity.births import Birth
from homeward.people.core.values import CodeGiven, DayGiven, DocumentGiven, NameGiven
from homeward.people.queries.views import (
    ConsentView,
    FieldView,
    GivenView,
    PaperView,
    PersonView,
    SoughtView,
    ValueView,
)
from homeward.web.people import doubts
from homeward.web.people.words import CALENDARS, EXPIRIES, EXPIRY_MARKS, FIELDS, OTHER_IS, SCOPES, SEXES, STATES
from homeward.web.words import localised, reads_english

#: What the form does not carry alone: sections of their own.
APART = ("documents",)
MOST_MEANT = 4
Sentence = str | Promise


@dataclass(frozen=True, slots=True)
class Shown:
    """A value: the words as written, which of several it is, how it is read, doubts, and who gave just this one."""

    words: str
    label: str
    read: str
    doubts: tuple[Sentence, ...]
    given: tuple[GivenView, ...]
    counts: bool


@dataclass(frozen=True, slots=True)
class ShownField:
    """A field with its values side by side; those that count no more stand apart."""

    name: str
    label: Sentence
    values: tuple[Shown, ...]
    fallen: tuple[Shown, ...]
    conflicting: bool


@dataclass(frozen=True, slots=True)
class ShownPaper:
    """A paper: its number, what it is, its days, whether it holds on the day asked about, doubts, and who gave it."""

    number: str
    kind: str
    country: str
    issued: Shown | None
    expires: Shown | None
    mark: str
    holds: Sentence
    doubts: tuple[Sentence, ...]
    given: tuple[GivenView, ...]


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


def fields(person: PersonView) -> list[ShownField]:
    """The fields that voices gave, without papers."""
    return [_field(each) for each in person.fields if each.name not in APART]


def papers(person: PersonView) -> list[ShownPaper]:
    """The papers that count, as they stand on the day asked about."""
    return [_paper(each) for each in person.papers]


def fallen_papers(person: PersonView) -> list[ShownPaper]:
    """Papers of statements that were corrected or taken back."""
    found = next((each.values for each in person.fields if each.name == "documents"), ())
    return [_paper(PaperView(value.value, "unknown", value.given)) for value in found if not value.counts]


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


def day_words(start: str, until: str) -> str:
    """The days that a reading leaves open, in words; empty where nobody can tell."""
    if not start or not until:
        return ""
    first, last = date.fromisoformat(start), date.fromisoformat(until) - timedelta(days=1)
    if first >= last:
        return _one_day(first)
    if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12):
        return str(first.year) if first.year == last.year else _span(str(first.year), str(last.year))
    return _span(_one_day(first), _one_day(last))


def country_words(code: str) -> str:
    """A country by its code, with its name where the page is in English."""
    name = countries.name(code)
    return f"{name} ({code})" if reads_english() and name != code else code


def day(given: DayGiven) -> tuple[str, tuple[Sentence, ...]]:
    """How a day is read, and what is doubtful about it."""
    readings = births.read(given.words)
    read = day_words(given.start, given.until) or _either(readings)
    if given.start and given.calendar in CALENDARS:
        read = pgettext("day", "%(day)s, counted from the %(calendar)s calendar") % {
            "day": read,
            "calendar": CALENDARS[given.calendar],
        }
    filled_in = (doubts.DEFAULT,) if births.is_default(readings) else ()
    if given.words.strip() in (read, given.start):
        read = ""
    return read, doubts.told((*given.flags, *filled_in), doubts.DAYS)


def _either(birth: Birth) -> str:
    """The few days that words may mean, while nobody has said which."""
    meant = [day_words(each.start.isoformat(), each.until.isoformat()) for each in birth.candidates]
    return pgettext("days", " or ").join(meant) if 1 < len(meant) <= MOST_MEANT else ""


def _field(view: FieldView) -> ShownField:
    shown = [_value(each) for each in view.values]
    return ShownField(
        view.name,
        FIELDS.get(view.name, view.name),
        tuple(each for each in shown if each.counts),
        tuple(each for each in shown if not each.counts),
        view.conflicting,
    )


def _value(view: ValueView) -> Shown:
    value, label, read = view.value, "", ""
    doubtful: tuple[Sentence, ...] = ()
    if isinstance(value, NameGiven):
        label = value.label
    elif isinstance(value, DayGiven):
        read, doubtful = day(value)
    elif isinstance(value, CodeGiven):
        read, doubtful = _code(value)
    elif isinstance(value, tuple):
        label, words = value
        return Shown(words, label, "", (), view.given, view.counts)
    return Shown(view.words, label, read, doubtful, view.given, view.counts)


def _code(value: CodeGiven) -> tuple[str, tuple[Sentence, ...]]:
    if value.code in SEXES:
        read = str(SEXES[value.code])
        return "" if read == value.words else read, ()
    if value.code:
        return country_words(value.code), ()
    return "", ()


def _paper(view: PaperView) -> ShownPaper:
    paper = view.paper
    code = countries.read(paper.country).code if paper.country else ""
    kind = paper.kind
    return ShownPaper(
        paper.number,
        kind,
        _country(paper.country, code),
        _paper_day(paper.issued),
        _paper_day(paper.expires),
        EXPIRY_MARKS.get(view.expiry, "unknown"),
        EXPIRIES.get(view.expiry, view.expiry),
        doubts.told(paper.flags, doubts.PAPERS),
        view.given,
    )


def _country(words: str, code: str) -> str:
    """A country as written, and as it is read where that is not the same."""
    if not code or code == words:
        return words
    read = country_words(code)
    return read if read.startswith(f"{words} (") else f"{words} · {read}"


def _paper_day(given: DayGiven | None) -> Shown | None:
    if given is None:
        return None
    read = day_words(given.start, given.until)
    return Shown(
        given.words,
        "",
        "" if given.words.strip() in (read, given.start) else read,
        doubts.told(given.flags, doubts.DAYS),
        (),
        True,
    )


def _one_day(day: date) -> str:
    return localised(f"{day.day} {day:%b} {day.year}")


def _span(first: str, last: str) -> str:
    return _("%(lo)s to %(hi)s") % {"lo": first, "hi": last}


def document_words(paper: DocumentGiven) -> str:
    """A paper in a line: number, kind, country."""
    return " · ".join(filter(None, (paper.number, paper.kind, paper.country)))
