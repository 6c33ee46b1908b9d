"""The one-time code that lets the first administrator in: it lies in a file that only the server's account can read."""

from __future__ import annotations

import hmac
import os
import secrets
from pathlib import Path

from django.conf import settings

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, LETTERS = 4, 5


def code_file() -> Path:
    return Path(settings.HOMEWARD_KEYS) / "first-run.code"


def code() -> str:
    """The code of this desk; made at the first call, for whoever can read the file."""
    file = code_file()
    if not file.exists():
        _make(file)
    return file.read_text(encoding="ascii").strip()


def opens(given: str) -> bool:
    """Whether this is the code; spaces, hyphens and capitals do not matter."""
    return hmac.compare_digest(_bare(given).encode(), _bare(code()).encode())


def use_up() -> None:
    """Take the code away once somebody came in with it."""
    code_file().unlink(missing_ok=True)


def _make(file: Path) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = "-".join("".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(GROUPS))
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process was quicker
        return
    with os.fdopen(handle, "w", encoding="ascii") as fresh:
        fresh.write(made + "\n")


def _bare(given: str) -> str:
    return "".join(letter for letter in given.casefold() if letter.isalnum())
