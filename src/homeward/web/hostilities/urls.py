"""Addresses of hostilities."""

from __future__ import annotations

from django.urls import path

from homeward.web.hostilities import mapping, pages, studying

urlpatterns = [
    path("c/<str:case>/hostilities/", pages.room, name="hostilities"),
    path("c/<str:case>/hostilities/series.csv", pages.series_file, name="hostilities_csv"),
    path("c/<str:case>/hostilities/map/", mapping.room, name="hostilities_map"),
    path("c/<str:case>/hostilities/studies/", studying.room, name="hostilities_studies"),
]
