"""What hostilities answer with: frozen values that a page, an answer of the API and a line of the terminal can print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward.hostilities.core.frames import Frame


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version of a dataset as it came in: whose it is, of which day, how many of its rows are kept, and the statement of it.

    `first` and `last` are the days that it covers; `covers_inferred` when they are only the first and last that it holds.
    """

    id: UUID
    dataset: UUID
    number: int
    label: str
    downloaded: date
    form: str
    digest: str
    rows: int
    stored: int
    set_aside: int
    root: str
    first: date | None
    last: date | None
    covers_inferred: bool
    licence: str
    attribution: str
    recorded_at: datetime
    recorded_by: str
    statement: UUID
    ref: str
    warnings: tuple[tuple[str, int], ...]
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class DatasetView:
    """A dataset of a maker with the version that counts; `nature` is events or reports, `measures` what it counts."""

    id: UUID
    maker: str
    title: str
    nature: str
    countries: tuple[str, ...]
    measures: tuple[str, ...]
    version: VersionView | None
    versions: tuple[VersionView, ...]

    @property
    def named(self) -> str:
        return f"{self.maker}, {self.title}" if self.title.casefold() != self.maker.casefold() else self.maker


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place that rows of a dataset name: its level (country, adm1, adm2), within which, and how much of it there is."""

    level: str
    name: str
    within: str
    events: int
    first: date | None
    last: date | None
    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class DyadView:
    """A pair of actors that rows of a dataset name, and how much of it there is."""

    key: str
    name: str
    side_a: str
    side_b: str
    events: int
    first: date | None
    last: date | None
    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class DayValue:
    """A day of a series. `gap` is true where nobody reported or the version does not reach: then there is no number, never zero.

    Of events, a day without any is no gap: 0 recorded. `low` and `high` are none where the maker gave no range. `rows` are the
    numbers of the rows behind it, in the file of the version; `flags` the codes of what is doubtful about them.
    """

    date: date
    low: int | None
    best: int | None
    high: int | None
    events: int
    gap: bool
    rows: tuple[int, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ApartView:
    """Rows that stand on no day of the frame, or on none for sure; `code` says why (core.series), `words` in a sentence.

    `counted` is true of those that stand on the first of two to six days because the frame says so: `days` have them too.
    """

    code: str
    words: str
    rows: int
    low: int | None
    best: int | None
    high: int | None
    since: date | None
    until: date | None
    counted: bool = False


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series by day, what is not on a day, and where it comes from. `words` say what a day without a number means.

    `low`, `best` and `high` are sums of what the maker gave and bound nothing more; `flags` count the doubts by code.
    """

    dataset: DatasetView
    version: VersionView
    frame: Frame
    dyad: DyadView | None
    measure: str
    since: date
    until: date
    days: tuple[DayValue, ...]
    apart: tuple[ApartView, ...]
    flags: tuple[tuple[str, int], ...]
    words: tuple[str, ...]
    known_at: datetime | None
    rows_told: bool = True


@dataclass(frozen=True, slots=True)
class BandsView:
    """How sure a series is by its maker's ranges: shares of draws by day, none on a gap; `words` say what they are not."""

    draws: int
    seed: int
    reported: float
    shares: tuple[float, ...]
    days: tuple[tuple[date, tuple[float, ...] | None], ...]
    words: str
