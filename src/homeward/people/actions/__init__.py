"""Every write of the register, named by what the desk does."""

from __future__ import annotations

from homeward.people.actions.facts import (
    NamesThePerson,
    NotAFactOfThem,
    NotOneself,
    consent,
    enter,
    need,
    refuse_naming,
    relate,
    say,
    seek,
    tell_whereabouts,
    tell_whereabouts_of_all,
)
from homeward.people.actions.forgetting import (
    AnotherMustAgree,
    ForgottenPerson,
    NotEverywhere,
    NothingAsked,
    agree_erasure,
    ask_erasure,
)
from homeward.people.actions.looking import note_reading
from homeward.people.actions.needs import list_need
from homeward.people.actions.recording import TakenRecords, TakenRow, take_records
from homeward.people.actions.telling import PersonTold
from homeward.people.actions.turns import WasForgotten, refuse_forgotten, wait_for_forgetting

__all__ = [
    "AnotherMustAgree",
    "ForgottenPerson",
    "NamesThePerson",
    "NotAFactOfThem",
    "NotEverywhere",
    "NotOneself",
    "NothingAsked",
    "PersonTold",
    "TakenRecords",
    "TakenRow",
    "WasForgotten",
    "agree_erasure",
    "ask_erasure",
    "consent",
    "enter",
    "list_need",
    "need",
    "note_reading",
    "refuse_forgotten",
    "refuse_naming",
    "relate",
    "say",
    "seek",
    "take_records",
    "tell_whereabouts",
    "tell_whereabouts_of_all",
    "wait_for_forgetting",
]
