"""The reading screen of a paper, put together from one answer: its text in runs, its cards, what waits, what was not read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from homeward.ledger.queries.views import Asked
from homeward.reading import queries
from homeward.reading.queries.views import PlaceView, ReadingView, SheetOfReading
from homeward.web.reading import marked
from homeward.web.reading.cards import Card, cards
from homeward.web.reading.marked import Marked, Run

#: Cards on one page.
PAGE = 100


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence that tells of somebody saying something, and in which nothing was found."""

    number: int
    place: PlaceView

    @property
    def written(self) -> str:
        return f"{self.place.start}-{self.place.end}"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at in the order of the text: a card, or a sentence that was not read."""

    card: Card | None = None
    unread: Unread | None = None


class Screen:
    """Everything that the page of a paper shows."""

    def __init__(self, asked: Asked, document: UUID, *, at: datetime, page: int = 1) -> None:
        self.asked, self.at = asked, at
        self.sheet: SheetOfReading = queries.sheet(asked.case, document)
        self.cards = cards(self.sheet, zone=asked.case.zone, at=at)
        self.page = min(max(1, page), self.pages)
        self.may_decide = asked.case.may_write and not asked.past

    @property
    def document(self) -> UUID:
        return self.sheet.paper.document_id

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.cards) // PAGE))

    @property
    def on_page(self) -> Sequence[Card]:
        return self.cards[(self.page - 1) * PAGE : self.page * PAGE]

    @cached_property
    def items(self) -> list[Item]:
        """Cards and unread sentences of this page, in the order of the text."""
        shown = list(self.on_page)
        first = shown[0].view.start if shown and self.page > 1 else -1
        last = shown[-1].view.start if shown and self.page < self.pages else len(self.sheet.text) + 1
        told = [(card.view.start, 0, Item(card=card)) for card in shown]
        told += [
            (place.start, 1, Item(unread=Unread(number, place)))
            for number, place in enumerate(self.sheet.unread, start=1)
            if first <= place.start <= last
        ]
        return [item for _start, _kind, item in sorted(told, key=lambda each: each[:2])]

    @property
    def left(self) -> int:
        """How many proposals nobody decided about yet."""
        return sum(card.open for card in self.cards)

    @property
    def decided(self) -> int:
        return len(self.cards) - self.left

    @property
    def waiting(self) -> list[ReadingView]:
        return [reading for reading in self.sheet.readings if reading.state == "waiting"]

    @property
    def waits(self) -> bool:
        """Whether a reader is still to answer."""
        return self.sheet.paper.state == "waiting" or bool(self.waiting)

    @property
    def models(self) -> list[ReadingView]:
        return [reading for reading in self.sheet.readings if not reading.built_in]

    @property
    def readers(self) -> list[ReadingView]:
        return [reading for reading in self.sheet.readings if reading.reader and reading.state == "read"]

    @property
    def cut(self) -> bool:
        """Whether the text is longer than the page shows."""
        return len(self.sheet.text) > marked.MOST_SHOWN

    @property
    def paragraphs(self) -> list[list[Run]]:
        places = [
            Marked(card.number, role, place.start, place.end, card.family, card.verdict)
            for card in self.cards
            for role, pieces in (("source", card.view.source), ("cue", card.view.cue), ("content", card.view.content))
            for place in pieces
        ]
        return list(
            marked.paragraphs(self.sheet.text, places, [(place.start, place.end) for place in self.sheet.unread])
        )

    def card(self, proposal: UUID) -> Card | None:
        return next((card for card in self.cards if card.view.id == proposal), None)

    def page_of(self, card: Card) -> int:
        return (card.number - 1) // PAGE + 1

    def next_open(self, after: Card) -> Card | None:
        """The next card that waits, from this one on and then from the top."""
        return next((each for each in (*self.cards[after.number :], *self.cards[: after.number]) if each.open), None)
