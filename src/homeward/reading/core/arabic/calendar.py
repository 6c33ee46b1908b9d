"""Arabic words for days: months of both namings, weekdays, counts of days; and the days that they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from homeward.reading.core.arabic import numbers
from homeward.reading.core.arabic.letters import alike, form

DAY = timedelta(days=1)
_MONTHS = """
1 كانون الثاني|يناير|جانفي
2 شباط|فبراير|فيفري
3 آذار|مارس
4 نيسان|أبريل|إبريل|أفريل
5 أيار|مايو|ماي
6 حزيران|يونيو|يونيه|جوان
7 تموز|يوليو|يوليه|جويلية
8 آب|أغسطس|أوت
9 أيلول|سبتمبر|شتنبر
10 تشرين الأول|أكتوبر
11 تشرين الثاني|نوفمبر|نونبر
12 كانون الأول|ديسمبر|دجنبر
"""
MONTHS = {
    alike(name): int(number)
    for number, names in (line.split(" ", 1) for line in _MONTHS.split("\n") if line)
    for name in names.split("|")
}
_ANY = "|".join(sorted(MONTHS, key=len, reverse=True))
MONTH = rf"(?:{_ANY})(?: ?[/(] ?(?:{_ANY})\)?)?"
WEEKDAYS = tuple(alike(name) for name in "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split())
_WEEKDAY = "|".join((*WEEKDAYS, alike("الإثنين")))
_PART = r"(?:صباح|ظهر|بعد ظهر|عصر|مساء|ليل|ليلة|فجر|منتصف ليل|نهار|عشية)"
_YEAR = r"(?:(?:،|,)? ?(?:من )?(?:عام |سنة )?(?P<year>(?:19|20)\d\d)(?!\d))?"
Days = tuple[date | None, date | None, str]
Read = Callable[[re.Match[str], date, bool], Days | None]


def _weekday(found: re.Match[str], published: date, ahead: bool) -> Days:
    number = WEEKDAYS.index(alike("الاثنين") if found["weekday"] == alike("الإثنين") else found["weekday"])
    how = found["how"] or ""
    if (ahead and not how.startswith(("الماضي", "الفايت", "المنصرم"))) or how.startswith(("المقبل", "القادم")):
        day = published + timedelta(days=(number - published.weekday()) % 7 or 7)
    else:
        day = published - timedelta(days=(published.weekday() - number) % 7)
        if how and day == published:
            day -= timedelta(days=7)
    return day, day, "day"


def month_of(name: str) -> int:
    """The number of a month by any of its names."""
    return MONTHS[re.split(r" ?[/(]", name, maxsplit=1)[0].strip()]


_NTH = tuple(map(alike, "أول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر".split()))
_TENTHS = {"عشر": 10, "والعشرين": 20, "والثلاثين": 30}
DAY_OF_MONTH = rf"\d{{1,2}}|(?:{'|'.join(_NTH)}|حادي)(?: (?:عشر|والعشرين|والثلاثين))?|عشرين|ثلاثين"


def _day(words: str) -> int:
    """The day of a month, in digits or in words."""
    if words.isdigit():
        return int(words)
    if words in ("عشرين", "ثلاثين"):
        return 20 if words == "عشرين" else 30
    one, *tenth = words.split()
    return (_NTH.index(one) + 1 if one in _NTH else 1) + (_TENTHS[tenth[0]] if tenth else 0)


def _calendar(found: re.Match[str], published: date, ahead: bool) -> Days | None:
    month = month_of(found["month"])
    try:
        first, until = (
            _dated(found["year"], month, _day(number), published)
            for number in (found["day"], found["until"] or found["day"])
        )
    except ValueError:
        return None
    return (first, until, "day") if first <= until else None


def _dated(year: str | None, month: int, day: int, published: date) -> date:
    if year:
        return date(int(year), month, day)
    near = []
    for each in (published.year - 1, published.year, published.year + 1):
        try:
            near.append(date(each, month, day))
        except ValueError:
            continue
    return min(near, key=lambda one: abs(one - published))


def _of_month(found: re.Match[str], published: date, ahead: bool) -> Days | None:
    part, year = found["part"] or "", found["year"]
    if not (part or year or found["named"]):
        return None
    first = _dated(year, month_of(found["month"]), 1, published)
    if not year and not ahead and first > published:
        first = first.replace(year=first.year - 1)
    return _part_of(part, first)


def _part_of(part: str, first: date) -> Days:
    last = shifted(first, 1) - DAY
    if re.search("مطلع|اوايل|بدايه|مستهل", part):
        return first, first.replace(day=10), "about"
    if re.search("منتصف|اواسط|وسط", part):
        return first.replace(day=11), first.replace(day=20), "about"
    if re.search("اواخر|نهايه|اخر|ختام", part):
        return first.replace(day=21), last, "about"
    return first, last, "month"


_RELATIVE = {
    alike(words): away
    for away, many in (
        (-2, "أول أمس|أول من أمس"),
        (-1, "أمس|البارحة|الليلة الماضية|ليل أمس"),
        (0, "اليوم|الليلة|هذا الصباح|هذا المساء"),
        (1, "غدا|الغد|يوم غد"),
        (2, "بعد غد"),
    )
    for words in many.split("|")
}


def _relative(found: re.Match[str], published: date, ahead: bool) -> Days | None:
    if re.search("ذلك اليوم|اليوم (?:نفسه|ذاته)", found.group()):
        return None
    day = published + timedelta(days=_RELATIVE[found["day"]])
    return day, day, "day"


_SPELL = {"يوم": 1, "ايام": 1, "ليال": 1, "ساع": 0, "اسبوع": 7, "اسابيع": 7, "شهر": 30, "اشهر": 30, "شهور": 30}
UNIT = (
    r"(?P<two>يومين|ساعتين|أسبوعين|شهرين)|(?:(?P<count>\w+(?: وعشرين| وثلاثين| وأربعين| عشرة?)?) )?"
    r"(?P<unit>يوما?|أيام|ليال|ساعات|ساعة|أسبوعا?|أسابيع|شهرا?|أشهر|شهور)"
)


def _length(found: re.Match[str]) -> tuple[int, int] | None:
    """How many of a unit, and how many days it has."""
    word = found["two"] or found["unit"]
    days = next(days for stem, days in _SPELL.items() if word.startswith(stem))
    if found["two"]:
        return 2, days
    if not found["count"]:
        return (1, days) if word in ("يوم", "ساعه", "اسبوع", "شهر") else None
    words = found["count"].split()
    told = numbers.read(words, 0, len(words))
    return (int(told[0]), days) if told and told[1] == len(words) and told[0] < 1000 else None


def _ago(found: re.Match[str], published: date, ahead: bool) -> Days | None:
    length = _length(found)
    if length is None:
        return None
    count, days = length
    if days == 0:
        return published - timedelta(days=-(-count // 24)), published, "about"
    if days == 1:
        return published - timedelta(days=count), published - timedelta(days=count), "day"
    day, wide = published - timedelta(days=days * count), timedelta(days=3 if days == 7 else 15)
    return day - wide, day + wide, "about"


def _within(found: re.Match[str], published: date, ahead: bool) -> Days | None:
    length = _length(found)
    if length is None or not ahead:
        return None
    count, days = length
    return None, published + timedelta(days=count * days if days else -(-count // 24)), "day"


def _week(found: re.Match[str], published: date, ahead: bool) -> Days | None:
    unit, how, part = found["unit"], found["how"] or "", found["part"] or ""
    if not (how or part or found["this"]):
        return None
    step = -1 if re.match("الماضي|الفايت|المنصرم|السابق", how) else 1 if re.match("المقبل|القادم", how) else 0
    if unit == alike("الأسبوع"):
        first = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
        last = first + 6 * DAY
        if part and re.search("نهايه|اخر|عطله", part):
            return first + 4 * DAY, last, "about"
        if step == 0:
            return (published, last, "week") if ahead else (first, published, "week")
        return first, last, "week"
    if unit == alike("الشهر"):
        told, until, precision = _part_of(part, shifted(published.replace(day=1), step))
        return told, (min(until, published) if until and step == 0 and not ahead else until), precision
    first = date(published.year + step, 1, 1)
    if part and ahead:
        return date(first.year, 12, 1), date(first.year, 12, 31), "about"
    return first, (published if step == 0 and not ahead else date(first.year, 12, 31)), "about"


def shifted(first: date, months: int) -> date:
    """The first day of the month so many months later."""
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def _midnight(found: re.Match[str], published: date, ahead: bool) -> Days | None:
    return (published, published, "day") if ahead else None


_LEAD = r"(?:(?:في|منذ|من|حتى|قبل|بعد|بحلول|مع) )?(?:موعد أقصاه )?"
_HOW = "(?:الماضي|الفائت|المنصرم|السابق|المقبل|القادم|الجاري|الحالي)ة?"
_OF_IT = "مطلع|أوائل|بداية|مستهل|منتصف|أواسط|أواخر|نهاية|آخر|ختام|عطلة نهاية"
_NAMED = rf"(?P<month>{MONTH})(?: (?:الماضي|الجاري|المقبل))?{_YEAR}"
_DATE = (
    rf"(?:(?:يوم |{_PART} )?(?:{_WEEKDAY}),? )?(?:{_PART} )?"
    rf"(?:ال)?(?P<day>{DAY_OF_MONTH})(?: ?(?:-|و|أو|إلى) ?(?P<until>\d{{1,2}}))? (?:من )?(?:شهر )?{_NAMED}"
)
_OF_A_WEEK = rf"(?:{_PART} )?(?:يوم )?(?:{_PART} )?(?P<weekday>{_WEEKDAY})(?: (?P<how>{_HOW}))?(?:[ -]{_PART})?"
_OF_A_MONTH = rf"(?:(?P<part>{_OF_IT}) )?(?:(?P<named>شهر) )?(?<!\d ){_NAMED}"
_TODAY = rf"(?:{_PART} )?(?:يوم )?(?P<day>{'|'.join(sorted(_RELATIVE, key=len, reverse=True))})(?! (?:نفسه|ذاته))"
_IN_TIME = rf"(?:في غضون|خلال|في ظرف|في مهلة|مهلة|بعد) (?:ال)?(?:{UNIT})"
_SPAN = rf"(?:(?P<part>{_OF_IT}) )?(?P<this>هذا |هذه )?(?P<unit>الأسبوع|الشهر|العام|السنة)(?: (?P<how>{_HOW}))?"
FORMS: tuple[tuple[re.Pattern[str], Read], ...] = tuple(
    (form(rf"(?<!\w)[وف]?{_LEAD}{pattern}(?!\w)"), read)
    for pattern, read in (
        (_DATE, _calendar),
        (_OF_A_WEEK, _weekday),
        (_OF_A_MONTH, _of_month),
        (_TODAY, _relative),
        (rf"(?<=قبل )(?:{UNIT})", _ago),
        (_IN_TIME, _within),
        (_SPAN, _week),
        (r"منتصف الليل", _midnight),
    )
)
