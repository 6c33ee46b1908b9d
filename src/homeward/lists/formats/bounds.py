"""How much of a list is read."""

from __future__ import annotations

from homeward.files.bounds import fits

ROWS = 200_000  # lines with something in them, of all sheets together
COLUMNS = 1_000
CELL = 65_536  # characters of one cell
CELLS = 10_000_000  # places of all lines, empty ones between full ones included
TEXT = 100_000_000  # characters of all cells
SHEETS = 500
TAGS = 30_000_000  # of a part that is XML
PAGES = 1_000  # of a PDF

__all__ = ["CELL", "CELLS", "COLUMNS", "PAGES", "ROWS", "SHEETS", "TAGS", "TEXT", "fits"]
