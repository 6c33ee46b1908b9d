"""What is said beside the answer, on standard error: how far a command is, and why it was not done."""

from __future__ import annotations

import sys


def tell(line: str) -> None:
    """Say something on standard error; nobody reading there stops nothing."""
    try:
        print(line, file=sys.stderr, flush=True)
    except OSError:
        return
