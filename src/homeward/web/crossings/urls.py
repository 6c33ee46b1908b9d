"""Addresses of crossings; none of them holds a name."""

from __future__ import annotations

from django.urls import path

from homeward.web.crossings import dates, entering, pages, plans, policy, riding

CROSSINGS = "c/<str:case>/crossings/"
WINDOW = f"{CROSSINGS}windows/<uuid:window>/"
RUN = f"{CROSSINGS}runs/<uuid:run>/"

urlpatterns = [
    path(CROSSINGS, pages.calendar, name="crossings"),
    path(f"{CROSSINGS}enter/<str:what>/", entering.enter, name="enter_crossing"),
    path(WINDOW, pages.window, name="crossing_window"),
    path(f"{WINDOW}tick", pages.tick, name="tick_crossing_check"),
    path(f"{CROSSINGS}plan", plans.plan, name="plan_crossings"),
    path(f"{CROSSINGS}pin", plans.pin, name="pin_crossing"),
    path(RUN, plans.run, name="crossing_run"),
    path(f"{RUN}state", plans.state, name="crossing_run_state"),
    path(f"{RUN}stop", plans.stop, name="stop_crossing_run"),
    path(f"{CROSSINGS}board/", plans.board, name="crossing_board"),
    path(f"{CROSSINGS}cleared/", plans.cleared, name="crossing_cleared"),
    path(f"{CROSSINGS}policy/", policy.policy, name="crossing_policy"),
    path(f"{CROSSINGS}dates/", dates.dates, name="crossing_dates"),
    path("c/<str:case>/people/<uuid:person>/riding/", riding.riding, name="riding_of_person"),
    path("c/<str:case>/people/<uuid:person>/travel/", plans.travel, name="travel_of_person"),
]
