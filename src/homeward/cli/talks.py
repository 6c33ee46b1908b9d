"""The group of commands about talks."""

from __future__ import annotations

import typer

app = typer.Typer(
    name="talks",
    help="What stands in the way, and what was promised against what was done.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
