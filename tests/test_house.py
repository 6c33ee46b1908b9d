"""The law of the house, as far as the linter of imports cannot see it."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from tests.conftest import HOME

HOUSE = Path(__file__).resolve().parents[1] / "src" / "homeward"
BOTTOM_UP = [
    "access",
    "ledger",
    "people",
    "reading",
    "hostilities",
    "lists",
    "matching",
    "clearances",
    "crossings",
    "talks",
    "outlook",
    "briefing",
]
ROOMS = {
    "reactions",
    "jobs",
    "actions",
    "projection",
    "queries",
    "records",
    "models",
    "formats",
    "engines",
    "core",
    "migrations",
    "sql",
    "weights",
    "apps",
    "middleware",
    "management",
    "__init__",
    "__pycache__",
}
SAY_NOTHING = {
    "utils",
    "util",
    "helpers",
    "common",
    "base",
    "manager",
    "managers",
    "service",
    "services",
    "misc",
    "data",
}
ORDERED_BY_DJANGO = {HOUSE / "config" / "engine" / "base.py"}


def ours() -> list[str]:
    return [name for name in BOTTOM_UP if apps.is_installed(f"homeward.{name}")]


def test_imports_keep_the_one_direction() -> None:
    command = [Path(sys.executable).parent / "lint-imports", "--no-cache"]

    done = subprocess.run(command, cwd=HOUSE.parents[1], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("app", ours())
def test_every_file_of_an_app_has_a_name_its_sisters_know(app: str) -> None:
    strangers = {entry.name for entry in (HOUSE / app).iterdir() if entry.name.partition(".")[0] not in ROOMS}

    assert not strangers


def test_no_file_has_a_name_that_says_nothing() -> None:
    files = [file for file in HOUSE.rglob("*.py") if file.stem in SAY_NOTHING and file not in ORDERED_BY_DJANGO]

    assert not files


@pytest.mark.parametrize(("listed", "verb"), [("LEDGER_PROJECTIONS", "apply"), ("LEDGER_REACTIONS", "react")])
def test_what_the_ledger_calls_exists_and_stands_in_the_order_of_the_layers(listed: str, verb: str) -> None:
    names = getattr(settings, listed)

    assert all(callable(getattr(import_module(name), verb)) for name in names)
    layers = [BOTTOM_UP.index(name.split(".")[1]) for name in names]
    assert layers == sorted(layers)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("app", ours())
def test_foreign_keys_point_down(app: str) -> None:
    allowed = {*BOTTOM_UP[: BOTTOM_UP.index(app) + 1], "contenttypes"}

    pointed_at = {
        field.related_model._meta.app_label
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.get_fields()
        if field.many_to_one or field.many_to_many or (field.one_to_one and not field.auto_created)
    }

    assert pointed_at <= allowed


@pytest.mark.parametrize("app", ours())
def test_migrations_stand_in_one_line(app: str) -> None:
    numbers = [file.name[:4] for file in sorted((HOUSE / app / "migrations").glob("[0-9]*.py"))]

    assert numbers == [f"{number:04d}" for number in range(1, len(numbers) + 1)]


@pytest.mark.django_db(databases=["default", "owner"])
def test_the_migrations_make_what_the_models_say(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    except SystemExit:
        pytest.fail(f"a migration is missing:\n{capsys.readouterr().out}")


@pytest.mark.django_db
def test_every_table_with_a_compartment_is_under_forced_row_security() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'compartment_id'
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
              AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS
                       (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))
            """
        )
        unguarded = [name for (name,) in cursor.fetchall()]

    assert not unguarded


@pytest.mark.django_db
def test_the_app_owns_nothing_and_changes_nothing_that_is_kept() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_class WHERE relowner = 'homeward_app'::regrole")
        owned = cursor.fetchone()[0]
        cursor.execute(
            """
            SELECT relname, privilege FROM pg_class, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) privilege
            WHERE relname IN ('ledger_statement', 'ledger_tile', 'access_event', 'access_tile')
              AND has_table_privilege('homeward_app', oid, privilege)
            """
        )
        rights = cursor.fetchall()

    assert owned == 0
    assert not rights


def test_the_verifier_stands_alone() -> None:
    tree = ast.parse((HOUSE.parent / "ledger_verifier.py").read_text())
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    tops = {name.partition(".")[0] for name in imported}
    assert tops - set(sys.stdlib_module_names) <= {"cryptography"}


def test_tests_work_on_a_desk_of_their_own_process() -> None:
    assert Path(settings.HOMEWARD_DATA) == HOME
    assert Path(settings.HOMEWARD_KEYS) == HOME / "keys"
