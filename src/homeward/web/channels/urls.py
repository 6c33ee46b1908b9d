"""Addresses of channels, meetings and positions; none of them holds a name."""

from __future__ import annotations

from django.urls import path

from homeward.web.channels import entering, pages

TALKS = "c/<str:case>/talks/"

urlpatterns = [
    path(f"{TALKS}channels/", pages.channels, name="talks_channels"),
    path(f"{TALKS}meetings/", pages.meetings, name="talks_meetings"),
    path(f"{TALKS}positions/", pages.positions, name="talks_positions"),
    path(f"{TALKS}held/", pages.held, name="talks_held"),
    path(f"{TALKS}say/<str:said>/", entering.say, name="say_of_talks"),
]
