"""People of the register as programs send and get them."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from ninja import Field

from homeward.api.shapes.sent import MOST, Reason, Sent
from homeward.api.shapes.told import Asked, Told
from homeward.ledger.core.persons import ConsentBy, ConsentState, Relation, RequestState, Scope, State
from homeward.ledger.core.voices import Modality, SourceKind
from homeward.people.core.given import values_given
from homeward.people.core.told import Told as ToldBy
from homeward.people.core.values import Values

Words = Annotated[str, Field(max_length=4_000)]


class SentTold(Sent):
    """Who told it, when and how sure. Whoever speaks for themselves or their kin stands in the register: `told_by`."""

    speaker: str = Field("", description="The name of a source of the case, or a new one.", examples=["The consulate"])
    speaker_kind: SourceKind = SourceKind.UNNAMED
    told_by: UUID | None = Field(None, description="The person of the register who told it, in place of a speaker.")
    capacity: str = ""
    party: str = ""
    via: list[str] = Field([], max_length=MOST)
    via_kind: SourceKind = SourceKind.OUTLET
    said: str = Field(description="When it was said, as exactly as is known.", examples=["4 Jan 2026"])
    occurred: str = Field("", description="When it was so.")
    modality: Modality = Modality.ASSERTED
    language: str = ""
    words: str = Field("", max_length=50_000, description="What was said or written, as it came; kept sealed.")

    def told(self) -> ToldBy:
        """The form that the register reads."""
        given = self.dict()
        return ToldBy(
            **{**given, "via": tuple(given["via"]), "modality": self.modality.value,
               "speaker_kind": self.speaker_kind.value, "via_kind": self.via_kind.value}
        )  # fmt: skip


class SentPerson(Sent):
    """Facts about a person, in words; the desk reads days, papers and countries beside them."""

    names: list[str] = Field([], max_length=40, examples=[["Lamia Darvish", "لمياء درويش"]])
    birth: Words = ""
    age: Words = ""
    sex: Words = ""
    nationalities: list[str] = Field([], max_length=40)
    papers: list[str] = Field([], max_length=40, examples=[["N 123456 until 4 May 2027"]])
    household: Words = ""
    relation: Words = ""
    place: Words = ""
    contact: Words = ""
    remarks: Words = ""
    told: SentTold

    def values(self) -> Values:
        """The facts with their readings."""
        return values_given(**self.dict(exclude={"told", "instead_of", "reason"}))


class SentFacts(SentPerson):
    """Further facts about a person, perhaps in place of a statement that was wrong."""

    instead_of: str = Field("", description="The short name of the statement of facts that these correct.")
    reason: str = Field("", max_length=2_000, description="Why it is corrected, in words that name nobody.")


class SentWhereabouts(Sent):
    """Where a voice says that a person is or was."""

    state: State
    place: Words = ""
    holder: Words = ""
    told: SentTold


class SentKin(Sent):
    """How the person stands to another: parent of, guardian of, in one household with."""

    relation: Relation
    other: UUID
    told: SentTold


class SentConsent(Sent):
    """That the person, or the family for them, agrees to share with those of the scope, or takes it back."""

    state: ConsentState
    given_by: ConsentBy
    scope: list[Scope] = Field(min_length=1)
    until: str = ""
    told: SentTold


class SentNeed(Sent):
    """What the person needs: a code of the case's list, words, or both."""

    code: str = Field("", max_length=20)
    words: Words = ""
    told: SentTold


class SentSought(Sent):
    """That somebody looks for the person; with `request`, a further word on an earlier one."""

    inquirer: UUID | None = None
    request: UUID | None = None
    state: RequestState = RequestState.OPEN
    told: SentTold


class SentSearch(Sent):
    """A name in any script, or the whole number of a paper. It is sent, so that it stands in no address and no log."""

    words: str = Field(min_length=1, max_length=400)
    limit: int = Field(20, ge=1, le=50)


class SentErasure(Sent):
    """Why a person is to be forgotten, in words that name nobody."""

    reason: Reason


class SentAgreement(Sent):
    """Who is to be forgotten, named once more."""

    person: UUID


class RecordedPerson(Told):
    """What was recorded, and of whom."""

    case: str
    person: str
    statement: str


class OnePerson(Asked):
    """All that is known of a person, each fact with who gave it."""

    person: str
    names: list[str]
    forgotten: dict[str, Any] | None
    closed: int = Field(description="How many records do not open, because their keys are gone.")
    stage: dict[str, Any] = Field(description="The stage as computed, who says so, who contests it.")
    shared_with: list[str]
    fields: list[dict[str, Any]] = Field(description="Values side by side, each with who gave it; nothing is merged.")
    papers: list[dict[str, Any]]
    whereabouts: list[dict[str, Any]]
    kin: list[dict[str, Any]]
    needs: list[dict[str, Any]]
    consent: list[dict[str, Any]]
    sought: list[dict[str, Any]]
    seeks: list[dict[str, Any]]
    words: list[dict[str, Any]]


class FoundPeople(Asked):
    """Who was found, the likeliest first; scores are hundredths."""

    people: list[dict[str, Any]]


class RegisterInNumbers(Asked):
    """The register in numbers: people by stage, what is lacking or doubtful, records by who gave them."""

    people: int
    forgotten: int
    stages: dict[str, int]
    contested: int
    records: int
    definition: str
    marks: dict[str, int]
    records_by_source: dict[str, int]


class Waiting(Asked):
    """What was asked to be forgotten and waits for another one to agree."""

    waiting: list[dict[str, Any]]


class Forgotten(Told):
    """Who was forgotten, the statements that say so, and what else closed."""

    case: str
    person: str
    statements: list[str]
    closed: list[str]
