"""Plain text: its lines stay as they are."""

from __future__ import annotations

from homeward.files.bounds import NoText
from homeward.files.letters import letters
from homeward.files.visible import visible
from homeward.reading.formats.paper import TEXT, Paper


def paper(data: bytes, *, encoding: str = "", where: str = "") -> Paper:
    """A text file as a paper."""
    read = letters(data, encoding=encoding, where=where)
    text, told = visible(read.text, where)
    if not text.strip():
        raise NoText(where=where, instead="Send the file that has the text.")
    return Paper(text=text, media_type=TEXT, warnings=(*read.told, *told))
