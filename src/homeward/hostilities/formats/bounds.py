"""How much of a file of events is read."""

FILE = 500_000_000
"""Bytes of a file as it came; a million events of 49 columns are about as many."""
ROWS = 2_000_000
COLUMNS = 1_000
CELL = 64_000
"""Characters of a cell: a mark of quotation that is opened and never closed ends here, and not at the end of the file."""
LARGEST = 2_147_483_647
"""The largest number that is kept."""
