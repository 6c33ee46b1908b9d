"""Every read about crossings; doors tell the log whom an answer showed (people.actions.note_reading)."""

from __future__ import annotations

from homeward.crossings.queries.calendar import NoSuchWindow, calendar, window
from homeward.crossings.queries.plans import NoSuchPlan, PlanView, PlanWasClosed, plan_made, plans
from homeward.crossings.queries.policies import PolicyView, policies, policy
from homeward.crossings.queries.views import CalendarView, CrossingView, Named, WindowView

__all__ = [
    "CalendarView",
    "CrossingView",
    "Named",
    "NoSuchPlan",
    "NoSuchWindow",
    "PlanView",
    "PlanWasClosed",
    "PolicyView",
    "WindowView",
    "calendar",
    "plan_made",
    "plans",
    "policies",
    "policy",
    "window",
]
