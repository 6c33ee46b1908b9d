"""Every write about who is who, named by what the desk does."""

from __future__ import annotations

from homeward.matching.actions.judging import (
    AlreadyJudged,
    JoinedThroughOthers,
    JudgedApart,
    JudgedPairs,
    NoSuchJudgement,
    NowhereToStand,
    SecondMustBeAnother,
    Weighed,
    judge,
    judge_by_rule,
    take_back,
)
from homeward.matching.actions.searching import Found, search, search_as_the_desk

__all__ = [
    "AlreadyJudged",
    "Found",
    "JoinedThroughOthers",
    "JudgedApart",
    "JudgedPairs",
    "NoSuchJudgement",
    "NowhereToStand",
    "SecondMustBeAnother",
    "Weighed",
    "judge",
    "judge_by_rule",
    "search",
    "search_as_the_desk",
    "take_back",
]
