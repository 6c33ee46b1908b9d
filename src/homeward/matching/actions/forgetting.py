"""Somebody is forgotten: that they may be one with others is told no more. No file of theirs lies here, and no value."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from homeward.access.models import Actor
from homeward.matching.models import Pair


def closes(*, person: UUID) -> list[str]:
    """What forgetting somebody would close beside their values: nothing here."""
    return []


def forget(*, person: UUID, by: Actor, at: datetime) -> list[str]:
    """Let go of every pair with this person; judgements stay, and join nobody any more whom anything names."""
    Pair.objects.filter(Q(one_id=person) | Q(other_id=person)).delete()
    return []
