"""Addresses of the inbox."""

from __future__ import annotations

from django.urls import path

from homeward.web.inbox import pages

urlpatterns = [
    path("c/<str:case>/inbox/", pages.inbox, name="inbox"),
    path("c/<str:case>/inbox/take-in/", pages.take_in, name="take_in"),
    path("c/<str:case>/inbox/take-in/again", pages.take_in_again, name="take_in_again"),
]
