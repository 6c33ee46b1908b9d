"""Addresses of statements; the last takes whatever a file called a statement, so it stands behind all others."""

from __future__ import annotations

from django.urls import path

from homeward.web.statements import pages

urlpatterns = [
    path("c/<str:case>/palette", pages.palette, name="palette"),
    path("c/<str:case>/statements/", pages.statements, name="statements"),
    path("c/<str:case>/statements.csv", pages.found_csv, name="statements_csv"),
    path("c/<str:case>/statements/<path:ref>/figures.csv", pages.statement_csv, name="statement_csv"),
    path("c/<str:case>/statements/<path:ref>/", pages.statement, name="statement"),
]
