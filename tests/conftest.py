"""What every test may ask for: a database of its own, a served desk, a browser, the shared examples.

`db` (or the mark `django_db`) is a database as homeward_app whose changes are rolled back; `fresh_database` and
`module_database` are whole clones for tests that commit, start commands or serve pages. Tests without any of these
start no server at all.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import django
import hypothesis
import pytest
from django.conf import settings
from django.utils import translation

if TYPE_CHECKING:
    from tests.cast import Desk
    from tests.grounds.databases import Database

TOP = Path(__file__).resolve().parents[1]
KEPT = TOP / "var" / "test"
PREFIX = "homeward-test-"

# Set before Django reads its settings; set up here, so that the plugins below may use tables.
KEEP = os.environ.get("HOMEWARD_TEST_KEEP") == "1"
# Of several processes that share a run each has a cluster of its own; this is its name.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")
HOME = KEPT / WORKER if KEEP else Path(tempfile.gettempdir()) / f"{PREFIX}{os.getpid()}"
for name in [name for name in os.environ if name == "DATABASE_URL" or name.startswith("HOMEWARD_")]:
    if name not in ("HOMEWARD_PG_BIN", "HOMEWARD_TEST_KEEP"):
        del os.environ[name]
os.environ["HOMEWARD_DATA"] = str(HOME)
os.environ["HOMEWARD_KEYS"] = str(HOME / "keys")
os.environ["HOMEWARD_INSECURE_HTTP"] = "1"
os.environ["DJANGO_SETTINGS_MODULE"] = "homeward.config.settings"
HOME.mkdir(mode=0o711, parents=True, exist_ok=True)
django.setup()
# Processes that share the run inherit the environment, and would read their settings before they come here.
del os.environ["DJANGO_SETTINGS_MODULE"]
settings.PASSWORD_HASHERS = ["tests.grounds.passwords.Remembered", *settings.PASSWORD_HASHERS[1:]]

# A busy machine is no fault of a property; and the same examples each time keep a red run apart from an unlucky one.
hypothesis.settings.register_profile(
    "house",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[hypothesis.HealthCheck.too_slow, hypothesis.HealthCheck.function_scoped_fixture],
)
hypothesis.settings.load_profile("house")

pytest_plugins = ["tests.grounds.databases", "tests.grounds.pages"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that commit take a clone: emptying tables afterwards is what homeward_app may not do."""
    for item in items:
        for mark in item.iter_markers("django_db"):
            if mark.kwargs.get("transaction"):
                raise pytest.UsageError(f"{item.nodeid}: use the fixture fresh_database in place of transaction=True")
    if WORKER:
        _put_long_files_first(items)


def _put_long_files_first(items: list[pytest.Item]) -> None:
    """Of files that are shared out the last should be short, so that no process waits long for another.

    What makes a file long is a browser, then databases of its own, then how many tests it has; a file for which that
    does not tell, because its few tests start servers or count much, says so itself by the mark long.
    """
    longest = ("browser", "served", "fresh_database", "module_database", "db")
    marked = {item.path for item in items if item.get_closest_marker("long")}
    weights: dict[Path, tuple[int, ...]] = {}
    for item in items:
        names = getattr(item, "fixturenames", ())
        counted = weights.get(item.path, (0,) * (len(longest) + 1))
        weights[item.path] = tuple(map(sum, zip(counted, [*(name in names for name in longest), True], strict=True)))
    items.sort(key=lambda item: (item.path not in marked, [-each for each in weights[item.path]], str(item.path)))


def pytest_unconfigure() -> None:
    if not KEEP:
        shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def _language_of_nobody() -> Iterator[None]:
    """A page that was asked for in some language leaves it switched on in this process: the next test knows nothing of it."""
    yield
    translation.deactivate()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared examples beside the repository."""
    folder = TOP.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"the shared examples are not here: {folder}")
    return folder


@pytest.fixture
def data_home() -> Iterator[Path]:
    """A folder for a cluster of its own that the server's account may enter, also when root runs the tests."""
    from tests.grounds.databases import room_for_a_cluster

    with room_for_a_cluster() as folder:
        yield folder


@pytest.fixture
def desk(db: None) -> Desk:
    """A desk of which nothing stays after the test."""
    from tests import cast

    return cast.opened()


@pytest.fixture
def lasting_desk(fresh_database: Database) -> Desk:
    """A desk in a database of its own, where each act is committed and has its own moment."""
    from tests import cast

    return cast.opened()
