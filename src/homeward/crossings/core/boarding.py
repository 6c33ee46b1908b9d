"""What phones and paper say of the people of a manifest, put together: in any order, twice, hours late, by wrong clocks.

Every word is kept. Of one device the last word about a person is the one of the highest number: a device counts what it says, and
its clock decides nothing. Between devices there is no order, so two that differ are a conflict, which the desk settles having seen
the words; a word that comes later stands beside what was settled. Every answer is a function of the set of words alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar
from uuid import UUID

from homeward.crossings.core.gaps import Gap, gaps
from homeward.ledger.core.boarding import State

Key = TypeVar("Key")
PICKED_UP = MappingProxyType(
    {
        State.BOARDED: State.BOARDED,
        State.CROSSED: State.BOARDED,
        State.TURNED_BACK: State.BOARDED,
        State.NO_SHOW: State.NO_SHOW,
        State.REFUSED: State.REFUSED,
    }
)
"""What a state says of the pick-up: whoever was seen at the gate was on board."""
AT_THE_GATE = frozenset({State.CROSSED, State.TURNED_BACK})


@dataclass(frozen=True, slots=True)
class CheckOff:
    """One word of one device about one person: its own id, its number on that device, and the device's clock as it was."""

    id: UUID
    device: UUID
    sequence: int
    person: UUID
    state: State
    vehicle: UUID | None = None
    at: str = ""
    place: str = ""

    @property
    def order(self) -> tuple[str, int, str, str]:
        return str(self.device), self.sequence, str(self.id), repr(self)


@dataclass(frozen=True, slots=True)
class Seated:
    """Somebody of the manifest; who travels together has one family, and nobody else has it."""

    person: UUID
    family: UUID
    vehicle: UUID


@dataclass(frozen=True, slots=True)
class Settled:
    """What the desk holds to be so of a person, having seen these words; what it has not seen stands beside it."""

    person: UUID
    state: State
    seen: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with one person: at the pick-up and at the gate, none where nobody has said anything.

    `words` are the last words of the devices, where they say something; contested is where two of them cannot both be so.
    """

    seat: Seated
    pickup: State | None
    gate: State | None
    contested_pickup: bool
    contested_gate: bool
    words: tuple[CheckOff, ...]
    settled: bool = False
    vehicles: tuple[UUID, ...] = ()

    @property
    def contested(self) -> bool:
        return self.contested_pickup or self.contested_gate

    @property
    def on_board(self) -> bool:
        """Whether the person was on board, whatever happened at the gate."""
        return self.pickup is State.BOARDED


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that must close. What nobody has said yet, and what is contested, is counted as such and nowhere else."""

    manifested: int
    boarded: int
    no_show: int
    refused: int
    waiting: int
    contested: int
    crossed: int
    turned_back: int
    in_transit: int
    contested_at_gate: int

    @property
    def closes(self) -> bool:
        """Whether manifested = boarded + no-show + refused, and boarded = crossed + turned back + in transit."""
        return (
            self.manifested == self.boarded + self.no_show + self.refused
            and self.boarded == self.crossed + self.turned_back + self.in_transit
        )


@dataclass(frozen=True, slots=True)
class WalkOn:
    """Somebody who is on no row of the manifest and whom a device saw: apart from the numbers, and only with a second person."""

    person: UUID
    states: tuple[State, ...]
    words: tuple[CheckOff, ...]
    second: UUID | None


@dataclass(frozen=True, slots=True)
class Split:
    """A family of which some are let through and some are not: where it happened, who goes on, who stays."""

    family: UUID
    where: str
    through: tuple[UUID, ...]
    back: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """All that the words come to. Nothing of them is left out: each stands with a person, a walk-on, or apart."""

    people: tuple[Standing, ...]
    numbers: Numbers
    splits: tuple[Split, ...]
    walk_ons: tuple[WalkOn, ...]
    apart: tuple[CheckOff, ...]
    altered: tuple[UUID, ...]
    reused: tuple[tuple[UUID, int], ...]
    missing: tuple[Gap, ...]
    words: int

    @property
    def conflicts(self) -> tuple[Standing, ...]:
        return tuple(each for each in self.people if each.contested)


@dataclass(frozen=True, slots=True)
class Sorted:
    """A batch held against what is known: what is new, what came before just so, and ids that said something else before."""

    fresh: tuple[CheckOff, ...]
    repeated: tuple[UUID, ...]
    altered: tuple[UUID, ...]


def sort_batch(known: Mapping[UUID, Collection[CheckOff]], batch: Iterable[CheckOff]) -> Sorted:
    """What of a batch is still to be kept: the same word twice is kept once, an id that now says otherwise is kept beside."""
    seen: dict[UUID, set[CheckOff]] = {id: set(words) for id, words in known.items()}
    fresh: list[CheckOff] = []
    repeated: list[UUID] = []
    altered: list[UUID] = []
    for word in batch:
        before = seen.setdefault(word.id, set())
        if word in before:
            repeated.append(word.id)
            continue
        if before:
            altered.append(word.id)
        before.add(word)
        fresh.append(word)
    return Sorted(tuple(fresh), tuple(repeated), tuple(altered))


def merge(
    seats: Sequence[Seated],
    words: Iterable[CheckOff],
    *,
    revoked: Mapping[UUID, int] = MappingProxyType({}),
    settled: Sequence[Settled] = (),
    seconds: Mapping[UUID, UUID] = MappingProxyType({}),
) -> Board:
    """Put all words together.

    `revoked` says of a device up to which number its words count; what it says beyond is kept apart and shown. `settled` are
    the desk's own words in their order, of which the last about a person counts; `seconds` are those who confirmed a walk-on.
    """
    every = sorted(set(words), key=lambda each: each.order)
    apart = tuple(each for each in every if each.sequence > revoked.get(each.device, each.sequence))
    counting = [each for each in every if each.sequence <= revoked.get(each.device, each.sequence)]
    spoken = _spoken(counting)
    by_desk = {each.person: each for each in settled}
    people = tuple(_standing(seat, spoken.get(seat.person, ()), by_desk.get(seat.person)) for seat in seats)
    manifested = {seat.person for seat in seats}
    return Board(
        people=people,
        numbers=_numbers(people),
        splits=tuple(_splits(people)),
        walk_ons=tuple(
            WalkOn(person, tuple(sorted({each.state for each in told})), told, seconds.get(person))
            for person, told in sorted(spoken.items(), key=lambda each: str(each[0]))
            if person not in manifested
        ),
        apart=apart,
        altered=_several(each.id for each in every),
        reused=_several((each.device, each.sequence) for each in every),
        missing=gaps((each.device, each.sequence) for each in every),
        words=len(every),
    )


def _several(keys: Iterable[Key]) -> tuple[Key, ...]:
    """The keys that come more than once."""
    return tuple(sorted((key for key, number in Counter(keys).items() if number > 1), key=str))


def _spoken(words: Sequence[CheckOff]) -> dict[UUID, tuple[CheckOff, ...]]:
    """By person the last word of each device; a number that was used twice leaves both. Who took it back says nothing."""
    last: dict[tuple[UUID, UUID], list[CheckOff]] = defaultdict(list)
    for word in words:
        told = last[word.person, word.device]
        if told and told[0].sequence < word.sequence:
            told.clear()
        if not told or told[0].sequence == word.sequence:
            told.append(word)
    found: dict[UUID, list[CheckOff]] = defaultdict(list)
    for (person, _device), told in last.items():
        found[person].extend(each for each in told if each.state is not State.WAITING)
    return {person: tuple(sorted(told, key=lambda each: each.order)) for person, told in found.items() if told}


def _standing(seat: Seated, words: tuple[CheckOff, ...], desk: Settled | None) -> Standing:
    unseen = [each for each in words if desk is None or each.id not in desk.seen]
    states = {each.state for each in unseen} | ({desk.state} if desk else set())
    states.discard(State.WAITING)
    pickups = {PICKED_UP[each] for each in states}
    gates = states & AT_THE_GATE
    contested = len(pickups) > 1
    on_board = pickups == {State.BOARDED}
    return Standing(
        seat=seat,
        pickup=None if contested or not pickups else next(iter(pickups)),
        gate=next(iter(gates)) if on_board and len(gates) == 1 else None,
        contested_pickup=contested,
        contested_gate=on_board and len(gates) > 1,
        words=words,
        settled=desk is not None and not unseen,
        vehicles=tuple(sorted({each.vehicle for each in words if each.vehicle and each.state in _CARRIED}, key=str)),
    )


_CARRIED = frozenset({State.BOARDED, *AT_THE_GATE})


def _numbers(people: Sequence[Standing]) -> Numbers:
    pickups = Counter(each.pickup for each in people)
    gates = Counter(each.gate for each in people if each.on_board)
    contested_at_gate = sum(each.contested_gate for each in people)
    contested = sum(each.contested_pickup for each in people)
    return Numbers(
        manifested=len(people),
        boarded=pickups[State.BOARDED],
        no_show=pickups[State.NO_SHOW],
        refused=pickups[State.REFUSED],
        waiting=pickups[None] - contested,
        contested=contested,
        crossed=gates[State.CROSSED],
        turned_back=gates[State.TURNED_BACK],
        in_transit=gates[None] - contested_at_gate,
        contested_at_gate=contested_at_gate,
    )


def _splits(people: Sequence[Standing]) -> Iterable[Split]:
    """Families that are taken apart by what was said: at the pick-up, and at the gate. One contested member makes none yet."""
    families: dict[UUID, list[Standing]] = defaultdict(list)
    for each in people:
        families[each.seat.family].append(each)
    for family, members in families.items():
        through = [each.seat.person for each in members if each.on_board]
        left = [each.seat.person for each in members if each.pickup in (State.NO_SHOW, State.REFUSED)]
        if through and left:
            yield Split(family, "pickup", tuple(through), tuple(left))
        crossed = [each.seat.person for each in members if each.gate is State.CROSSED]
        back = [each.seat.person for each in members if each.gate is State.TURNED_BACK]
        if crossed and back:
            yield Split(family, "gate", tuple(crossed), tuple(back))
