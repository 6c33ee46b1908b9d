"""Writing about people and forgetting one of them never pass each other by."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import connection

from homeward.people.models import Erased
from homeward.refusals import Refused


class WasForgotten(Refused):
    """This person was forgotten; nothing is written about them any more."""


def wait_for_forgetting() -> None:
    """Let whoever forgets somebody finish, and make them wait for this transaction: else a destroyed key would be made anew.

    One lock for the whole desk, since a person may stand in several cases; those who only write do not wait for each other.
    """
    _lock("pg_advisory_xact_lock_shared")


def wait_for_writers() -> None:
    """Before somebody is forgotten: let everybody finish who writes about people."""
    _lock("pg_advisory_xact_lock")


def refuse_forgotten(people: Collection[UUID]) -> None:
    """Refuse when one of these was forgotten, as far as the actor may see."""
    gone = Erased.objects.filter(person_id__in=list(set(people))).values_list("person_id", flat=True).first()
    if gone is not None:
        raise WasForgotten(where=str(gone), instead="Somebody who comes again is entered anew, as another person.")


def _lock(kind: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {kind}(hashtext('homeward.people.forgetting'))")
