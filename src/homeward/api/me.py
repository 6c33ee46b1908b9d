"""Who asks, and what they may see."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Router

from homeward.access import queries
from homeward.api import entering, sending
from homeward.api.shapes.me import Me
from homeward.api.shapes.told import READING, UNCHANGED

router = Router(tags=["me"])


@router.get("/me", response={200: Me, **UNCHANGED, **READING}, operation_id="me")
def me(request: HttpRequest) -> HttpResponse:
    """Say who you are to the desk, what this way in may do, and which compartments you may see and write in."""
    asker = entering.asker(request)
    compartments = [
        {"id": str(view.id), "slug": view.slug, "name": view.name, "may_write": view.may_write}
        for view in queries.compartments()
    ]
    return sending.answer(request, {"name": asker.name, "scopes": list(asker.scopes), "compartments": compartments})
