"""When something was said, and by when it is due: the words for days in a Russian report, counted from its day of publication.

What cannot be counted is not guessed: "позже" is known to lie behind something, and no day is made of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from homeward.reading.core.found import Piece, When
from homeward.reading.core.russian.letters import plain
from homeward.reading.core.russian.numbers import VALUES

DAY = timedelta(days=1)
LONGEST = 4000
"""Code points of a sentence that is read: what is longer is no sentence."""
_WEEKDAYS = (
    r"понедельник(?:а|у|ом|е)?",
    r"вторник(?:а|у|ом|е)?",
    r"сред(?:а|у|ы|е|ой)",
    r"четверг(?:а|у|ом|е)?",
    r"пятниц(?:а|у|ы|е|ей)",
    r"суббот(?:а|у|ы|е|ой)",
    r"воскресень(?:е|я|ю|ем)",
)
_MONTHS = (
    r"январ(?:ь|я|ю|е|ем)",
    r"феврал(?:ь|я|ю|е|ем)",
    r"март(?:а|у|е|ом)?",
    r"апрел(?:ь|я|ю|е|ем)",
    r"ма(?:й|я|ю|е|ем)",
    r"июн(?:ь|я|ю|е|ем)",
    r"июл(?:ь|я|ю|е|ем)",
    r"август(?:а|у|е|ом)?",
    r"сентябр(?:ь|я|ю|е|ем)",
    r"октябр(?:ь|я|ю|е|ем)",
    r"ноябр(?:ь|я|ю|е|ем)",
    r"декабр(?:ь|я|ю|е|ем)",
)
_WEEKDAY = rf"(?:{'|'.join(_WEEKDAYS)})\b"
_MONTH = rf"(?:{'|'.join(_MONTHS)})\b"
_PART = r"(?:утром|днем|вечером|ночью|в полдень|под вечер|к вечеру|рано утром|поздно вечером|поздно ночью)"
_ORDINALS = {
    stem: number
    for number, stem in enumerate(
        "перв втор треть четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат "
        "шестнадцат семнадцат восемнадцат девятнадцат двадцат".split(),
        1,
    )
} | {"тридцат": 30}
_ORDINAL = (
    rf"(?:(?P<tens>двадцать|тридцать) )?(?P<ordinal>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
    r"(?:ого|его|ье|ое|ому|ему|ьего|ьему|ым|ьим)"
)
_LEAD = (
    r"(?:(?:еще|уже|не позднее|не позже|не раньше|не ранее|начиная) )?"
    r"(?:(?:в|во|к|ко|до|с|со|от|на|по|после|около|в ночь на|утром|вечером) )?"
)
_YEAR = (
    r"(?: (?P<year>\d{4})(?: года| г\.| году)?"
    r"| (?P<other>прошлого|минувшего|этого|нынешнего|текущего|будущего|следующего) года)?"
)
_COUNT = (
    rf"(?:(?P<count>\d{{1,3}}|{'|'.join(sorted((w for w in VALUES if VALUES[w] <= 90), key=len, reverse=True))}) )?"
)
_UNIT = (
    r"(?P<unit>(?:дн(?:я|ей|ями)|день|днем)|сут(?:ки|ок)|час(?:а|ов|ом|ами)?|недел(?:ю|и|ь|ей|ями)"
    r"|месяц(?:а|ев|ем|ами)?|год(?:а|ом)?|лет)\b"
)
_SEASONS = {"весн": 3, "лет": 6, "осен": 9, "зим": 12}

Read = Callable[[re.Match[str], date, bool], tuple[date | None, date | None, str] | None]


def _number(word: str, forms: tuple[str, ...]) -> int:
    return next(number for number, form in enumerate(forms) if re.fullmatch(form, word, re.IGNORECASE))


def _how(word: str) -> int:
    """Which one a word for "last", "this" or "next" means, as a step."""
    if word.startswith(("прошл", "минувш", "предыдущ", "прошедш", "истекш")):
        return -1
    return 1 if word.startswith(("следующ", "будущ", "грядущ", "предстоящ", "ближайш", "наступающ")) else 0


def _weekday(found: re.Match[str], published: date, ahead: bool) -> tuple[date, date, str]:
    number = _number(found["weekday"], _WEEKDAYS)
    how = _how((found["how"] or "").lower())
    if ahead and how >= 0:
        day = published + timedelta(days=(number - published.weekday()) % 7 or 7)
    else:
        back = (published.weekday() - number) % 7
        day = published - timedelta(days=back or (7 if how < 0 else 0))
        if how > 0:
            day += timedelta(days=7)
    return day, day, "day"


def _calendar(found: re.Match[str], published: date, ahead: bool) -> tuple[date, date, str] | None:
    groups = found.groupdict()
    if groups.get("ordinal"):
        tens = {"двадцать": 20, "тридцать": 30}.get((groups["tens"] or "").lower(), 0)
        number = tens + _ORDINALS[groups["ordinal"].lower()]
        first_number = last_number = number
    else:
        first_number = int(groups["day"])
        last_number = int(groups.get("until") or first_number)
    month = _number(found["month"], _MONTHS) + 1
    year = _year(found, published)
    try:
        first, last = (_dated(year, month, each, published) for each in (first_number, last_number))
    except ValueError:
        return None
    return (first, last, "day") if first <= last else None


def _year(found: re.Match[str], published: date) -> str | None:
    """The year that stands with a month, in digits or as "last" or "next"."""
    other: str | None = found["other"]
    told: str | None = found["year"]
    return str(published.year + _how(other.lower())) if other else told


def _numeric(found: re.Match[str], published: date, ahead: bool) -> tuple[date, date, str] | None:
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
    return day, day, "day"


def _dated(year: str | None, month: int, day: int, published: date) -> date:
    if year:
        return date(int(year), month, day)
    near = []
    for each in (published.year - 1, published.year, published.year + 1):
        try:
            near.append(date(each, month, day))
        except ValueError:
            continue
    if not near:
        raise ValueError
    return min(near, key=lambda one: abs(one - published))


def _of_month(found: re.Match[str], published: date, ahead: bool) -> tuple[date, date, str] | None:
    month = _number(found["month"], _MONTHS) + 1
    year = _year(found, published)
    first = _dated(year, month, 1, published)
    if not year and not ahead and first > published:
        first = first.replace(year=first.year - 1)
    if not year and ahead and _shifted(first, 1) <= published:
        first = first.replace(year=first.year + 1)
    last = _shifted(first, 1) - DAY
    part = (found["part"] or "").lower()
    if not part:
        return first, last, "month"
    if part.startswith(("нач", "перв")):
        return first, first.replace(day=15 if "половин" in part else 10), "about"
    if part.startswith("сер"):
        return first.replace(day=11), first.replace(day=20), "about"
    return first.replace(day=15 if "половин" in part else 21), last, "about"


def _relative_day(found: re.Match[str], published: date, ahead: bool) -> tuple[date, date, str]:
    word = found["day"].lower()
    step = {"вчера": -1, "накануне": -1, "позавчера": -2, "завтра": 1, "послезавтра": 2}.get(word.split()[0], 0)
    if word.startswith(("минувш", "прошл")):
        return published - DAY, published, "day"
    day = published + timedelta(days=step)
    return day, day, "day"


def _counted(word: str | None) -> int:
    if not word:
        return 1
    return int(word) if word.isdigit() else VALUES[word.lower()]


def _ago(found: re.Match[str], published: date, ahead: bool) -> tuple[date, date, str] | None:
    count, unit = _counted(found["count"]), found["unit"].lower()
    if unit.startswith(("дн", "ден", "сут")):
        day = published - timedelta(days=count)
        return day, day, "day"
    if unit.startswith("час"):
        return published - timedelta(days=-(-count // 24)), published, "about"
    if unit.startswith("нед"):
        day = published - timedelta(weeks=count)
        return day - 3 * DAY, day + 3 * DAY, "about"
    if unit.startswith("мес"):
        day = published - timedelta(days=30 * count)
        return day - 15 * DAY, day + 15 * DAY, "about"
    if count > 100:
        return None
    return date(published.year - count, 1, 1), date(published.year - count, 12, 31), "about"


def _span(found: re.Match[str], published: date, ahead: bool) -> tuple[date, date, str]:
    step, unit = _how(found["how"].lower()), found["unit"].lower()
    if unit.startswith("нед"):
        first = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
        last = first + 6 * DAY
        if step == 0:
            return (published, last, "week") if ahead else (first, published, "week")
        return first, last, "week"
    if unit.startswith("мес"):
        first = _shifted(published.replace(day=1), step)
        last = _shifted(first, 1) - DAY
        return first, (min(last, published) if step == 0 and not ahead else last), "month"
    if unit.startswith("год"):
        first = date(published.year + step, 1, 1)
        return first, (published if step == 0 and not ahead else date(first.year, 12, 31)), "about"
    month = next(number for stem, number in _SEASONS.items() if unit.startswith(stem))
    first = date(published.year, month, 1)
    if step < 0 or (step == 0 and not ahead and first > published):
        first = first.replace(year=first.year - 1)
    last = _shifted(first, 3) - DAY
    return first, min(last, published) if not ahead else last, "about"


def _end_of(found: re.Match[str], published: date, ahead: bool) -> tuple[date, date, str]:
    unit = found["unit"].lower()
    if unit.startswith("нед"):
        last = published + timedelta(days=6 - published.weekday())
        return max(last - 2 * DAY, published), last, "about"
    if unit.startswith("мес"):
        last = _shifted(published.replace(day=1), 1) - DAY
        return max(last.replace(day=21), published), last, "about"
    if unit.startswith("год"):
        return date(published.year, 12, 1), date(published.year, 12, 31), "about"
    return published, published, "day"


def _within(found: re.Match[str], published: date, ahead: bool) -> tuple[date | None, date, str] | None:
    count, unit = _counted(found["count"]), found["unit"].lower()
    days = count * (
        7 if unit.startswith("нед") else 30 if unit.startswith("мес") else 365 if unit.startswith(("год", "лет")) else 1
    )
    if unit.startswith("час"):
        days = -(-count // 24)
    if days > 4000:
        return None
    return None, published + timedelta(days=days), "day"


def _shifted(first: date, months: int) -> date:
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


_EVENTS = (
    r"(?! (?:встреч|выбор|переговор|обмен|визит|саммит|праздник|нов|рождеств|заседани|операци|перемири"
    r"|войн|освобождени|этого|того|"
    r"годовщин|отъезд|приезд|вылет|суда|референдум|открыти|закрыти|штурм|наступлени|передач|отправк)\w*)"
)
_HOW = r"(?:прошл|минувш|предыдущ|прошедш|следующ|будущ|грядущ|предстоящ|ближайш|наступающ|нынешн|текущ|эт)"
_FORMS: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (re.compile(r"(?<!\w)" + "".join(form), re.IGNORECASE), read)
    for form, read in (
        ((rf"{_LEAD}(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}})(?!\d)",), _numeric),
        (
            (
                rf"{_LEAD}(?:{_WEEKDAY},? )?(?P<day>\d{{1,2}})(?:-?го)?",
                r"(?: ?(?:-|–|—|по|до|и|или|на) ?(?P<until>\d{1,2})(?:-?го)?)? ",
                rf"(?P<month>{_MONTH}){_YEAR}",
            ),
            _calendar,
        ),
        ((rf"{_LEAD}{_ORDINAL} (?P<month>{_MONTH}){_YEAR}",), _calendar),
        (
            (rf"{_LEAD}(?:(?P<how>{_HOW}\w*) )?(?P<weekday>{_WEEKDAY})(?:,? {_PART})?",),
            _weekday,
        ),
        (
            (
                r"(?<!\d )(?:(?:еще|уже|не позднее|не позже|не раньше|не ранее) )?",
                r"(?:(?:в|во|к|ко|до|с|со|от|по|на|после|за|около) )?",
                r"(?:(?P<part>начал[аеоу]м?|серед(?:ине|ины|ину)|кон(?:це|ца|цу|ец)|перв\w+ (?:числах|днях|половин\w)|",
                rf"втор\w+ половин\w|последних числах) )?(?P<month>{_MONTH}){_YEAR}",
            ),
            _of_month,
        ),
        (
            (
                rf"(?P<day>накануне{_EVENTS}|послезавтра|позавчера|вчера|сегодня|завтра|",
                rf"(?:минувшей|прошлой) ночью)\b(?:,? {_PART})?",
            ),
            _relative_day,
        ),
        ((rf"{_COUNT}{_UNIT} (?:(?:тому )?назад|ранее|раньше)\b",), _ago),
        (
            (
                r"(?:(?:ранее|еще|позднее|позже|ближе) )?(?:(?:на|в|во|к|до|с) )?",
                rf"(?P<how>{_HOW}(?:ой|ей|ем|ом|им|ым|ую|ие|ий|ый|его|ого|ою|у))",
                r" (?P<unit>недел[еюи]|месяц[еа]?|год[уа]?|весн(?:ой|у)|летом|лето|осень(?:ю)?|зим(?:ой|у))\b",
            ),
            _span,
        ),
        ((r"(?:до|к) (?:конц[ау] )?(?P<unit>(?<=конца )недели|(?<=концу )недели|(?<=конца )месяца|(?<=концу )месяца|",
          r"(?<=конца )года|(?<=концу )года|(?<=конца )дня|(?<=концу )дня|полуночи|полудн[яю]|вечера|вечеру)\b"), _end_of),
        ((r"(?:в течение|за|через|спустя|в ближайшие) (?:ближайш\w+ |следующ\w+ )?",
          rf"{_COUNT}{_UNIT}(?! (?:после|с момента))"), _within),
    )
)  # fmt: skip


def days(text: str, start: int, end: int, published: date, *, ahead: bool = False) -> list[When]:
    """The days that `text[start:end]` names, in their order, counted from the day of publication.

    `ahead`: a weekday is the next one and not the last.
    """
    smooth = plain(text[start:end])
    taken = bytearray(len(smooth))
    found: list[When] = []
    for form, read in _FORMS:
        if read is _within and not ahead:
            continue
        for match in form.finditer(smooth):
            if any(taken[match.start() : match.end()]):
                continue
            if re.fullmatch(r"(?:в )?сред[еыой]+|ма[йюе]|март\w?|в среде", match.group().strip(), re.IGNORECASE):
                continue
            told = read(match, published, ahead)
            if told is not None:
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                found.append(When(*told, match.start() + start, match.end() + start))
    return sorted(found, key=lambda one: one.start)


_BOUND = re.compile(
    r"(?:до|к|ко|с|со|после|не позднее|не позже|не раньше|не ранее|через|спустя|в течение|за|начиная|по)\s",
    re.IGNORECASE,
)


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
    low, high = max(sentence[0], cue[0] - LONGEST), min(sentence[1], cue[1] + LONGEST)
    for when in days(text, low, high, published):
        if any(when.start < end and start < when.end for start, end in contents):
            continue
        if _BOUND.match(text, when.start, when.end) or (when.first is not None and when.first > published):
            continue
        if _PARTICIPLE.search(text, max(sentence[0], when.start - 40), when.start):
            continue
        behind = when.start >= cue[1]
        gap = (
            (cue[1], when.start)
            if behind
            else (when.end, min(cue[0], content[0]) if content[0] >= when.end else cue[0])
        )
        if _parted(text, *gap, contents):
            continue
        low, high = (cue[1], when.start) if behind else (when.end, cue[0])
        others = sum(1 for other in cues if other != cue and low <= other[0] and other[1] <= high)
        cost = high - low + 400 * others
        if 0 <= content[0] - when.end <= 3:
            cost = 0
        elif behind and others:
            continue
        if best is None or cost < best[0]:
            best = (cost, when)
    return _counted_on(text, best[1], contents, published) if best else None


_PARTICIPLE = re.compile(r"(?:вш(?:ий|ая|ее|ие|его|ей|их|им|ими|ую)|нн(?:ый|ая|ое|ые|ого|ой|ых|ым|ыми|ую))(?:ся)?\s+$")
"""What came about on a day is told of somebody, not when he spoke: "захваченный в среду сторож сказал"."""
_PARTED = re.compile(r";|, (?:а|но|однако|тогда как|зато|и)\b")


def _parted(text: str, low: int, high: int, contents: list[Piece]) -> bool:
    """Whether another clause begins between two places, outside of what was said."""
    return any(
        not any(start <= found.start() < end for start, end in contents)
        for found in _PARTED.finditer(text, low, max(low, high))
    )


_EARLIER = re.compile(r"(?P<count>\w+ )?(?:днями|днем|дня|дней) (?P<way>ранее|раньше)$", re.IGNORECASE)


def _counted_on(text: str, when: When, contents: list[Piece], published: date) -> When:
    """ "Днём ранее" counts from the day named before it in the text, else from the day of publication."""
    found = _EARLIER.match(plain(text[when.start : when.end]))
    if not found:
        return when
    before = [
        each
        for each in days(text, max(0, when.start - 1500), when.start, published)
        if each.precision == "day" and not any(each.start < end and start < each.end for start, end in contents)
    ]
    if not before or before[-1].first is None:
        return when
    count = (found["count"] or "").strip().lower()
    day = before[-1].first - timedelta(days=_counted(count if count in VALUES or count.isdigit() else None))
    return When(day, day, "day", when.start, when.end)


_OPENS = re.compile(r"(?:не раньше|не ранее|начиная|с|со|после)\s", re.IGNORECASE)
_HANGS = re.compile(r"\b(?:если|когда|как только|пока|при условии|в случае|коль скоро)\b", re.IGNORECASE)


def deadline(text: str, start: int, end: int, published: date) -> When | None:
    """By when what is promised or threatened is due: the last day that its words name, and after it is said.

    A day in a condition counts only where no other is named.
    """
    ahead = [when for when in days(text, start, end, published, ahead=True) if when.last and when.last >= published]
    if not ahead:
        return None
    free = [when for when in ahead if not _in_condition(text, start, when)] or ahead
    last = free[-1]
    if _OPENS.match(text, last.start, last.end):
        return When(last.first, None, last.precision, last.start, last.end)
    return When(None, last.last, last.precision, last.start, last.end)


def _in_condition(text: str, start: int, when: When) -> bool:
    """Whether a day stands in the clause of a condition: between its word and the next comma."""
    hangs = [found.end() for found in _HANGS.finditer(text, start, when.start)]
    return bool(hangs) and "," not in text[hangs[-1] : when.start]
