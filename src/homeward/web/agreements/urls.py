"""Addresses of agreements and of what falls due; none of them holds a name."""

from __future__ import annotations

from django.urls import path

from homeward.web.agreements import entering, pages

TALKS = "c/<str:case>/talks/"

urlpatterns = [
    path(f"{TALKS}agreements/", pages.agreements, name="talks_agreements"),
    path(f"{TALKS}agreements/<uuid:agreement>/", pages.agreement, name="talks_agreement"),
    path(f"{TALKS}duties/", pages.duties, name="talks_duties"),
    path(f"{TALKS}agreements/say/<str:of>/", entering.say, name="say_of_agreement"),
]
