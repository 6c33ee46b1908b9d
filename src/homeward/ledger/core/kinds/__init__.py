"""The closed set of things a statement can hold; what is not listed here is refused.

Two families, never mixed: `said.*` is a voice outside the desk, `done.*` an act of the desk itself.
"""

from __future__ import annotations

from homeward.ledger.core.kinds.acts import (
    CredibilityJudged,
    Doubted,
    Erased,
    Linked,
    ReliabilityJudged,
    SpeakerSettled,
    VerdictConfirmed,
    Withdrawn,
)
from homeward.ledger.core.kinds.cases import CaseOpened, ChannelOpened, PopulationNamed, PopulationsRelated
from homeward.ledger.core.kinds.clearances import ClearanceRequested, PermissionConfirmed, PermissionTold
from homeward.ledger.core.kinds.codec import Content, UnknownKind, from_json, kind_of, registered, to_json
from homeward.ledger.core.kinds.documents import DocumentNamed, DocumentReceived
from homeward.ledger.core.kinds.lists import (
    Answer,
    Column,
    ColumnsSettled,
    ListRead,
    ListReceived,
    RemovalsSettled,
    RowSettled,
)
from homeward.ledger.core.kinds.matching import Judged, PairJudged
from homeward.ledger.core.kinds.people import (
    ABOUT_PEOPLE,
    ConsentTold,
    ErasureAsked,
    KinTold,
    Label,
    NeedListed,
    NeedTold,
    PersonDescribed,
    SoughtTold,
    WhereaboutsTold,
)
from homeward.ledger.core.kinds.reading import ReadingConfirmed
from homeward.ledger.core.kinds.said import (
    Agreement,
    Condition,
    ConditionStatus,
    Named,
    Obligation,
    Phase,
    Plain,
    Rule,
)
from homeward.ledger.core.kinds.sources import ActsFor, SourceNamed

__all__ = [
    "ABOUT_PEOPLE",
    "ActsFor",
    "Agreement",
    "Answer",
    "CaseOpened",
    "ChannelOpened",
    "ClearanceRequested",
    "Column",
    "ColumnsSettled",
    "Condition",
    "ConditionStatus",
    "ConsentTold",
    "Content",
    "CredibilityJudged",
    "DocumentNamed",
    "DocumentReceived",
    "Doubted",
    "Erased",
    "ErasureAsked",
    "Judged",
    "KinTold",
    "Label",
    "Linked",
    "ListRead",
    "ListReceived",
    "Named",
    "NeedListed",
    "NeedTold",
    "Obligation",
    "PairJudged",
    "PermissionConfirmed",
    "PermissionTold",
    "PersonDescribed",
    "Phase",
    "Plain",
    "PopulationNamed",
    "PopulationsRelated",
    "ReadingConfirmed",
    "ReliabilityJudged",
    "RemovalsSettled",
    "RowSettled",
    "Rule",
    "SoughtTold",
    "SourceNamed",
    "SpeakerSettled",
    "UnknownKind",
    "VerdictConfirmed",
    "WhereaboutsTold",
    "Withdrawn",
    "from_json",
    "kind_of",
    "registered",
    "to_json",
]
