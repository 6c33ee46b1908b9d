"""Files that come in as reports: text, web pages, mails, PDF, Word files, feeds; bytes to papers, by one door."""

from homeward.reading.formats.paper import Paper
from homeward.reading.formats.received import taken

__all__ = ["Paper", "taken"]
