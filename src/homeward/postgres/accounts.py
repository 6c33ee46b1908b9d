"""Whom the server runs as: PostgreSQL refuses root, so root lends it an account that may do nothing else."""

from __future__ import annotations

import os
import pwd
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from homeward.refusals import Refused

LENT = ("postgres", "nobody")


class NoAccount(Refused):
    """There is no account that PostgreSQL could run as."""


@dataclass(frozen=True, slots=True)
class Account:
    """A user of this machine, by name as peer authentication sees it."""

    name: str
    uid: int
    gid: int


def invoker() -> Account:
    """The account this process runs as."""
    try:
        entry = pwd.getpwuid(os.geteuid())
    except KeyError:
        raise NoAccount(
            f"The user with number {os.geteuid()} has no name on this machine, and PostgreSQL needs one.",
            instead="Give it an entry in /etc/passwd, or set DATABASE_URL to a server that runs elsewhere.",
        ) from None
    return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)


def server_account(cluster: Path) -> Account:
    """The account the server of this cluster runs as: the cluster's owner, else ourselves, else one lent by root."""
    me = invoker()
    if me.uid != 0:
        return me
    if (cluster / "PG_VERSION").exists():
        entry = pwd.getpwuid(cluster.stat().st_uid)
        return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    for name in LENT:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    raise NoAccount(instead=f"Make one of the accounts {' or '.join(LENT)}, or start as an ordinary user.")


def may_enter(account: Account, folder: Path) -> bool:
    """Whether the account can walk down to this folder; supplementary groups are not asked, since none are lent."""
    return all(_may_pass(account, step.stat()) for step in (folder, *folder.parents))


def _may_pass(account: Account, entry: os.stat_result) -> bool:
    if account.uid == 0:
        return True
    if entry.st_uid == account.uid:
        return bool(entry.st_mode & stat.S_IXUSR)
    if entry.st_gid == account.gid:
        return bool(entry.st_mode & stat.S_IXGRP)
    return bool(entry.st_mode & stat.S_IXOTH)


def run(account: Account, *command: str | Path, feed: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command as that account, in an environment of its own, and tell what it said and how it ended."""
    lent: dict[str, Any] = {}
    if account.uid != os.geteuid():
        lent = {"user": account.uid, "group": account.gid, "extra_groups": []}
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": "/"}
    if "LD_LIBRARY_PATH" in os.environ:
        environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
    return subprocess.run(
        [str(part) for part in command],
        env=environment,
        input=feed if feed is not None else "",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd="/",
        umask=0o077,
        check=False,
        **lent,
    )
