"""What is seen only in a whole list: the same person twice, one paper under several names, days that stand for "unknown"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from homeward.lists.core.entry import marks, words
from homeward.lists.core.notices import Notice
from homeward.lists.core.plan import Row

DEFAULT_SHARE, DEFAULT_LEAST = 0.15, 5
"""Share of births on the first of January, and how many, from which it is told that they may stand for "unknown"."""
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Whole:
    """How many people a list would propose, and what is to be known of it."""

    people: int
    notices: tuple[Notice, ...]


def whole(rows: Sequence[Row]) -> Whole:
    """Look at all rows of a file together; nobody is merged by it."""
    twice = list(_twice(rows))
    further = {(notice.sheet, notice.row) for notice in twice if notice.code == "duplicate-row"}
    return Whole(len(rows) - len(further), (*twice, *_shared_papers(rows), *_default_days(rows)))


def _twice(rows: Sequence[Row]) -> Iterator[Notice]:
    """Rows that say the same person again: every word, or name, birth and documents; or, less surely, name and birth."""
    seen: dict[Hashable, Row] = {}
    alike: dict[Hashable, tuple[Row, tuple[str, ...]]] = {}
    for row in rows:
        known = marks(row.values)
        if not known.name:
            continue
        grounds: list[Hashable] = [words(row.values)]
        if known.birth or known.documents:
            grounds.append((known.name, known.birth, known.documents))
        first = next((seen[ground] for ground in grounds if ground in seen), None)
        for ground in grounds:
            seen.setdefault(ground, row)
        if first is not None:
            yield _notice("duplicate-row", f"The same person stands in {_place(first, row)}.", row)
            continue
        if not known.birth:
            continue
        other = alike.setdefault((known.name, known.birth), (row, known.documents))
        if other[0] is not row and not (other[1] and known.documents):
            yield _notice("perhaps-twice", f"The same name and birth stand in {_place(other[0], row)}.", row)


def _shared_papers(rows: Sequence[Row]) -> Iterator[Notice]:
    """One number under several names: the group is shown, nobody is joined."""
    holders: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for document in row.values.documents:
            if document.key:
                holders[document.key].append(row)
    for group in holders.values():
        if len(group) > 1 and len({marks(row.values).name for row in group}) > 1:
            shown = "; ".join(f"row {row.number:,} {row.values.names[0].words[:60]}" for row in group[:_SHOWN])
            more = f"; and {len(group) - _SHOWN:,} more" if len(group) > _SHOWN else ""
            message = f"One document stands under several names: {shown}{more}."
            yield _notice("shared-document", message, group[0])


def _default_days(rows: Sequence[Row]) -> Iterator[Notice]:
    given = [row.values.birth.start for row in rows if row.values.birth and row.values.birth.start]
    days = sum(
        1
        for row in rows
        if (birth := row.values.birth) and birth.start.endswith("-01-01") and birth.until.endswith("-01-02")
    )
    if days >= DEFAULT_LEAST and days >= DEFAULT_SHARE * len(given):
        yield Notice(
            "default-days",
            f"{days:,} of {len(given):,} were born on a first of January, which may stand for “not known”.",
        )


def _notice(code: str, message: str, row: Row) -> Notice:
    return Notice(code, message, row.sheet, row.number)


def _place(first: Row, row: Row) -> str:
    return f"row {first.number:,}" if first.sheet == row.sheet else f"sheet “{first.sheet}”, row {first.number:,}"
