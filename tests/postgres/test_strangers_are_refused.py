from __future__ import annotations

import os
import pwd
import stat
from pathlib import Path

import pytest

from homeward import postgres
from homeward.postgres.accounts import Account, run
from homeward.postgres.places import ForeignFolder, claim

ROLES_WITHOUT_LOGIN = [
    "homeward_writer",
    "homeward_searcher",
    "homeward_projector",
    "homeward_verifier",
    "homeward_keeper",
]


@pytest.fixture
def stranger(as_root: None, server: postgres.Server) -> Account:
    """Some account of this machine that is neither root nor the server's."""
    for entry in pwd.getpwall():
        if entry.pw_uid not in (0, server.account.uid):
            return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    pytest.skip("this machine has no other account")


def test_the_socket_lies_where_only_the_servers_account_may_go(server: postgres.Server) -> None:
    entry = server.sockets.lstat()

    assert stat.S_IMODE(entry.st_mode) == 0o700
    assert entry.st_uid == server.account.uid
    assert stat.S_IMODE(server.folder.stat().st_mode) == 0o700


def test_a_stranger_cannot_reach_the_socket(server: postgres.Server, stranger: Account) -> None:
    said = run(stranger, "/usr/bin/stat", server.sockets / ".s.PGSQL.5432")

    assert said.returncode != 0


def test_a_stranger_who_reaches_the_socket_is_not_let_in(server: postgres.Server, stranger: Account) -> None:
    server.sockets.chmod(0o755)
    next(server.sockets.glob(".s.PGSQL.5432")).chmod(0o777)

    for role in ("postgres", "homeward_migrator", "homeward_app"):
        said = run(stranger, server.binaries / "psql", "-X", "-c", "SELECT 1", server.url(role))

        assert said.returncode != 0
        assert f'Peer authentication failed for user "{role}"' in said.stdout


def test_nobody_comes_in_as_a_role_that_does_not_log_in(server: postgres.Server) -> None:
    for role in ROLES_WITHOUT_LOGIN:
        with pytest.raises(postgres.CommandFailed, match="Peer authentication failed"):
            server.psql("SELECT 1", role=role)


def test_a_folder_laid_by_somebody_else_is_refused(as_root: None, data_home: Path) -> None:
    laid = data_home / "socket"
    laid.mkdir()
    os.chown(laid, 4242, 4242)
    server = pwd.getpwnam("nobody")

    with pytest.raises(ForeignFolder, match="socket"):
        claim(laid, Account("nobody", server.pw_uid, server.pw_gid))


def test_a_link_in_place_of_the_folder_is_refused(data_home: Path) -> None:
    (data_home / "elsewhere").mkdir()
    (data_home / "socket").symlink_to(data_home / "elsewhere")

    with pytest.raises(ForeignFolder):
        claim(data_home / "socket", Account("me", os.geteuid(), os.getegid()))


def test_messages_of_the_server_leave_out_what_rows_hold(server: postgres.Server) -> None:
    assert server.psql("SHOW log_error_verbosity; SHOW log_parameter_max_length_on_error") == "terse\n0\n"
