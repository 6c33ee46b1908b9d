"""Files moved to where nobody has one of that name; nothing is overwritten, and no link is followed."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

NOTE = ".why.txt"
LONGEST_STEM, LONGEST_ENDING = 180, 40
"""Bytes of a name without its ending, and of that; file systems take 255 of the whole."""


def move(file: Path, to: Path, *, note: str = "") -> None:
    """Move a file into a folder, which is made, with a note beside it; where its name is taken it gets a number.

    Raises OSError when it cannot be moved, also when the folder is a link to elsewhere.
    """
    for folder in (to.parent, to):
        folder.mkdir(exist_ok=True)
        if folder.is_symlink():
            raise NotADirectoryError(0, "its folder is a link")
    for number in count(1):
        name = _numbered(file, number)
        if not _placed(to / name):
            continue
        if note and not _placed(to / f"{name}{NOTE}", note):
            (to / name).unlink()  # the empty file of our own
            continue
        file.replace(to / name)
        return


def _placed(file: Path, text: str = "") -> bool:
    """Make a file of our own under a name that nobody has, so that nothing of anybody else is overwritten."""
    try:
        made = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o640)
    except FileExistsError:
        return False
    with os.fdopen(made, "w", encoding="utf-8") as opened:
        opened.write(text)
    return True


def _numbered(file: Path, number: int) -> str:
    """The name of a file, or its like with a number, short enough to have a note beside it."""
    stem, ending = (_cut(part, most) for part, most in ((file.stem, LONGEST_STEM), (file.suffix, LONGEST_ENDING)))
    return f"{stem}{ending}" if number == 1 else f"{stem} ({number}){ending}"


def _cut(name: str, most: int) -> str:
    return os.fsdecode(os.fsencode(name)[:most])
