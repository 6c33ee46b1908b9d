"""How much of a file is read, and the refusals that every kind of file shares.

The sizes are those of a report with room to spare. A file under 50 MB whose text is under 20 million characters is read,
whatever its lines look like; what is larger is no report, and is refused before it costs anything.
"""

from __future__ import annotations

from dataclasses import dataclass

from homeward.refusals import Refused

FILE = 50_000_000  # bytes of the file as it came
UNPACKED = 100_000_000  # bytes of one part of a packed file
PARTS = 2_000  # parts of a packed file or a mail
TEXT = 20_000_000  # characters of text
DEPTH = 512  # nesting; browsers stop at the same depth
EVENTS = 300_000  # tags and pieces of text of all pages of a file
TAGS = 1_000_000  # of a part that is XML
ITEMS = 5_000  # items of a feed
PAGES = 500  # pages of a PDF


class TooLarge(Refused):
    """The file holds more than the desk reads."""


class TooDeep(Refused):
    """The file is nested too deeply to be a report."""


class Damaged(Refused):
    """The file is damaged or was cut short."""


class NoText(Refused):
    """There is no text in this file."""


class Locked(Refused):
    """The file is locked with a password or a key."""


class Foreign(Refused):
    """The desk does not read files of this kind."""


def fits(size: int, most: int, what: str, where: str) -> None:
    """Refuse more than `most` of something."""
    if size > most:
        raise TooLarge(
            f"The file holds more than {most:,} {what}.",
            where=where,
            instead="Put the part that the desk needs into a file of its own, or paste it.",
        )


@dataclass(slots=True)
class Spent:
    """How many tags and pieces of text a file has cost so far, over all the pages in it."""

    events: int = 0

    def another(self, where: str) -> None:
        """Count one; refuse the first that is too many."""
        self.events += 1
        if self.events > EVENTS:
            fits(self.events, EVENTS, "tags and pieces of text", where)
