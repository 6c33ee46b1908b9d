"""Every read about talks; all of it is worked out for who asks, from the statements they may see."""

from __future__ import annotations

from homeward.talks.queries.blockers import blockers, goals, party_named, supposed, viewpoints
from homeward.talks.queries.naming import NoSuchCondition, NoSuchGoal, NoSuchParty, NotASupposition, SeveralGoals

__all__ = [
    "NoSuchCondition",
    "NoSuchGoal",
    "NoSuchParty",
    "NotASupposition",
    "SeveralGoals",
    "blockers",
    "goals",
    "party_named",
    "supposed",
    "viewpoints",
]
