from __future__ import annotations

import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from homeward.config.databases import databases
from homeward.config.env import DatabaseAddress, Environment, WrongSettings
from homeward.config.keys import secret_key

SETTINGS = Path(databases.__code__.co_filename).with_name("settings.py")
WRONG = [
    ("HOMEWARD_UPLOAD_MB", "0", "a whole number from 1 to 1024"),
    ("HOMEWARD_UPLOAD_MB", "64.5", "a whole number from 1 to 1024"),
    ("HOMEWARD_DEBUG", "perhaps", "1, true, yes, on or 0, false, no, off"),
    ("HOMEWARD_HOSTS", "https://desk.example", "names of hosts"),
    ("HOMEWARD_LANGUAGE", "xx", "one of en, ar"),
    ("HOMEWARD_DATA", "here", "the whole path of a folder"),
    ("HOMEWARD_SECRET_KEY_FILE", "/nowhere/key", "the path of a file"),
    ("DATABASE_URL", "sqlite:///desk.db", "postgresql://USER@HOST:PORT/DATABASE"),
    ("DATABASE_URL", "postgresql://homeward_app@db.example", "must name a database"),
    ("DATABASE_URL", "postgresql://homeward_app@db.example:port/homeward", "postgresql://USER@HOST:PORT/DATABASE"),
]


def read(monkeypatch: pytest.MonkeyPatch, **variables: str) -> dict[str, Any]:
    """The settings as a start with these variables reads them."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(str(SETTINGS))


@pytest.mark.parametrize(("name", "value", "allowed"), WRONG)
def test_it_names_variable_value_and_what_is_allowed(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, allowed: str
) -> None:
    with pytest.raises(WrongSettings) as wrong:
        read(monkeypatch, **{name: value})

    assert f"{name}={value}" in str(wrong.value)
    assert allowed in str(wrong.value)


def test_all_wrong_settings_are_told_in_one_answer_without_a_traceback() -> None:
    environment = {**os.environ, "HOMEWARD_DEBUG": "perhaps", "HOMEWARD_UPLOAD_MB": "many", "HOMEWARD_LANGUAGE": "xx"}

    command = [sys.executable, "manage.py", "check"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert all(name in done.stderr for name in ("HOMEWARD_DEBUG", "HOMEWARD_UPLOAD_MB", "HOMEWARD_LANGUAGE"))
    assert "Traceback" not in done.stderr


def test_a_setting_named_almost_right_is_told_and_not_passed_by(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WrongSettings, match="HOMEWARD_KEY: There is no such setting; allowed is HOMEWARD_KEYS"):
        read(monkeypatch, HOMEWARD_KEY="/srv/keys")


def test_right_settings_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, HOMEWARD_UPLOAD_MB="10", HOMEWARD_LANGUAGE="ar", HOMEWARD_HOSTS="desk.example, [::1]")

    assert settings["UPLOAD_BYTES"] == 10 * 1024 * 1024
    assert settings["LANGUAGE_CODE"] == "ar"
    assert settings["ALLOWED_HOSTS"] == ["desk.example", "[::1]"]


def test_without_plain_http_every_cookie_and_page_wants_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(monkeypatch, HOMEWARD_INSECURE_HTTP="no")

    assert settings["SECURE_SSL_REDIRECT"]
    assert settings["SECURE_HSTS_SECONDS"] >= 365 * 24 * 3600
    assert settings["SESSION_COOKIE_SECURE"]
    assert settings["CSRF_COOKIE_SECURE"]
    assert settings["SESSION_COOKIE_NAME"].startswith("__Host-")


def test_the_inside_is_not_shown_on_a_desk_that_others_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WrongSettings, match="HOMEWARD_DEBUG=yes"):
        read(monkeypatch, HOMEWARD_DEBUG="yes", HOMEWARD_INSECURE_HTTP="no")


@pytest.mark.parametrize(
    "url",
    ["mysql://desk:opensesame@db.example/x", "postgresql://desk:open:sesame/@/@db.example?password=opensesame"],
)
def test_a_password_in_a_wrong_address_is_not_shown(url: str) -> None:
    environment = Environment({"DATABASE_URL": url})

    environment.database("DATABASE_URL")

    with pytest.raises(WrongSettings) as wrong:
        environment.settle()
    assert "sesame" not in str(wrong.value)


def test_an_address_is_read_in_all_its_parts() -> None:
    url = "postgresql://homeward_app:p%40ss@db.example:5433/desk?sslmode=verify-full&connect_timeout=5"

    address = Environment({"DATABASE_URL": url}).database("DATABASE_URL")

    options = {"sslmode": "verify-full", "connect_timeout": "5"}
    assert address == DatabaseAddress("desk", "homeward_app", "p@ss", "db.example", "5433", options)


def test_an_owner_without_an_app_is_refused(tmp_path: Path) -> None:
    environment = Environment({"HOMEWARD_OWNER_URL": "postgresql://homeward_migrator@/homeward"})

    databases(environment, tmp_path)

    with pytest.raises(WrongSettings, match="DATABASE_URL=\\(not set\\)"):
        environment.settle()


def test_the_secret_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    keys = tmp_path / "keys"

    first, second = secret_key(Environment({}), keys), secret_key(Environment({}), keys)

    assert first == second
    assert len(first) >= 50
    assert (keys / "secret.key").stat().st_mode & 0o777 == 0o600
    assert keys.stat().st_mode & 0o777 == 0o700


def test_a_secret_that_others_may_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("x" * 60)
    file.chmod(0o644)
    environment = Environment({"HOMEWARD_SECRET_KEY_FILE": str(file)})

    secret_key(environment, tmp_path)

    with pytest.raises(WrongSettings, match="mode 0600"):
        environment.settle()
