"""Addresses of sources."""

from __future__ import annotations

from django.urls import path

from homeward.web.sources import pages

urlpatterns = [
    path("c/<str:case>/sources/", pages.sources, name="sources"),
    path("c/<str:case>/sources/<uuid:source>/", pages.source, name="source"),
    path("c/<str:case>/sources/<uuid:source>/judge/", pages.judge, name="judge_reliability"),
    path("c/<str:case>/sources/<uuid:source>/settle/", pages.settle, name="settle"),
]
