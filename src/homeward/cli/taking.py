"""Files that a command is given: their bytes, or a refusal that names them."""

from __future__ import annotations

import sys
from pathlib import Path

from homeward.refusals import Refused

STANDARD_INPUT = "-"


class CannotBeRead(Refused):
    """This file cannot be read."""


def contents(file: str, largest: int) -> bytes:
    """The bytes of a file, or of standard input for "-"; refuses one of more than `largest` bytes."""
    try:
        if file == STANDARD_INPUT:
            data = sys.stdin.buffer.read(largest + 1)
        else:
            with Path(file).open("rb") as opened:
                data = opened.read(largest + 1)
    except OSError as fault:
        raise CannotBeRead(where=file, instead=f"{fault.strerror}.") from fault
    if len(data) > largest:
        raise CannotBeRead("This file is too large.", where=file, instead=f"At most {largest // 1_000_000:,} MB.")
    return data
