"""What a page shows of a person: each value as written, how it is read, what is doubtful, and who gave it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from homeward.identity import births, countries
from homeward.identity.births import Birth
from homeward.people.core.values import CodeGiven, DayGiven, DocumentGiven, NameGiven
from homeward.people.queries.views import FieldView, GivenView, PaperView, PersonView, ValueView
from homeward.web.people import doubts
from homeward.web.people.words import CALENDARS, CALLED, EXPIRIES, EXPIRY_MARKS, FIELDS, SEXES
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
        label = str(CALLED.get(value.label, value.label))
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
