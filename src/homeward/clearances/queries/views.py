"""What clearances answer with: frozen values that a page, an answer of the API and a line of the terminal can print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward.clearances.core.pace import Pace
from homeward.clearances.core.states import State
from homeward.matching.core.letter import Letter
from homeward.matching.queries import ShownView
from homeward.people.queries.views import GivenView, PersonLine


@dataclass(frozen=True, slots=True)
class Held:
    """How one person stands with one authority: what others reckon with.

    `valid_until` is the last valid day in the zone of the case; both days are none where nobody gave one. The desk relies on a
    grant only where `confirmed`. No conditions may mean that they do not open. `statement` is the word by which it is so.
    """

    authority: UUID
    state: State
    valid_from: date | None
    valid_until: date | None
    asked_on: date | None
    confirmed: bool
    conditions: tuple[str, ...]
    statement: UUID


@dataclass(frozen=True, slots=True)
class AuthorityView:
    """An authority by its id and name."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class WordView:
    """One word between the desk and an authority, with who said it through whom, what shows it, and who confirmed it.

    `counts` says whether it still does: not corrected, not taken back, and neither is what it rests on. No conditions where
    their key is gone (`closed`).
    """

    statement: UUID
    ref: str
    state: str
    on: date
    given: GivenView | None
    purpose: str
    batch: UUID | None
    valid_from: date | None
    valid_until: date | None
    conditions: tuple[str, ...]
    closed: bool
    document: UUID | None
    start: int | None
    end: int | None
    shown: str
    list: UUID | None
    version: UUID | None
    counts: bool
    may_be_confirmed: bool
    confirmed_as: str = ""
    confirmed_by: str = ""
    confirmed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WithAuthority:
    """How somebody stands with one authority, and every word between, the last one first."""

    authority: AuthorityView
    held: tuple[Held, ...]
    words: tuple[WordView, ...]

    @property
    def state(self) -> State | None:
        """The state that counts most."""
        return self.held[-1].state if self.held else None


@dataclass(frozen=True, slots=True)
class PersonClearances:
    """All clearances of one person, by authority."""

    person: PersonLine
    authorities: tuple[WithAuthority, ...]

    @property
    def people(self) -> tuple[UUID, ...]:
        """Whom this shows: what the log of readings is told."""
        return (self.person.id,)


@dataclass(frozen=True, slots=True)
class HeldLine:
    """A person with what they hold of one authority."""

    person: PersonLine
    held: tuple[Held, ...]

    @property
    def last(self) -> Held:
        return self.held[-1]


@dataclass(frozen=True, slots=True)
class AuthorityFunnel:
    """How many people stand how with one authority, each counted once; who was never asked; how fast it answers.

    `confirmed` of those granted are relied upon. Of `people` there is any word at all.
    """

    authority: AuthorityView
    counts: Mapping[State, int]
    confirmed: int
    people: int
    not_asked: int
    pace: Pace | None


@dataclass(frozen=True, slots=True)
class FunnelView:
    """The way of everybody through every authority, as of and as known at the time asked; it names nobody."""

    register: int
    day: date
    authorities: tuple[AuthorityFunnel, ...]
    definition: str = (
        "people of this desk's register, each counted once with each authority, by how they stand that day"
    )


@dataclass(frozen=True, slots=True)
class OfAuthority:
    """People by how they stand with one authority: counts of all, and one page of those of a state."""

    funnel: AuthorityFunnel
    state: str
    count: int
    lines: tuple[HeldLine, ...]

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody whom this shows: what the log of readings is told."""
        return tuple(each.person.id for each in self.lines)


@dataclass(frozen=True, slots=True)
class Lapse:
    """What runs out: a clearance of an authority, or the last paper of somebody who is on the way (`paper`, its number).

    `on` is its last valid day; `exact` is no where the paper's day is not.
    """

    person: PersonLine
    on: date
    authority: AuthorityView | None = None
    confirmed: bool = False
    paper: str = ""
    exact: bool = True


@dataclass(frozen=True, slots=True)
class LapsingView:
    """Everything that runs out by a day, the soonest first."""

    by: date
    lapses: tuple[Lapse, ...]

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody whom this shows: what the log of readings is told."""
        return tuple(dict.fromkeys(each.person.id for each in self.lapses))


@dataclass(frozen=True, slots=True)
class WaitingView:
    """A permission that waits for a second person: whose, of which authority, what it says, who recorded it.

    `own` says that whoever asks recorded it, and so does not confirm it.
    """

    person: PersonLine
    authority: AuthorityView
    statement: UUID
    ref: str
    valid_from: date | None
    valid_until: date | None
    conditions: tuple[str, ...]
    recorded_by: str
    own: bool
    list: str
    version: UUID | None


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """Permissions that wait for a second person, page by page; `count` counts all."""

    count: int
    lines: tuple[WaitingView, ...]

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody whom this shows: what the log of readings is told."""
        return tuple(dict.fromkeys(each.person.id for each in self.lines))


@dataclass(frozen=True, slots=True)
class FamilyView:
    """A family by who of it is cleared: what each holds, by authority; members in the order of their names."""

    members: tuple[PersonLine, ...]
    held: Mapping[UUID, Mapping[UUID, Held]]
    cleared: Mapping[UUID, int]

    @property
    def people(self) -> tuple[UUID, ...]:
        return tuple(each.id for each in self.members)


@dataclass(frozen=True, slots=True)
class FamiliesView:
    """Families with what their members hold, those that an authority takes apart first; `parted` counts these of all."""

    authorities: tuple[AuthorityView, ...]
    families: tuple[FamilyView, ...]
    count: int
    parted: int

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody whom this shows: what the log of readings is told."""
        return tuple(dict.fromkeys(id for each in self.families for id in each.people))


@dataclass(frozen=True, slots=True)
class BatchView:
    """What was asked at once: of which authority, for what, when, through whom, and of whom."""

    batch: UUID
    authority: AuthorityView
    purpose: str
    asked_on: date
    via: tuple[str, ...]
    people: tuple[UUID, ...]
    recorded_by: str
    refs: Mapping[UUID, str]


@dataclass(frozen=True, slots=True)
class RequestLetter:
    """The letter about a batch, who is named in it, and who is left out because nobody agreed to share with authorities.

    `named_without` are named though no consent is recorded, because whoever asked said so.
    """

    batch: BatchView
    letter: Letter
    named: tuple[UUID, ...]
    without_consent: tuple[ShownView, ...]
    named_without: tuple[UUID, ...]
    people: tuple[UUID, ...]
