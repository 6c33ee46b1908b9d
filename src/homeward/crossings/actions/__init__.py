"""Every write about crossings, named by what the desk does."""

from __future__ import annotations

from homeward.crossings.actions.dates import ChangedMeanwhile, NobodyToTell, NotTheLastPlan, ToldDates, tell_dates
from homeward.crossings.actions.places import name_crossing, name_pickup, name_point, tell_status
from homeward.crossings.actions.planning import NothingToPlan, NowhereToPlan, ask_plan, stop_run
from homeward.crossings.actions.policy import NothingChanged, OnlyTheHead, set_policy
from homeward.crossings.actions.riding import (
    NothingToEnd,
    keep_apart,
    keep_apart_no_longer,
    need_companion,
    need_no_companion,
)
from homeward.crossings.actions.safety import answer_notice, list_check, notify_party, tick_check
from homeward.crossings.actions.sheet import AlreadyNamed, Done, NoSuchThing, Voice
from homeward.crossings.actions.travelling import TogetherNowhere, choose_pickup, tell_date
from homeward.crossings.actions.windows import agree_quota, announce_window, enter_vehicle, set_convoy
from homeward.crossings.models import Purpose

__all__ = [
    "AlreadyNamed",
    "ChangedMeanwhile",
    "Done",
    "NoSuchThing",
    "NobodyToTell",
    "NotTheLastPlan",
    "NothingChanged",
    "NothingToEnd",
    "NothingToPlan",
    "NowhereToPlan",
    "OnlyTheHead",
    "Purpose",
    "TogetherNowhere",
    "ToldDates",
    "Voice",
    "agree_quota",
    "announce_window",
    "answer_notice",
    "ask_plan",
    "choose_pickup",
    "enter_vehicle",
    "keep_apart",
    "keep_apart_no_longer",
    "list_check",
    "name_crossing",
    "name_pickup",
    "name_point",
    "need_companion",
    "need_no_companion",
    "notify_party",
    "set_convoy",
    "set_policy",
    "stop_run",
    "tell_date",
    "tell_dates",
    "tell_status",
    "tick_check",
]
