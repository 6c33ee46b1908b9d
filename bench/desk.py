"""A desk of its own for a measurement: a cluster in a folder of its own, people with few and with many rights."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import django

if TYPE_CHECKING:
    from homeward.access.models import Actor
    from homeward.postgres import Server

PASSWORD = "a pass phrase for measurements"


@dataclass(frozen=True, slots=True)
class Desk:
    """An open desk, its operator and its server."""

    operator: Actor
    server: Server
    folder: Path

    @contextmanager
    def acting(self, actor: Actor | None = None) -> Iterator[Actor]:
        """One transaction in which this actor (else the operator) acts."""
        from django.db import transaction

        from homeward.access import actions as access

        who = actor or self.operator
        with transaction.atomic():
            access.enter(who.id)
            yield who

    def compartment(self, slug: str) -> UUID:
        """The compartment of this short name, made when it is not there yet."""
        from homeward.access import actions as access
        from homeward.access.models import Compartment

        with self.acting() as by:
            found = Compartment.objects.filter(slug=slug).first()
            made = found or access.make_compartment(slug=slug, name=f"Room {slug}", by=by, at=datetime.now(UTC))
        return made.id

    def reader(self, name: str, slugs: tuple[str, ...]) -> Actor:
        """Somebody who may read in these compartments and sees nothing of the others."""
        from homeward.access import actions as access
        from homeward.access.models import Actor, Compartment

        with self.acting() as by:
            found = Actor.objects.filter(name=name).first()
            if found is not None:
                return found
            made = access.make_person(name=name, password=PASSWORD, by=by, at=datetime.now(UTC))
            for room in Compartment.objects.filter(slug__in=slugs):
                access.grant(actor=made, compartment=room, may_write=False, by=by, at=datetime.now(UTC))
        return made


@contextmanager
def opened(keep: Path | None = None) -> Iterator[Desk]:
    """A desk in a fresh folder, gone afterwards with its server; `keep` names a folder that stays and is used again."""
    folder = keep or Path(tempfile.mkdtemp(prefix="homeward-bench-"))
    folder.mkdir(exist_ok=True)
    folder.chmod(0o711)  # the server's account enters it when root measures
    for name in [name for name in os.environ if name == "DATABASE_URL" or name.startswith("HOMEWARD_")]:
        if name != "HOMEWARD_PG_BIN":
            del os.environ[name]
    os.environ["HOMEWARD_DATA"] = str(folder / "data")
    os.environ["HOMEWARD_INSECURE_HTTP"] = "1"
    os.environ["DJANGO_SETTINGS_MODULE"] = "homeward.config.settings"
    (folder / "data").mkdir(mode=0o711, exist_ok=True)
    django.setup()

    from django.core.management import call_command
    from django.db import connections

    from homeward import postgres
    from homeward.access import actions as access

    server = postgres.ensure(folder / "data")
    try:
        call_command("migrate", database="owner", verbosity=0, interactive=False)
        operator, _ = access.open_desk(at=datetime.now(UTC))
        yield Desk(operator, server, folder)
    finally:
        connections.close_all()
        if keep is None:
            postgres.remove(server)
            shutil.rmtree(folder, ignore_errors=True)
        else:
            server.stop()
