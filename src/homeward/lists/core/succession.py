"""How a version follows the one before: which row keeps its record, which gets a new one of the same person, who is new, who went.

Ids are made by whoever asks (`fresh`), at random: they tell nothing, and the same row read twice is not the same record.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple
from uuid import UUID

from homeward.lists.core.book import Question
from homeward.lists.core.diff import LEAST, SHARE, Hint, How, Step, difference, moved_among
from homeward.lists.core.entry import Entry, Marks, marks, words
from homeward.lists.core.pairing import Paired
from homeward.lists.core.plan import Row, SetAside
from homeward.names import key
from homeward.people.core.values import Values

KEPT = "kept"
"""What became of an entry that no row of this file gives and that is still on the list."""
REMOVED, PART = "removed", "part"
KNOWN_FIELDS = frozenset(
    {
        "name", "birth", "age", "sex", "nationality", "document", "document kind or country", "issued", "expires", "household",
        "relation", "place", "contact", "decision", "remarks", "needs", "other columns",
    }
)  # fmt: skip
"""Fields that can be named in plain; a heading of the file may name somebody and is told as another column."""


class Stood(NamedTuple):
    """An entry of the version before: the record that gave it, whose it is, what it said."""

    record: UUID
    person: UUID
    values: Values


class Placed(NamedTuple):
    """A row of the new version in the register; `values` only when the record is new."""

    at: int
    record: UUID
    person: UUID
    change: str
    before: UUID | None = None
    fields: tuple[str, ...] = ()
    values: Values | None = None


@dataclass(frozen=True, slots=True)
class Succession:
    """Every row placed, in the order of the file; who is kept though no row says so; who is on the list no more.

    `hints` are pairs of one who went and one who came that may be one person; `question` must be answered before anybody counts
    as gone; `not_compared` counts entries whose spelling nobody held against others.
    """

    placed: tuple[Placed, ...]
    kept: tuple[Stood, ...]
    gone: tuple[Stood, ...]
    hints: tuple[Hint, ...] = ()
    question: Question | None = None
    not_compared: int = 0

    @property
    def counts(self) -> dict[str, int]:
        """How many rows of each kind there are, who went and who is kept."""
        counted = Counter(row.change for row in self.placed)
        return {
            **{how.value: counted[how.value] for how in How if how is not How.OUT},
            How.OUT.value: len(self.gone),
            KEPT: len(self.kept),
        }


def succession(
    before: Iterable[Stood],
    rows: Sequence[Row],
    set_aside: Sequence[SetAside],
    *,
    twice: frozenset[tuple[str, int]] = frozenset(),
    answer: str = "",
    fresh: Callable[[], UUID],
) -> Succession:
    """Place the rows; `answer` is what a person said of those who are not on this version: "removed", or "part".

    `twice` are rows, by sheet and line, that say an earlier person of the file again. `before` is gone through once: of entries
    that a row says again word by word only whose they are is held, so that two large versions need little more memory than one.
    """
    equal, left = _equal(before, rows)
    new = [at for at in range(len(rows)) if at not in equal.pairs]
    found = difference([Entry(at, stood.values) for at, stood in left], [Entry(at, rows[at].values) for at in new])
    placed = tuple(_placed(equal, dict(left), found.steps, same_people(rows, twice), fresh))
    still = {row.person for row in placed}
    held = dict(left)
    out = [held[step.before.number] for step in found.steps if step.how is How.OUT and step.before is not None]
    missing = [stood for stood in out if stood.person not in still]
    unread = Unread(set_aside)
    kept = [stood for stood in missing if answer == PART or unread.may_give(stood.values)]
    spared = {stood.record for stood in kept}
    gone = tuple(stood for stood in missing if stood.record not in spared)
    people = len({stood.person for _, stood in left} | {person for _, _, person in equal.pairs.values()})
    question = None if answer in (REMOVED, PART) else _question(len(gone), people)
    return Succession(placed, tuple(kept), gone, found.hints, question, found.not_compared)


@dataclass(slots=True)
class _Equal:
    """Rows that say an entry of the version before again word by word: its place there, its record, whose it is."""

    pairs: dict[int, tuple[int, UUID, UUID]] = field(default_factory=dict)

    def moved(self) -> set[int]:
        """Those of them that are no longer in the order in which the others stand."""
        places = {at: place for at, (place, _, _) in self.pairs.items()}
        return moved_among(Paired(after=places, equal=set(places)))


def _equal(before: Iterable[Stood], rows: Sequence[Row]) -> tuple[_Equal, list[tuple[int, Stood]]]:
    """The rows that are in both, and the entries that no row says again, each with its place."""
    places: defaultdict[bytes, list[int]] = defaultdict(list)
    left: list[tuple[int, Stood]] = []
    found = _Equal()
    waiting = enumerate(before)
    first = next(waiting, None)
    if first is None:
        return found, left
    for at in range(len(rows) - 1, -1, -1):
        places[_digest(rows[at].values)].append(at)
    for place, stood in chain([first], waiting):
        if same := places.get(_digest(stood.values)):
            found.pairs[same.pop()] = (place, stood.record, stood.person)
        else:
            left.append((place, stood))
    return found, left


def _digest(values: Values) -> bytes:
    return blake2b(repr(words(values)).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _placed(
    equal: _Equal,
    before: dict[int, Stood],
    steps: Sequence[Step],
    same: dict[int, int],
    fresh: Callable[[], UUID],
) -> list[Placed]:
    moved = equal.moved()
    placed = {
        at: Placed(at, record, person, (How.MOVED if at in moved else How.SAME).value, record)
        for at, (_, record, person) in equal.pairs.items()
    }
    new: list[Step] = []
    for step in steps:
        if step.after is None:
            continue
        if step.before is None:
            new.append(step)
            continue
        at, stood = step.after.number, before[step.before.number]
        fields = plain_fields((*step.corrected, *step.changed))
        placed[at] = Placed(at, fresh(), stood.person, step.how.value, stood.record, fields, step.after.values)
    for step in new:
        assert step.after is not None
        at = step.after.number
        person = placed[same[at]].person if same.get(at) in placed else fresh()
        placed[at] = Placed(at, fresh(), person, How.IN.value, None, (), step.after.values)
    return [placed[at] for at in sorted(placed)]


def plain_fields(fields: Sequence[str]) -> tuple[str, ...]:
    """Names of fields that may stand in plain."""
    return tuple(
        dict.fromkeys(
            each if each in KNOWN_FIELDS else "name" if each.endswith(" name") else "another column" for each in fields
        )
    )


def same_people(rows: Sequence[Row], twice: frozenset[tuple[str, int]]) -> dict[int, int]:
    """Of rows that say an earlier person again, word by word or in name, birth and papers: which row said it first."""
    if not twice:
        return {}
    seen: dict[Hashable, int] = {}
    again: dict[int, int] = {}
    for at, row in enumerate(rows):
        if not (known := marks(row.values)).name:
            continue
        grounds = _grounds(row.values, known)
        first = next((seen[ground] for ground in grounds if ground in seen), None)
        for ground in grounds:
            seen.setdefault(ground, at if first is None else first)
        if first is not None and (row.sheet, row.number) in twice:
            again[at] = first
    return again


def _grounds(values: Values, known: Marks) -> list[Hashable]:
    grounds: list[Hashable] = [hash(words(values))]
    if known.birth or known.documents:
        grounds.append((known.name, known.birth, known.documents))
    return grounds


class Unread:
    """What stands in lines that were set aside: an entry whose name or paper stands there is not gone."""

    def __init__(self, set_aside: Sequence[SetAside]) -> None:
        cells = [cell for line in set_aside for cell in line.cells if cell.strip()]
        self._names = {key(cell) for cell in cells if len(cell) < 1_000} - {""}
        self._lines = [f" {key(' '.join(line.cells)[:5_000])} " for line in set_aside[:200]]
        self._papers = {comparable(cell) for cell in cells if len(cell) < 200} - {""}

    def may_give(self, values: Values) -> bool:
        """Whether a line that was set aside may be this entry."""
        if not self._names:
            return False
        # As written and as it is compared: a cell holds the one, and a letter may have been taken for a label.
        if any(comparable(number) in self._papers for each in values.documents for number in (each.number, each.key)):
            return True
        names = {key(name.words) for name in values.names if len(key(name.words).split()) > 1}
        return bool(names & self._names) or any(f" {name} " in line for name in names for line in self._lines)


def comparable(number: str) -> str:
    """Letters and digits of a number alone, capital; nothing of what is too short to be one."""
    bare = "".join(letter for letter in number.upper() if letter.isalnum())
    return bare if len(bare) > 4 else ""


def _question(gone: int, before: int) -> Question | None:
    """Nobody counts as removed from a list that shrank, or that lost everybody, before a person says so."""
    if not gone or (gone < before and (gone < LEAST or gone < SHARE * before)):
        return None
    return Question(
        "shrunk",
        f"{gone:,} of {before:,} are not on this version. Were they taken off the list?",
        choices=((REMOVED, "yes, they were taken off"), (PART, "no, this is only a part of the list")),
    )
