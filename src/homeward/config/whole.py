"""Bodies that were cut on their way are refused before anything of them counts: half a list is no list, half a name no name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from django.utils.http import parse_header_parameters

TAIL = 300
"""Bytes of the end of a form that are kept to look at; a boundary has 70 at most."""
Application = Callable[[dict[str, Any], Any], Iterable[bytes]]


class Body(Protocol):
    """What a server lets be read."""

    def read(self, size: int = -1, /) -> bytes: ...
    def readline(self, size: int = -1, /) -> bytes: ...


class WholeBody:
    """A body as it is read; it fails where it ends before it has as many bytes as it says, or a form without its last line."""

    def __init__(self, body: Body, length: int, boundary: bytes) -> None:
        self._body, self._left, self._boundary, self._tail = body, length, boundary, b""

    def read(self, size: int = -1, /) -> bytes:
        """Bytes of the body; OSError when it was cut."""
        return self._seen(self._body.read(size), size)

    def readline(self, size: int = -1, /) -> bytes:
        """A line of the body; OSError when it was cut."""
        return self._seen(self._body.readline(size), size)

    def _seen(self, read: bytes, size: int) -> bytes:
        self._left -= len(read)
        if not read and size and self._left > 0:
            raise OSError("the body ends before it is whole")
        if self._boundary:
            self._tail = (self._tail + read)[-TAIL:]
            if read and self._left <= 0 and not self._tail.rstrip().endswith(b"--" + self._boundary + b"--"):
                raise OSError("the form ends before it is whole")
        return read


def whole_bodies(application: Application) -> Application:
    """The application, which reads only whole bodies."""

    def answer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        told = environ.get("CONTENT_LENGTH") or "0"
        kind, about = parse_header_parameters(environ.get("CONTENT_TYPE") or "")
        boundary = about.get("boundary", "") if kind == "multipart/form-data" else ""
        if told.isascii() and told.isdecimal():
            environ["wsgi.input"] = WholeBody(environ["wsgi.input"], int(told), boundary.encode("latin-1", "replace"))
        return application(environ, start)

    return answer
