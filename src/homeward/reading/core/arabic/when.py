"""When something was said, and by when it is due: the words for days in a report, counted from the day it was published.

What cannot be counted is not guessed: "later" is known to lie between two things, and no day is made of it.
"""

from __future__ import annotations

from datetime import date

from homeward.reading.core.arabic.calendar import FORMS, MONTH, UNIT
from homeward.reading.core.arabic.letters import folded, form
from homeward.reading.core.found import Piece, When

__all__ = ["MONTH", "days", "deadline", "said"]


def days(text: str, start: int, end: int, published: date, *, ahead: bool = False) -> list[When]:
    """The days that `text[start:end]` names, in their order, counted from the day of publication.

    `ahead`: a weekday is the next one and not the last.
    """
    letters = folded(text)
    found: list[When] = []
    taken: list[Piece] = []
    for pattern, read in FORMS:
        for match in letters.matches(pattern, start, end):
            if any(match.start() < until and first < match.end() for first, until in taken[-200:]):
                continue
            told = read(match, published, ahead)
            if told is not None:
                taken.append(match.span())
                found.append(When(*told, *letters.piece(*match.span())))
    return sorted(found, key=lambda one: one.start)


_BOUND = form(r"[وف]?(?:قبل|بعد|حتى|منذ|من|خلال|بحلول|في غضون|مع|إلى)(?!\w)")
_AGO = form(rf"[وف]?قبل (?:{UNIT})")
_SAME = form(r"(?<!\w)[وف]?(?:(?:صباح|ظهر|مساء|ليل|في) )?(?:اليوم|النهار) (?:نفسه|ذاته|عينه)(?!\w)")
LOOKED_BACK = 1500
"""How far before "on the same day" the day is looked for that it means."""


def said(
    text: str,
    cue: Piece,
    content: Piece,
    sentence: Piece,
    contents: list[Piece],
    cues: list[Piece],
    published: date,
) -> When | None:
    """When a statement was made: the day named nearest to its cue, or just before what was said, outside of what was said."""
    best: tuple[int, When] | None = None
    for when in (*days(text, *sentence, published), *_same_day(text, sentence, published)):
        if any(when.start < end and start < when.end for start, end in contents) or _bound(text, when):
            continue
        if when.first is not None and when.first > published:
            continue
        behind = when.start >= cue[1]
        low, high = (cue[1], when.start) if behind else (when.end, cue[0])
        others = sum(1 for other in cues if other != cue and low <= other[0] and other[1] <= high)
        cost = high - low + 400 * others
        if 0 <= content[0] - when.end <= 2:
            cost = 0
        elif others or any(low <= start and until <= high for start, until in contents if start != content[0]):
            continue
        if best is None or cost < best[0]:
            best = (cost, when)
    return best[1] if best else None


def _bound(text: str, when: When) -> bool:
    """Whether a day is told as one before or after which something was, and not as the one on which it was."""
    letters = folded(text)
    first, until = letters.at(when.start), letters.at(when.end)
    return bool(_BOUND.match(letters.plain, first, until)) and not _AGO.fullmatch(letters.plain, first, until)


def _same_day(text: str, sentence: Piece, published: date) -> list[When]:
    letters = folded(text)
    found = []
    for match in letters.matches(_SAME, *sentence):
        start, end = letters.piece(*match.span())
        before = [each for each in days(text, max(0, start - LOOKED_BACK), start, published) if each.precision == "day"]
        if before:
            found.append(When(before[-1].first, before[-1].last, "day", start, end))
    return found


def deadline(text: str, start: int, end: int, published: date) -> When | None:
    """By when what is promised or threatened is due: the last day that its words name, and after it is said."""
    ahead = [when for when in days(text, start, end, published, ahead=True) if when.last and when.last >= published]
    if not ahead:
        return None
    last = ahead[-1]
    if len(ahead) == 1 and _OPENS.match(text[last.start : last.end]):
        return When(last.first, None, last.precision, last.start, last.end)
    return When(None, last.last, last.precision, last.start, last.end)


_OPENS = form(r"[وف]?(?:من|بعد|منذ|اعتبارا من|ابتداء من|بدءا من)(?!\w)")
