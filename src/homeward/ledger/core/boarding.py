"""The closed lists by which boarding is spoken of."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """What somebody with a phone, or with paper, saw of a person; `waiting` takes back what they said before."""

    WAITING = "waiting"
    BOARDED = "boarded"
    NO_SHOW = "no_show"
    REFUSED = "refused"
    CROSSED = "crossed"
    TURNED_BACK = "turned_back"
