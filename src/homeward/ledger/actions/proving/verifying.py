"""The standalone verifier in a process of its own, fed from the database through pipes: nothing large is written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psycopg

import ledger_verifier
from homeward.ledger.actions.proving import exporting
from homeward.refusals import Refused
from ledger_verifier import Finding, Report


class NoSuchHead(Refused):
    """This file holds no signed head."""


class VerifierStopped(Refused):
    """The verifier ended before it had seen everything."""


def verify(*, saved_head: Path | None = None) -> Report:
    """Everything that is wrong with what is kept, also as seen from a head that was kept elsewhere."""
    with (
        tempfile.TemporaryDirectory(prefix="homeward-verify-") as name,
        exporting.one_moment(exporting.VERIFIER) as cursor,
    ):
        folder = Path(name)
        (folder / exporting.PUBLIC_KEYS).write_text(json.dumps(exporting.public_keys()))
        large = dict(exporting.TABLES)
        heads = large.pop(exporting.HEADS)  # read twice, so it lies there as a file
        try:
            with (folder / exporting.HEADS).open("wb") as out:
                exporting.copy(cursor, heads, out)
        except psycopg.Error as problem:
            return _unreadable(exporting.HEADS, problem)
        for file in large:
            os.mkfifo(folder / file, 0o600)
        with _verifier(folder, saved_head) as process:
            for file, table in large.items():
                try:
                    if not _feed(process, cursor, table, folder / file):
                        break
                except psycopg.Error as problem:
                    process.kill()
                    return _unreadable(file, problem)
            said, complaint = process.communicate()
    return _report(process.returncode, said, complaint)


def _verifier(folder: Path, saved_head: Path | None) -> subprocess.Popen[str]:
    command = [sys.executable, "-I", ledger_verifier.__file__, str(folder), "--format", "json"]
    if saved_head is not None:
        command += ["--head", str(saved_head.absolute())]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _feed(process: subprocess.Popen[str], cursor: Any, table: exporting.Table, pipe: Path) -> bool:
    """Copy a table into the pipe once the verifier opens it; says whether the verifier took it."""
    handle = _opened(process, pipe)
    if handle is None:
        return False
    try:
        with os.fdopen(handle, "wb", buffering=1 << 20) as out:
            exporting.copy(cursor, table, out)
    except BrokenPipeError:
        return False
    return True


def _opened(process: subprocess.Popen[str], pipe: Path) -> int | None:
    # Opening a pipe for writing waits for its reader; a verifier that has ended would be waited for forever.
    while process.poll() is None:
        try:
            handle = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.002)
            continue
        os.set_blocking(handle, True)
        return handle
    return None


def _report(code: int, said: str, complaint: str) -> Report:
    if code == 2:
        raise NoSuchHead(complaint.strip(), instead="Name a file that `homeward ledger head` wrote.")
    if code not in (0, 3):
        raise VerifierStopped(where=f"exit code {code}", instead=complaint.strip())
    told = json.loads(said)
    known = {name: told[name] for name in Report.__dataclass_fields__ if name != "findings"}
    return Report(**known, findings=[Finding(**found) for found in told["findings"]])


def _unreadable(file: str, problem: psycopg.Error) -> Report:
    """A table that the database itself can no longer read is a finding too."""
    said = problem.diag.message_primary or type(problem).__name__
    return Report(findings=[Finding(file, 0, "", f"the database cannot read it: {said}")])
