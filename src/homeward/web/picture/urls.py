from __future__ import annotations

from django.urls import path

from homeward.web.picture import pages

urlpatterns = [
    path("c/<str:case>/", pages.picture, name="picture"),
    path("c/<str:case>/picture.csv", pages.as_csv, name="picture_csv"),
]
