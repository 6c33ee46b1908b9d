"""Somebody is forgotten: every file that names them is closed, and the lines in which a name of theirs stands."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.lists.queries.naming import originals_naming, set_aside_naming


def closes(*, person: UUID) -> list[str]:
    """What forgetting somebody would close, in words."""
    files, lines = originals_naming(person), set_aside_naming(person)
    told = []
    if files:
        told.append(f"{len(files)} original file{'s' if len(files) > 1 else ''} of lists, for all who stand in them")
    if lines:
        told.append(f"{len(lines)} line{'s' if len(lines) > 1 else ''} that were set aside")
    return told


def forget(*, person: UUID, by: Actor, at: datetime) -> list[str]:
    """Destroy the keys of the files and lines that name somebody; what was read of the others stays."""
    told = closes(person=person)
    for compartment, key in [*originals_naming(person), *set_aside_naming(person)]:
        access.destroy_key(compartment=compartment, person=key, by=by, at=at)
    return told
