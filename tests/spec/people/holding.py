"""Stands where an app that keeps files would close them."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from homeward.access.models import Actor


def closes(*, person: UUID) -> tuple[str, ...]:
    return (f"the file that names {person}",)


def forget(*, person: UUID, by: Actor, at: datetime) -> tuple[str, ...]:
    return (f"a file that named {person}",)
