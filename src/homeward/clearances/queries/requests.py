"""What was asked at once: the batches, the letter that goes out about one, and the table that goes with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from homeward.access import queries as access
from homeward.clearances.core.letter import AskedFor, Request
from homeward.clearances.core.letter import letter as written
from homeward.clearances.core.named import whole
from homeward.clearances.formats.requests import Line
from homeward.clearances.queries.authorities import authorities_of
from homeward.clearances.queries.views import BatchView, RequestLetter
from homeward.clearances.queries.words import Told, Words, all_words, day_of
from homeward.ledger.core.persons import Scope
from homeward.ledger.queries.views import Asked
from homeward.matching.core.letter import Sought
from homeward.matching.queries.known import Known
from homeward.matching.queries.shown import Opened, Shown
from homeward.people import queries as register
from homeward.people.queries import NoSuchPerson
from homeward.people.queries.given import statements
from homeward.refusals import Refused

PAGE = 50


class NoSuchBatch(Refused):
    """Nothing was asked under this number, or nothing that you may see."""


def batches(asked: Asked, *, authority: UUID | None = None) -> list[BatchView]:
    """What was asked at once, of every authority or of one, the last first; requests that were taken back are left out."""
    words = all_words(asked)
    found = _batches(words)
    named = authorities_of(asked, {each[0].authority for each in found.values()})
    # One request of each batch stands for it: they were recorded together, through the same hands.
    given = statements(asked, {each[0].word.statement for each in found.values()})
    names = access.names_of({each[0].recorded_by for each in found.values()})
    views = [
        BatchView(
            batch=batch,
            authority=named[told[0].authority],
            purpose=told[0].purpose,
            asked_on=told[0].word.on,
            via=given[told[0].word.statement].view.via if told[0].word.statement in given else (),
            people=tuple(dict.fromkeys(each.person for each in told)),
            recorded_by=names.get(told[0].recorded_by, ""),
            refs={each.person: each.ref for each in told},
        )
        for batch, told in found.items()
        if told[0].authority in named and authority in (None, told[0].authority)
    ]
    last = {batch: max(each.word.order for each in told) for batch, told in found.items()}
    return sorted(views, key=lambda each: last[each.batch], reverse=True)


def batch_named(asked: Asked, batch: UUID) -> BatchView:
    """One batch."""
    found = next((each for each in batches(asked) if each.batch == batch), None)
    if found is None:
        raise NoSuchBatch(where=str(batch), instead="See what was asked: homeward clearances requests.")
    return found


def request_letter(asked: Asked, batch: UUID, language: str, *, people: Collection[UUID] = ()) -> RequestLetter:
    """The letter about a batch; who has not agreed to share with authorities is left out and told apart.

    `people` are named all the same, because whoever asks says so.
    """
    going = Going(asked, batch_named(asked, batch), people)
    told = written(going.request, going.families(), language)
    return RequestLetter(
        batch=going.batch,
        letter=told,
        named=told.people,
        without_consent=tuple(going.left_out),
        named_without=tuple(each for each in told.people if each not in going.agreed),
        people=tuple(dict.fromkeys([*told.people, *(each.id for each in going.left_out if each.names)])),
    )


class Going:
    """Who of a batch may be named to the authority, and what is told of each."""

    def __init__(self, asked: Asked, batch: BatchView, named: Collection[UUID]) -> None:
        known = Known(asked)
        shown_as = {known.shown(each): each for each in batch.people}
        if strangers := [each for each in named if known.shown(each) not in shown_as]:
            raise NoSuchPerson(where=str(strangers[0]), instead="Name people of this request.")
        self.batch, self.known, self.shown_as = batch, known, shown_as
        self.request = Request(batch.authority.name, batch.purpose, day_of(asked))
        shared = register.agreed(asked, {each: known.group(each) for each in shown_as})
        self.agreed = {each for each, scope in shared.items() if Scope.AUTHORITIES.value in scope}
        may = self.agreed | {known.shown(each) for each in named}
        self.shown = Shown(known, list(shown_as))
        self.named = [each for each in shown_as if each in may]
        self.left_out = [self.shown.view(each) for each in shown_as if each not in may]

    def families(self) -> list[list[AskedFor]]:
        """Those who are named, family by family, the largest first; of a family only whoever is asked for."""
        groups, named = self.known.families, set(self.named)
        found = [sorted(family & named, key=str) for family in groups if family & named]
        alone = named - {each for family in found for each in family}
        ordered = sorted(found, key=lambda each: (-len(each), str(each[0]))) + [
            [each] for each in sorted(alone, key=str)
        ]
        return [[self.asked_for(each) for each in family] for family in ordered]

    def asked_for(self, person: UUID) -> AskedFor:
        opened = self.shown.of(person)
        told = Sought(person, whole(opened.view.names), opened.births, opened.papers)
        return AskedFor(told, nationalities(opened), self.batch.refs[self.shown_as[person]])

    def lines(self) -> list[Line]:
        """The same people as lines of a table."""
        found = []
        for number, family in enumerate(self.families(), 1):
            for each in family:
                if each.told.names:
                    births = tuple(birth.words for birth in each.told.births)
                    of = str(number) if len(family) > 1 else ""
                    found.append(
                        Line(each.reference, of, each.told.names, births, each.nationalities, each.told.papers)
                    )
        return found


def nationalities(opened: Opened) -> tuple[str, ...]:
    """Nationalities as they were given, each once."""
    return tuple(dict.fromkeys(each.words for values in opened.values for each in values.nationalities if each.words))


def _batches(words: Words) -> dict[UUID, Sequence[Told]]:
    found: dict[UUID, list[Told]] = defaultdict(list)
    for each in words.every():
        if each.batch is not None:
            found[each.batch].append(each)
    return {batch: sorted(told, key=lambda each: each.word.position) for batch, told in found.items()}
