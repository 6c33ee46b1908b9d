"""A large load under kill -9, often: python -m tests.kill --kills 40 --statements 100000 --seed 4; `--lists` for lists."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path


def main() -> int:
    parser = argparse.ArgumentParser(description="Kills a load and its database at random moments; prints a table.")
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--lists", action="store_true", help="a list that the worker takes in, of so many rows")
    parser.add_argument("--again", type=int, default=5, help="after how many kills a load is let through")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="homeward-kill-"))
    folder.chmod(0o711)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    _set_up(folder)
    from homeward import postgres

    try:
        return _killed(folder, asked)
    finally:
        postgres.remove(postgres.start(folder))
        shutil.rmtree(folder, ignore_errors=True)


def _killed(folder: Path, asked: argparse.Namespace) -> int:
    from tests.kill import killing, killing_lists

    made = killing_lists.ListField if asked.lists else killing.Field
    print(f"{asked.kills} kills of a {made.work} of {asked.statements:,}, seed {asked.seed}, fsync on", flush=True)
    field = made(folder, asked.statements)
    done = []
    for one in killing.rounds(field, kills=asked.kills, seed=asked.seed, again_every=asked.again):
        print(one, flush=True)
        done.append(one)
    bad = [one for one in done if not one.ok]
    slowest = max(one.up_again for one in done)
    print(f"{len(done)} kills, {len(bad)} not ok; answering again within {slowest:.1f} s")
    return 1 if bad else 0


def _set_up(folder: Path) -> None:
    """Django on a desk in this folder, whatever the environment says of another one."""
    for name in [name for name in os.environ if name == "DATABASE_URL" or name.startswith("HOMEWARD_")]:
        if name != "HOMEWARD_PG_BIN":
            del os.environ[name]
    os.environ["HOMEWARD_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "homeward.config.settings"
    import django

    django.setup()


if __name__ == "__main__":
    sys.exit(main())
