"""What a process apart is asked to do in the tests: to misbehave."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from typing import Any

from homeward.files.bounds import Locked


def answers(data: bytes, asked: Mapping[str, Any]) -> Iterator[Any]:
    """Do what is asked."""
    yield len(data)
    match asked["do"]:
        case "refuse":
            raise Locked(where="here", instead="Open it.")
        case "break":
            raise ZeroDivisionError("secret words of the file")
        case "memory":
            yield len(bytearray(10**10))
        case "spin":
            while True:
                pass
        case "sleep":
            time.sleep(600)
        case "die":
            os._exit(3)
        case "print":
            print("not an answer")
        case "talk":
            yield from iter(lambda: "x" * 1_000_000, "")
        case "way out":
            yield [_tried(each) for each in (_network, _file, _program)]


def _tried(attempt: Any) -> str:
    try:
        attempt()
    except OSError as refused:
        return type(refused).__name__
    return "done"


def _network() -> None:
    socket.create_connection(("127.0.0.1", 9), timeout=1)


def _file() -> None:
    with open("/tmp/homeward-should-not-be-written", "w") as file:  # noqa: PTH123
        file.write("x" * 99_999)


def _program() -> None:
    subprocess.run(["/bin/true"], check=False)
