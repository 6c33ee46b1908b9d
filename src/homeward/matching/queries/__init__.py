"""Every read about who is who; doors tell the log whom an answer showed (people.actions.note_reading)."""

from __future__ import annotations

from homeward.matching.queries.counted import cases_with_pairs, count_open
from homeward.matching.queries.crossed import funnel, matrix
from homeward.matching.queries.families import split_families
from homeward.matching.queries.known import version_named
from homeward.matching.queries.letters import letter
from homeward.matching.queries.review import (
    NoSuchPair,
    PairLine,
    PairsView,
    ReviewView,
    open_pairs,
    review,
)
from homeward.matching.queries.views import (
    DuplicateLine,
    EntryLine,
    FunnelView,
    LetterView,
    MatrixLine,
    MatrixView,
    MemberView,
    NearView,
    ShownView,
    SplitsView,
    SplitView,
    WarRoomView,
)
from homeward.matching.queries.war_room import NoSuchPart, war_room

__all__ = [
    "DuplicateLine",
    "EntryLine",
    "FunnelView",
    "LetterView",
    "MatrixLine",
    "MatrixView",
    "MemberView",
    "NearView",
    "NoSuchPair",
    "NoSuchPart",
    "PairLine",
    "PairsView",
    "ReviewView",
    "ShownView",
    "SplitView",
    "SplitsView",
    "WarRoomView",
    "cases_with_pairs",
    "count_open",
    "funnel",
    "letter",
    "matrix",
    "open_pairs",
    "review",
    "split_families",
    "version_named",
    "war_room",
]
