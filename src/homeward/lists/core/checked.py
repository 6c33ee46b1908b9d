"""What would happen to a list: its rows, what is set aside, what to know, what is asked, and the outcome. Nothing is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from homeward.lists.core.answers import Answers, SheetAnswers
from homeward.lists.core.book import Book, Question
from homeward.lists.core.columns import Columns
from homeward.lists.core.notices import Notice
from homeward.lists.core.plan import Row, SetAside
from homeward.lists.core.sheets import Read, day_of, read_sheet
from homeward.lists.core.wholes import whole
from homeward.refusals import Grade

STOP = "stop"


class Outcome(StrEnum):
    """What would happen to a list."""

    REJECT = "reject"
    ASK = "ask"
    WARN = "accept_with_warnings"
    ACCEPT = "accept"


@dataclass(frozen=True, slots=True)
class Declared:
    """What is said of a list beside its file: the day that it is of, today, and the day of the version before."""

    dated: date | None = None
    today: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A list as it would be taken in. Each line below the headings is in `rows` or in `set_aside`.

    `answers` is everything that is settled, guesses included, to be given again with the next version.
    """

    outcome: Outcome
    rows: tuple[Row, ...]
    set_aside: tuple[SetAside, ...]
    people: int
    notices: tuple[Notice, ...]
    questions: tuple[Question, ...]
    columns: dict[str, Columns]
    answers: Answers
    message: str

    @property
    def source_rows(self) -> int:
        """How many lines could be records: each of them is stored or set aside."""
        return len(self.rows) + len(self.set_aside)

    @property
    def warnings(self) -> tuple[Notice, ...]:
        """What is told and should be looked at."""
        return tuple(notice for notice in self.notices if notice.warns)


def checked(
    book: Book,
    answers: Answers | None = None,
    declared: Declared | None = None,
    *,
    counted: Callable[[], None] = lambda: None,
) -> Checked:
    """Read a book by what is settled; whatever is open is asked, and nothing open is guessed silently.

    `counted` is called once for each line below the headings, as it is read.
    """
    settled, said = answers or Answers(), declared or Declared()
    if said.dated is None:
        days = {day for sheet in book.sheets if (day := day_of(sheet))}
        said = replace(said, dated=days.pop()) if len(days) == 1 else said
    asked_of_file = tuple(question for question in book.questions if not _answer(question, settled))
    read = [read_sheet(sheet, settled, asked_of_file, said.dated or said.today, counted) for sheet in book.sheets]
    rows = tuple(row for sheet in read for row in sheet.rows)
    set_aside = tuple(line for sheet in read for line in sheet.set_aside)
    together = whole(rows)
    notices = (*_told_of_file(book), *(notice for sheet in read for notice in sheet.notices), *together.notices)
    questions = (*asked_of_file, *(each for sheet in read for each in sheet.questions), *_of_days(said, settled))
    stopped = _stopped(book, settled, read)
    outcome, message = _outcome(rows, set_aside, notices, questions, stopped)
    if any(finding.grade is Grade.FAULT for finding in book.findings):
        faults = " ".join(finding.message for finding in book.findings if finding.grade is Grade.FAULT)
        outcome, message = Outcome.REJECT, faults
    learned = replace(settled, encoding=settled.encoding or book.encoding, sheets=_learned(settled, read))
    columns = {sheet.name: sheet.columns for sheet in read if sheet.columns is not None}
    return Checked(outcome, rows, set_aside, together.people, notices, questions, columns, learned, message)


def _answer(question: Question, settled: Answers) -> str:
    if question.code == "encoding":
        return settled.encoding
    of_sheet = settled.named(question.sheet).choice(question.code, question.column)
    return of_sheet or settled.choices.get(question.code, "")


def _stopped(book: Book, settled: Answers, read: Sequence[Read]) -> bool:
    """Whether somebody answered any question so that the list is not to be taken in."""
    answers = [_answer(question, settled) for question in book.questions]
    of_sheets = (answer for sheet in read for answer in sheet.learned.choices.values())
    return STOP in (*answers, *settled.choices.values(), *of_sheets)


def _told_of_file(book: Book) -> Iterator[Notice]:
    for finding in book.findings:
        yield Notice(finding.code, f"{finding.where}: {finding.message}" if finding.where else finding.message)


def _of_days(said: Declared, settled: Answers) -> Iterator[Question]:
    """A list of a day to come, or older than the last one, waits for a person."""
    go_on = (("take", "yes, it is of that day"), (STOP, "no"))
    if said.dated and said.today and said.dated > said.today and not settled.choices.get("declared-in-future"):
        yield Question(
            "declared-in-future", f"The list says that it is of {said.dated}, which has not come yet.", choices=go_on
        )
    if said.dated and said.last and said.dated < said.last and not settled.choices.get("declared-before-last"):
        words = f"The list says that it is of {said.dated}; the last version is of {said.last}. Is it an older one?"
        yield Question("declared-before-last", words, choices=go_on)


def _outcome(
    rows: Sequence[Row],
    set_aside: Sequence[SetAside],
    notices: Sequence[Notice],
    questions: Sequence[Question],
    stopped: bool,
) -> tuple[Outcome, str]:
    if stopped:
        return Outcome.REJECT, "A person said that this list is not to be taken in."
    if not rows and not questions:
        if set_aside:
            return (
                Outcome.REJECT,
                "No row names anybody. Look at the rows that were set aside, and send the list again.",
            )
        return (
            Outcome.REJECT,
            "There is nobody on this list. That never means that everybody was removed; send a list with rows.",
        )
    if questions:
        number = len(questions)
        return Outcome.ASK, f"{number} question{'s' if number > 1 else ''} must be answered before it is taken in."
    if set_aside or any(notice.warns for notice in notices):
        return Outcome.WARN, "It can be taken in. Look at what is told below."
    return Outcome.ACCEPT, "It can be taken in."


def _learned(settled: Answers, read: Sequence[Read]) -> tuple[SheetAnswers, ...]:
    """What is known of each table now; tables of other versions stay as they were."""
    now = [sheet.learned for sheet in read]
    signatures = {each.signature for each in now if each.signature}
    names = {each.name for each in now}
    others = [each for each in settled.sheets if each.name not in names and each.signature not in signatures]
    return (*others, *now)
