"""Who may connect: only users of this machine whom the server's map knows, each proven by the kernel (peer)."""

from __future__ import annotations

import os
from pathlib import Path

from homeward.postgres.accounts import Account, invoker

BOOTSTRAP = "postgres"
LOGINS = (BOOTSTRAP, "homeward_migrator", "homeward_app")

RULES = """\
# Written at each start. Nobody is trusted for being here: the kernel says who connects, the map says as whom.
local all all peer map=homeward
"""

LASTING = """\
# Written at each start.
listen_addresses = ''
unix_socket_directories = {sockets}
unix_socket_permissions = 0700
max_connections = 100
shared_buffers = 256MB
max_wal_size = 2GB
random_page_cost = 1.1
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
# A message's detail may hold a person's values; the message itself does not.
log_error_verbosity = terse
log_parameter_max_length_on_error = 0
logging_collector = on
log_directory = 'log'
log_filename = 'server-%a.log'
log_rotation_age = 1d
log_truncate_on_rotation = on
"""

FLEETING = """\
# Written at each start; for tests only: a crash of the machine may lose or tear what was written.
listen_addresses = ''
unix_socket_directories = {sockets}
unix_socket_permissions = 0700
max_connections = 200
timezone = 'UTC'
log_timezone = 'UTC'
jit = off
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum_naptime = 1h
"""


def write(cluster: Path, sockets: Path, account: Account, *, test: bool) -> bool:
    """Write the rules, the map and the settings into the cluster, and say whether any of them changed."""
    settings = (FLEETING if test else LASTING).format(sockets=_quoted(str(sockets)))
    texts = {"pg_hba.conf": RULES, "pg_ident.conf": _map(account), "homeward.conf": settings}
    changed = [name for name, text in texts.items() if _replace(cluster / name, text, account)]
    main = cluster / "postgresql.conf"
    if "homeward.conf" not in main.read_text():
        with main.open("a") as lines:
            lines.write("\ninclude = 'homeward.conf'\n")
    return bool(changed)


def for_tests(cluster: Path) -> bool:
    """Whether this cluster was made for tests."""
    settings = cluster / "homeward.conf"
    return settings.exists() and settings.read_text().startswith(FLEETING.splitlines()[0])


def _map(account: Account) -> str:
    people = dict.fromkeys((account.name, "root", invoker().name))
    rows = [f'homeward "{person}" {role}' for person in people for role in LOGINS]
    return "# Written at each start: which user of this machine may connect as which role.\n" + "\n".join(rows) + "\n"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _replace(file: Path, text: str, account: Account) -> bool:
    if file.exists() and file.read_text() == text:
        return False
    fresh = file.with_suffix(".new")
    fresh.write_text(text)
    fresh.chmod(0o600)
    if account.uid != os.geteuid():
        os.chown(fresh, account.uid, account.gid)
    fresh.replace(file)
    return True
