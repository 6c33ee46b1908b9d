"""How much of a report is read.

The sizes are those of a report with room to spare. A file under 50 MB whose text is under 20 million characters is read,
whatever its lines look like; what is larger is no report, and is refused before it costs anything.
"""

from __future__ import annotations

from dataclasses import dataclass

from homeward.files.bounds import fits

PART = 100_000_000  # bytes of one part of a packed file
EVENTS = 300_000  # tags and pieces of text of all pages of a file
ITEMS = 5_000  # items of a feed
PAGES = 500  # pages of a PDF


@dataclass(slots=True)
class Spent:
    """How many tags and pieces of text a file has cost so far, over all the pages in it."""

    events: int = 0

    def another(self, where: str) -> None:
        """Count one; refuse the first that is too many."""
        self.events += 1
        if self.events > EVENTS:
            fits(self.events, EVENTS, "tags and pieces of text", where)
