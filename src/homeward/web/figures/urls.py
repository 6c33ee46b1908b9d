"""Addresses of figures."""

from __future__ import annotations

from django.urls import path

from homeward.web.figures import pages

urlpatterns = [
    path("c/<str:case>/figures/", pages.figures, name="figures"),
    path("c/<str:case>/figures/<path:population>/relate/", pages.relate, name="relate"),
    path("c/<str:case>/figures/<path:population>/", pages.population, name="population"),
]
