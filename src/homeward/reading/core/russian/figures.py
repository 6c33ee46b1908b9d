"""Figures in what somebody said: the number as it was put, what it counts, for how long. Dates, hours, ages and ranks are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from homeward.reading.core.found import FoundFigure, Number
from homeward.reading.core.russian.letters import plain
from homeward.reading.core.russian.numbers import BEFORE_FORMS, Spelled, numbers, scale_of
from homeward.reading.core.russian.units import unit_of
from homeward.reading.core.tables import alternatives

_MONTH = r"(?:январ|феврал|март|апрел|ма[йяюе]\b|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*"
_HOUR = (
    r"(?:час(?:а|у)?|двух|трех|четырех|пяти|шести|семи|восьми|девяти|десяти|одиннадцати|двенадцати|два|три"
    r"|четыре|пять|шесть|семь|"
    r"восемь|девять|десять|\d{1,2})"
)
_NOT_COUNTS = re.compile(
    alternatives(
        rf"""
        \b\d{{1,2}}(?:-?го)?(?: ?(?:-|–|—|и|по|на) ?\d{{1,2}}(?:-?го)?)? {_MONTH}(?: \d{{4}}(?: года?)?)?
        \b(?:19|20)\d\d(?:[-–—/]\d{{2,4}})?(?:-?(?:м|го|й))?(?= ?(?:год|гг?\b))
        \b(?:в|с|до|к|после|от|по|за|на|около) (?:19|20)\d\d(?!\d| ?\d| [а-я]{{3,}}(?<!год))
        \b\d{{1,2}}[:.]\d{{2}}\b(?!\.?\d)
        \b\d{{1,2}}\.\d{{1,2}}\.\d{{4}}\b
        \b(?:с|до|к|после|около) {_HOUR}(?: (?:часов|часам|часу|часа))? (?:утра|вечера|дня|ночи)
        \bв {_HOUR} (?:час\w* )?(?:утра|вечера|дня|ночи|часов|часа|час|пополудни)
        \b\d+-?(?:й|я|е|го|му|ю|м|х|ой|ая|ый|ое|ые|ого|ому|ым|ых|ую)\b
        \bв возрасте (?:(?:от|до|старше|с|около) )?\w+(?: \w+)?(?: до \w+)? (?:лет|года|месяцев)
        \b(?:старше|младше|моложе|от|до) \w+ (?:лет|года)
        \b\d+(?:-| )?летн\w+
        \b(?:двух|трех|четырех|пяти|шести|семи|восьми|девяти|десяти)летн\w+
        (?:№|номер|номером|резолюци\w+|трасс\w+|шосс\w+) ?№? ?\d+
        (?:стать\w+|школ\w+|лагер\w+|блок\w*|рейс\w*|каналу?|пункт\w*) ?№? ?\d+
        \b[^\W\d]+-\d+\b
        \bод(?:ин|на|но|ного|ной|ному|ну|ни|них|ним|ним|ном)(?= (?:из|за|и т|раз\b|другого)\b)
        \bод(?:ин|на|но|ного|ной|ному|ну|ни|них|ним|ним|ном)(?= (?:другой|другому|от|лишь|только)\b)
        \bодн(?:и|их|им|ими)\b
        \bпри одном условии\b
        \b(?:две|три|четыре) (?:трети|четверти|пятых|десятых)\b
        \b(?:двадцать|тридцать) (?:перв|втор|треть|четв|пят|шест|седьм|восьм|девят)(?:ого|ому|ое|ым|его|ему)\b
        \bоб одном\b
        \bни од(?:ин|на|но|ного|ной|ному|ну|ним|ном)\b
        \bдруг друга\b
        \bс одной стороны\b
        \bодним словом\b
        \b(?:на|в|за) один\b(?= (?:голос|миг|день))
        \bраз в \w+
        \b(?:эти|этих|те|тех|наши|наших) (?:две|двух|два) (?:стороны|сторон|страны|стран|государства)
        """
    ),
    re.IGNORECASE,
)
_BARE_ONE = re.compile(r"од(?:ин|на|но|ного|ной|ному|ну|ним|ном)$", re.IGNORECASE)
_JOINT = re.compile(r"\s?[-–—]\s?|\s+до\s+|\s+или\s+|\s+по\s+|\s+и\s+", re.IGNORECASE)
_FROM = re.compile(r"(?:от|между|с)\s+$", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:нескольк(?:о|их|им|ими)(?: (?:десятк\w+|сот\w*|сотен|тысяч\w*))?|десятк(?:и|ов|ам|ами|ах)"
    r"|сотн(?:и|ям|ями|ях)|тысяч(?:и|ам|ами|ах)"
    r"|десятки тысяч|сотни тысяч|многие|множество|большинств(?:о|а|у|ом|е)|часть(?= \w+(?:ов|ей|ых|их|ен"
    r"|ан)\b)|половин(?:а|у|ы|е|ой)|треть|четверть"
    r"|горстк\w+|меньшинство|ряд(?= \w+(?:ов|ей|ых|их)\b)|считанн\w+)(?: из (?:них|тех))?\b",
    re.IGNORECASE,
)
_SHARES = ("половин", "треть", "четверть", "часть", "большинств", "меньшинств")
_NONE = re.compile(r"\bни (?:одного|одной) (?=\w)|\bникого из\b", re.IGNORECASE)
_AFTER = (
    ("ge", re.compile(r"\s+(?:и|или) (?:более|больше)\b", re.IGNORECASE)),
    ("le", re.compile(r"\s+(?:и|или) (?:менее|меньше)\b", re.IGNORECASE)),
    ("gt", re.compile(r"\s+с (?:лишним|небольшим|лишком)\b", re.IGNORECASE)),
    ("about", re.compile(r"\s+или около того\b", re.IGNORECASE)),
)
_PER = re.compile(
    r"\s*(?:(?:в|за|каждый|каждую|каждые) (?P<per>день|сутки|недел\w+|месяц|год|час|ночь|смену)"
    r"|(?P<often>ежедневно|еженедельно|ежемесячно"
    r"|ежегодно|ежечасно)|на (?P<each>человека|семью|каждого))\b",
    re.IGNORECASE,
)
_PERS = {
    "ден": "day", "сут": "day", "неде": "week", "меся": "month", "год": "year", "час": "hour", "ноч": "night",
    "смен": "shift", "ежед": "day", "ежен": "week", "ежем": "month", "ежег": "year", "ежеч": "hour", "чело": "person",
    "сем": "family", "каж": "person",
}  # fmt: skip
_COMPOUND = re.compile(
    r"\b(?P<count>одно|двух|трех|четырех|пяти|шести|семи|восьми|девяти|десяти|двадцати|сорока|\d+-)"
    r"(?P<unit>дневн|недельн|суточн|месячн|часов(?=ой|ую|ая|ое|ые|ого|ых)|минутн|километров)(?:ый|ая|ое|ой"
    r"|ую|ого|ые|ых|ым|ому|ом)\b(?:\s+(?P<noun>\w+))?",
    re.IGNORECASE,
)
_COMPOUNDS = {"дн": "day", "не": "week", "су": "day", "ме": "month", "ча": "hour", "ми": "minute", "ки": "kilometre"}
_TURNED = re.compile(
    r"\b(?P<noun>человек|семей|дней|часов|минут|машин|автобусов|тонн|километров|душ)\s+$", re.IGNORECASE
)
_GAP = re.compile(r"[ «„\"]+")
_WORD = re.compile(r"[\w-]+|%|\$")
_STOP = frozenset(
    "и а но или да же ли бы не ни в во на с со к ко у о об от до из за по под над при про для без через перед между после около "
    "вокруг среди ради сквозь кроме вместо что чтобы как когда если пока где куда кто который которая которые которых это эти этот "
    "эта он она оно они его там тут здесь уже еще также тоже только лишь будто якобы был была было были есть нет будет будут "
    "больше меньше более менее мы вы я ты нам вам им ему ей мне нас вас "
    "сегодня вчера завтра накануне ранее позже затем потом январь января февраля марта апреля мая июня июля августа сентября "
    "октября ноября декабря году год которым которой".split()
)
_DETERMINERS = frozenset(
    "из его её ее их своих свои своих эти этих тех те наших ваших моих таких других иных всех".split()
)
_ADJECTIVE = re.compile(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ым|им|ыми|ими|ого|его|ому|ему|ую|юю)$")
_FINITE = re.compile(
    r"(?:л|ла|ло|ли|лись|лся|лась|лось|ет|ют|ут|ат|ят|ит|ется|ются|утся|ится|атся|ятся|ть|ться|ти|но|ны|на)$"
)
MOST_WORDS = 4
"""Words that are taken for what a number counts."""


def figures(text: str, start: int, end: int) -> list[FoundFigure]:
    """The figures in `text[start:end]`, in their order."""
    smooth = plain(text[start:end])
    taken = [match.span() for match in _NOT_COUNTS.finditer(smooth)]
    found: list[FoundFigure] = []
    for figure in _candidates(smooth):
        if smooth.startswith(("ни ", "Ни "), figure.start) or not any(
            figure.start < until and first < figure.end for first, until in taken
        ):
            found.append(figure)
            taken.append((figure.start, figure.end))
    found.sort(key=lambda figure: figure.start)
    return [_moved(figure, start) for figure in _with_units(found)]


def _moved(figure: FoundFigure, start: int) -> FoundFigure:
    where = figure.population
    return replace(
        figure,
        start=figure.start + start,
        end=figure.end + start,
        population=(where[0] + start, where[1] + start) if where else None,
    )


def _candidates(text: str) -> Iterator[FoundFigure]:
    spelled = numbers(text, 0, len(text))
    joined: set[int] = set()
    for number, (one, other) in enumerate(pairwise(spelled)):
        joint = _JOINT.fullmatch(text, one.end, other.start)
        if not joint or number in joined or one.vague or other.vague or one.value >= other.value:
            continue
        opened = _FROM.search(text, max(0, one.start - 8), one.start)
        word = joint.group().strip()
        if word in ("и", "по", "до") and not opened:
            continue
        joined |= {number, number + 1}
        low = one.value
        times = scale_of(text[one.end : other.end])
        if times > 1 and scale_of(text[one.start : one.end]) == 1 and low * times < other.value:
            low *= times  # "пять-шесть тысяч"
        yield _counted(text, opened.start() if opened else one.start, other.end, "range", low, other.value)
    for number, one in enumerate(spelled):
        if number not in joined:
            yield from _single(text, one)
    for match in _COMPOUND.finditer(text):
        count = match["count"].rstrip("-")
        value = next((each.value for each in numbers(count, 0, len(count))), 1)
        where = match.span("noun") if match["noun"] else None
        yield FoundFigure(*match.span(), "eq", value, value, _COMPOUNDS[match["unit"][:2].lower()], "", where)
    for match in _NONE.finditer(text):
        if unit_of(_next_word(text, match.end())) == "person":
            yield _counted(text, match.start(), match.end() - 1, "eq", 0, 0)
    for match in _VAGUE.finditer(text):
        yield _counted(text, match.start(), match.end(), "vague", None, None)


def _next_word(text: str, place: int) -> str:
    word = _WORD.match(text, place)
    return word.group().lower() if word else ""


def _single(text: str, one: Spelled) -> Iterator[FoundFigure]:
    if one.vague:
        yield _counted(text, one.start, one.end, "vague", None, None)
        return
    first, until, op = one.start, one.end, "eq"
    before = BEFORE_FORMS.search(text, max(0, first - 40), first)
    if before:
        first, op = before.start(), before.lastgroup or "eq"
        word = before.group().strip().lower()
        if (word == "с" and not text[one.start : until].endswith(("ок", "ню"))) or (
            word in ("за", "под", "до", "от") and (word == "за" or (word == "под" and text[until - 1] in "ие"))
        ):
            first, op = one.start, "eq"  # a preposition that has nothing to do with how many
    for word, form in _AFTER:
        if after := form.match(text, until):
            until, op = after.end(), word
            break
    figure = _counted(text, first, until, op, *_bounds(op, one.value))
    if _BARE_ONE.match(text, one.start, one.end) and (op == "eq" and (not figure.population or not figure.unit)):
        return
    if op == "eq" and figure.population is None and (turned := _TURNED.search(text, max(0, first - 14), first)):
        figure = replace(
            figure,
            start=turned.start(),
            op="about",
            unit=unit_of(turned["noun"].lower()),
            population=turned.span("noun"),
        )
    if figure.unit == "year" and not re.search(
        r"\b(?:на|через|спустя|срок\w*|около)\s+$", text[max(0, figure.start - 10) : figure.start]
    ):
        return
    yield figure


def _bounds(op: str, number: Number) -> tuple[Number | None, Number | None]:
    if op in ("gt", "ge"):
        return number, None
    if op in ("lt", "le", "nearly"):
        return None, number
    return number, number


def _counted(text: str, start: int, until: int, op: str, lo: Number | None, hi: Number | None) -> FoundFigure:
    """The figure with the words that say what it counts."""
    nouns, last = _nouns(text, until)
    unit = next((unit for _, _, word in nouns if (unit := unit_of(word))), "")
    if not unit and nouns:
        unit = next((word for _, _, word in nouns if not _ADJECTIVE.search(word)), "")
    if not unit and op == "vague" and text[start:until].lower().startswith(_SHARES):
        unit = "share"
    per = _PER.match(text, last)
    told = ""
    if per:
        word = (per["per"] or per["often"] or per["each"]).lower()
        told = next((name for stem, name in _PERS.items() if word.startswith(stem)), "")
    where = (nouns[0][0], nouns[-1][1]) if nouns else None
    return FoundFigure(start, max(until, last), op, lo, hi, unit, told, where)


def _nouns(text: str, start: int) -> tuple[list[tuple[int, int, str]], int]:
    """The words behind a number up to one that cannot belong to what it counts, and where they end."""
    found: list[tuple[int, int, str]] = []
    place = last = start
    named = False
    while len(found) < MOST_WORDS:
        gap = _GAP.match(text, place)
        word = _WORD.match(text, gap.end() if gap else place) if gap or text[place : place + 1] == "%" else None
        if word is None:
            break
        small = word.group().lower()
        if small in _DETERMINERS and not named:
            place = word.end()
            if small in ("них", "тех", "этих"):
                last = word.end()
            continue
        if small == "них" and not found:
            last = word.end()
            break
        if small in _STOP or small[0].isdigit():
            break
        if not unit_of(small):
            if named and not _genitive(small):
                break
            if not named and _FINITE.search(small) and not _ADJECTIVE.search(small):
                break
        named = named or bool(unit_of(small)) or not _ADJECTIVE.search(small)
        found.append((word.start(), word.end(), small))
        place = last = word.end()
    return found, last


def _genitive(word: str) -> bool:
    return word.endswith(("ы", "и", "а", "я", "ов", "ев", "ей", "ого", "его", "ых", "их", "ой")) and not _FINITE.search(
        word
    )


def _with_units(found: list[FoundFigure]) -> list[FoundFigure]:
    """A bare number counts what the one before it counted, else people; "one list" counts nothing that goes on."""
    made: list[FoundFigure] = []
    unit = "person"
    for figure in found:
        made.append(replace(figure, unit=figure.unit or unit))
        if (figure.lo, figure.hi) != (1, 1) and figure.unit not in (
            "hour",
            "day",
            "week",
            "minute",
            "month",
            "year",
            "percent",
            "share",
        ):
            unit = made[-1].unit
    return made
