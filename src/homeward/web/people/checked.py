"""What the check page shows before anything is recorded: each field as typed and as read, with what is doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from homeward.identity import countries
from homeward.moments import Interval
from homeward.people.core.papers import expiry
from homeward.people.core.told import Told
from homeward.people.core.values import DocumentGiven, Values
from homeward.web.people import doubts, shown
from homeward.web.people.shown import Sentence
from homeward.web.people.words import EXPIRIES, FIELDS, SEXES


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the field to go back to, what it is, the words, how they are read, what is doubtful."""

    field: str
    label: str | Promise
    words: str = ""
    read: str = ""
    doubts: tuple[Sentence, ...] = ()
    at: Interval | None = None
    modality: str = ""
    timed: bool = False
    note: str = ""


def told_lines(
    told: Told, said: Interval | None, occurred: Interval | None, *, by: str = "", asserted: bool = False
) -> list[Line]:
    """Who says it, through whom, when and how sure; `by` is what somebody of the register who tells it is called."""
    who = " · ".join(filter(None, (told.speaker or by, told.capacity, told.party)))
    lines = [Line("speaker", _("Who says so"), who)]
    lines += [Line(f"via.{n}.name", _("Via whom"), hand) for n, hand in enumerate(told.via)]
    lines += [Line("said", _("When it was said"), at=said, timed=True)]
    if occurred is not None or told.occurred:
        lines.append(Line("occurred", _("When it happened"), at=occurred, timed=True))
    if not asserted:
        lines.append(Line("modality", _("How it was put"), modality=told.modality))
    if told.words:
        lines.append(Line("words", _("The words"), told.words))
    return lines


def value_lines(values: Values, on: date) -> list[Line]:
    """The facts, each with its reading and doubts; papers are held against a day."""
    lines = [
        Line(f"names.{n}.words", FIELDS["names"], name.words, note=name.label) for n, name in enumerate(values.names)
    ]
    if values.birth is not None:
        read, doubtful = shown.day(values.birth)
        lines.append(Line("birth", FIELDS["birth"], values.birth.words, read, doubtful))
    if values.sex is not None:
        lines.append(Line("sex", FIELDS["sex"], str(SEXES.get(values.sex.code, values.sex.words))))
    if values.nationalities:
        lines.append(_nationalities(values))
    lines += [_paper(number, paper, on) for number, paper in enumerate(values.documents)]
    for name in ("household", "place", "contact", "remarks"):
        if words := getattr(values, name):
            lines.append(Line(name, FIELDS[name], words))
    lines += [Line("mrz", heading, words) for heading, words in values.more]
    return lines


def _nationalities(values: Values) -> Line:
    words = ", ".join(dict.fromkeys(each.words for each in values.nationalities))
    codes = [shown.country_words(each.code) for each in values.nationalities if each.code]
    flags = countries.read(words).flags
    read = ", ".join(codes)
    return Line(
        "nationality",
        FIELDS["nationalities"],
        words,
        "" if read == words else read,
        doubts.told(flags, doubts.COUNTRIES),
    )


def _paper(number: int, paper: DocumentGiven, on: date) -> Line:
    days = [day for day in (paper.issued, paper.expires) if day is not None]
    doubtful = (
        *doubts.told(paper.flags, doubts.PAPERS),
        *(sentence for day in days for sentence in doubts.told(day.flags, doubts.DAYS)),
    )
    return Line(
        f"documents.{number}.number",
        FIELDS["documents"],
        shown.document_words(paper),
        "",
        doubtful,
        note=_until(paper, on),
    )


def _until(paper: DocumentGiven, on: date) -> str:
    """The last day of a paper as it is read, and whether it still holds."""
    if paper.expires is None:
        return ""
    read = shown.day_words(paper.expires.start, paper.expires.until) or paper.expires.words
    last = gettext("last day: %(day)s") % {"day": read}
    return f"{last} · {EXPIRIES[expiry(paper, on)]}"
