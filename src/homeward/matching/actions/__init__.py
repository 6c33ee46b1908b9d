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

__all__ = [
    "AlreadyJudged",
    "JoinedThroughOthers",
    "JudgedApart",
    "JudgedPairs",
    "NoSuchJudgement",
    "NowhereToStand",
    "SecondMustBeAnother",
    "Weighed",
    "judge",
    "judge_by_rule",
    "take_back",
]
