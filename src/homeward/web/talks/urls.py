"""Addresses of talks: a goal is named by its words, since they are all that makes it one."""

from __future__ import annotations

from django.urls import path

from homeward.web.talks import pages, saying

TALKS = "c/<str:case>/talks/"

urlpatterns = [
    path(TALKS, pages.talks, name="talks"),
    path(f"{TALKS}goal/", pages.goal, name="talks_goal"),
    path(f"{TALKS}what-if/", pages.what_if, name="talks_what_if"),
    path(f"{TALKS}report/", saying.say_status, name="say_condition_status"),
    path(f"{TALKS}gate/", saying.say_gate, name="say_gate"),
    path(f"{TALKS}nature/", saying.say_nature, name="say_condition_nature"),
    path(f"{TALKS}settle/", saying.settle_goal, name="settle_goal"),
]
