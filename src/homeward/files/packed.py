"""Packed files: their parts by name, each read to a bound, whatever the list of parts says about its size."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from itertools import pairwise

from homeward.files.bounds import PARTS, UNPACKED, Damaged, Locked, fits

PIECE = 1_000_000  # bytes unpacked at a time
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
    LookupError,
)


class TwoParts(Damaged):
    """Two parts of this file have the same name or lie in the same place."""


class Packed:
    """A packed file whose list of parts has been looked through; all that is unpacked of it counts against one bound.

    Large and small letters in the names of parts are the same, as they are to the programs that write them.
    """

    def __init__(self, data: bytes, where: str, *, most: int = UNPACKED) -> None:
        self.where = where
        self._left = self._most = most
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            parts = self._zip.infolist()
        except _FAULTS as fault:
            raise Damaged(where=where, instead="Send it again, or save it anew in the program that made it.") from fault
        fits(len(parts), PARTS, "parts", where)
        if any(part.flag_bits & 1 for part in parts):
            raise Locked(where=where, instead="Save it without a password, and send that.")
        self.names = [part.filename for part in parts]
        starts = sorted((part.header_offset, part.compress_size) for part in parts)
        overlap = any(start + size > after for (start, size), (after, _) in pairwise(starts))
        self._known = {name.lower(): name for name in self.names}
        if len(self._known) != len(self.names) or overlap:
            raise TwoParts(where=where, instead="Save it anew in the program that made it.")
        fits(sum(part.file_size for part in parts), max(most, UNPACKED), "bytes when it is unpacked", where)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._known

    def part(self, name: str) -> bytes:
        """The bytes of one part, or none when there is no such part."""
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of one part as they are unpacked, or none when there is no such part."""
        if name.lower() not in self._known:
            return
        try:
            with self._zip.open(self._known[name.lower()]) as part:
                while piece := part.read(PIECE):
                    self._left -= len(piece)
                    if self._left < 0:
                        break
                    yield piece
        except _FAULTS as fault:
            raise Damaged(where=f"{self.where}, {name}", instead="Send it again.") from fault
        fits(self._most - self._left, self._most, "bytes when it is unpacked", f"{self.where}, {name}")
