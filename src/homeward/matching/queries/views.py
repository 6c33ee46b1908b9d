"""What the war-room answers with: frozen values, each number with what shows it; nothing about who may not be seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.queries.views import Asked
from homeward.lists.queries import VersionView
from homeward.matching.core.families import Age
from homeward.matching.core.funnel import Funnel
from homeward.matching.core.letter import Letter
from homeward.matching.core.places import Cell, Stand
from homeward.people.queries import JudgementView, StageView

PARTS = ("matched", "doubtful", "new", "closed", "gone", "added", "changed", "duplicates")
"""The parts of a war-room, of which one is shown page by page."""
SORTS = PARTS[:4]
"""The first four: every entry of the version stands in one of them."""


@dataclass(frozen=True, slots=True)
class ShownView:
    """Somebody as they are shown: every id that is theirs by judgements, every name that counts, days of birth as written.

    No names: nothing of them opens.
    """

    id: UUID
    ids: tuple[UUID, ...]
    names: tuple[str, ...]
    births: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NearView:
    """Somebody who may be the same person: how likely (per mille), by which levels, and in which rows of the list (sheet, row).

    `unsure` when it was judged that nobody can tell.
    """

    other: ShownView
    per_mille: int
    levels: tuple[str, ...]
    rows: tuple[tuple[int, int], ...]
    unsure: bool


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry of the list: where it stands, whose it is, who may be the same, and which judgements and statements say what it is.

    `ours` when others than this list told of them, by the statements `told`. Sheet and row are 0 where no row of the
    file gives the entry.
    """

    sheet: int
    row: int
    change: str
    person: ShownView
    ours: bool
    told: tuple[str, ...]
    judgements: tuple[JudgementView, ...]
    near: tuple[NearView, ...]
    contested: bool = False


@dataclass(frozen=True, slots=True)
class DuplicateLine:
    """Two entries of the version that may be one person, or are by judgements."""

    one: ShownView
    other: ShownView
    rows: tuple[tuple[int, int], ...]
    other_rows: tuple[tuple[int, int], ...]
    per_mille: int | None
    levels: tuple[str, ...]
    judgements: tuple[JudgementView, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberView:
    """Somebody of a family: where they stand on the list and since which version, how old they are, where else they stand.

    `may_be` are near misses on the list, `lines` those of it that may name them, as nobody has settled: (sheet, row). `child_of`
    and `spouse_of` are others of the family. `away`: said to have crossed, to be home or to be dead, uncontested.
    """

    person: ShownView
    stand: Stand
    since: int | None
    rows: tuple[tuple[int, int], ...]
    age: Age | None
    is_child: bool
    away: bool
    stage: StageView
    child_of: tuple[UUID, ...]
    ward_of: tuple[UUID, ...]
    spouse_of: tuple[UUID, ...]
    may_be: tuple[NearView, ...]
    lines: tuple[tuple[int, int], ...]
    elsewhere: Mapping[UUID, Cell]


@dataclass(frozen=True, slots=True)
class SplitView:
    """A family of which the list names some: `separated` when children and parents are on different sides of it.

    `missing` are surely off it; `doubtful` may stand there under another spelling, or in a line that was set aside.
    """

    members: tuple[MemberView, ...]
    separated: bool
    children_alone: tuple[UUID, ...]
    children_left: tuple[UUID, ...]
    missing: tuple[UUID, ...]
    doubtful: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class SplitsView:
    """A page of the families that a version of a list takes apart, those with children and parents apart first.

    `count` counts all of them, `separated` those apart, `near` those of whom all that are off may be near misses.
    """

    version: VersionView
    ref: str
    lists: Mapping[UUID, str]
    families: tuple[SplitView, ...]
    count: int
    separated: int
    near: int

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody of whom this shows something: what the log of readings is told."""
        members = [member for family in self.families for member in family.members]
        return whom(
            *(member.person for member in members), *(near.other for member in members for near in member.may_be)
        )


@dataclass(frozen=True, slots=True)
class WarRoomView:
    """A version of a list held against the register: what each entry is, what changed, whom it takes from their families.

    `entries` is what stands on it: the rows `stored`, entries `kept` though no row gives them, lines `settled` by hand. The four
    counts of SORTS add up to it. `open_lines` were set aside and wait: nobody knows yet whom they name. `gone_ours` are those of
    the gone of whom others told. `ref` is the statement of the reading. `lines` are a page of `part`; `count` is all of it.
    """

    asked: Asked
    version: VersionView
    ref: str
    before: VersionView | None
    entries: int
    kept: int
    settled: int
    open_lines: int
    counts: Mapping[str, int]
    gone_ours: int
    families: SplitsView
    part: str = ""
    lines: tuple[EntryLine, ...] = ()
    duplicates: tuple[DuplicateLine, ...] = ()
    count: int = 0

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody of whom this shows something: what the log of readings is told."""
        shown = [line.person for line in self.lines]
        shown += [near.other for line in self.lines for near in line.near]
        shown += [each for line in self.duplicates for each in (line.one, line.other)]
        return tuple(dict.fromkeys([*self.families.people, *whom(*shown)]))


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """Somebody, and where each list has them."""

    person: ShownView
    cells: Mapping[UUID, Cell]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """People against lists: a page of them, and of each list its last version; `count` counts all who were chosen."""

    asked: Asked
    lists: tuple[VersionView, ...]
    lines: tuple[MatrixLine, ...]
    count: int
    chosen: str

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody of whom this shows something: what the log of readings is told."""
        return whom(*(line.person for line in self.lines))


@dataclass(frozen=True, slots=True)
class FunnelView:
    """The register against the lists, in numbers: `lists` are the last versions, `counting` those that count for "all"."""

    asked: Asked
    lists: tuple[VersionView, ...]
    refs: Mapping[UUID, str]
    counting: tuple[UUID, ...]
    numbers: Funnel
    definition: str


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter to the authority of a list: whom it names, and whom it leaves out because no consent to share is recorded.

    `without_consent` stands in the letter nowhere; `named_without` was named because whoever asks said so.
    """

    asked: Asked
    version: VersionView
    letter: Letter
    named: tuple[UUID, ...]
    without_consent: tuple[ShownView, ...]
    named_without: tuple[UUID, ...]
    people: tuple[UUID, ...]


def whom(*shown: ShownView) -> tuple[UUID, ...]:
    """Everybody whom these show, under all of their ids; of whom nothing opens nothing is shown."""
    return tuple(dict.fromkeys(id for each in shown if each.names or each.births for id in each.ids))
