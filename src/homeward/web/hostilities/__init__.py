"""Series of hostilities on pages: a chart beside movement, a map, and what went with what."""
