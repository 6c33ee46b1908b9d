"""The closed lists by which people are spoken of: where somebody is, who belongs to whom, what may be shared with whom."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """Where somebody is said to be; nobody types a stage, it follows from these."""

    MISSING = "missing"
    SEEN = "seen"
    HELD = "held"
    MOVED = "moved"
    RELEASED = "released"
    AT_CROSSING = "at_crossing"
    CROSSED = "crossed"
    HOME = "home"
    DEAD = "dead"
    REMAINS_RETURNED = "remains_returned"


FINAL = frozenset({State.DEAD, State.REMAINS_RETURNED})
"""What nothing but a contradiction comes after."""


class Relation(StrEnum):
    """How the first person stands to the other one."""

    PARENT_OF = "parent_of"
    SPOUSE_OF = "spouse_of"
    SIBLING_OF = "sibling_of"
    GUARDIAN_OF = "guardian_of"
    OTHER_KIN_OF = "other_kin_of"
    HOUSEHOLD_WITH = "household_with"


class ConsentState(StrEnum):
    """Whether somebody agrees."""

    GIVEN = "given"
    WITHDRAWN = "withdrawn"


class ConsentBy(StrEnum):
    """Who agrees: the person, the family in their place, or whoever has the care of a child."""

    PERSON = "person"
    FAMILY = "family"
    GUARDIAN = "guardian"


class Scope(StrEnum):
    """With whom what is known of a person may be shared."""

    AUTHORITIES = "authorities"
    PARTIES = "parties"
    MEDIATORS = "mediators"
    NEUTRAL_BODY = "neutral_body"
    CARE = "care"
    FAMILY = "family"
    PUBLIC = "public"


class RequestState(StrEnum):
    """How far the search for somebody is."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class Judgement(StrEnum):
    """What is judged of two people of the register: that they are one, that they are two, or that nobody can tell."""

    SAME = "same"
    NOT_SAME = "not the same"
    UNSURE = "unsure"
