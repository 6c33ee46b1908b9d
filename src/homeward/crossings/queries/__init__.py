"""Every read about crossings; doors tell the log whom an answer showed (people.actions.note_reading)."""

from __future__ import annotations

from homeward.crossings.queries.board import PAGE as BOARD_PAGE
from homeward.crossings.queries.board import BoardView, board
from homeward.crossings.queries.board import Row as BoardRow
from homeward.crossings.queries.calendar import NoSuchWindow, calendar, has_crossings, window
from homeward.crossings.queries.cleared import ClearedView, cleared, cleared_for
from homeward.crossings.queries.dates import DatesView, FamilyDate, dates
from homeward.crossings.queries.of_person import CrossingOfPerson, crossing_of
from homeward.crossings.queries.plans import NoPlanYet, NoSuchPlan, PlanView, PlanWasClosed, plan_made, plans
from homeward.crossings.queries.policies import PolicyView, policies, policies_at_present, policies_of, policy
from homeward.crossings.queries.runs import NoSuchRun, RunView, answer, run, runs
from homeward.crossings.queries.views import CalendarView, CrossingView, Named, WindowView
from homeward.crossings.queries.waiting import families, waiting

__all__ = [
    "BOARD_PAGE",
    "BoardRow",
    "BoardView",
    "CalendarView",
    "ClearedView",
    "CrossingOfPerson",
    "CrossingView",
    "DatesView",
    "FamilyDate",
    "Named",
    "NoPlanYet",
    "NoSuchPlan",
    "NoSuchRun",
    "NoSuchWindow",
    "PlanView",
    "PlanWasClosed",
    "PolicyView",
    "RunView",
    "WindowView",
    "answer",
    "board",
    "calendar",
    "cleared",
    "cleared_for",
    "crossing_of",
    "dates",
    "families",
    "has_crossings",
    "plan_made",
    "plans",
    "policies",
    "policies_at_present",
    "policies_of",
    "policy",
    "run",
    "runs",
    "waiting",
    "window",
]
