"""Connections of the desk: start the embedded server when it is wanted, look at what answered before trusting it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.postgresql import base, features

from homeward import postgres

OLDEST = 15


class TooPowerful(ImproperlyConfigured):
    """The role that this address names passes by row security."""


class DatabaseFeatures(features.DatabaseFeatures):
    minimum_database_version = (OLDEST,)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose settings may also name EMBEDDED (a folder) or MISSING (the variable to be set first)."""

    features_class = DatabaseFeatures
    _looked_at = False

    def get_connection_params(self) -> dict[str, Any]:
        missing = self.settings_dict.get("MISSING")
        if missing:
            raise ImproperlyConfigured(
                f"{missing} is not set: the address of the database as homeward_migrator is wanted."
            )
        embedded = self.settings_dict.get("EMBEDDED")
        if embedded:
            # Asked at each new connection (a look at one file), so that a killed server comes back by itself.
            server = postgres.ensure(Path(embedded), database=self.settings_dict["NAME"])
            self.settings_dict["HOST"] = str(server.sockets)
        return super().get_connection_params()

    def init_connection_state(self) -> None:
        super().init_connection_state()  # refuses versions before 15, naming the one found
        if self._looked_at:
            return
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT rolname FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)")
            found = cursor.fetchone()
        if found:
            raise TooPowerful(
                f"The role {found[0]} is a superuser or has BYPASSRLS, so compartments would not hold. "
                "Use homeward_app for DATABASE_URL and homeward_migrator for HOMEWARD_OWNER_URL."
            )
        self._looked_at = True
