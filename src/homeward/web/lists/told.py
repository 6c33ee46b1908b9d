"""What a look at a file tells, in the language of who reads: known sentences are put anew, words of the file stay as they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.web.lists.words import QUESTIONS, REASONS
from homeward.web.people import doubts
from homeward.web.words import reads_english

#: Codes that say a doubt about a value: what stands before it, and the sentences of the register for what follows.
VALUES: tuple[tuple[str, Mapping[str, str | Promise]], ...] = (
    ("document-day-", doubts.DAYS),
    ("birth-", doubts.DAYS),
    ("age-", doubts.DAYS),
    ("document-", doubts.PAPERS),
    ("nationality-", doubts.COUNTRIES),
    ("mrz-", doubts.ZONES),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence about a file with its place; where `is_original`, its words are English, as the reader of files put them."""

    code: str
    words: str
    sheet: str = ""
    row: int = 0
    column: int | None = None
    is_original: bool = False
    heading: str | Promise = ""


def told(code: str, said: str, *, sheet: str = "", row: int = 0, column: int | None = None) -> Told:
    """A sentence of a report in the language of the page, or as it was said with a heading in that language."""
    heading = QUESTIONS.get(code) or REASONS.get(code) or ""
    # A question stands in its heading; what follows it tells the places alone.
    put = said if not said or (reads_english() and code not in QUESTIONS) else _put(code, said)
    return Told(code, said if put is None else put, sheet, row, column, put is None, heading)


def _put(code: str, said: str) -> str | None:
    """The sentence in the language of the page; None where nobody put it into that language."""
    for form, words in FORMS:
        if found := form.fullmatch(said):
            return str(words) % found.groupdict()
    if code in REASONS and code != "fault":
        return str(REASONS[code])
    if code.startswith("nationality-") and "“" in said:
        known = doubts.COUNTRIES.get(code.removeprefix("nationality-"))
        return f"{known} {said[said.index('“') :]}" if known else None
    for before, sentences in VALUES:
        if code.startswith(before) and (known := sentences.get(code.removeprefix(before))):
            return str(known)
    return None


def _form(pattern: str, words: str | Promise) -> tuple[re.Pattern[str], str | Promise]:
    return re.compile(pattern, re.DOTALL), words


FORMS = (
    _form(r"It can be taken in\.", _("It can be taken in.")),
    _form(r"It can be taken in\. Look at what is told below\.", _("It can be taken in. Look at what is told below.")),
    _form(
        r"There is nobody on this list\. That never means that everybody was removed; send a list with rows\.",
        _("There is nobody on this list. That never means that everybody was removed; send a list with rows."),
    ),
    _form(
        r"No row names anybody\. Look at the rows that were set aside, and send the list again\.",
        _("No row names anybody. Look at the rows that were set aside, and send the list again."),
    ),
    _form(
        r"A person said that this list is not to be taken in\.",
        _("Somebody said that this list is not to be taken in."),
    ),
    _form(r"Rows are hidden, and hold something: (?P<rows>.*)\.", _("Hidden rows that hold something: %(rows)s.")),
    _form(
        r"(?P<count>[\d,]+) rows are hidden, the first is row (?P<row>[\d,]+)\.",
        _("Hidden rows: %(count)s; the first is row %(row)s."),
    ),
    _form(
        r"Cells may name two people\. Is each of them one person's name\? Rows: (?P<rows>.*)\.", _("Rows: %(rows)s.")
    ),
    _form(r"Names have more than 1,000 characters\. Are they names\? Rows: (?P<rows>.*)\.", _("Rows: %(rows)s.")),
    _form(
        r"This sheet is hidden, and has (?P<count>[\d,]+) rows with something in them\.",
        _("This sheet is hidden. Rows with something in them: %(count)s."),
    ),
    _form(
        r"The sheet “(?P<sheet>.*)” is (?:very )?hidden and holds (?P<count>[\d,]+) lines\.",
        _("The sheet “%(sheet)s” is hidden. Lines in it: %(count)s."),
    ),
    _form(r"Columns are hidden: (?P<columns>.*)\.", _("Hidden columns: %(columns)s.")),
    _form(
        r"No line with known headings was found\. Which line holds the headings\?",
        _("No line with known headings was found."),
    ),
    _form(
        r"In “(?P<column>.*)”, does the day or the month come first\? Its cells: (?P<cells>.*)",
        _("The column “%(column)s”. Its cells: %(cells)s"),
    ),
    _form(
        r"“(?P<column>.*)” is mixed: (?P<day>[\d,]+) cells have the day first, (?P<month>[\d,]+) the month\. "
        r"(?P<either>[\d,]+) fit both ways and were not read as days\.",
        _(
            "“%(column)s” is mixed. Cells with the day first: %(day)s; with the month first: %(month)s; "
            "those that fit both ways were not read as days: %(either)s."
        ),
    ),
    _form(
        r"Column (?P<column>\d+): .* What does it hold\? Its cells: (?P<cells>.*)",
        _("Column %(column)s. Its cells: %(cells)s"),
    ),
    _form(r"Which column holds the names\?", _("Which column holds the names?")),
    _form(
        r"In “(?P<column>.*)” there are years that the common calendar does not have now, in rows (?P<rows>.*)\. "
        r"By which calendar are they counted\?",
        _("In “%(column)s” there are years that the common calendar does not have now. Rows: %(rows)s."),
    ),
    _form(
        r"Nobody knows these words for a nationality: (?P<words>.*)\. Are they to be kept as they are\?",
        _("Nobody knows these words for a nationality: %(words)s."),
    ),
    _form(
        r"(?P<gone>[\d,]+) of (?P<before>[\d,]+) are not on this version\. Were they taken off the list\?",
        _("Not on this version: %(gone)s of %(before)s."),
    ),
    _form(
        r"The list says that it is of (?P<day>\S+), which has not come yet\.",
        _("The list says that it is of %(day)s, which has not come yet."),
    ),
    _form(
        r"The list says that it is of (?P<day>\S+); the last version is of (?P<last>\S+)\. Is it an older one\?",
        _("The list says that it is of %(day)s; the last version is of %(last)s."),
    ),
    _form(
        r"The file does not say in which alphabet it is written; the likeliest is (?P<encoding>\S+): “(?P<sample>.*)”\.",
        _("The file does not say in which code page it is written; the likeliest is %(encoding)s: “%(sample)s”."),
    ),
    _form(r"Kept under its heading “(?P<heading>.*)”\.", _("Kept under its heading “%(heading)s”.")),
    _form(r"Above the headings: (?P<words>.*)", _("Above the headings: %(words)s")),
    _form(
        r"The headings stand again in (?P<count>[\d,]+) lines, the first in row (?P<row>[\d,]+)\.",
        _("The headings stand again. Lines: %(count)s; the first is row %(row)s."),
    ),
    _form(r"The same person stands in (?P<place>.*)\.", _("The same person stands elsewhere too: %(place)s.")),
    _form(
        r"The same name and birth stand in (?P<place>.*)\.",
        _("The same name and birth stand elsewhere too: %(place)s."),
    ),
    _form(
        r"One document stands under several names: (?P<names>.*)\.",
        _("One paper stands under several names: %(names)s."),
    ),
    _form(
        r"(?P<count>[\d,]+) of (?P<all>[\d,]+) were born on a first of January, which may stand for “not known”\.",
        _("Born on a first of January, which may stand for “not known”: %(count)s of %(all)s."),
    ),
    _form(
        r"A spreadsheet could take this for a formula; exports neutralise it\.",
        _("A spreadsheet could take this for a formula; exports neutralise it."),
    ),
    _form(r"(?P<count>[\d,]+) more of this kind are not listed\.", _("Further ones of this kind: %(count)s.")),
    _form(r"Nobody knows “(?P<words>.*)” as a sex\.", _("Nobody knows “%(words)s” as a sex.")),
    _form(r"A given name or a family name is lacking\.", _("A given name or a family name is lacking.")),
    _form(r"No letter stands in this name\.", _("No letter stands in this name.")),
    _form(r"Many marks stand on one letter\.", _("Many marks stand on one letter.")),
    _form(
        r"Cells are joined \((?P<count>[\d,]+) times\); their words stand in the first of them alone\.",
        _("Cells are joined; their words stand in the first of them alone. Times: %(count)s."),
    ),
    _form(
        r"Days are counted from 1904 in this workbook, and were read so\.",
        _("Days are counted from 1904 in this workbook, and were read so."),
    ),
    _form(r"Two people keyed this row differently(?:: .*)?\.", _("Two people keyed this row differently.")),
    _form(r"Only one person keyed this row\.", _("Only one person keyed this row.")),
    _form(
        r"The number in the machine-readable zone is another one\.",
        _("The number in the machine-readable zone is another one."),
    ),
    _form(r"There is no line in this list\.(?: .*)?", _("There is no line in this list.")),
    _form(r"This file is empty\.(?: .*)?", _("This file is empty.")),
    _form(r"The file is damaged or was cut short\.(?: .*)?", _("The file is damaged or was cut short.")),
    _form(r"The file is locked with a password or a key\.(?: .*)?", _("The file is locked with a password or a key.")),
    _form(
        r"This is a picture: two people key it in, each for themselves, and what differs is looked at again\.",
        _("This is a picture: two people key it in, each for themselves."),
    ),
)
