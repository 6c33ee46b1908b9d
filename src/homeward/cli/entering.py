"""Bringing the desk up, and acting at it as one operator in one transaction."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from homeward.refusals import Refused

if TYPE_CHECKING:  # needs Django up
    from homeward.access.models import Actor

OPERATOR = "operator"
SYSTEM = "system"


class NobodyOfThatName(Refused):
    """Nobody of that name works at this desk."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Who acts, and what time it is by the one clock that is read."""

    actor: Actor
    now: datetime


def bring_up() -> None:
    """Set Django up with the settings of the desk; a second call does nothing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.config.settings")
    import django

    django.setup()


@contextmanager
def entered(name: str | None = None) -> Iterator[Seat]:
    """Act as the operator of this name (the desk's first one when none is given) until the block ends."""
    bring_up()
    from django.db import transaction

    from homeward.access import actions, queries
    from homeward.cli import preparing

    preparing.see_to_it()
    now = datetime.now(UTC)
    with transaction.atomic():
        if name is None:
            actor, _ = actions.open_desk(at=now)
        elif name == SYSTEM:
            raise NobodyOfThatName(where=name)
        else:
            actor = queries.actor_named(name)
        actions.enter(actor.id)
        yield Seat(actor, now)


def sign(seat: Seat) -> None:
    """Sign the newest head; this process can read the key, so it need not wait for the worker."""
    from homeward.ledger.actions import sealing

    sealing.sign_heads(at=seat.now)
