from __future__ import annotations

import itertools
import json
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django.fixtures import Settings

from homeward import postgres
from homeward.access import actions as access
from homeward.access.models import Key
from homeward.ledger import actions
from homeward.ledger.actions.keeping import BrokenBackup
from homeward.ledger.actions.keeping.backing_up import KeysBesideData, NotWhole
from homeward.ledger.actions.keeping.restoring import KeysOfAnotherDesk, NotEmpty, OtherKeys
from homeward.ledger.queries import drafts
from homeward.lists.queries import version as version_of_list
from homeward.postgres import roles
from homeward.reading import queries as reading_queries
from homeward.seals import keys
from homeward.seals.boxes import CannotOpen
from tests.apps.ledger.desks import DRAFT, SLUG, case, generated, worked_at
from tests.apps.people.registers import Register
from tests.cast import Desk
from tests.grounds import databases
from tests.grounds.databases import Database
from tests.spec.lists.lists import JONAS, by_name, taken

NUMBERS = itertools.count(1)
CATALOGUE = {
    "functions": "SELECT p.oid::regprocedure, p.proowner::regrole, p.proacl, p.prosecdef, p.proconfig FROM pg_proc p"
    " WHERE p.pronamespace::regnamespace::text IN ('access', 'ledger')",
    "tables": "SELECT c.oid::regclass, c.relowner::regrole, c.relrowsecurity, c.relforcerowsecurity,"
    " (SELECT array_agg(a::text ORDER BY a::text) FROM unnest(c.relacl) a)"
    " FROM pg_class c WHERE c.relnamespace::regnamespace::text IN ('access', 'ledger', 'public')"
    " AND c.relkind IN ('r', 'S')",
    "policies": "SELECT tablename, policyname, permissive, roles, cmd, qual, with_check FROM pg_policies",
    "triggers": "SELECT tgrelid::regclass, tgname, tgenabled, pg_get_triggerdef(oid) FROM pg_trigger"
    " WHERE NOT tgisinternal",
    "constraints": "SELECT conrelid::regclass, conname, convalidated, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE conrelid <> 0 AND contype <> 'n'",
    "indexes": "SELECT indexrelid::regclass, indisvalid, pg_get_indexdef(indexrelid) FROM pg_index"
    " WHERE indrelid::regclass::text !~ '^pg_'",
    "schemas": "SELECT nspname, nspowner::regrole, (SELECT array_agg(a::text ORDER BY a::text) FROM unnest(nspacl) a)"
    " FROM pg_namespace WHERE nspname IN ('public', 'access', 'ledger')",
    "columns": "SELECT attrelid::regclass, attname, attacl FROM pg_attribute"
    " WHERE attacl IS NOT NULL AND attrelid >= 16384",
}
READING = [f"reading_{name}" for name in
           ("paper", "appearance", "reading", "proposal", "decision", "mark", "copy", "allowance")]  # fmt: skip
Elsewhere = Callable[[], AbstractContextManager[Database]]


@pytest.fixture(scope="module")
def desk(module_database: Database) -> Desk:
    return worked_at(events=3)


KEYS = 19
"""Of the compartment, the four people in the register who were not forgotten, six people of a list, two files, a line set aside,
three files of series."""


@pytest.fixture(scope="module")
def kept(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A backup of the desk and, in another folder, its keys."""
    home = tmp_path_factory.mktemp("kept")
    actions.backup(folder=home / "data", keys_to=home / "keys", by=desk.operator, at=desk.now)
    return home / "data", home / "keys"


@pytest.fixture
def elsewhere(postgres_server: postgres.Server, settings: Settings, tmp_path: Path) -> Elsewhere:
    """An empty database with the roles of the desk and an empty folder for keys, where Django works meanwhile."""

    @contextmanager
    def emptied() -> Iterator[Database]:
        name = f"homeward_elsewhere_{next(NUMBERS)}"
        roles.make(postgres_server, name)
        settings.HOMEWARD_KEYS = tmp_path / "keys-elsewhere"
        url, owner = postgres_server.url("homeward_app", name), postgres_server.url("homeward_migrator", name)
        try:
            with databases._pointed_at(postgres_server, name):
                yield Database(name, url, owner, postgres_server)
        finally:
            postgres_server.psql(f"DROP DATABASE {name} WITH (FORCE)")
            (postgres_server.folder / f"homeward-{name}.made").unlink()

    return emptied


def test_a_restored_desk_proves_itself_and_answers_the_same(
    desk: Desk, kept: tuple[Path, Path], elsewhere: Elsewhere, module_database: Database
) -> None:
    data, keys_from = kept
    asked = {"as_of": "2023-11-04T12:00+02:00", "known_at": "2023-11-04T12:00+02:00"}
    picture = desk.picture(SLUG, **asked)

    with elsewhere() as there:
        restored = actions.restore(folder=data, keys_from=keys_from, at=desk.now)

        assert restored.ok, restored
        assert restored.report.tails == []
        assert desk.picture(SLUG, **asked) == picture
        assert Key.objects.count() == 0, "nobody has entered, so nobody sees keys"
        with desk.acting():
            assert Key.objects.count() == KEYS
            assert drafts.draft(case(desk), DRAFT) is not None
        for name, question in CATALOGUE.items():
            ours = sorted(module_database.superuser(question).splitlines())
            assert sorted(there.superuser(question).splitlines()) == ours, name


def test_a_restored_desk_has_every_row_of_what_was_read_and_decided(
    desk: Desk, kept: tuple[Path, Path], elsewhere: Elsewhere, module_database: Database
) -> None:
    told = {table: module_database.superuser(f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)), count(*) FROM {table} t")
            for table in READING}  # fmt: skip
    assert not [table for table, rows in told.items() if rows.endswith("\t0\n")]

    with elsewhere() as there:
        actions.restore(folder=kept[0], keys_from=kept[1], at=desk.now)

        for table, rows in told.items():
            question = f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)), count(*) FROM {table} t"
            assert there.superuser(question) == rows, table
        with desk.acting():
            assert reading_queries.papers(case(desk))


def test_a_restored_desk_goes_on(desk: Desk, kept: tuple[Path, Path], elsewhere: Elsewhere) -> None:
    data, keys_from = kept
    with elsewhere():
        actions.restore(folder=data, keys_from=keys_from, at=desk.now)
        call_command("migrate", database="owner", check_unapplied=True, verbosity=0)

        generated(desk, seed=99)
        actions.sign_heads(at=desk.now)

        report = actions.verify(saved_head=data / "head.json")
        assert report.ok and report.tails == [], report.as_text()
        assert actions.replay().ok


def test_without_keys_the_ledger_verifies_and_sealed_values_stay_closed(
    desk: Desk, kept: tuple[Path, Path], elsewhere: Elsewhere
) -> None:
    with elsewhere():
        restored = actions.restore(folder=kept[0], at=desk.now)

        assert restored.ok, restored
        assert "sealed values" in restored.opens
        with desk.acting():
            assert Key.objects.count() == 0
            with pytest.raises(CannotOpen):
                drafts.draft(case(desk), DRAFT)
        generated(desk, seed=98)
        actions.sign_heads(at=desk.now)
        assert actions.verify().ok, "heads of the former key and of the new one"


def test_a_restore_overwrites_nothing(desk: Desk, kept: tuple[Path, Path]) -> None:
    with pytest.raises(NotEmpty):
        actions.restore(folder=kept[0], at=desk.now)


def test_a_restore_takes_no_place_of_other_keys(
    desk: Desk, kept: tuple[Path, Path], elsewhere: Elsewhere, settings: Settings
) -> None:
    with elsewhere():
        keys.open_or_make(settings.HOMEWARD_KEYS)

        with pytest.raises(OtherKeys):
            actions.restore(folder=kept[0], keys_from=kept[1], at=desk.now)


def test_keys_kept_later_than_the_data_open_it(
    desk: Desk, kept: tuple[Path, Path], elsewhere: Elsewhere, tmp_path: Path
) -> None:
    with desk.acting() as actor:
        later = access.make_compartment(slug="later", name="Later", by=actor, at=desk.now)
        Key.objects.create(compartment=later, wrapped=b"\2" * 61, made_at=desk.now)
    actions.backup(folder=tmp_path / "data", keys_to=tmp_path / "keys", by=desk.operator, at=desk.now)

    with elsewhere():
        assert actions.restore(folder=kept[0], keys_from=tmp_path / "keys", at=desk.now).ok
        with desk.acting():
            assert Key.objects.count() == KEYS
            assert drafts.draft(case(desk), DRAFT) is not None


def test_keys_kept_before_somebody_was_forgotten_do_not_bring_them_back(
    desk: Desk, kept: tuple[Path, Path], elsewhere: Elsewhere, tmp_path: Path
) -> None:
    register = Register.of(desk)
    with desk.acting():
        crossing = register.case()
    version = taken(desk, crossing, [("Quilla Later", "1 Feb 1980", "Q5512098", "waits"), JONAS], title="Later list")
    person = by_name(desk, crossing, version.id)["Quilla Later"].person
    actions.backup(folder=tmp_path / "before", keys_to=tmp_path / "keys", by=desk.operator, at=desk.now)
    register.forgets(person)
    actions.backup(folder=tmp_path / "data", by=desk.operator, at=desk.now)

    with elsewhere():
        assert actions.restore(folder=tmp_path / "data", keys_from=tmp_path / "keys", at=desk.now).ok
        assert register.person(person).names == ()
        with desk.acting():
            assert not Key.objects.filter(person_id=person).exists()
            assert version_of_list(crossing, version.id).closed, "the key of the file that names them is not put back"
            assert Key.objects.filter(person_id=by_name(desk, crossing, version.id)["Jonas Berg"].person).exists()


def test_keys_of_another_desk_are_refused(
    desk: Desk, kept: tuple[Path, Path], settings: Settings, tmp_path: Path
) -> None:
    settings.HOMEWARD_KEYS = tmp_path / "another"
    actions.backup(folder=tmp_path / "data", keys_to=tmp_path / "keys", by=desk.operator, at=desk.now)

    with pytest.raises(KeysOfAnotherDesk):
        actions.restore(folder=kept[0], keys_from=tmp_path / "keys", at=desk.now)


@pytest.mark.parametrize("name", ["database.dump", "head.json", "manifest.json"])
def test_a_changed_backup_is_refused(desk: Desk, kept: tuple[Path, Path], tmp_path: Path, name: str) -> None:
    folder = tmp_path / "changed"
    folder.mkdir()
    for file in kept[0].iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    plain = (folder / name).read_bytes()
    (folder / name).write_bytes(plain.replace(b"a", b"b", 1))

    with pytest.raises(BrokenBackup):
        actions.restore(folder=folder, at=desk.now)


def test_the_data_holds_no_keys_and_no_sessions(desk: Desk, kept: tuple[Path, Path]) -> None:
    data, keys_from = kept
    secrets = [(keys_from / name).read_bytes() for name in ("signing.key", "fields.key")]

    everything = b"".join(file.read_bytes() for file in data.iterdir())

    assert not any(secret in everything for secret in secrets)
    told = json.loads((data / "manifest.json").read_text())
    assert set(told["left_out"]) == {"access_key", "django_session"}
    assert "public.access_key" not in told["rows"]
    assert "not encrypted" in told["note"]


def test_only_the_owner_may_read_a_backup(kept: tuple[Path, Path]) -> None:
    for folder in kept:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_keys_do_not_go_where_the_data_goes(desk: Desk, tmp_path: Path) -> None:
    for keys_to in (tmp_path / "data", tmp_path / "data" / "keys", tmp_path):
        with pytest.raises(KeysBesideData):
            actions.backup(folder=tmp_path / "data", keys_to=keys_to, by=desk.operator, at=desk.now)


def test_a_table_that_the_keeper_does_not_see_whole_stops_the_backup(
    desk: Desk, tmp_path: Path, module_database: Database
) -> None:
    hidden = "CREATE TABLE hidden (id int); ALTER TABLE hidden ENABLE ROW LEVEL SECURITY;"
    module_database.superuser(hidden + "GRANT SELECT ON hidden TO homeward_keeper")
    try:
        with pytest.raises(NotWhole, match="hidden"):
            actions.backup(folder=tmp_path / "data", by=desk.operator, at=desk.now)
    finally:
        module_database.superuser("DROP TABLE hidden")


def test_a_backup_is_on_record(kept: tuple[Path, Path], module_database: Database) -> None:
    assert module_database.superuser("SELECT count(*) FROM access_event WHERE kind = 'desk.backed_up'") != "0\n"
