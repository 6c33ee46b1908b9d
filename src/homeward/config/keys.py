"""The key that signs sessions and forms: from a file, made once where none is named."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path

from homeward.config.env import Environment

SHORTEST = 50


def secret_key(environment: Environment, keys: Path) -> str:
    """The secret of HOMEWARD_SECRET_KEY_FILE, else of the keys folder, made there once for its owner only."""
    named = environment.file("HOMEWARD_SECRET_KEY_FILE")
    try:
        file = named or _made_once(keys / "secret.key")
        key = file.read_text().strip()
        loose = stat.S_IMODE(file.stat().st_mode) & 0o077
    except OSError as fault:
        environment.fault("HOMEWARD_KEYS", f"a folder that the desk may write ({fault.strerror}: {fault.filename})")
        return ""
    if len(key) < SHORTEST or loose:
        environment.fault(
            "HOMEWARD_SECRET_KEY_FILE" if named else "HOMEWARD_KEYS",
            f"a secret of {SHORTEST} characters or more in {file}, which only its owner may read (mode 0600)",
        )
    return key


def _made_once(file: Path) -> Path:
    if not file.exists():
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:  # another process was quicker
            return file
        with os.fdopen(handle, "w") as fresh:
            fresh.write(secrets.token_urlsafe(64) + "\n")
    return file
