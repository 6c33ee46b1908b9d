from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path

import pytest

from homeward import postgres
from homeward.postgres import binaries, locks, places
from homeward.postgres.cluster import OtherPurpose

pytestmark = pytest.mark.long


def test_it_runs_as_an_account_that_is_not_root(server: postgres.Server) -> None:
    held = locks.running(server.folder)

    assert held is not None
    assert Path(f"/proc/{held.pid}").stat().st_uid == server.account.uid
    assert server.account.uid != 0


def test_it_keeps_checksums_and_listens_to_no_network(server: postgres.Server) -> None:
    said = server.psql("SHOW data_checksums; SHOW listen_addresses; SHOW fsync; SHOW server_encoding;")

    assert said.split("\n")[:4] == ["on", "", "on", "UTF8"]


def test_starting_it_again_finds_it_running(server: postgres.Server) -> None:
    again = postgres.ensure(server.named.parent)

    assert not again.started
    assert again.url() == server.url()


def test_what_was_written_is_there_after_a_stop(server: postgres.Server) -> None:
    server.psql("CREATE TABLE kept AS SELECT 1 AS it", database="homeward", role="homeward_migrator")

    server.stop()
    assert not server.running()
    again = postgres.ensure(server.named.parent)

    assert again.psql("SELECT it FROM kept", database="homeward", role="homeward_migrator") == "1\n"


def test_of_two_starts_at_once_one_makes_the_server(data_home: Path) -> None:
    servers: list[postgres.Server] = []
    starts = [threading.Thread(target=lambda: servers.append(postgres.start(data_home, test=True))) for _ in range(3)]

    for start in starts:
        start.start()
    for start in starts:
        start.join()

    assert [server.started for server in servers].count(True) == 1
    assert len({server.url() for server in servers}) == 1
    postgres.remove(servers[0])


def test_a_long_folder_still_gets_a_short_socket(data_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = data_home / ("a" * 60) / ("b" * 60)
    deep.mkdir(parents=True)
    for folder in (deep, deep.parent):
        folder.chmod(0o711)
    monkeypatch.setenv("TMPDIR", str(deep))
    monkeypatch.setattr("tempfile.tempdir", None)

    server = postgres.start(deep, test=True)

    assert len(str(server.sockets)) < 60
    postgres.remove(server)


def test_a_cluster_made_to_last_is_never_run_as_one_for_tests(server: postgres.Server) -> None:
    with pytest.raises(OtherPurpose):
        postgres.start(server.named.parent, test=True)

    assert server.psql("SHOW fsync") == "on\n"


def test_a_cluster_of_another_major_version_is_refused_and_named(data_home: Path) -> None:
    other = data_home / "postgres-14"
    other.mkdir()
    (other / "PG_VERSION").write_text("14\n")

    with pytest.raises(places.OtherMajorFound) as refused:
        postgres.start(data_home)

    assert "postgres-14" in str(refused.value)
    assert "HOMEWARD_PG_BIN" in str(refused.value)


def test_a_folder_that_the_account_may_not_enter_holds_a_link_to_the_cluster(as_root: None, data_home: Path) -> None:
    data_home.chmod(0o700)

    server = postgres.start(data_home, test=True)

    assert server.named.is_symlink()
    assert server.named.resolve() == server.folder
    assert not server.folder.is_relative_to(data_home)
    assert server.psql("SELECT 1") == "1\n"
    postgres.remove(server)
    assert not server.folder.exists()
    assert not server.named.is_symlink()


def test_programs_in_a_closed_home_are_copied_to_where_the_account_may_go(
    as_root: None, data_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = binaries.find()
    closed = data_home / "closed"
    closed.mkdir(mode=0o700)
    monkeypatch.setenv("HOMEWARD_PG_BIN", str(_copy_of(found.folder.parent, closed)))

    server = postgres.start(data_home, test=True)

    assert not server.binaries.folder.is_relative_to(closed)
    copy = next(folder for folder in server.binaries.folder.parents if folder.name.startswith("binaries-"))
    assert copy.stat().st_uid == os.geteuid()
    assert not copy.stat().st_mode & 0o022
    shutil.rmtree(closed)
    binaries._drop_orphans(copy.parent)
    assert copy.exists()
    postgres.remove(server)
    binaries._drop_orphans(copy.parent)
    assert not copy.exists()


def _copy_of(prefix: Path, folder: Path) -> Path:
    """The programs laid into a folder as they lie in site-packages, libraries beside; the new bin folder."""
    package = prefix.parent
    shutil.copytree(prefix, folder / package.name / prefix.name, symlinks=True)
    libraries = package.parent / f"{package.name}.libs"
    if libraries.exists():
        shutil.copytree(libraries, folder / libraries.name)
    return folder / package.name / prefix.name / "bin"


def test_stopping_starts_nothing(server: postgres.Server) -> None:
    folder = server.named.parent

    assert postgres.stop(folder)
    assert not server.running()
    assert not postgres.stop(folder)
    assert not server.running()
    postgres.start(folder)
