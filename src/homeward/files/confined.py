"""The process in which a file is read: a script that gives up what it does not need, then loads the module it was named.

The module has a function `answers(data, asked)` that yields JSON values. It is loaded after the bounds are set. What is asked is
the first line of the input, so that no list of processes shows it; the rest is the file.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import sys
from importlib import import_module
from typing import Any

_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux


def confine(memory: int, seconds: int) -> None:
    """Give up memory, time, files and sockets beyond what reading needs."""
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):  # a system that knows no such limit still has the reader's clock
            continue
    sys.addaudithook(_no_way_out)


def _no_way_out(event: str, _: tuple[object, ...]) -> None:
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "pty.")):
        raise PermissionError(event)


def bound_to_the_asker() -> None:
    """End when whoever asked ends, where the system can see to it."""
    parent = os.getppid()
    try:
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    except (AttributeError, OSError):
        return
    if os.getppid() != parent:
        os._exit(1)


def main(packages: str, module: str, memory: str, seconds: str) -> int:
    """Read the input, answer on the output, one JSON document on each line."""
    bound_to_the_asker()
    sys.path.insert(0, packages)
    confine(int(memory), int(seconds))
    try:
        asked = json.loads(sys.stdin.buffer.readline())
        for value in import_module(module).answers(sys.stdin.buffer.read(), asked):
            _say("answer", value)
        _say("end", None)
    except MemoryError:
        return 1
    except Exception as fault:
        _say(*_told(fault))
    sys.stdout.flush()
    return 0


def _told(fault: Exception) -> tuple[str, Any]:
    from homeward.refusals import Refused

    if isinstance(fault, Refused):
        words = {name: getattr(fault, name) for name in ("message", "where", "instead")}
        return "refused", {"kind": type(fault).__name__, **words}
    return "broken", type(fault).__name__


def _say(kind: str, value: Any) -> None:
    sys.stdout.write(json.dumps([kind, value]))
    sys.stdout.write("\n")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
