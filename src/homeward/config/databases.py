"""The two ways into the one database: `default` as homeward_app, `owner` as homeward_migrator."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from homeward.config.env import DatabaseAddress, Environment

ENGINE = "homeward.config.engine"
NAME = "homeward"


def databases(environment: Environment, data: Path) -> dict[str, dict[str, Any]]:
    """Django's DATABASES: the servers that the environment names, else the embedded one in the desk's folder."""
    app, owner = environment.database("DATABASE_URL"), environment.database("HOMEWARD_OWNER_URL")
    if app is None and owner is not None:
        environment.fault("DATABASE_URL", "the same database as HOMEWARD_OWNER_URL, as homeward_app")
    if app is None:
        return {
            "default": _connection(DatabaseAddress(NAME, "homeward_app"), EMBEDDED=str(data)),
            "owner": _connection(DatabaseAddress(NAME, "homeward_migrator"), EMBEDDED=str(data)),
        }
    if owner is None:
        return {"default": _connection(app), "owner": _connection(app, MISSING="HOMEWARD_OWNER_URL")}
    return {"default": _connection(app), "owner": _connection(owner)}


def _connection(address: DatabaseAddress, **more: str) -> dict[str, Any]:
    return {
        "ENGINE": ENGINE,
        "NAME": address.name,
        "USER": address.user,
        "PASSWORD": address.password,
        "HOST": address.host,
        "PORT": address.port,
        "OPTIONS": dict(address.options),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        **more,
    }
