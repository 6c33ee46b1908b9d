"""How the tables of this chapter are written: <U+200F> stands for that sign, days until are not included."""

import re

from homeward.identity.candidates import Birth, Calendar, Candidate, Precision


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table whose first line names its columns."""
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [dict(zip(lines[0], map(_signs, line), strict=True)) for line in lines[1:]]


def said(birth: Birth) -> str:
    """The candidates as the tables write them: `1985-03-07`, `1985-01-01..1986-01-01 year`, `… hijri`; or "nothing"."""
    return " or ".join(map(_said, birth.candidates)) or "nothing"


def _said(candidate: Candidate) -> str:
    words = [str(candidate.start)]
    if candidate.precision is not Precision.DAY:
        words = [f"{candidate.start}..{candidate.until}", candidate.precision]
    return " ".join([*words, *([] if candidate.calendar is Calendar.GREGORIAN else [candidate.calendar])])


def _signs(cell: str) -> str:
    return re.sub(r"<U\+([0-9A-F]+)>", lambda found: chr(int(found[1], 16)), cell)
