"""Work on bytes from outside done by a process of its own: bytes go in, lines of JSON come out, and nothing else happens.

The process gives up memory, processor time, files and sockets before it loads what it runs (`homeward.files.confined`), so that a
hostile file can stop nothing but itself. Whatever becomes of it is an answer or a `Refused`. It lives no longer than whoever asked.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from homeward.files import bounds
from homeward.files.bounds import TooHard
from homeward.refusals import Refused

_CONFINED = Path(__file__).with_name("confined.py")
_PACKAGES = Path(__file__).parents[2]


class Broken(Refused):
    """The desk could not read this file; the reader stopped over it."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What the process may use: bytes of address space, seconds of a processor and of a clock, bytes of its answer."""

    memory: int = 512 * 1024 * 1024
    seconds: int = 60
    clock: int = 180
    answer: int = 400_000_000


def answers(
    module: str,
    data: bytes,
    asked: Mapping[str, Any] | None = None,
    *,
    where: str,
    allowance: Allowance = Allowance(),
    refusals: tuple[type[Refused], ...] = (),
    instead: str = "Save what the desk needs as a file of its own, and send that.",
) -> Iterator[Any]:
    """What `module.answers(data, asked)` yields in a process of its own, one JSON value after another, as they come.

    A refusal over there is raised here: as its own kind when that is one of `homeward.files.bounds` or of `refusals`, else as a
    plain `Refused`. A process that dies, or goes on for too long, is `TooHard`.
    """
    known = {kind.__name__: kind for kind in (*_shared(), *refusals)}
    whole = False
    with _process(module, asked or {}, data, allowance) as (output, process):
        taken = 0
        for line in output:
            taken += len(line)
            if taken > allowance.answer:
                break
            try:
                (kind, value), whole = json.loads(line), False
            except ValueError:  # a last line cut by its death
                break
            if kind == "refused":
                raise _raised(value, known)
            if kind == "broken":
                raise Broken(where=where, instead=instead) from RuntimeError(value)
            if kind == "end":
                whole = True
                break
            yield value
        process.kill()
    if not whole:
        raise TooHard(where=where, instead=instead)


def _shared() -> list[type[Refused]]:
    return [kind for kind in vars(bounds).values() if isinstance(kind, type) and issubclass(kind, Refused)]


def _raised(told: Mapping[str, str], known: Mapping[str, type[Refused]]) -> Refused:
    refused = Refused(told["message"], where=told["where"], instead=told["instead"])
    if kind := known.get(told["kind"]):
        refused.__class__ = kind  # its own way of being made may ask for more than words
    return refused


@contextmanager
def _process(
    module: str, asked: Mapping[str, Any], data: bytes, allowance: Allowance
) -> Iterator[tuple[IO[bytes], subprocess.Popen[bytes]]]:
    command = [
        *(sys.executable, "-I", "-X", "utf8", str(_CONFINED), str(_PACKAGES), module),
        *(str(allowance.memory), str(allowance.seconds)),
    ]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, close_fds=True
    ) as process:
        assert process.stdin and process.stdout
        feeding = threading.Thread(target=_feed, args=(process.stdin, json.dumps(dict(asked)), data), daemon=True)
        clock = threading.Timer(allowance.clock, process.kill)
        clock.daemon = True
        feeding.start()
        clock.start()
        try:
            yield process.stdout, process
        finally:
            clock.cancel()
            process.kill()
            feeding.join()


def _feed(pipe: IO[bytes], asked: str, data: bytes) -> None:
    with suppress(OSError), pipe:  # it may have died before it read everything
        pipe.write(f"{asked}\n".encode())
        pipe.write(data)
