"""How a file of the corpus and what must become of it are written down."""

from __future__ import annotations

from dataclasses import dataclass

ACCEPT, WARN, ASK, REJECT = "accept", "accept_with_warnings", "ask", "reject"
COLUMNS = ("file", "id", "wrong", "outcome", "stored", "aside", "lines", "faulty", "codes", "says")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A file, what is wrong with it, and what must become of it.

    `stored` and `aside` are rows below the heading, when every question is answered with a yes; "" where that is not settled here.
    `lines` are all lines of the book, `faulty` those set aside while reading it; `says` must stand in a refusal.
    """

    file: str
    id: str
    wrong: str
    outcome: str
    stored: str = ""
    aside: str = "0"
    lines: str = ""
    faulty: str = "0"
    codes: tuple[str, ...] = ()
    says: str = ""

    def row(self) -> str:
        """The row of the table."""
        cells = (str(getattr(self, name)) if name != "codes" else " ".join(self.codes) for name in COLUMNS)
        return "\t".join(cells)

    @classmethod
    def of(cls, row: str) -> Expected:
        """The row of the table, read again."""
        values = dict(zip(COLUMNS, row.rstrip("\n").split("\t"), strict=True))
        codes = tuple(values.pop("codes").split())
        return cls(codes=codes, **values)


def refused(file: str, number: str, wrong: str, says: str) -> Expected:
    """A file that must be refused with these words."""
    return Expected(file=file, id=number, wrong=wrong, outcome=REJECT, stored="0", lines="0", says=says)


def read(
    file: str,
    number: str,
    wrong: str,
    outcome: str,
    rows: int,
    *codes: str,
    aside: int = 0,
    heading: int = 1,
    faulty: int | None = None,
) -> Expected:
    """A file that is read: so many people, so many rows set aside, and lines of a heading above them."""
    return Expected(
        file=file,
        id=number,
        wrong=wrong,
        outcome=outcome,
        stored=str(rows),
        aside=str(aside),
        lines=str(rows + aside + heading),
        faulty=str(aside if faulty is None else faulty),
        codes=codes,
    )
