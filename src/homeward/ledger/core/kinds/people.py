"""What is said of the people whom the desk brings home, and what the desk does with it.

No personal value stands in any of these: names, days and places are in the entry's `sealed`, under the key of the person.
Everywhere `told_by` is the person of the register who said it; then the entry's speaker has no name.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core.kinds.codec import kind_of
from homeward.ledger.core.persons import ConsentBy, ConsentState, Relation, RequestState, Scope, State
from homeward.moments import Interval

ABOUT_PEOPLE = (
    "said.person", "said.whereabouts", "said.kin", "said.consent", "said.need", "said.sought", "said.permission",
    "said.proof_of_life_answered",
)  # fmt: skip
"""What is said of single people: it stands in the register, not among the words of the day."""


@kind_of("said.person")
@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDescribed:
    """A voice gives facts about a person; sealed as `values` (people.core.values), the words as they came as `words`."""

    person: UUID
    told_by: UUID | None = None


@kind_of("said.whereabouts")
@dataclass(frozen=True, slots=True, kw_only=True)
class WhereaboutsTold:
    """A voice says where a person is or was; when is the entry's `occurred`, `place`, `holder` and `words` are sealed."""

    person: UUID
    state: State
    told_by: UUID | None = None


@kind_of("said.kin")
@dataclass(frozen=True, slots=True, kw_only=True)
class KinTold:
    """A voice says how one person stands to another: the first is parent, spouse, guardian of the second."""

    person: UUID
    other: UUID
    relation: Relation
    told_by: UUID | None = None


@kind_of("said.consent")
@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentTold:
    """A person, or the family, agrees that what is known is shared with those of the scope, or takes that back."""

    person: UUID
    state: ConsentState
    given_by: ConsentBy
    scope: tuple[Scope, ...]
    until: Interval | None = None
    told_by: UUID | None = None


@kind_of("said.need")
@dataclass(frozen=True, slots=True, kw_only=True)
class NeedTold:
    """A voice says what a person needs; code and words are sealed as `need`."""

    person: UUID
    told_by: UUID | None = None


@kind_of("said.sought")
@dataclass(frozen=True, slots=True, kw_only=True)
class SoughtTold:
    """Somebody asks where a person is: a tracing request with an identity of its own; `words` are sealed."""

    request: UUID
    sought: UUID
    inquirer: UUID | None = None
    state: RequestState = RequestState.OPEN
    told_by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a code is called in a language (its tag, as in "ar")."""

    language: str
    words: str


@kind_of("done.need_listed")
@dataclass(frozen=True, slots=True, kw_only=True)
class NeedListed:
    """The desk puts a need on the coded list of the case, calls it otherwise, or takes it out of use ("no")."""

    code: str
    labels: tuple[Label, ...]
    in_use: str = "yes"


@kind_of("done.erasure_asked")
@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureAsked:
    """Somebody of the desk asks that a person be forgotten; another one has to agree (done.erased)."""

    person: UUID
    reason: str
