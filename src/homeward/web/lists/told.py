"""What a look at a file tells, in the language of who reads: known sentences are put anew, words of the file stay as they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.functional import Promise

from homeward.web.lists.words import QUESTIONS, REASONS
from homeward.web.words import reads_english


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence about a file with its place; `words` are English and as the reader of files put them where `is_original`."""

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
    if reads_english() or not said:
        return Told(code, said, sheet, row, column, False, heading)
    for form, put in FORMS:
        if found := form.fullmatch(said):
            return Told(code, str(put) % found.groupdict(), sheet, row, column, False, heading)
    return Told(code, said, sheet, row, column, True, heading)


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.DOTALL)


FORMS: tuple[tuple[re.Pattern[str], str | Promise], ...] = ()
