"""Addresses of forecasts and of their scores."""

from __future__ import annotations

from django.urls import path

from homeward.web.outlook import pages

urlpatterns = [
    path("c/<str:case>/outlook/", pages.forecasts, name="outlook"),
    path("c/<str:case>/outlook/scores/", pages.scores, name="outlook_scores"),
]
