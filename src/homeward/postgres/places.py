"""Where things lie: the cluster in the desk's folder, its socket in a short folder of the server's account."""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from pathlib import Path

from homeward.postgres.accounts import Account, may_enter
from homeward.refusals import Refused

# A socket's address holds 107 bytes, and PostgreSQL adds the name of its lock file.
LONGEST_SOCKET_FOLDER = 107 - len("/.s.PGSQL.5432.lock")
ROOT_CLUSTERS = (Path("/var/lib/homeward"), Path("/var/tmp/homeward-clusters"))


class ForeignFolder(Refused):
    """A folder that the database needs is there already and belongs to somebody else."""


class NowhereToPut(Refused):
    """No folder was found that the database's account may enter."""


class OtherMajorFound(Refused):
    """The desk's folder holds a cluster of another major version of PostgreSQL."""


def data_folder() -> Path:
    """The desk's own folder: HOMEWARD_DATA, else `homeward` where this user's programs keep their data."""
    named = os.environ.get("HOMEWARD_DATA")
    if named:
        return Path(named).absolute()
    kept = os.environ.get("XDG_DATA_HOME")
    return (Path(kept) if kept and kept.startswith("/") else Path.home() / ".local" / "share") / "homeward"


def cluster_folder(folder: Path, major: int, account: Account) -> Path:
    """Where in the desk's folder the cluster lies; a link there leads to it when its account may not enter."""
    named = folder / f"postgres-{major}"
    _refuse_other_majors(folder, named)
    if not folder.exists():
        folder.mkdir(mode=0o700, parents=True)
    if named.is_symlink():
        return named.resolve()
    if account.uid == os.geteuid() or may_enter(account, folder):
        return named
    elsewhere = _root_clusters(account) / tag(folder) / named.name
    elsewhere.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    named.symlink_to(elsewhere)
    return elsewhere


def claim(folder: Path, account: Account) -> None:
    """Make a folder of mode 0700 for the account, or refuse one that somebody else owns."""
    try:
        folder.mkdir(mode=0o700)
        made = True
    except FileExistsError:
        made = False
    entry = folder.lstat()
    ours = {account.uid, os.geteuid()} if made or not any(folder.iterdir()) else {account.uid}
    if not stat.S_ISDIR(entry.st_mode) or entry.st_uid not in ours:
        raise ForeignFolder(
            where=str(folder), instead=f"It should belong to {account.name}; look whose it is, then remove it."
        )
    if entry.st_uid != account.uid:
        os.chown(folder, account.uid, account.gid)
    if stat.S_IMODE(entry.st_mode) != 0o700:
        folder.chmod(0o700)


def socket_folder(cluster: Path, account: Account) -> Path:
    """The short folder, named by a hash, in which the cluster's socket lies."""
    name = f"homeward-{account.uid}-{tag(cluster)}"
    for place in (Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp")):
        fits = len(os.fsencode(place / name)) <= LONGEST_SOCKET_FOLDER
        if fits and place.is_dir() and may_enter(account, place):
            return place / name
    raise NowhereToPut(where="the socket folder", instead="Set TMPDIR to a short folder that all may enter.")


def tag(folder: Path) -> str:
    """Ten letters that stand for a folder."""
    return hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:10]


def _refuse_other_majors(folder: Path, named: Path) -> None:
    others = [entry for entry in folder.glob("postgres-*") if (entry / "PG_VERSION").exists() and entry != named]
    if others and not (named / "PG_VERSION").exists():
        major = others[0].name.removeprefix("postgres-")
        raise OtherMajorFound(
            where=str(others[0]),
            instead=f"Set HOMEWARD_PG_BIN to the bin folder of PostgreSQL {major}, "
            "or restore a backup into another folder named by HOMEWARD_DATA.",
        )


def _root_clusters(account: Account) -> Path:
    for folder in ROOT_CLUSTERS:
        try:
            folder.mkdir(mode=0o755, parents=True, exist_ok=True)
        except OSError:
            continue
        entry = folder.lstat()
        if not stat.S_ISDIR(entry.st_mode) or entry.st_uid != os.geteuid():
            raise ForeignFolder(
                where=str(folder), instead="It should belong to root; look whose it is, then remove it."
            )
        if may_enter(account, folder):
            return folder
    raise NowhereToPut(where="the cluster", instead=f"Set HOMEWARD_DATA to a folder that {account.name} may enter.")
