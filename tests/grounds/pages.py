"""A served desk and a browser to look at it with."""

from __future__ import annotations

import os
import shutil
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.grounds import warm
from tests.grounds.databases import Database

CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first that is there: the shell without a window begins a page in two thirds of the time and is the same engine."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 180_000
"""Milliseconds that a page may take on a machine that is busy with other things; what holds is seen at once."""
WITHOUT = "no Chromium on this machine: install the package chromium to run the tests of pages"


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk that serves pages: its address and its database."""

    address: str
    database: Database


@pytest.fixture
def served(fresh_database: Database) -> Iterator[Desk]:
    """The desk served by the real server on a fresh database, on a free port of this machine."""
    with serving(fresh_database) as desk:
        yield desk


@contextmanager
def serving(database: Database) -> Iterator[Desk]:
    """Serve a database by the real server for as long as this lasts."""
    with socket.socket() as held:
        # Bound and not listening, it keeps the port from everybody else; the server, which reuses it, may still take it.
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        server = warm.desk(port, database.environment)
        server.start()
        try:
            _wait_for(server, f"http://127.0.0.1:{port}/")
            yield Desk(f"http://127.0.0.1:{port}", database)
        finally:
            warm.end(server)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of this machine, without a window."""
    found = next((path for path in map(shutil.which, CHROMIUM) if path), None)
    if found is None:
        pytest.skip(WITHOUT)
    # Playwright keeps an event loop in this thread, and Django takes that for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        expect.set_options(timeout=PATIENCE)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a browser that knows nothing yet."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    # Told by the skips themselves: a browser is looked for in the processes that test, and the summary is written in another.
    if any(WITHOUT in str(skipped.longrepr) for skipped in terminalreporter.stats.get("skipped", [])):
        terminalreporter.section("NO PAGE WAS LOOKED AT", sep="!", red=True)
        terminalreporter.line("There is no Chromium on this machine, so the tests that look at pages were skipped.")


def _wait_for(server: ForkServerProcess, address: str, *, seconds: float = 300) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not server.is_alive():
            raise RuntimeError(f"the desk ended with status {server.exitcode} before it served")
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError(f"the desk did not serve {address} within {seconds:.0f} seconds")
