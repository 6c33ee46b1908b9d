"""Ages in words: "age 45", "6 months", "45 лет", counted back from the day on which they were said."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from homeward.identity.candidates import Candidate, Found, Precision, Setting
from homeward.identity.spelling import fold

_UNITS = {
    "year": "years|year|yrs|yr|y|yo|y.o|y/o|years old|year old|yrs old|years of age|"
            "سنة|سنه|سنوات|سنين|عاما|عام|أعوام|лет|года|год|год.|г|л|років|роки|рік|שנים|שנה|שנות|"
            "ans|an|yaş|yaşında|yıl|ساله|سال|jahre|jahre alt|años",
    "month": "months|month|mths|mos|mo|m|months old|month old|شهر|شهرا|أشهر|شهور|اشهر|месяцев|месяца|месяц|мес|мес.|"
             "місяців|місяці|місяць|חודשים|חודש|mois|ay|aylık|ماه|ماهه|monate|meses",
    "week": "weeks|week|wks|wk|w|weeks old|week old|أسبوع|أسابيع|недель|недели|неделя|тижнів|тижні|שבועות|שבוע|semaines|hafta|haftalık|هفته",
    "day": "days|day|d|days old|day old|يوم|أيام|يوما|дней|дня|день|днів|дні|ימים|יום|jours|gün|günlük|روز|روزه",
}  # fmt: skip
_WORDS = {
    "month": {
        12: "سنة واحدة|one year|a year old|годик|один год|בן שנה|בת שנה", 24: "سنتان|سنتين|שנתיים|בן שנתיים|בת שנתיים",
        18: "سنة ونصف|полтора года|שנה וחצי", 6: "полгода|half a year|نصف سنة|חצי שנה|בן חצי שנה|בת חצי שנה",
        2: "شهران|شهرين|חודשיים|בן חודשיים|בת חודשיים", 1: "one month|شهر واحد|один месяц",
    },
}  # fmt: skip
_LEAD = (
    "age|aged|age is|age of|العمر|عمره|عمرها|عمر|بعمر|سن|السن|возраст|вік|в возрасте|גיל|בגיל|בן|בת|כבן|כבת|"
    "âge|âgé de|âgée de|yaş|yaşı|alter|edad"
)


def _words(names: str) -> str:
    return "|".join(sorted({re.escape(fold(name)) for name in names.split("|")}, key=len, reverse=True))


_UNIT = "|".join(f"(?P<{unit}>{_words(names)})" for unit, names in _UNITS.items())
_NUMBER = r"(?P<sign>-)?(?P<number>\d{1,3})(?: ?(?:-|to|до|الى) ?(?P<other>\d{1,3}))?"
_AGE = re.compile(
    rf"(?P<lead>(?:{_words(_LEAD)})[ :=]*)?{_NUMBER}(?:[ -]?(?:{_UNIT})\.?)?(?: (?:old|of age|من العمر|ا?от роду))?"
)
_BOTH = re.compile(
    rf"(?:(?:{_words(_LEAD)})[ :=]*)?(\d{{1,2}}) ?(?:{_words(_UNITS['year'])})\.?,?(?: and| و| и)? ?(\d{{1,2}}) ?(?:{_words(_UNITS['month'])})\.?"
)
_EXACT = {fold(name): months for months, names in _WORDS["month"].items() for name in names.split("|")}
_OLDEST = 150


def age(text: str, setting: Setting, *, bare: bool = False) -> Found | None:
    """The days on which somebody of this age was born, or None; `bare`: a number alone is years."""
    if text in _EXACT:
        return _counted(*_span(_EXACT[text], _EXACT[text], "month", setting), setting)
    if found := _BOTH.fullmatch(text):
        months = 12 * int(found[1]) + int(found[2])
        return _counted(*_span(months, months, "month", setting), setting)
    found = _AGE.fullmatch(text)
    if found is None:
        return None
    unit = next((each for each in _UNITS if found[each]), None)
    if unit is None and not bare and not found["lead"]:
        return None
    youngest, oldest = sorted((int(found["number"]), int(found["other"] or found["number"])))
    if found["sign"] or (unit in (None, "year") and oldest > _OLDEST):
        return Found((), ("unread", "implausible-age"))
    return _counted(*_span(youngest, oldest, unit or "year", setting), setting)


def _span(youngest: int, oldest: int, unit: str, setting: Setting) -> tuple[date | None, date | None]:
    """First and last day on which somebody was born who has lived so many whole units."""
    if setting.on is None:
        return None, None
    if unit in ("year", "month"):
        months = 12 if unit == "year" else 1
        return (
            _months_before(setting.on, months * (oldest + 1)) + timedelta(days=1),
            _months_before(setting.on, months * youngest),
        )
    size = 7 if unit == "week" else 1
    return (
        setting.on - timedelta(days=size * (oldest + 1) - 1),
        setting.on - timedelta(days=size * youngest),
    )


def _counted(first: date | None, last: date | None, setting: Setting) -> Found:
    if first is None or last is None:
        return Found((), ("unread", "age", "no-reference"))
    return Found((Candidate(first, last + timedelta(days=1), Precision.RANGE),), ("age",))


def _months_before(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
