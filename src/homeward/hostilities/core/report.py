"""What a look at a file found: how many rows are kept and set aside, and every doubt by row and code."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from homeward.hostilities.core import codes
from homeward.hostilities.core.rows import Aside

MOST_OF_A_KIND = 1_000
"""Warnings of one code that are given one by one; how many more there are is given in one further."""
MOST_SHOWN_ASIDE = 1_000
COLUMNS = {
    "low-above-best": "low", "best-above-high": "best", "low-above-high": "low", "best-zero": "best", "coarse-day": "date_prec",
    "coarse-place": "where_prec", "no-division": "adm_1", "no-point": "latitude", "off-the-globe": "latitude",
    "days-against-precision": "date_prec", "nobody-died": "best", "parts-against-best": "best",
    "not-cleared": "code_status", "number-missing": "best", "point-differs": "geom_wkt", "swapped": "latitude",
    "null-island": "latitude", "long-ago": "date_start",
}  # fmt: skip
"""The column that a doubt of events is about."""


class Notice(NamedTuple):
    """Something about a file or a row (row 0: the whole); `doubt` when it waits for a yes before the file is taken in."""

    code: str
    row: int
    column: str
    message: str
    doubt: bool = False


@dataclass(slots=True)
class Report:
    """The counts and notices of one file; `rows` is always `stored` and those set aside together."""

    stored: int = 0
    values: int = 0
    aside: list[Aside] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def rows(self) -> int:
        return self.stored + len(self.aside)

    @property
    def doubts(self) -> list[Notice]:
        """What waits for a yes: doubts about the whole, and that rows are set aside."""
        found = [notice for notice in self.notices if notice.doubt]
        if self.aside:
            words = f"{len(self.aside):,} rows would be set aside; they stand in no series."
            found.append(Notice("set-aside", 0, "", words, doubt=True))
        return found

    def row(self, number: int, bits: int, column: str = "", *, words: str = "") -> None:
        """Note the doubts of a row that is kept."""
        for code in codes.of(bits):
            self.note(code, number, column or COLUMNS.get(code, ""), words or codes.FLAGS[code])

    def note(self, code: str, row: int, column: str, message: str, *, doubt: bool = False) -> None:
        """Note one thing; of those of one code the first thousand are kept, and all are counted."""
        self.counts[code] += 1
        if self.counts[code] <= MOST_OF_A_KIND and (code not in codes.QUIET or self.counts[code] == 1):
            self.notices.append(Notice(code, row, column, message, doubt))

    def about(self, code: str, message: str, *, column: str = "", doubt: bool = False) -> None:
        """Note something about the whole file."""
        self.note(code, 0, column, message, doubt=doubt)

    def set_aside(self, number: int, code: str, cells: list[str], *, column: str = "", words: str = "") -> None:
        """Set a row aside with why; its cells stay as they came."""
        self.counts[code] += 1
        message = f"{codes.ASIDE[code]} {words}".strip()
        self.aside.append(Aside(number, code, column, message, tuple(cells)))

    def warnings(self) -> list[Notice]:
        """The notices in the order of rows, with one for each code of which not all are listed."""
        listed = Counter(notice.code for notice in self.notices)
        more = [
            Notice(code, 0, COLUMNS.get(code, ""), f"{count - listed[code]:,} more of this kind are not listed.")
            for code, count in self.counts.items()
            if code in listed and count > listed[code]
        ]
        return sorted(self.notices, key=lambda notice: notice.row) + more

    def as_json(self) -> dict[str, Any]:
        """The report as programs rely on it; `rows` is `stored` and `set_aside` together."""
        doubts = self.doubts
        return {
            "outcome": "reject" if not self.stored else "warn" if doubts or self.counts else "accept",
            "rows": self.rows,
            "stored": self.stored,
            "set_aside": len(self.aside),
            "values": self.values,
            "counts": dict(sorted(self.counts.items())),
            "needs_a_yes": [{"code": each.code, "message": each.message} for each in doubts],
            "quarantined": [
                {"row": each.number, "code": each.code, "column": each.column or None, "reason": each.message}
                for each in self.aside[:MOST_SHOWN_ASIDE]
            ],
            "quarantined_not_listed": max(0, len(self.aside) - MOST_SHOWN_ASIDE),
            "warnings": [
                {
                    "code": each.code,
                    "row": each.row or None,
                    "column": each.column or None,
                    "message": each.message,
                }
                for each in self.warnings()
            ],
        }
