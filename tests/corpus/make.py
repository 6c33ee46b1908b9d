"""Make the corpus again: `python -m tests.corpus.make`. The same files come out each time.

What each file is and what must become of it stands beside its making, and is written to `expected.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.corpus import in_text, in_workbooks, on_pages
from tests.corpus.making import COLUMNS, Expected

LISTS = Path(__file__).with_name("lists")
TABLE = LISTS / "expected.tsv"


def files() -> Iterator[tuple[Expected, bytes]]:
    """Each file of the corpus with what must become of it."""
    yield from in_workbooks.files()
    yield from in_text.files()
    yield from on_pages.files()


def main() -> None:
    """Write them all."""
    rows = []
    LISTS.mkdir(exist_ok=True)
    for expected, data in files():
        (LISTS / expected.file).write_bytes(data)
        rows.append(expected.row())
    TABLE.write_text("\n".join(["\t".join(COLUMNS), *rows]) + "\n")


if __name__ == "__main__":
    main()
