"""Settings from the environment: each is read by its type, and all faults are told in one answer."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from homeward.refusals import Findings, Unacceptable

TRUE = ("1", "true", "yes", "on")
FALSE = ("0", "false", "no", "off")
SCHEMES = ("postgresql", "postgres")


class WrongSettings(Unacceptable):
    """The desk does not start with these settings."""

    def __str__(self) -> str:
        return "\n".join([self.message, *(f"  {finding.where}: {finding.message}" for finding in self.findings)])


@dataclass(frozen=True, slots=True)
class DatabaseAddress:
    """Where a PostgreSQL is and as whom to come, read from one URL."""

    name: str
    user: str = ""
    password: str = field(default="", repr=False)
    host: str = ""
    port: str = ""
    options: Mapping[str, str] = field(default_factory=dict)


class Environment:
    """Typed readers over the variables of a process; `settle` stops the start when any was wrong."""

    def __init__(self, variables: Mapping[str, str] | None = None) -> None:
        self._variables = os.environ if variables is None else variables
        self._asked: set[str] = set()
        self._findings = Findings()

    def text(self, name: str, default: str = "", *, shape: str = "", allowed: str = "any text") -> str:
        """The text of a variable; `shape` is a pattern that all of it must match."""
        value = self._value(name)
        if value is None:
            return default
        if shape and not re.fullmatch(shape, value):
            self._wrong(name, value, allowed)
            return default
        return value

    def choice(self, name: str, default: str, *, among: tuple[str, ...]) -> str:
        """One of a few words."""
        value = self._value(name)
        if value is None or value in among:
            return default if value is None else value
        self._wrong(name, value, f"one of {', '.join(among)}")
        return default

    def flag(self, name: str, default: bool = False) -> bool:
        """Yes or no."""
        value = self._value(name)
        if value is None:
            return default
        if value.lower() in TRUE + FALSE:
            return value.lower() in TRUE
        self._wrong(name, value, f"{', '.join(TRUE)} or {', '.join(FALSE)}")
        return default

    def number(self, name: str, default: int, *, least: int, most: int) -> int:
        """A whole number between two bounds, both allowed."""
        value = self._value(name)
        if value is None:
            return default
        if re.fullmatch(r"-?[0-9]{1,12}", value) and least <= int(value) <= most:
            return int(value)
        self._wrong(name, value, f"a whole number from {least} to {most}")
        return default

    def words(self, name: str, default: tuple[str, ...] = (), *, shape: str, allowed: str) -> list[str]:
        """Words with commas between, each of which must match `shape`."""
        value = self._value(name)
        if value is None:
            return list(default)
        words = [word.strip() for word in value.split(",") if word.strip()]
        for word in words:
            if not re.fullmatch(shape, word):
                self._wrong(name, word, allowed)
        return words

    def folder(self, name: str, default: Path) -> Path:
        """A folder by its whole path; it need not exist yet."""
        value = self._value(name)
        if value is None:
            return default
        if not value.startswith("/") or Path(value).is_file():
            self._wrong(name, value, "the whole path of a folder, from / on")
        return Path(value)

    def file(self, name: str) -> Path | None:
        """A file that this process may read."""
        value = self._value(name)
        if value is None:
            return None
        if not Path(value).is_file() or not os.access(value, os.R_OK):
            self._wrong(name, value, "the path of a file that the desk may read")
        return Path(value)

    def database(self, name: str) -> DatabaseAddress | None:
        """A PostgreSQL by its URL; a password in it is never shown."""
        value = self._value(name)
        if value is None:
            return None
        try:
            return _address(value)
        except ValueError as fault:
            self._wrong(name, _without_password(value), f"postgresql://USER@HOST:PORT/DATABASE ({fault})")
            return None

    def fault(self, name: str, allowed: str) -> None:
        """Note that a variable is missing or does not go with another."""
        self._wrong(name, self._value(name) or "(not set)", allowed)

    def settle(self, *, also_known: tuple[str, ...] = ()) -> None:
        """Stop the start if anything was wrong, or if a variable is named almost like one of ours."""
        known = self._asked | set(also_known)
        for name in sorted(self._variables):
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.85) if name.startswith("HOMEWARD_") else []
            if near and name not in known:
                self._findings.fault("setting", name, f"There is no such setting; allowed is {near[0]}.")
        if self._findings.faults:
            raise WrongSettings(self._findings)

    def _value(self, name: str) -> str | None:
        self._asked.add(name)
        return self._variables.get(name) or None

    def _wrong(self, name: str, value: str, allowed: str) -> None:
        self._findings.fault("setting", f"{name}={value}", f"allowed is {allowed}.")


def _without_password(url: str) -> str:
    hidden = re.sub(r"(//[^/?]*?):.*@", r"\1:...@", url)
    return re.sub(r"(password=)[^&]*", r"\1...", hidden)


def _address(url: str) -> DatabaseAddress:
    parts = urlsplit(url)
    if parts.scheme not in SCHEMES:
        raise ValueError(f"the desk keeps its records in PostgreSQL only, not in {parts.scheme or 'this'}")
    name = unquote(parts.path.removeprefix("/"))
    if not name or "/" in name:
        raise ValueError("it must name a database")
    options = dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {}
    return DatabaseAddress(
        name=name,
        user=options.pop("user", unquote(parts.username or "")),
        password=options.pop("password", unquote(parts.password or "")),
        host=options.pop("host", unquote(parts.hostname or "")),
        port=options.pop("port", str(parts.port or "")),
        options=options,
    )
