"""All that is recorded of the manifest and the boarding of one convoy, read at once for one question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from homeward.crossings.core.boarding import Board, CheckOff, Seated, Settled, merge
from homeward.crossings.models import OfConvoy
from homeward.crossings.records.known import Told
from homeward.ledger.core import kinds
from homeward.ledger.models import Statement
from homeward.ledger.queries.views import Asked
from homeward.people.queries.given import statements

SIGNED, PUBLISHED, GIVEN = "done.manifest_signed", "done.manifest_published", "done.manifest_given"
CALLED = "done.called_forward"
BOUND, SET_UP, REVOKED = "done.phone_bound", "done.phone_set_up", "done.phone_revoked"
TAKEN, SETTLED, SECONDED = "done.check_offs_taken", "done.check_off_settled", "done.walk_on_confirmed"
CLOSED = "done.boarding_closed"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a manifest: what the first person signed, and what the second one said to it, if anything yet."""

    number: int
    signed: Told
    published: Told | None

    @property
    def seats(self) -> tuple[kinds.Seat, ...]:
        found: tuple[kinds.Seat, ...] = self.signed.content.seats
        return found


class Boarded:
    """What counts of it: what was taken back does not, and stays in the ledger."""

    def __init__(self, asked: Asked, convoy: UUID) -> None:
        self.asked, self.convoy = asked, convoy
        rows = list(
            OfConvoy.objects.filter(case_id=asked.case.id, convoy_id=convoy)
            .order_by("position")
            .values_list("statement_id", "kind", "compartment_id")
        )
        found = statements(asked, [statement for statement, *_ in rows])
        self._told: dict[str, list[Told]] = {}
        for statement, kind, _ in rows:
            if statement in found and found[statement].view.counts:
                self._told.setdefault(kind, []).append(Told(found[statement].content, found[statement].view))
        self.rooms = {statement: room for statement, _, room in rows}

    def told(self, kind: str) -> list[Told]:
        """Every word of a kind that counts, in the order of the ledger."""
        return self._told.get(kind, [])

    @cached_property
    def versions(self) -> list[Version]:
        """Versions that were signed, in the order of signing; of one number only one is ever published."""
        seconds = {each.content.signed: each for each in self.told(PUBLISHED)}
        return [Version(each.content.version, each, seconds.get(each.given.statement)) for each in self.told(SIGNED)]

    @property
    def published(self) -> Version | None:
        """The version that holds: the last one published."""
        done = [each for each in self.versions if each.published]
        return max(done, key=lambda each: each.published.given.position) if done else None  # type: ignore[union-attr]

    @property
    def waiting(self) -> Version | None:
        """What was signed last and waits for a second person."""
        last = self.versions[-1] if self.versions else None
        held = self.published
        if last is None or last.published or (held and held.number >= last.number):
            return None
        return last

    @property
    def closed(self) -> Told | None:
        return self.told(CLOSED)[-1] if self.told(CLOSED) else None

    @property
    def closes_otherwise(self) -> bool:
        """Whether the numbers close now, and not as they were closed: words came in since."""
        if self.closed is None or not self.board.numbers.closes:
            return False
        last: kinds.BoardingClosed = self.closed.content
        return closing(self.convoy, last.version, self.board) != last

    def before(self, told: Told) -> Boarded:
        """The same as it was when this was recorded."""
        then = copy(self)
        for name in _WORKED_OUT & vars(then).keys():
            del vars(then)[name]
        then._told = {
            kind: [each for each in every if each.given.position < told.given.position]
            for kind, every in self._told.items()
        }
        return then

    @cached_property
    def words(self) -> dict[UUID, list[CheckOff]]:
        """Every word that was taken, by its id."""
        found: dict[UUID, list[CheckOff]] = defaultdict(list)
        for told in self.told(TAKEN):
            for word in told.content.words:
                found[word.id].append(as_word(told.content.device, word))
        return found

    @cached_property
    def revoked(self) -> Mapping[UUID, int]:
        """Up to which number each revoked phone counts; of two revocations the stricter."""
        found: dict[UUID, int] = {}
        for told in self.told(REVOKED):
            before = found.get(told.content.device)
            found[told.content.device] = told.content.after if before is None else min(before, told.content.after)
        return found

    @cached_property
    def holders(self) -> Mapping[UUID, UUID]:
        """Who has each phone: whoever bound it."""
        bound = {told.given.statement: told.content.device for told in self.told(BOUND)}
        return {bound[id]: by for id, by in by_whom(bound).items()}

    @cached_property
    def board(self) -> Board:
        """All words put together over the version that holds."""
        seats = self.published.seats if self.published else ()
        return merge(
            [Seated(seat.person, seat.family, seat.vehicle) for seat in seats],
            [word for same in self.words.values() for word in same],
            revoked=self.revoked,
            settled=[
                Settled(told.content.person, told.content.state, frozenset(told.content.seen))
                for told in self.told(SETTLED)
            ],
            seconds=self._seconds,
        )

    @cached_property
    def _seconds(self) -> dict[UUID, UUID]:
        said = {told.given.statement: told.content.person for told in self.told(SECONDED)}
        return {said[id]: by for id, by in by_whom(said).items()}


_WORKED_OUT = frozenset(name for name, value in vars(Boarded).items() if isinstance(value, cached_property))


def closing(convoy: UUID, version: int, board: Board) -> kinds.BoardingClosed:
    """What is recorded when a boarding is closed as this board stands."""
    n = board.numbers
    return kinds.BoardingClosed(
        convoy=convoy,
        version=version,
        manifested=n.manifested,
        boarded=n.boarded,
        no_show=n.no_show,
        refused=n.refused,
        crossed=n.crossed,
        turned_back=n.turned_back,
        in_transit=n.in_transit,
        walk_ons=len(board.walk_ons),
    )


def as_word(device: UUID, word: kinds.Seen) -> CheckOff:
    """A word of the ledger as the core puts them together."""
    return CheckOff(word.id, device, word.sequence, word.person, word.state, word.vehicle, word.at, word.place)


def by_whom(ids: Mapping[UUID, UUID]) -> dict[UUID, UUID]:
    """Whose acts these statements are."""
    return dict(Statement.objects.filter(id__in=list(ids)).values_list("id", "recorded_by"))
