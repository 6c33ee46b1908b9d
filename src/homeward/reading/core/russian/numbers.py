"""Numbers as Russian texts write them: digits in groups, words in all cases, collective numerals; and how they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from homeward.reading.core.found import Number

_FORMS = """
0 ноль нуль ноля нуля нулю нулем
1 один одна одно одного одной одному одним одном одну
2 два две двух двум двумя двое двоих двоим двоими
3 три трех трем тремя трое троих троим троими
4 четыре четырех четырем четырьмя четверо четверых четверым четверыми
40 сорок сорока
90 девяносто девяноста
100 сто ста сотня сотню сотни сотней сотне
200 двести двухсот двумстам двумястами двухстах
300 триста трехсот тремстам тремястами трехстах
400 четыреста четырехсот четыремстам четырьмястами четырехстах
8 восемь восьми восьмью восемью восьмеро восьмерых восьмерым
80 восемьдесят восьмидесяти восемьюдесятью восьмьюдесятью
800 восемьсот восьмисот восьмистам восемьюстами восьмьюстами восьмистах
12 дюжина дюжину дюжины дюжине дюжиной
10 десяток десятка десятку десятком десятке
50 полсотни полусотни полусотне полусотней
"""
_STEMS = {"пят": 5, "шест": 6, "сем": 7, "девят": 9, "десят": 10}
_TEENS = "одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат".split()


def _forms() -> Iterator[tuple[str, int]]:
    for line in _FORMS.strip().splitlines():
        value, *forms = line.split()
        yield from ((form, int(value)) for form in forms)
    for stem, units in _STEMS.items():
        yield from ((stem + ending, units) for ending in ("ь", "и", "ью", "еро", "ерых", "ерым", "ерыми"))
        if units < 10:
            yield from ((stem + ending, 10 * units) for ending in ("ьдесят", "идесяти", "ьюдесятью"))
            yield from ((stem + ending, 100 * units) for ending in ("ьсот", "исот", "истам", "ьюстами", "истах"))
    for number, stem in enumerate([*_TEENS, "двадцат", "тридцат"], 11):
        teens = number if number < 20 else (number - 18) * 10
        yield from ((stem + ending, teens) for ending in ("ь", "и", "ью"))


VALUES: dict[str, int] = dict(_forms())
_GROUPS = ("десяток", "десятка", "десятков", "дюжина", "дюжины", "дюжин", "сотня", "сотни", "сотен", "сотню")
"""Words that are counted themselves: "две сотни", "три десятка"."""
_GROUP_VALUES = {word: 10 if word.startswith("дес") else 12 if word.startswith("дюж") else 100 for word in _GROUPS}
_SCALES = (
    (re.compile(r"тысяч(?:а|и|у|е|ей|ью|ам|ами|ах)?$|тыс$"), 1_000),
    (re.compile(r"миллион(?:а|у|ом|е|ы|ов|ам|ами|ах)?$|млн$"), 1_000_000),
    (re.compile(r"миллиард(?:а|у|ом|е|ы|ов|ам|ами|ах)?$|млрд$"), 1_000_000_000),
)
_HALVES = ("полтора", "полторы", "полутора")
_ALONE_NOT = ("семью", "сотни", "ноль", "нуля", "трем", "десятка", "десятку", "десятком", "десятке")
"""Forms that are other words, or no exact number, when they stand alone."""
_MANY = ("сотни", "тысячи", "миллионы", "десятка")
_TOKEN = re.compile(r"\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?|[^\W\d_]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number with its place; `vague` where a bare word for many stands for it."""

    start: int
    end: int
    value: Number
    vague: bool = False


def scale_of(words: str) -> int:
    """The thousands or millions that the last of these words names, else 1."""
    last = re.findall(r"[^\W\d_]+", words.lower())[-1:]
    return (_scale(last[0]) if last else 0) or 1


def _scale(word: str) -> int:
    return next((value for form, value in _SCALES if form.match(word)), 0)


_COMPARED = re.compile(
    r"(?:более|больше|менее|меньше|свыше|около|порядка|почти|до|от|чем|с|под|полторы|четверть|по)\s+[«„]?$", re.I
)


def numbers(text: str, start: int, end: int) -> list[Spelled]:
    """The numbers in `text[start:end]`, which has been made plain, in their order."""
    found: list[Spelled] = []
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text, start, end):
        word = token.group().lower()
        counts = word[0].isdigit() or word in VALUES or word in _HALVES or _scale(word) or word in _GROUP_VALUES
        near = not run or text[run[-1].end() : token.start()].strip(" .") == ""
        if run and (not counts or not near or not _goes_on(run, word)):
            found.extend(_value(text, run))
            run = []
        if counts:
            run.append(token)
    found.extend(_value(text, run))
    return found


def _size(word: str) -> int:
    """Up to which power of ten a word fills a place: so that "пять двадцать" are two numbers and "двадцать пять" is one."""
    value = VALUES.get(word, 0)
    return 1 if value < 10 else 10 if value < 20 else 2 if value < 100 else 3


def _goes_on(run: list[re.Match[str]], word: str) -> bool:
    last = run[-1].group().lower()
    if _scale(word):
        return not _scale(last)
    if word in _GROUP_VALUES:
        return last not in _GROUP_VALUES and not _scale(last)
    if word[0].isdigit() or last[0].isdigit() or word in _HALVES or last in _HALVES:
        return False
    if _scale(last):
        return word in VALUES
    if last in _GROUP_VALUES:
        return False
    before, after = VALUES.get(last, 0), VALUES.get(word, 0)
    if before >= 100:
        return after < 100
    return 20 <= before < 100 and after < 10


def _value(text: str, run: list[re.Match[str]]) -> list[Spelled]:
    if not run:
        return []
    words = [token.group().lower() for token in run]
    first, last = run[0].start(), run[-1].end()
    compared = bool(_COMPARED.search(text, max(0, first - 14), first))
    if words[-1] in ("тыс", "млн", "млрд") and text[last : last + 1] == ".":
        last += 1
    if words in (["десятков"], ["сотен"], ["дюжин"]):
        return []
    if len(words) == 1 and (words[0] in _ALONE_NOT or _scale(words[0])):
        if words[0] in _MANY:
            return [Spelled(first, last, VALUES.get(words[0]) or _scale(words[0]), vague=not compared)]
        if words[0] not in ("тысяча", "тысячу", "тысяче", "тысячей", "миллион", "миллионе", "миллионом"):
            return []
    total: Number = 0
    group: Number = 0
    for word in words:
        scale = _scale(word)
        if scale:
            total += (group or 1) * scale
            group = 0
        elif word in _GROUP_VALUES and group and group < 100:
            group = group * _GROUP_VALUES[word]
        elif word in _HALVES:
            group += Decimal("1.5")
        elif word[0].isdigit():
            plain = word.replace(" ", "")
            group += Decimal(plain.replace(",", ".")) if "," in plain else int(plain)
        else:
            group += VALUES.get(word) or _GROUP_VALUES.get(word, 0)
    value = total + group
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = int(value)
    return [Spelled(first, last, value)]


BEFORE = (
    ("le", r"не (?:более|больше|свыше)(?: чем)?|максимум|самое большее|вплоть до|до|в пределах"),
    ("ge", r"не (?:менее|меньше)(?: чем)?|по меньшей мере|как минимум|минимум|по крайней мере|самое меньшее|от"),
    (
        "gt",
        r"(?:(?:гораздо|намного|значительно|чуть) )?(?:более|больше)(?: чем)?|свыше|превы(?:ша\w+|сил\w*)|за",
    ),
    ("lt", r"(?:(?:гораздо|намного|значительно) )?(?:менее|меньше)(?: чем)?|ниже"),
    ("nearly", r"почти|без малого|чуть (?:менее|меньше)(?: чем)?|едва ли не|близко к|неполн\w+|под"),
    (
        "about",
        r"около|примерно|приблизительно|порядка|ориентировочно|где-то|с|оценочно|более или менее",
    ),
)
BEFORE_FORMS = re.compile(
    rf"(?<!\w)(?:{'|'.join(f'(?P<{op}>{words})' for op, words in BEFORE)})"
    r"\s+(?:(?:на|в|о|чем|за|ещ?е|его|её|их|эти|этих)\s+)?[«„\"]?$",
    re.IGNORECASE,
)
