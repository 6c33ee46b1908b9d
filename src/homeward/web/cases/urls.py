from __future__ import annotations

from django.urls import path

from homeward.web.cases import pages

urlpatterns = [
    path("", pages.today, name="today"),
    path("cases/", pages.begin, name="cases"),
    path("cases/open", pages.open_case, name="open_case"),
    path("cases/load", pages.load_case, name="load_case"),
]
