"""One table of a book, read by what is settled: its headings, its columns, the order of its days, its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from homeward.lists.core.answers import DAY_FIRST, LEAVE, MONTH_FIRST, TAKE, Answers, SheetAnswers
from homeward.lists.core.book import Line, Question, Sheet
from homeward.lists.core.columns import Columns, columns
from homeward.lists.core.days import Order, order
from homeward.lists.core.declared import declared_day
from homeward.lists.core.fields import DAYS
from homeward.lists.core.header import Heading, heading, is_repeated
from homeward.lists.core.left_open import left_open
from homeward.lists.core.merged import above
from homeward.lists.core.notices import Notice
from homeward.lists.core.plan import Plan, Row, SetAside
from homeward.lists.core.rows import tidied

STRAY_SHARE = 0.2
"""Cells beyond the last heading in fewer lines than this share are faults of these lines, and not a column."""
_TAKE_OR_LEAVE = ((TAKE, "take them in"), (LEAVE, "leave them out"))


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one table."""

    name: str
    rows: tuple[Row, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    notices: tuple[Notice, ...] = ()
    questions: tuple[Question, ...] = ()
    columns: Columns | None = None
    learned: SheetAnswers = field(default_factory=SheetAnswers)


def read_sheet(
    sheet: Sheet, answers: Answers, asked: Sequence[Question], dated: date | None, counted: Callable[[], None]
) -> Read:
    """Read a table; `asked` is what is open already, which is not asked again; `counted` is called for each line read."""
    if not sheet.lines:
        return Read(sheet.name, learned=answers.named(sheet.name))
    found, known = _heading(sheet, answers)
    return _Table(sheet, found, known, {(each.code, each.sheet) for each in asked}, dated).read(counted)


def day_of(sheet: Sheet) -> date | None:
    """The day that a table says it is of, above its headings."""
    if sheet.hidden or not sheet.lines:
        return None
    return declared_day(" ".join(line.cells) for line in heading(sheet).titles)


def _heading(sheet: Sheet, answers: Answers) -> tuple[Heading, SheetAnswers]:
    """The headings, and what is settled for a table that has them."""
    found = heading(sheet)
    known = answers.of(sheet.name, [found.signature] if found.sure else [])
    if not known.signature and known.header is not None:
        return heading(sheet, known.header), known
    if known.signature in ("", found.signature):
        return found, known
    by_name = answers.named(sheet.name)
    if by_name.header is not None:
        again = heading(sheet, by_name.header)
        if by_name.signature in ("", again.signature):
            return again, by_name
    return found, SheetAnswers(sheet.name, choices=_of_hidden(known if known.name == sheet.name else by_name))


def _of_hidden(known: SheetAnswers) -> dict[str, str]:
    """What still holds for a table whose headings are new: nothing about its columns."""
    return {} if known.signature else dict(known.choices)


class _Table:
    """One table on its way."""

    def __init__(
        self, sheet: Sheet, found: Heading, known: SheetAnswers, asked: set[tuple[str, str]], dated: date | None
    ) -> None:
        self.sheet, self.found, self.known, self.asked, self.dated = sheet, found, known, asked, dated
        self.notices: list[Notice] = []
        self.questions: list[Question] = []
        self.set_aside: list[SetAside] = []

    def read(self, counted: Callable[[], None]) -> Read:
        name, known = self.sheet.name, self.known
        if self._is_left():
            return Read(name, (), tuple(self.set_aside), tuple(self.notices), tuple(self.questions), None, known)
        body = self._body()
        stray = self._stray(body)
        looked = columns(name, self.found, [_without(line, stray) for line in body], known.columns)
        self._ask_heading()
        if self.found.sure:
            self.questions += [each for each in looked.questions if not known.choice(each.code, each.column)]
        self.notices += looked.notices
        orders = {at: self._order(at, looked, body) for at, field in looked.fields.items() if field in DAYS}
        plan = Plan(
            sheet=name,
            columns=looked,
            first={at: each.first for at, each in orders.items()},
            calendar={at: known.choice("calendar", at) for at in orders},
            left=self._left_columns(looked),
            stray=frozenset(stray),
            choices=known.choices,
            dated=self.dated,
            above=above(self.sheet, body, looked),
        )
        rows = tuple(self._rows(body, plan, counted))
        for each in left_open(rows, self.set_aside, looked):
            self._ask(each.code, each.words, each.choices, each.column)
        return Read(
            name,
            rows,
            tuple(self.set_aside),
            tuple(self.notices),
            tuple(self.questions),
            looked,
            self._learned(looked, orders),
        )

    def _is_left(self) -> bool:
        """Whether the table is left out: hidden and not taken, or said to hold nobody."""
        lines = self.sheet.lines[self.found.below :]
        choice = self.known.choice("hidden-sheet")
        if self.known.choice("name-column") == LEAVE:
            self._leave(lines, "left-out", "A person said that this sheet holds nobody.")
            return True
        if not self.sheet.hidden or choice == TAKE:
            return False
        if not choice:
            words = f"The sheet “{self.sheet.name}” is {self.sheet.hidden} and holds {len(self.sheet.lines):,} lines."
            self._ask("hidden-sheet", words, _TAKE_OR_LEAVE)
        self._leave(lines, "hidden", f"It stands on a sheet that is {self.sheet.hidden}.")
        return True

    def _leave(self, lines: Sequence[Line], code: str, reason: str) -> None:
        self.set_aside += [SetAside(self.sheet.name, line.number, code, reason, line.cells) for line in lines]

    def _ask(self, code: str, words: str, choices: tuple[tuple[str, str], ...], column: int | None = None) -> None:
        if (code, self.sheet.name) not in self.asked and not self.known.choice(code, column):
            self.questions.append(Question(code, words, self.sheet.name, column, choices))

    def _body(self) -> list[Line]:
        """The lines below the headings that may be records; hidden ones only when a person takes them in."""
        lines = self.sheet.lines[self.found.below :]
        repeated = [line for line in lines if not line.fault and is_repeated(line, self.found)]
        if repeated:
            again = {line.number for line in repeated}
            lines = tuple(line for line in lines if line.number not in again)
            message = f"The headings stand again in {len(again):,} lines, the first in row {repeated[0].number:,}."
            self.notices.append(Notice("repeated-headings", message, self.sheet.name, warns=False))
        if self.found.titles:
            shown = " / ".join(" ".join(" ".join(line.cells).split())[:80] for line in self.found.titles[:3])
            self.notices.append(Notice("titles", f"Above the headings: {shown}", self.sheet.name, warns=False))
        hidden = [line for line in lines if line.hidden]
        if not hidden or self.known.choice("hidden-rows") == TAKE:
            return list(lines)
        if self.known.choice("hidden-rows") != LEAVE:
            words = f"{len(hidden):,} rows are hidden, the first is row {hidden[0].number:,}."
            self._ask("hidden-rows", words, _TAKE_OR_LEAVE)
        self._leave(hidden, "hidden", "The row is hidden.")
        return [line for line in lines if not line.hidden]

    def _stray(self, body: Sequence[Line]) -> set[int]:
        """Columns beyond the last heading that only a few lines fill."""
        if not self.found.number:
            return set()
        last = max((at for at, word in enumerate(self.found.words) if word.strip()), default=-1)
        filled = Counter(at for line in body for at in range(last + 1, len(line.cells)) if line.cells[at].strip())
        return {at for at, times in filled.items() if times < STRAY_SHARE * len(body)} - set(self.known.columns)

    def _ask_heading(self) -> None:
        if self.found.sure:
            return
        shown = [
            (
                str(line.number),
                f"row {line.number}: {' | '.join(' '.join(cell.split())[:30] for cell in line.cells[:8])}",
            )
            for line in self.sheet.lines[:6]
        ]
        words = "No line with known headings was found. Which line holds the headings?"
        self._ask("header", words, (("0", "none: the first line is a record already"), *shown))

    def _left_columns(self, looked: Columns) -> frozenset[int]:
        """Hidden columns are left out until a person takes them in."""
        hidden = [at for at in self.sheet.hidden_columns if at in looked.fields]
        choice = self.known.choice("hidden-columns")
        if not hidden or choice == TAKE:
            return frozenset()
        if choice != LEAVE:
            told = ", ".join(looked.heading(at) for at in hidden)
            self._ask("hidden-columns", f"Columns are hidden: {told}.", _TAKE_OR_LEAVE)
        return frozenset(hidden)

    def _order(self, at: int, looked: Columns, body: Sequence[Line]) -> Order:
        """The order of days in a column, asked where nothing says it, told where it is mixed."""
        if looked.birth and looked.birth.named and at in looked.birth.columns:
            return Order(first=True)
        if looked.birth and at == looked.birth.first:
            cells = [looked.birth.words(line) for line in body]
        else:
            cells = [line.cells[at] for line in body if at < len(line.cells) and line.cells[at].strip()]
        found = order(cells, self.known.days.get(at, ""))
        if found.open:
            shown = "; ".join(dict.fromkeys(cells[:3]))
            words = f"In “{looked.heading(at)}”, does the day or the month come first? Its cells: {shown}"
            self._ask("day-order", words, ((DAY_FIRST, DAY_FIRST), (MONTH_FIRST, MONTH_FIRST)), at)
        if found.mixed:
            message = (
                f"“{looked.heading(at)}” is mixed: {found.by_day:,} cells have the day first, {found.by_month:,} the month. "
                f"{found.either:,} fit both ways and were not read as days."
            )
            self.notices.append(Notice("days-mixed", message, self.sheet.name, 0, at))
        return found

    def _rows(self, body: Sequence[Line], plan: Plan, counted: Callable[[], None]) -> Iterator[Row]:
        for line in body:
            counted()
            made = tidied(line, plan)
            if isinstance(made, SetAside):
                self.set_aside.append(made)
            else:
                self.notices += made.notices
                yield made

    def _learned(self, looked: Columns, orders: dict[int, Order]) -> SheetAnswers:
        """What this version teaches: what was settled, and what was found beyond doubt."""
        open_columns = {each.column for each in self.questions if each.code == "column"}
        days = {at: DAY_FIRST if each.first else MONTH_FIRST for at, each in orders.items() if each.first is not None}
        sure = self.found.sure and not any(each.code == "header" for each in self.questions)
        return SheetAnswers(
            self.sheet.name,
            self.found.signature if sure else "",
            self.found.number if sure else None,
            {at: field for at, field in looked.fields.items() if at not in open_columns} if sure else {},
            {**self.known.days, **days} if sure else {},
            self.known.choices,
        )


def _without(line: Line, stray: set[int]) -> Line:
    """A line as its columns are judged by: without cells that are its own fault."""
    if not stray or line.fault or len(line.cells) <= min(stray):
        return line if not line.fault else Line(line.number, ())
    return Line(line.number, tuple("" if at in stray else cell for at, cell in enumerate(line.cells)))
