"""When something was said, and by when it is due: the words for days in a report, counted from the day it was published.

What cannot be counted is not guessed: "later" is known to lie between two things, and no day is made of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from homeward.reading.core.found import When
from homeward.reading.core.taken import Taken

DAY = timedelta(days=1)
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = "january february march april may june july august september october november december".split()
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_MONTH_NAMES = (
    {name[:3]: number for number, name in enumerate(MONTHS, 1)}
    | {name: number for number, name in enumerate(MONTHS, 1)}
    | {"sept": 9}
)
_SMALL = {w: n for n, w in enumerate("a one two three four five six seven eight nine ten".split()) if n} | {
    "a": 1,
    "an": 1,
}
_COUNT = rf"(?:{'|'.join(sorted(_SMALL, key=len, reverse=True))}|\d{{1,2}})"
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_MONTH = rf"(?:{'|'.join(sorted(_MONTH_NAMES, key=len, reverse=True))})\b\.?"
_PART = r"(?:morning|afternoon|evening|night|noon|midday)"


Read = Callable[[re.Match[str], date, bool], tuple[date | None, date | None, str] | None]


def _weekday(found: re.Match[str], published: date, ahead: bool) -> tuple[date, date, str]:
    number = WEEKDAYS.index(found["weekday"].lower())
    back = (published.weekday() - number) % 7
    how = (found["how"] or "").lower()
    if ahead:
        day = published + timedelta(days=(number - published.weekday()) % 7 or 7)
        if how == "next" and (day - published).days < 7 and day.weekday() > published.weekday():
            day += timedelta(days=7)
    else:
        day = published - timedelta(days=back)
        if how == "last" and back == 0:
            day -= timedelta(days=7)
    return day, day, "day"


def _calendar(found: re.Match[str], published: date, ahead: bool) -> tuple[date, date, str] | None:
    month = _MONTH_NAMES[found["month"].lower().rstrip(".")]
    last = found["until"] or found["day"]
    try:
        first, until = (_dated(found["year"], month, int(number), published) for number in (found["day"], last))
    except ValueError:
        return None
    return (first, until, "day") if first <= until else None


def _dated(year: str | None, month: int, day: int, published: date) -> date:
    if year:
        return date(int(year), month, day)
    near = [
        date(each, month, day)
        for each in (published.year - 1, published.year, published.year + 1)
        if day < 29 or _exists(each, month, day)
    ]
    return min(near, key=lambda one: abs(one - published))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _of_month(found: re.Match[str], published: date, ahead: bool) -> tuple[date, date, str] | None:
    month = _MONTH_NAMES[found["month"].lower().rstrip(".")]
    first = _dated(found["year"], month, 1, published)
    if not found["year"] and not ahead and first > published:
        first = first.replace(year=first.year - 1)
    last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - DAY
    part = (found["part"] or "").lower()
    if not part:
        return first, last, "month"
    if part.startswith(("early", "beginning", "start")):
        return first, first.replace(day=10), "about"
    if part.startswith(("mid", "middle")):
        return first.replace(day=11), first.replace(day=20), "about"
    return first.replace(day=21), last, "about"


def _relative_day(found: re.Match[str], published: date, ahead: bool) -> tuple[date, date, str]:
    word = found["day"].lower()
    day = published + {"yesterday": -DAY, "tomorrow": DAY}.get(word, timedelta(0))
    if word.startswith("the day before"):
        day = published - 2 * DAY
    return day, day, "day"


def _ago(found: re.Match[str], published: date, ahead: bool) -> tuple[date, date, str] | None:
    count = _count(found["count"])
    unit = found["unit"].lower()
    if found["way"].lower() == "later" and not unit.startswith("day"):
        return None
    if unit.startswith("day"):
        day = published - timedelta(days=count)
        return day, day, "day"
    if unit.startswith("hour"):
        return published - timedelta(days=-(-count // 24)), published, "about"
    if unit.startswith("week"):
        day = published - timedelta(weeks=count)
        return day - 3 * DAY, day + 3 * DAY, "about"
    day = published - timedelta(days=30 * count)
    return day - 15 * DAY, day + 15 * DAY, "about"


def _week(found: re.Match[str], published: date, ahead: bool) -> tuple[date, date, str]:
    monday = published - timedelta(days=published.weekday())
    how, unit = found["how"].lower(), found["unit"].lower()
    step = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(how, 0)
    if unit == "week":
        first = monday + timedelta(weeks=step)
        last = first + 6 * DAY
        if step == 0:
            return (published, last, "week") if ahead else (first, published, "week")
        return first, last, "week"
    if unit == "weekend":
        first = monday + timedelta(weeks=step if step else (0 if ahead else -1), days=5)
        return first, first + DAY, "about"
    if unit == "month":
        first = _shifted(published.replace(day=1), step)
        last = _shifted(first, 1) - DAY
        return first, (min(last, published) if step == 0 and not ahead else last), "month"
    if unit == "year":
        first = date(published.year + step, 1, 1)
        return first, (published if step == 0 and not ahead else date(first.year, 12, 31)), "about"
    month = _SEASONS[unit]
    first = date(published.year, month, 1)
    if (step < 0) or (step == 0 and not ahead and first > published):
        first = first.replace(year=first.year - 1)
    last = _shifted(first, 3) - DAY
    return first, min(last, published) if not ahead else last, "about"


def _shifted(first: date, months: int) -> date:
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def _within(found: re.Match[str], published: date, ahead: bool) -> tuple[date | None, date, str]:
    count, unit = _count(found["count"]), found["unit"].lower()
    days = {"h": -(-count // 24), "d": count, "w": 7 * count, "m": 30 * count}[unit[0]]
    return None, published + timedelta(days=days), "day"


def _count(words: str) -> int:
    return _SMALL.get(words.lower()) or int(words)


_LEAD = r"(?:(?:late |early |earlier |later )?(?:on |by |from |of |until |since |before |after )?)?"
_NTH = r"(?:st|nd|rd|th)?"
_FORMS: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile("".join(form), re.IGNORECASE), read)
    for form, read in (
        (
            (
                rf"\b{_LEAD}(?:the )?(?:night of )?(?:{_WEEKDAY},? )?(?P<day>\d{{1,2}}){_NTH}",
                rf"(?: ?(?:-|–|to|and|or) ?(?P<until>\d{{1,2}}){_NTH})? (?:of )?(?P<month>{_MONTH})(?:,? (?P<year>\d{{4}}))?",
            ),
            _calendar,
        ),
        (
            (
                rf"\b{_LEAD}(?P<month>{_MONTH}) (?P<day>\d{{1,2}}){_NTH}\b",
                rf"(?:(?:-|–| to | and )(?P<until>\d{{1,2}}){_NTH}\b)?(?:,? (?P<year>\d{{4}}))?",
            ),
            _calendar,
        ),
        (
            (
                rf"\b{_LEAD}(?:the )?(?:(?P<how>last|this|next|coming|previous) )?(?P<weekday>{_WEEKDAY})\b",
                rf"(?:[’']s)?(?: {_PART})?",
            ),
            _weekday,
        ),
        (
            (
                r"\b(?:in |during |since |by |from )?(?:the )?(?P<part>early|mid|late|middle of|end of|beginning of|start of)?",
                rf"[ -]?(?:in |of )?(?<!\d )(?P<month>{_MONTH})(?: (?P<year>\d{{4}}))?\b",
            ),
            _of_month,
        ),
        (
            (
                r"\b(?P<day>the day before yesterday|yesterday|today|tomorrow|tonight|this (?:morning|afternoon|evening)",
                r"|overnight|last night)\b",
            ),
            _relative_day,
        ),
        ((rf"\b(?P<count>{_COUNT}) (?P<unit>days?|hours?|weeks?|months?) (?P<way>ago|earlier|later)\b",), _ago),
        (
            (
                r"\b(?:earlier |later |over |during |in |early |late )?(?:the )?(?P<how>last|this|next|coming|previous|past)",
                r" (?P<unit>weekend|week|month|year|spring|summer|autumn|fall|winter)\b",
            ),
            _week,
        ),
        (
            (rf"\bwithin (?:the next )?(?P<count>{_COUNT}|\d+) (?P<unit>hours?|days?|weeks?|months?)\b(?! of\b)",),
            _within,
        ),
    )
)


def days(text: str, start: int, end: int, published: date, *, ahead: bool = False) -> list[When]:
    """The days that `text[start:end]` names, in their order, counted from the day of publication.

    `ahead`: a weekday is the next one and not the last.
    """
    found: list[When] = []
    taken = Taken()
    for form, read in _FORMS:
        for match in form.finditer(text, start, end):
            if not taken.free(*match.span()):
                continue
            if (
                match.group().strip().lower() in ("may", "march", "mar", "sun", "sat")
                and not match.group()[:1].isupper()
            ):
                continue
            if match.group().strip() in ("May", "March") and re.match(
                r" (?:be|have|not|the|on|to)\b", text[match.end() : match.end() + 6]
            ):
                continue
            told = read(match, published, ahead)
            if told is not None:
                taken.take(*match.span())
                found.append(When(*told, match.start(), match.end()))
    return sorted(found, key=lambda one: one.start)


def said(
    text: str,
    cue: tuple[int, int],
    content: tuple[int, int],
    sentence: tuple[int, int],
    contents: list[tuple[int, int]],
    cues: list[tuple[int, int]],
    published: date,
) -> When | None:
    """When a statement was made: the day named nearest to its cue, or just before what was said, outside of what was said."""
    best: tuple[int, When] | None = None
    for when in days(text, *sentence, published):
        if any(when.start < end and start < when.end for start, end in contents) or _BOUND.match(
            text, when.start, when.end
        ):
            continue
        if when.first is not None and when.first > published:
            continue
        behind = when.start >= cue[1]
        low, high = (cue[1], when.start) if behind else (when.end, cue[0])
        others = sum(1 for other in cues if other != cue and low <= other[0] and other[1] <= high)
        cost = high - low + 400 * others
        if 0 <= content[0] - when.end <= 2:
            cost = 0
        elif behind and others:
            continue
        if best is None or cost < best[0]:
            best = (cost, when)
    if best is None:
        return None
    return _counted_on(text, best[1], contents, published)


_BOUND = re.compile(r"(?:by|until|till|before|after|from|within|due)\b", re.IGNORECASE)
_EARLIER = re.compile(r"(?P<count>\w+) days? (?P<way>earlier|later)$", re.IGNORECASE)


def _counted_on(text: str, when: When, contents: list[tuple[int, int]], published: date) -> When:
    """ "A day earlier" counts from the day named before it in the text, else from the day of publication."""
    found = _EARLIER.match(text[when.start : when.end])
    if not found:
        return when
    before = [
        each
        for each in days(text, max(0, when.start - 1500), when.start, published)
        if each.precision == "day" and not any(each.start < end and start < each.end for start, end in contents)
    ]
    if not before or before[-1].first is None:
        return when
    away = timedelta(days=_count(found["count"]))
    day = before[-1].first + (away if found["way"].lower() == "later" else -away)
    return When(day, day, "day", when.start, when.end)


def deadline(text: str, start: int, end: int, published: date) -> When | None:
    """By when what is promised or threatened is due: the last day that its words name, and after it is said."""
    ahead = [when for when in days(text, start, end, published, ahead=True) if when.last and when.last >= published]
    if not ahead:
        return None
    opens = re.match(r"\s*(?:from|since|after)\b", text[ahead[0].start : ahead[0].end], re.IGNORECASE) or re.search(
        r"\b(?:from|after) (?:the )?(?:first of )?$",
        text[max(start, ahead[0].start - 20) : ahead[0].start],
        re.IGNORECASE,
    )
    last = ahead[-1]
    if opens and len(ahead) == 1 and re.search(r"\bfrom\b", text[max(start, last.start - 6) : last.end], re.IGNORECASE):
        return When(last.first, None, last.precision, last.start, last.end)
    return When(None, last.last, last.precision, last.start, last.end)
