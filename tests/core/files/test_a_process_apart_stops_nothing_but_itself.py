"""Whatever the process that reads a file does, the one that asked gets answers or a refusal, in bounded time."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from typing import Any

import pytest

from homeward.files import apart, confined
from homeward.files.apart import Allowance, Broken
from homeward.files.bounds import Locked, TooHard
from homeward.refusals import Refused

ALLOWED = Allowance(memory=256 * 1024 * 1024, seconds=2, clock=20, answer=5_000_000)


def asked(what: str, allowance: Allowance = ALLOWED) -> list[Any]:
    module = "tests.core.files.acting"
    return list(apart.answers(module, b"x" * 100_000, {"do": what}, where="a.csv", allowance=allowance))


@pytest.fixture(autouse=True)
def _acting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process finds the module that misbehaves beside the packages of the product."""
    monkeypatch.setattr(apart, "_PACKAGES", f"{apart._PACKAGES}{os.pathsep}{apart._PACKAGES.parent}")


def test_it_answers_as_it_goes() -> None:
    assert asked("nothing") == [100_000]


def test_what_it_prints_is_no_answer() -> None:
    assert asked("print") == [100_000]


def test_its_refusal_is_raised_as_its_own_kind() -> None:
    with pytest.raises(Locked) as refused:
        asked("refuse")

    assert (refused.value.where, refused.value.instead) == ("here", "Open it.")


def test_its_fault_is_told_without_words_of_the_file() -> None:
    with pytest.raises(Broken) as refused:
        asked("break")

    assert "secret" not in f"{refused.value} {refused.value.__cause__}"
    assert refused.value.where == "a.csv"


@pytest.mark.parametrize("what", ["memory", "spin", "die", "talk"])
def test_too_much_of_anything_ends_it(what: str) -> None:
    with pytest.raises(TooHard) as refused:
        asked(what)

    assert refused.value.instead


def test_it_is_ended_when_the_time_of_the_asker_is_over() -> None:
    start = time.monotonic()

    with pytest.raises(TooHard):
        asked("sleep", Allowance(clock=1))

    assert time.monotonic() - start < 60


def test_it_has_no_network_no_files_to_write_and_no_programs() -> None:
    assert asked("way out")[1] == ["PermissionError", "OSError", "PermissionError"]


def test_one_that_stops_asking_leaves_no_process_behind() -> None:
    before = _children()
    taken = apart.answers("tests.core.files.acting", b"x", {"do": "talk"}, where="a.csv", allowance=ALLOWED)

    assert next(taken) == 1
    taken.close()  # type: ignore[attr-defined]

    assert _children() == before


def test_it_ends_with_the_one_that_asked() -> None:
    script = f"""
        import os, subprocess, sys, time
        made = subprocess.Popen([sys.executable, {confined.__file__!r}, {f"{apart._PACKAGES}"!r}, "tests.core.files.acting",
            str(2**28), "60"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        made.stdin.write(b'{{"do": "sleep"}}\\n'); made.stdin.close()
        made.stdout.readline
        time.sleep(3)
        print(made.pid, flush=True)
        os._exit(0)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=False)
    process = int(done.stdout)

    for _ in range(100):
        if not _lives(process):
            break
        time.sleep(0.1)
    assert not _lives(process)


def test_a_name_that_is_no_module_is_a_refusal() -> None:
    with pytest.raises(Refused):
        list(apart.answers("homeward.files.nothing", b"x", where="a.csv"))


def _children() -> set[str]:
    found = subprocess.run(
        ["ps", "--ppid", str(os.getpid()), "-o", "pid=,args="], capture_output=True, text=True, check=False
    )
    return {line for line in found.stdout.splitlines() if "confined" in line}


def _lives(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat") as file:  # noqa: PTH123
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
