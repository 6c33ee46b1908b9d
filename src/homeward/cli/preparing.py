"""The tables of the desk: an embedded database gets them by itself, any other by `homeward prepare`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import ProgrammingError, connections, transaction

from homeward import postgres
from homeward.access import actions
from homeward.cli.telling import tell
from homeward.postgres import locks
from homeward.refusals import Refused

HOUSE = "homeward."


class NotPrepared(Refused):
    """This database has no tables of the desk yet, or older ones."""


def embedded() -> bool:
    """Whether the desk works on its own private database."""
    return bool(settings.DATABASES["default"].get("EMBEDDED"))


def see_to_it() -> None:
    """Make sure that the tables are those of this version; refuses where somebody else's hand is wanted."""
    if ready():
        return
    if not embedded():
        raise NotPrepared(instead="Set HOMEWARD_OWNER_URL and run: homeward prepare")
    prepare()


def prepare() -> None:
    """Make the tables or bring them up to date, as their owner, and open the desk if it never was."""
    with locks.one_at_a_time(_lock_folder(), "prepare"):
        if not ready():
            tell("Making the tables of the desk.")
        call_command("migrate", database="owner", verbosity=0, interactive=False)
        connections["owner"].close()
        with transaction.atomic():
            actions.open_desk(at=datetime.now(UTC))


def ready() -> bool:
    """Whether every migration of ours has run here; a look at two names per app, for it is asked by each command."""
    try:
        with transaction.atomic(), connections["default"].cursor() as cursor:
            cursor.execute("SELECT app, name FROM django_migrations")
            done = set(cursor.fetchall())
    except ProgrammingError:  # no such table: nothing has run
        return False
    return _ours() <= done


def _ours() -> set[tuple[str, str]]:
    return {
        (app.label, file.stem)
        for app in apps.get_app_configs()
        if app.name.startswith(HOUSE)
        for file in Path(app.path, "migrations").glob("0*.py")
    }


def _lock_folder() -> Path:
    folder = Path(settings.HOMEWARD_DATA)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def stop() -> bool:
    """Stop the embedded database; says whether it ran."""
    folder = Path(settings.HOMEWARD_DATA)
    if not embedded() or not any(folder.glob("postgres-*")):
        return False
    connections.close_all()
    return postgres.stop(folder)
