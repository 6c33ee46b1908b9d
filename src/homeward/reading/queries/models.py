"""Which language model the desk names, and of which compartments it may be asked."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings

from homeward.reading.models import Allowance


def model_named() -> str:
    """The language model that the desk names in its settings; empty when it names none."""
    return settings.HOMEWARD_MODEL if settings.HOMEWARD_MODEL_AT else ""


def model_allowed(compartment: UUID) -> bool:
    """Whether texts of this compartment may be sent there: not before somebody said so."""
    last = Allowance.objects.filter(compartment_id=compartment).order_by("-said_at", "allowed").first()
    return bool(model_named() and last and last.allowed)
