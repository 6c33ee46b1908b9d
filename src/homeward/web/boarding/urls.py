"""Addresses of manifests and boarding; none of them holds a name. The phone's page stands outside of any case."""

from __future__ import annotations

from django.urls import path

from homeward.web.boarding import phone

PHONE = "board/"

urlpatterns = [
    path(PHONE, phone.shell, name="phone"),
    path(f"{PHONE}worker.js", phone.worker, name="phone_worker"),
    path(f"{PHONE}app.webmanifest", phone.app, name="phone_app"),
]
