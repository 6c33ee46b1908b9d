"""Answers go to standard output, as wide as the terminal or as one JSON document; nothing else does."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from typing import Any

from homeward.cli.asking import Form
from homeward.cli.text.paper import Paper
from homeward.refusals import Refused

WITHOUT_A_TERMINAL = 100


class CannotBeWritten(Refused):
    """The answer cannot be written to standard output."""


def answer(form: Form, document: Callable[[], Any], write: Callable[[Paper], None]) -> None:
    """Print an answer in the form asked for; only that form is made."""
    if form is Form.JSON:
        put(json.dumps(document(), ensure_ascii=False, indent=2) + "\n")
        return
    paper = Paper(shutil.get_terminal_size((WITHOUT_A_TERMINAL, 24)).columns, styled=styled())
    write(paper)
    put(paper.text())


def put(text: str) -> None:
    """Write to standard output in UTF-8; a reader who has gone away stops nothing."""
    try:
        stream = getattr(sys.stdout, "buffer", None)
        if stream is None:
            sys.stdout.write(text)
        else:
            sys.stdout.flush()
            stream.write(text.encode("utf-8", "replace"))
        sys.stdout.flush()
    except OSError as fault:
        # What Python would still flush at its end goes nowhere, so that it does not complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(fault, BrokenPipeError):
            raise CannotBeWritten(instead=f"{fault.strerror}.") from fault


def styled() -> bool:
    """Whether letters may be bold or faint: on a terminal, unless NO_COLOR is set or it is a dumb one."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
