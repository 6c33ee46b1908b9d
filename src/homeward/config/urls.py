"""Addresses of the desk: pages at the top, the interface for programs under /api."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("api/", include("homeward.api.urls")),
    path("", include("homeward.web.urls")),
]
handler400 = "homeward.web.errors.bad_request"
handler403 = "homeward.web.errors.not_let_in"
handler404 = "homeward.web.errors.not_found"
handler500 = "homeward.web.errors.broken"
