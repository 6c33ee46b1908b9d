"""Proposals as the page shows them: each a card with who, through whom, how sure, in words, and what it was read from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from homeward.ledger.core import figures, writing
from homeward.ledger.core.heard import Heard, HeardCondition, HeardFigure
from homeward.moments import Interval
from homeward.reading.queries.views import ProposalView, ReadingView, SheetOfReading
from homeward.refusals import Findings
from homeward.web import signs
from homeward.web.write.times import understood

Number = figures.Number
#: From which confidence on a reader is said to be sure of it, or to hold it likely.
SURE, LIKELY = 0.85, 0.6
SHORT = 12
FIELDS = {
    "source": _("Who"),
    "cue": _("Told by"),
    "content": _("What was said"),
    "chain": _("Chain"),
    "modality": _("How it was put"),
    "said": _("When it was said"),
    "figures": _("Figures"),
    "conditions": _("Conditions"),
    "speaker": _("Who said it"),
    "party": _("For whom"),
    "via": _("Via whom"),
    "text": _("The words"),
    "capacity": _("In what capacity"),
    "occurred": _("When it happened"),
    "topic": _("Topic"),
    "language": _("Language"),
    "note": _("Note of the desk"),
    "places": _("Places in the text"),
}
_MEANT = re.compile("“(?P<words>.*)” is taken for “(?P<fuller>.*)”, named before it", re.DOTALL)
_TOLD = {
    "no sign of doubt, promise, denial or condition": _("no sign of doubt, promise, denial or condition"),
}


@dataclass(frozen=True, slots=True)
class Name:
    name: str


@dataclass(frozen=True, slots=True)
class Hand:
    """A hand as the chain component shows it."""

    source: Name
    wording: str = ""
    factuality: str = ""


@dataclass(frozen=True, slots=True)
class Put:
    """A number as it was put and what it allows, for those words that the language of the page has for it."""

    heard: HeardFigure
    op: str
    stated_lo: Number | None
    stated_hi: Number | None
    lo: Number | None
    hi: Number | None
    words: str
    interval_words: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """Of which words a field was read; `quoted` when they are words of the text."""

    field: str | Promise
    words: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A proposal with its number in the order of the text."""

    number: int
    view: ProposalView
    heard: Heard
    speaker: Name | None
    chain: tuple[Hand, ...]
    said: Interval | None
    figures: tuple[Put, ...]
    unread_figures: tuple[str, ...]
    conditions: tuple[HeardCondition, ...]
    sure: str
    sure_words: str | Promise
    reasons: tuple[Reason, ...]
    read_by: tuple[ReadingView, ...]
    several: bool

    @property
    def id(self) -> str:
        return f"p-{self.view.id}"

    @property
    def family(self) -> str:
        return signs.sign(signs.MODALITIES, self.heard.modality).family

    @property
    def open(self) -> bool:
        return self.view.decision is None

    @property
    def verdict(self) -> str:
        return self.view.decision.verdict if self.view.decision else "open"

    @property
    def quoted(self) -> bool:
        """Whether the words bring their own quotation marks."""
        return self.heard.text[:1] in '«"“„”'

    @property
    def changed(self) -> str:
        """The fields that were written otherwise, in words."""
        return fields_in_words(self.view.decision.changed) if self.view.decision else ""


def fields_in_words(names: Sequence[str]) -> str:
    return ", ".join(str(FIELDS.get(name, name)) for name in names)


def cards(sheet: SheetOfReading, *, zone: ZoneInfo, at: datetime, first: int = 1) -> list[Card]:
    """All proposals in the order of the text."""
    return [card(sheet, view, number, zone=zone, at=at) for number, view in enumerate(sheet.proposals, start=first)]


def card(sheet: SheetOfReading, view: ProposalView, number: int, *, zone: ZoneInfo, at: datetime) -> Card:
    heard = as_recorded(view)
    cue = " ".join(" … ".join(place.text for place in view.cue).split())
    hands = [name for name in (*heard.via, sheet.paper.outlet) if name]
    by = {reading.reader: reading for reading in sheet.readings}
    put = [(figure, counted(figure)) for figure in heard.figures]
    sure, words = confidence(view.confidence)
    return Card(
        number=number,
        view=view,
        heard=heard,
        speaker=Name(heard.speaker) if heard.speaker else None,
        chain=tuple(Hand(Name(name), cue if place == 0 else "") for place, name in enumerate(hands)),
        said=understood(heard.said, zone, at=at),
        figures=tuple(each for _figure, each in put if each),
        unread_figures=tuple(figure.basis for figure, each in put if not each),
        conditions=heard.conditions,
        sure=sure,
        sure_words=words,
        reasons=tuple(_reasons(view)),
        read_by=tuple(by[name] for name in view.readers if name in by),
        several=len({reading.reader for reading in sheet.readings if reading.state == "read"}) > 1,
    )


def as_recorded(view: ProposalView) -> Heard:
    """What a proposal says; once it was recorded, as it was written then."""
    recorded = view.decision.recorded if view.decision else None
    if not recorded:
        return view.heard
    return replace(
        view.heard,
        speaker=recorded["speaker"],
        via=tuple(recorded["via"]),
        modality=recorded["modality"],
        text=recorded["text"],
    )


def confidence(number: float) -> tuple[str, Promise]:
    """How sure a reader is, in a word."""
    if number >= SURE:
        return "sure", pgettext_lazy("confidence", "sure")
    if number >= LIKELY:
        return "likely", pgettext_lazy("confidence", "likely")
    return "doubtful", pgettext_lazy("confidence", "doubtful")


def counted(figure: HeardFigure) -> Put | None:
    """A number in words, or nothing where it cannot be counted with."""
    quantity = writing.counted(figure, "", Findings())
    if quantity is None:
        return None
    return Put(
        heard=figure,
        op=quantity.op.value,
        stated_lo=quantity.stated_lo,
        stated_hi=quantity.stated_hi,
        lo=quantity.lo,
        hi=quantity.hi,
        words=figures.in_words(quantity, figure.unit),
        interval_words=figures.interval_in_words(quantity),
    )


def _told(words: str) -> tuple[str, bool]:
    """Why a field was read so, in the language of the page; or the words of the text themselves, as such."""
    if words in _TOLD:
        return str(_TOLD[words]), False
    if meant := _MEANT.fullmatch(words):
        return _now("“%(words)s” is taken for “%(fuller)s”, named before it") % meant.groupdict(), False
    return words, True


def _reasons(view: ProposalView) -> list[Reason]:
    told = []
    for field, words in view.reasons.items():
        if field not in FIELDS:
            continue
        told.append(Reason(FIELDS[field], *_told(words)))
    if "said" not in view.reasons and view.heard.said:
        told.append(Reason(FIELDS["said"], _now("the day on which it was published"), False))
    return told
