"""Clearances as programs send and get them."""

from __future__ import annotations

from ninja import Field

from homeward.api.shapes.told import Asked, Told

Texts = list[str]
Days = dict[str, int]


class HeldTold(Told):
    """How somebody stands with an authority; the desk relies on a grant only where it is confirmed."""

    state: str = Field(description="requested, acknowledged, granted, refused, withdrawn or lapsed.")
    valid_from: str | None
    valid_until: str | None = Field(description="The last valid day.")
    asked_on: str | None
    confirmed: bool
    conditions: Texts
    statement: str


class ShownBy(Told):
    """What shows it: a place in a paper, or the row of a list."""

    document: str | None = None
    start: int | None = None
    end: int | None = None
    words: str | None = None
    list: str | None = None
    version: str | None = None


class ConfirmedBy(Told):
    """Who confirmed it, when, by which statement."""

    statement: str
    by: str
    at: str


class Word(Told):
    """One word between the desk and an authority; it counts unless it was corrected or taken back, or what it rests on was."""

    statement: str
    state: str
    on: str
    counts: bool
    speaker: str | None
    via: Texts
    standing: str | None
    recorded_at: str | None
    recorded_by: str | None
    purpose: str | None
    batch: str | None
    valid_from: str | None
    valid_until: str | None
    conditions: Texts | None = Field(description="Null where their key is gone.")
    shown_by: ShownBy | None
    confirmed: ConfirmedBy | None


class Named(Told):
    """An authority."""

    authority: str
    authority_name: str


class WithAuthority(Named):
    """How somebody stands with one authority; what counts most comes last."""

    held: list[HeldTold]
    words: list[Word]


class Somebody(Told):
    """A person of the register; no names once they are forgotten."""

    person: str
    names: Texts


class PersonCleared(Asked, Somebody):
    """All clearances of one person."""

    authorities: list[WithAuthority]


class PaceTold(Told):
    """How often an authority grants and how fast it answers; few answers say little, a weak prior stands beside them."""

    granted_per_mille: int
    median_hours: int
    answered: int
    waiting: int


class AuthorityCounted(Named):
    """People by how they stand with one authority, each counted once."""

    people: int
    not_asked: int
    counts: Days
    confirmed: int
    pace: PaceTold | None


class ClearanceFunnel(Asked):
    """Everybody by authority and stage."""

    people: int = Field(description="How many there are in the register.")
    day: str
    definition: str
    authorities: list[AuthorityCounted]


class SomebodyHeld(Somebody):
    """Somebody with what they hold of the authority."""

    held: list[HeldTold]


class AuthorityPeople(AuthorityCounted, Asked):
    """The people of one authority."""

    state: str | None
    count: int
    people_shown: list[SomebodyHeld]


class Waits(Somebody, Named):
    """A grant that waits for a second person; `own` when the asker recorded it, and so does not confirm it."""

    statement: str
    valid_from: str | None
    valid_until: str | None
    conditions: Texts
    recorded_by: str
    own: bool
    list: str | None
    version: str | None


class WaitingClearances(Asked):
    """Grants that wait for a second person."""

    count: int
    waiting: list[Waits]


class Lapse(Somebody):
    """What runs out: a clearance, or the last paper of somebody on the way."""

    on: str
    exact: bool
    authority: Named | None
    confirmed: bool
    paper: str | None


class Lapsing(Asked):
    """What runs out by a day, the soonest first."""

    by: str
    lapses: list[Lapse]


class MemberHeld(Somebody):
    """Somebody of a family with what counts most of each authority."""

    held: dict[str, HeldTold]


class FamilyCleared(Told):
    """A family: of how many members each authority's grant holds and is confirmed."""

    cleared: Days
    members: list[MemberHeld]


class FamiliesCleared(Asked):
    """Families, those that an authority takes apart first."""

    count: int
    parted: int
    authorities: list[Named]
    families: list[FamilyCleared]


class WordsMet(Told):
    """Words that a list uses for its decisions; `means` is null where nobody has said."""

    words: str
    rows: int
    means: str | None


class WouldFault(Told):
    """A fault of the reading."""

    where: str
    message: str


class WouldRow(Somebody):
    """A row with what would follow from it."""

    record: str
    sheet: int | None
    row: int | None
    words: str
    would: str
    state: str | None
    valid_from: str | None
    valid_until: str | None
    before: str | None
    before_confirmed: bool
    why: str | None


WordsOfList = list[WordsMet]
Faults = list[WouldFault]
Rows = list[WouldRow]


class PermissionList(Asked, Named):
    """What would become of the rows of a version if it were taken as permissions."""

    list: str
    list_title: str
    version: str
    number: int
    withdrawn: bool
    statement: str
    counts: Days
    takes: int
    asks: int
    words: WordsOfList
    other_columns: Texts
    faults: Faults
    part: str | None
    count: int
    rows: Rows


class PersonAsked(Told):
    """Somebody who was asked for, and the short name of the request."""

    person: str
    statement: str


class RequestTold(Named):
    """What was asked at once."""

    batch: str
    purpose: str
    asked_on: str
    via: Texts
    recorded_by: str
    people: list[PersonAsked]


class Requests(Asked):
    """What was asked at once, the last first."""

    requests: list[RequestTold]


class LetterGroup(Told):
    """A family, or those without theirs, line by line."""

    heading: str
    people: Texts


class RequestWords(Told):
    """A letter; `direction` tells how its words run."""

    language: str
    direction: str
    to: str
    day: str
    subject: str
    greeting: str
    paragraphs: Texts
    groups: list[LetterGroup]
    closing: Texts
    people: Texts


class RequestLetterTold(Asked):
    """The letter about a request; whoever has not agreed to share with authorities is left out and told apart."""

    batch: str
    letter: RequestWords
    without_consent: list[Somebody]
    named_without_consent: Texts
