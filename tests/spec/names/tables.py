"""How the tables of names are written, and how signs that nobody sees are spelled in them."""

import re


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table whose first line names its columns; <U+200B> stands for that sign."""
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [dict(zip(lines[0], map(_signs, line), strict=True)) for line in lines[1:]]


def _signs(cell: str) -> str:
    return re.sub(r"<U\+([0-9A-F]+)>", lambda found: chr(int(found[1], 16)), cell)
