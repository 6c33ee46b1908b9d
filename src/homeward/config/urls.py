"""Addresses of the desk: pages at the top, the interface for programs under /api."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = []
if find_spec("homeward.api") and find_spec("homeward.api.urls"):
    urlpatterns.append(path("api/", include("homeward.api.urls")))
if find_spec("homeward.web") and find_spec("homeward.web.urls"):
    urlpatterns.append(path("", include("homeward.web.urls")))
