"""What the register answers with: frozen values, in which each fact has who gave it, and nothing is merged."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.moments import Interval
from homeward.people.core.values import DocumentGiven
from homeward.people.queries.identities import JudgementView

CURRENT = ("current", "doubted")
"""The standings of what counts; what was corrected, superseded or taken back is told apart."""


@dataclass(frozen=True, slots=True)
class GivenView:
    """Who gave a fact: the statement, or the list (its version, and the row's number in the reading of it)."""

    statement: UUID
    ref: str
    speaker: str
    speaker_id: UUID | None
    voice: UUID | None
    party: str
    capacity: str
    via: tuple[str, ...]
    told_by: UUID | None
    said: Interval | None
    occurred: Interval | None
    recorded_at: datetime
    recorded_by: str
    modality: str
    standing: str
    knowing: str
    position: int
    list: UUID | None = None
    version: UUID | None = None
    row: int | None = None

    @property
    def counts(self) -> bool:
        """Whether nobody corrected it, put another in its place or took it back."""
        return self.standing in CURRENT

    def concerns(self, as_of: datetime) -> bool:
        """Whether it had begun to be so by then, or nobody said when it was."""
        time = self.occurred or self.said
        return time is None or time.concerns(as_of)

    @property
    def by_time(self) -> tuple[datetime, int]:
        """Its place among others by when it was so, else by when it was said or recorded."""
        time = self.occurred or self.said
        return ((time.start or time.until) if time else None) or self.recorded_at, self.position


@dataclass(frozen=True, slots=True)
class ValueView:
    """One value of a field as given (people.core.values), with everybody who gave just this one."""

    value: Any
    given: tuple[GivenView, ...]

    @property
    def counts(self) -> bool:
        return any(each.counts for each in self.given)

    @property
    def words(self) -> str:
        """The words as they were written."""
        if isinstance(self.value, str):
            return self.value
        return str(getattr(self.value, "words", "") or getattr(self.value, "number", ""))


@dataclass(frozen=True, slots=True)
class FieldView:
    """All values of one field, those that count first; `conflicting` when voices give several where there can be one."""

    name: str
    values: tuple[ValueView, ...]
    conflicting: bool = False

    @property
    def counting(self) -> tuple[ValueView, ...]:
        return tuple(value for value in self.values if value.counts)


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper with its last day against the day asked about: valid, expired, perhaps (the day is not exact), unknown."""

    paper: DocumentGiven
    expiry: str
    given: tuple[GivenView, ...]


@dataclass(frozen=True, slots=True)
class WhereaboutsView:
    """One link of the chain of custody; place, holder and words are none where the key is gone."""

    state: str
    place: str | None
    holder: str | None
    words: str | None
    given: GivenView


@dataclass(frozen=True, slots=True)
class StageView:
    """The stage as computed: the state ("": nobody has said), who says so, who says what cannot be so beside it."""

    state: str
    said_by: tuple[WhereaboutsView, ...] = ()
    against: tuple[WhereaboutsView, ...] = ()

    @property
    def contested(self) -> bool:
        return bool(self.against)


@dataclass(frozen=True, slots=True)
class KinView:
    """How this person stands to another ("to") or the other to this one ("from"), and what the other is called."""

    other: UUID
    other_names: tuple[str, ...]
    relation: str
    direction: str
    given: GivenView


@dataclass(frozen=True, slots=True)
class NeedView:
    """A need: its code, what the list calls it, the words; none where the key is gone."""

    code: str | None
    labels: dict[str, str]
    words: str | None
    given: GivenView


@dataclass(frozen=True, slots=True)
class ConsentView:
    """That somebody agrees to share, or no longer; `holds` are those of the scope for whom it counts as of the time asked."""

    state: str
    given_by: str
    scope: tuple[str, ...]
    until: datetime | None
    holds: tuple[str, ...]
    given: GivenView


@dataclass(frozen=True, slots=True)
class SoughtView:
    """A tracing request with its words, the latest last; `state` is that of this word."""

    request: UUID
    sought: UUID
    inquirer: UUID | None
    inquirer_names: tuple[str, ...]
    state: str
    words: str | None
    given: GivenView


@dataclass(frozen=True, slots=True)
class ForgottenView:
    """That a person was forgotten: when, who asked, who agreed, and why; `in_part` when a compartment still opens them."""

    at: datetime
    asked_by: str
    agreed_by: str
    reason: str
    in_part: bool = False


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in a list of people: every name that counts, days of birth as written, the stage."""

    id: UUID
    names: tuple[str, ...]
    births: tuple[str, ...]
    nationalities: tuple[str, ...]
    stage: StageView
    forgotten: ForgottenView | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class PersonView:
    """All that is known of a person as of and as known at the time asked, each fact with who gave it."""

    id: UUID
    case_slug: str
    fields: tuple[FieldView, ...]
    papers: tuple[PaperView, ...]
    whereabouts: tuple[WhereaboutsView, ...]
    stage: StageView
    kin: tuple[KinView, ...]
    needs: tuple[NeedView, ...]
    consent: tuple[ConsentView, ...]
    sought: tuple[SoughtView, ...]
    seeks: tuple[SoughtView, ...]
    words: tuple[tuple[str, GivenView], ...]
    forgotten: ForgottenView | None = None
    closed: int = field(default=0)
    """How many records do not open: their keys are gone."""
    one_with: tuple[UUID, ...] = ()
    """Who else of the register is this person, by judgements that hold: what is said of them is told here too."""
    judgements: tuple[JudgementView, ...] = ()
    """Every judgement on this person and somebody else that holds or waits, in the order of making."""
    contested: bool = False
    """Whether judgements make this person both one with another and two: then nobody is joined."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that counts, as written."""
        found = next((each for each in self.fields if each.name == "names"), None)
        return tuple(dict.fromkeys(value.words for value in found.counting)) if found else ()

    @property
    def shared_with(self) -> tuple[str, ...]:
        """With whom it may be shared now: what was agreed to and not taken back since."""
        return tuple(sorted({each for view in self.consent for each in view.holds}))

    @property
    def people(self) -> tuple[UUID, ...]:
        """Everybody of whom this shows something: what the log of readings is told."""
        others = [view.other for view in self.kin if view.other_names]
        asking = [view.inquirer for view in self.sought if view.inquirer and view.inquirer_names]
        return tuple(dict.fromkeys([self.id, *self.one_with, *others, *asking]))
