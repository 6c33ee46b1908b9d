"""Keeping what the desk knows: back up, restore."""

from __future__ import annotations

import typer


def add_to(app: typer.Typer) -> None:
    """Put backup and restore on the tree of commands."""
