"""Rows before they are written: who each is, what its cells hold, and the mistakes noted against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from homeward.invented.lists.planned import Changed, Kind, Mistake, Planted, Standing, Truth
from homeward.refusals import Refused


class TooFewPeople(Refused):
    """Among so few people not every mistake finds somebody."""


Cell = str | date
NUMBER = 0
"""The column of running numbers in every list; it says nothing of a person."""


@dataclass(slots=True, eq=False)
class Draft:
    """One row. `entry` stays with it through the versions of its list."""

    entry: str
    people: tuple[str, ...]
    cells: list[Cell]
    hidden: bool = False

    def again(self) -> Draft:
        """The same row for the next version, to be changed there."""
        return Draft(self.entry, self.people, list(self.cells))


@dataclass(frozen=True, slots=True)
class Mark:
    """A mistake noted against an entry; of a whole sheet where that is empty."""

    mistake: Mistake
    entry: str
    column: int | None
    people: tuple[str, ...] = ()
    truth: str = ""


@dataclass(slots=True)
class Sheet:
    """A table before it is written: its rows in order, the first one at a line of the file, and how its days are written."""

    name: str
    first: int
    drafts: list[Draft]
    day: Callable[[date], str]
    births: int
    names: tuple[int, ...]
    expiries: int | None = None
    marks: list[Mark] = field(default_factory=list)

    def numbered(self) -> None:
        """Give running numbers in the order of the rows."""
        for at, draft in enumerate(self.drafts, 1):
            draft.cells[NUMBER] = str(at)

    def shown(self, cell: Cell) -> str:
        """A cell as it is read in the file."""
        return self.day(cell) if isinstance(cell, date) else cell

    def rows(self) -> list[list[str]]:
        """All cells as texts."""
        return [[self.shown(cell) for cell in draft.cells] for draft in self.drafts]

    def places(self) -> dict[str, tuple[int, Draft]]:
        """Entries with their lines."""
        return {draft.entry: (self.first + at, draft) for at, draft in enumerate(self.drafts)}

    def standing(self) -> tuple[Standing, ...]:
        """Who stands where."""
        return tuple(Standing(self.name, row, d.people, d.hidden) for row, d in self.places().values())


def truth(sheet: Sheet, declared: date, before: Sheet | None = None, beside: Iterable[Sheet] = ()) -> Truth:
    """All that is true of a sheet as it stands now, and of those beside it."""
    rows = (*sheet.standing(), *(standing for other in beside for standing in other.standing()))
    planted = (*_noted(sheet), *_seen(sheet, declared))
    return Truth(rows, planted, tuple(differences(before, sheet)) if before else ())


def _noted(sheet: Sheet) -> list[Planted]:
    places = sheet.places()
    found = []
    for mark in sheet.marks:
        if not mark.entry:
            found.append(Planted(mark.mistake, sheet.name, 0, None, "", mark.people, mark.truth))
            continue
        row, draft = places[mark.entry]
        words = sheet.shown(draft.cells[mark.column]) if mark.column is not None else ""
        found.append(
            Planted(mark.mistake, sheet.name, row, mark.column, words, mark.people or draft.people, mark.truth)
        )
    return found


def _seen(sheet: Sheet, declared: date) -> list[Planted]:
    """What needs no planting: births on 1 January, documents that ran out."""
    found = []
    for row, draft in sheet.places().values():
        birth = draft.cells[sheet.births]
        if isinstance(birth, date) and (birth.month, birth.day) == (1, 1):
            words = sheet.shown(birth)
            found.append(Planted(Mistake.FIRST_OF_JANUARY, sheet.name, row, sheet.births, words, draft.people))
        expiry = draft.cells[sheet.expiries] if sheet.expiries is not None else ""
        if isinstance(expiry, date) and expiry < declared:
            words = sheet.shown(expiry)
            found.append(Planted(Mistake.EXPIRED, sheet.name, row, sheet.expiries, words, draft.people))
    return found


def differences(before: Sheet, after: Sheet) -> list[Changed]:
    """Every difference of two versions, found by comparing the cells of each entry."""
    earlier, later = before.places(), after.places()
    found = [Changed(Kind.OUT, d.people, row, 0) for entry, (row, d) in earlier.items() if entry not in later]
    for entry, (row, draft) in later.items():
        if entry not in earlier:
            found.append(Changed(Kind.IN, draft.people, 0, row))
            continue
        old_row, old = earlier[entry]
        if old_row != row:
            found.append(Changed(Kind.MOVED, draft.people, old_row, row))
        for column, (one, other) in enumerate(zip(old.cells, draft.cells, strict=True)):
            if one != other and column != NUMBER:
                kind = Kind.CORRECTED if column in (*after.names, after.births) else Kind.CHANGED
                words = before.shown(one), after.shown(other)
                found.append(Changed(kind, draft.people, old_row, row, column, *words))
    return found


def misspelt(words: str) -> str:
    """The same words with two neighbouring letters in the middle of the longest one swapped."""
    longest = max(words.split(), key=len)
    spots = range(1, len(longest) - 1)
    at = next((at for at in spots if longest[at] != longest[at + 1] and longest[at : at + 2].isalpha()), 0)
    wrong = f"{longest[:at]}{longest[at + 1]}{longest[at]}{longest[at + 2 :]}"
    return words.replace(longest, wrong, 1)


def swapped(day: date) -> date:
    """The day with its month and day of month exchanged; both are 12 at most."""
    return date(day.year, day.day, day.month)


def can_swap(day: Cell) -> bool:
    """Whether a day stays a day, and another one, when its month and day are exchanged."""
    return isinstance(day, date) and day.day <= 12 and day.day != day.month


def written_out(day: date) -> str:
    """Day, month and year by full stops or strokes are ambiguous to a stranger: this is dd/mm/yyyy."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def dotted(day: date) -> str:
    """A day as Russian and Hebrew lists have it: dd.mm.yyyy."""
    return f"{day.day:02}.{day.month:02}.{day.year}"


def drawn(choices: Sequence[Draft], used: set[str], fits: Callable[[Draft], bool] = lambda draft: True) -> Draft:
    """The first row that fits and has no mistake yet; its entry is used from now on."""
    found = next((draft for draft in choices if draft.entry not in used and fits(draft)), None)
    if found is None:
        raise TooFewPeople(instead="Ask for more people, or give another seed.")
    used.add(found.entry)
    return found
