"""The command line: one door of the desk. A command asks one question or does one thing, and prints the answer.

Modules of commands are imported for every `--help`, so they import neither Django nor what needs it: a command brings
the desk up first (`entering`) and imports what it asks within.
"""

from __future__ import annotations


def main() -> None:
    """Run one command and leave with its exit code: 0 done, 1 refused, 2 wrong usage, 3 found something wrong."""
    from homeward.cli.commands import app

    app(prog_name="homeward")
