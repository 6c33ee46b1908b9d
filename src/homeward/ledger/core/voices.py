"""How sure a voice was, and how one statement stands to another: the closed lists of the ledger."""

from __future__ import annotations

from enum import StrEnum


class Modality(StrEnum):
    """With what commitment a voice said it. `denied` holds the positive content."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    POSSIBLE = "possible"
    EXPECTED = "expected"
    CONDITIONAL = "conditional"
    PROMISED = "promised"
    OFFERED = "offered"
    DEMANDED = "demanded"
    DENIED = "denied"
    ALLEGED = "alleged"


class Stance(StrEnum):
    """What a later statement does to an earlier one."""

    SUPPORTS = "supports"
    DENIES = "denies"
    DOUBTS = "doubts"
    CORRECTS = "corrects"
    SUPERSEDES = "supersedes"
    RETRACTS = "retracts"
    CONTRADICTS = "contradicts"


class Factuality(StrEnum):
    """How a source in the chain stands to what is said (FactBank, Sauri and Pustejovsky 2009)."""

    CERTAIN = "CT+"
    CERTAIN_NOT = "CT-"
    PROBABLE = "PR+"
    PROBABLE_NOT = "PR-"
    POSSIBLE = "PS+"
    POSSIBLE_NOT = "PS-"
    CERTAIN_UNKNOWN = "CTu"
    UNCOMMITTED = "Uu"


FACTUALITY_OF_THE_SPEAKER = {
    Modality.ASSERTED: Factuality.CERTAIN,
    Modality.REPORTED: Factuality.UNCOMMITTED,
    Modality.POSSIBLE: Factuality.POSSIBLE,
    Modality.EXPECTED: Factuality.PROBABLE,
    Modality.CONDITIONAL: Factuality.UNCOMMITTED,
    Modality.PROMISED: Factuality.PROBABLE,
    Modality.OFFERED: Factuality.POSSIBLE,
    Modality.DEMANDED: Factuality.UNCOMMITTED,
    Modality.DENIED: Factuality.CERTAIN_NOT,
    Modality.ALLEGED: Factuality.UNCOMMITTED,
}
"""What a modality says about the speaker's own commitment; who carries it on is uncommitted unless it says otherwise."""


class SourceKind(StrEnum):
    """What a source is: it can know or decide."""

    PARTY = "party"
    BODY = "body"
    PERSON_IN_OFFICE = "person_in_office"
    OUTLET = "outlet"
    UNNAMED = "unnamed"


class Reliability(StrEnum):
    """How far a source has proved right on a topic, as a named person judges it (Admiralty system, letters)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"
