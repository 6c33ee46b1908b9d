"""Addresses of forecasts and of their scores."""

from __future__ import annotations

from django.urls import path

from homeward.web.outlook import making, pages

urlpatterns = [
    path("c/<str:case>/outlook/", pages.forecasts, name="outlook"),
    path("c/<str:case>/outlook/scores/", pages.scores, name="outlook_scores"),
    path("c/<str:case>/outlook/make/", making.make, name="outlook_make"),
    path("c/<str:case>/outlook/told/", making.score_told, name="outlook_told"),
    path("c/<str:case>/outlook/<str:forecast>/score/", making.score, name="outlook_score"),
]
