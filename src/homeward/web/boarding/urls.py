"""Addresses of manifests and boarding; none of them holds a name. The phone's page stands outside of any case."""

from __future__ import annotations

from django.urls import path

from homeward.web.boarding import boarding, manifests, phone

PHONE = "board/"
CONVOY = "c/<str:case>/crossings/convoys/<uuid:convoy>/"

urlpatterns = [
    path(PHONE, phone.shell, name="phone"),
    path(f"{PHONE}worker.js", phone.worker, name="phone_worker"),
    path(f"{PHONE}app.webmanifest", phone.app, name="phone_app"),
    path(CONVOY, manifests.manifest, name="manifest"),
    path(f"{CONVOY}file", manifests.file, name="manifest_file"),
    path(f"{CONVOY}board/", boarding.board, name="boarding"),
    path(f"{CONVOY}paper/<uuid:device>/", boarding.keyed, name="key_paper"),
]
