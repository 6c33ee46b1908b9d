"""What is said beside the answer, on standard error: how far a command is, and why it was not done."""

from __future__ import annotations

import os
import sys
from contextlib import suppress


def tell(line: str) -> None:
    """Say something on standard error; nobody reading there stops nothing."""
    try:
        print(line, file=sys.stderr, flush=True)
    except OSError:
        return


def tell_amid(line: str) -> None:
    """Tell a line from within a signal, past the buffer: another line may be half written, and would be entered twice."""
    with suppress(OSError):
        os.write(sys.stderr.fileno(), f"{line}\n".encode())
