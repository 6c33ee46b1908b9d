"""How far somebody is, out of what voices say; nobody types it.

Each voice counts with the latest thing it says of the person, by when that was. The latest of all voices is the stage, and
another voice contests it only when both cannot be so: it denies that, it says that the person is dead or alive where the
other says the contrary, or it says something else of the same time. An earlier word about an earlier time contests nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from homeward.ledger.core.persons import FINAL, State
from homeward.ledger.core.voices import Modality
from homeward.moments import Interval

NOT_SO_FAR = frozenset(
    {Modality.POSSIBLE, Modality.EXPECTED, Modality.CONDITIONAL, Modality.PROMISED, Modality.OFFERED, Modality.DEMANDED}
)
"""What is said like this has not happened by the words themselves."""
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Word:
    """What a voice said of where somebody is: when that was, when it was said, how sure, its place in the ledger."""

    statement: UUID
    voice: UUID
    state: State
    modality: Modality
    occurred: Interval | None
    said: Interval | None
    position: int

    @property
    def time(self) -> Interval | None:
        """When it was so, as far as known; else when it was said."""
        return self.occurred or self.said

    @property
    def order(self) -> tuple[datetime, datetime, int]:
        return _begin(self.time), _begin(self.said), self.position


@dataclass(frozen=True, slots=True)
class Stage:
    """Where somebody is said to be: the state (none: nobody has said), the words that say so, and those that contest it."""

    state: State | None = None
    said_by: tuple[Word, ...] = ()
    against: tuple[Word, ...] = ()

    @property
    def contested(self) -> bool:
        return bool(self.against)


def stage(words: Iterable[Word]) -> Stage:
    """The stage out of words that hold and are known; those about what has not happened yet count for nothing here."""
    counted = sorted((word for word in words if word.modality not in NOT_SO_FAR), key=lambda word: word.order)
    denials = [word for word in counted if word.modality is Modality.DENIED]
    last = {word.voice: word for word in counted if word.modality is not Modality.DENIED}
    if not last:
        return Stage(against=tuple(denials)) if denials else Stage()
    latest = _furthest(list(last.values()))
    agreeing = tuple(word for word in _ordered(last.values()) if word.state is latest.state)
    contesting = [word for word in last.values() if _contests(word, latest)]
    contesting += [word for word in denials if word.state is latest.state and word.voice not in _voices(agreeing)]
    return Stage(latest.state, agreeing, tuple(_ordered(contesting)))


def _furthest(words: Sequence[Word]) -> Word:
    """The latest word; of several about somebody's death, that the remains came home says the more."""
    latest = max(words, key=lambda word: word.order)
    if latest.state is State.DEAD:
        returned = [word for word in words if word.state is State.REMAINS_RETURNED]
        return max(returned, key=lambda word: word.order) if returned else latest
    return latest


def _contests(word: Word, latest: Word) -> bool:
    if word.state is latest.state or word.voice == latest.voice:
        return False
    if word.state in FINAL and latest.state in FINAL:
        return False
    if word.state in FINAL:
        return True
    if latest.state in FINAL:
        return not _is_before(word, latest)
    return not _is_before(word, latest) and not _is_before(latest, word)


def _is_before(one: Word, other: Word) -> bool:
    """Whether what the one says was surely over, or at an instant, before the other's time began."""
    first, second = one.time, other.time
    if first is None or second is None or first.start is None or second.start is None or first.until is None:
        return False
    return first.until <= second.start and first.start < second.start


def _ordered(words: Iterable[Word]) -> list[Word]:
    return sorted(words, key=lambda word: word.order, reverse=True)


def _voices(words: Iterable[Word]) -> set[UUID]:
    return {word.voice for word in words}


def _begin(time: Interval | None) -> datetime:
    if time is None:
        return _LONG_AGO
    return time.start or time.until or _LONG_AGO
