"""Packed files: their parts by name, each read to a bound, whatever the list of parts says about its size."""

from __future__ import annotations

import io
import zipfile
import zlib
from itertools import pairwise

from homeward.reading.formats.bounds import PARTS, UNPACKED, Damaged, Locked, fits


class TwoParts(Damaged):
    """Two parts of this file have the same name or lie in the same place."""


class Packed:
    """A packed file whose list of parts has been looked through."""

    def __init__(self, data: bytes, where: str) -> None:
        self.where = where
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            parts = self._zip.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as fault:
            raise Damaged(where=where, instead="Send it again, or save it anew in the program that made it.") from fault
        fits(len(parts), PARTS, "parts", where)
        if any(part.flag_bits & 1 for part in parts):
            raise Locked(where=where, instead="Save it without a password, and send that.")
        self.names = [part.filename for part in parts]
        starts = sorted((part.header_offset, part.compress_size) for part in parts)
        overlap = any(start + size > after for (start, size), (after, _) in pairwise(starts))
        if len(set(self.names)) != len(self.names) or overlap:
            raise TwoParts(where=where, instead="Save it anew in the program that made it.")

    def part(self, name: str) -> bytes:
        """The bytes of one part, or none when there is no such part."""
        if name not in self.names:
            return b""
        try:
            with self._zip.open(name) as part:
                data = part.read(UNPACKED + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            OSError,
            EOFError,
            ValueError,
        ) as fault:
            raise Damaged(where=f"{self.where}, {name}", instead="Send it again.") from fault
        fits(len(data), UNPACKED, "bytes in one part", f"{self.where}, {name}")
        return data
