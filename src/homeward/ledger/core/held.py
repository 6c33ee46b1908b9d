"""The closed words of access to people who are held: the rules of a visit, how a sign of life came, what was found of it."""

from __future__ import annotations

from enum import StrEnum


class Kept(StrEnum):
    """What a voice says of a rule: it was kept, it was not, or nothing; silence is never read as either."""

    KEPT = "kept"
    NOT_KEPT = "not_kept"
    NOT_SAID = "not_said"


class SignMedium(StrEnum):
    """How the answer of somebody held came: on paper, as a voice, in moving pictures, or through somebody who visited."""

    LETTER = "letter"
    VOICE = "voice"
    VIDEO = "video"
    VISITOR = "visitor"


class Found(StrEnum):
    """What a named person of the desk found of an answer: it is theirs, or that could not be made sure."""

    VERIFIED = "verified"
    NOT_VERIFIED = "not_verified"
