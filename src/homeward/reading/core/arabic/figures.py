"""Figures in what somebody said: the number as it was put, what it counts, for how long. Dates, hours, ages and ranks are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from homeward.reading.core.arabic import counted, numbers, put
from homeward.reading.core.arabic.letters import alike, folded
from homeward.reading.core.found import FoundFigure, Number

MOST_AHEAD = 14
"""Words within which a number of an interval has to follow the one before it."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Words of a passage with their places among its letters."""

    plain: str
    words: list[str]
    starts: list[int]
    ends: list[int]


def figures(text: str, start: int, end: int) -> list[FoundFigure]:
    """The figures in `text[start:end]`, in their order."""
    letters = folded(text)
    first, until = letters.at(start), letters.at(end)
    plain = letters.plain[first:until]
    row = _Row(plain, [], [], [])
    for word in put.WORD.finditer(plain):
        row.words.append(word.group())
        row.starts.append(word.start())
        row.ends.append(word.end())
    barred = sorted(match.span() for match in put.NOT_COUNTS.finditer(plain))
    found: list[FoundFigure] = []
    past = 0
    for figure in _candidates(row):
        while past < len(barred) and barred[past][1] <= figure.start:
            past += 1
        if past < len(barred) and barred[past][0] < figure.end and figure.start < barred[past][1]:
            continue
        found.append(figure)
    return [
        replace(
            figure,
            start=letters.piece(first + figure.start, first + figure.end)[0],
            end=letters.piece(first + figure.start, first + figure.end)[1],
            population=figure.population and letters.piece(first + figure.population[0], first + figure.population[1]),
        )
        for figure in _with_units(found)
    ]


def _candidates(row: _Row) -> Iterator[FoundFigure]:
    at = 0
    while at < len(row.words):
        made = _interval(row, at) or _definite(row, at) or _single(row, at) or _vague(row, at) or _two(row, at)
        if made is None:
            at += 1
            continue
        figure, at = made
        yield figure


def _stripped(word: str) -> Iterator[tuple[str, int]]:
    """A word without the clitics that it may have, and how many letters they are."""
    yield word, 0
    match = put.CLITIC.match(word)
    if match:
        for letters in range(1, match.end() + 1):
            yield word[letters:], letters


def _number(row: _Row, at: int, until: int) -> tuple[Number, int, int] | None:
    """The number that begins at this word, the word behind it, and how many letters of clitics it has."""
    for word, letters in _stripped(row.words[at]):
        if word in numbers.MANY and word not in numbers.SCALES:
            return None
        told = numbers.halved([word, *row.words[at + 1 : until]], until - at)
        if told is not None:
            if told[1] == 1 and word in (alike("آلاف"), alike("ملايين"), alike("مليارات")):
                return None
            return told[0], at + told[1], letters
    return None


def _interval(row: _Row, at: int) -> tuple[FoundFigure, int] | None:
    most = min(len(row.words), at + MOST_AHEAD)
    if row.words[at] in ("بين", "وبين", "فبين", "مابين"):
        return _between(row, at, most)
    low = _number(row, at, most)
    if low is None or low[1] >= most - 1 or row.words[low[1]] not in ("-", "–", "—", alike("إلى"), alike("أو")):
        return None
    high = _number(row, low[1] + 1, most)
    made = _bounds_of(low[0], high[0], row.words[low[1] + 1 : high[1]]) if high else None
    return _made(row, row.starts[at], high[1], "range", *made) if high and made else None


def _between(row: _Row, at: int, most: int) -> tuple[FoundFigure, int] | None:
    """ "Between five and twenty and thirty": the "and" before the last number is the one that divides."""
    best: tuple[int, tuple[Number, Number]] | None = None
    for cut in range(at + 2, most):
        joined = row.words[cut]
        low = _number(row, at + 1, cut) if joined[:1] == "و" else None
        if low is None or cut - low[1] > 1:
            continue
        alone = len(joined) == 1
        tail = [*([] if alone else [joined[1:]]), *row.words[cut + 1 : most]]
        high = numbers.read(tail, 0, len(tail))
        made = _bounds_of(low[0], high[0], tail[: high[1]]) if high else None
        if high and made:
            best = cut + high[1] + alone, made
            if not (best[0] < most and row.words[best[0]][:1] == "و" and _number(row, best[0], most)):
                break
    if best is None:
        return None
    first = at - 1 if at and row.words[at - 1] in ("ما", "وما", "بما", "فما") else at
    return _made(row, row.starts[first], best[0], "range", *best[1])


def _bounds_of(low: Number, high: Number, words: Sequence[str]) -> tuple[Number, Number] | None:
    """Both bounds; "fifty to sixty thousand" begins at fifty thousand."""
    if low < 1000 and any(word in numbers.SCALES for word in words):
        scale = numbers.scale_of(high)
        low = low * scale if low * scale < high else low
    return (low, high) if low < high else None


def _single(row: _Row, at: int) -> tuple[FoundFigure, int] | None:
    told = _number(row, at, min(len(row.words), at + MOST_AHEAD))
    if told is None:
        return None
    number, until, letters = told
    if number == 1 and until == at + 1 and row.words[at][letters:] in numbers.ONES:
        return _one(row, at)
    first, op = row.starts[at], "eq"
    for each, before in put.BEFORE:
        if match := before.search(row.plain, max(0, first - 30), first):
            first, op = match.start(), each
            break
    return _made(row, first, until, op, *_bounds(op, number))


def _one(row: _Row, at: int) -> tuple[FoundFigure, int] | None:
    """ "One" stands behind what it counts."""
    unit = counted.unit(row.words[at - 1]) if at else ""
    if not unit:
        return None
    place = (row.starts[at - 1], row.ends[at - 1])
    return FoundFigure(place[0], row.ends[at], "eq", 1, 1, unit, "", place), at + 1


def _definite(row: _Row, at: int) -> tuple[FoundFigure, int] | None:
    """ "The prisoners, the three": the number with its article behind what it counts."""
    word = row.words[at]
    if not at or not word.startswith("ال") or word in (alike("الاثنين"), alike("الأحد")):
        return None
    before = row.words[at - 1]
    if not re.match(r"[وفبلك]{0,2}(?:ال|لل)|\w+(?:هم|ها|ه|هن)$", before):
        return None
    told = numbers.read([word[2:], *row.words[at + 1 : at + 2]], 0, min(2, len(row.words) - at))
    if told is None or told[0] in (0, 1) or word[2:] in numbers.SCALES:
        return None
    place = row.starts[at - 1], row.ends[at - 1]
    unit = next((name for bare, _ in _stripped(before) if (name := counted.unit(bare))), before.removeprefix("ال"))
    return FoundFigure(place[0], row.ends[at + told[1] - 1], "eq", told[0], told[0], unit, "", place), at + told[1]


def _vague(row: _Row, at: int) -> tuple[FoundFigure, int] | None:
    for word, _ in _stripped(row.words[at]):
        if word in numbers.MANY or (word in put.SOME and at + 1 < len(row.words)):
            if word == alike("عدد") and row.words[at + 1] not in ("من", "كبير", "قليل", "محدود"):
                return None
            if word == alike("كثير") and row.words[at + 1] != "من":
                return None
            made = _made(row, row.starts[at], at + 1, "vague", None, None)
            if word in put.SOME and not made[0].population:
                return None
            if word in put.SHARE and not made[0].unit:
                made = (replace(made[0], unit="share"), made[1])
            return made
    return None


def _two(row: _Row, at: int) -> tuple[FoundFigure, int] | None:
    for word, letters in _stripped(row.words[at]):
        if unit := counted.dual(word):
            place = (row.starts[at] + letters, row.ends[at])
            first, op = row.starts[at], "eq"
            for each, before in put.BEFORE:
                if match := before.search(row.plain, max(0, first - 30), first):
                    first, op = match.start(), each
                    break
            per = put.PER.match(row.plain, row.ends[at])
            return FoundFigure(
                first, per.end() if per else row.ends[at], op, *_bounds(op, 2), unit, _rate(per), place
            ), at + 1
    return None


def _bounds(op: str, number: Number) -> tuple[Number | None, Number | None]:
    if op in ("gt", "ge"):
        return number, None
    if op in ("lt", "le", "nearly"):
        return None, number
    return number, number


def _made(row: _Row, first: int, until: int, op: str, lo: Number | None, hi: Number | None) -> tuple[FoundFigure, int]:
    """The figure with the words that say what it counts, and the word behind it."""
    last, place, unit = row.ends[until - 1], None, ""
    if percent := put.PERCENT.match(row.plain, last):
        last, unit = percent.end(), "percent"
    elif (them := put.OF_THEM.match(row.plain, last)) and them.end() - last < 12:
        last, place = them.end(), (them.start() + 1, them.end())
        if until + 2 < len(row.words) and (unit := counted.unit(row.words[until + 2])):
            place = row.starts[until + 2], row.ends[until + 2]
    else:
        noun = until
        while noun < len(row.words) and row.words[noun] in ('"', "(", "من", alike("هؤلاء")):
            noun += 1
        if noun < len(row.words) and _counts(row, noun):
            place, last, unit = (row.starts[noun], row.ends[noun]), row.ends[noun], _unit(row.words[noun])
    told = row.plain[max(0, first - 12) : first]
    if place is None and (behind := re.search(r"\w*(?:عدد|اعداد)(?:هم|ها|هن|ه)\s+\Z", told)):
        begin = max(0, first - 12) + behind.start()
        place = begin, begin + len(behind.group().rstrip())
        named = [counted.unit(word) for word in row.words[max(0, until - 8) : until - 1]]
        unit = next(filter(None, reversed(named)), "")
    per = put.PER.match(row.plain, last)
    for word, after in put.AFTER:
        if op == "eq" and (match := after.match(row.plain, last)):
            op, last = word, match.end()
            lo, hi = _bounds(op, lo if lo is not None else 0)
            break
    last = max(last, per.end()) if per else last
    reached = next((number for number in range(until, len(row.words)) if row.starts[number] >= last), len(row.words))
    return FoundFigure(first, last, op, lo, hi, unit, _rate(per), place), reached


def _rate(per: re.Match[str] | None) -> str:
    told = (per["daily"] or per["per"] or per["each"]) if per else ""
    return next((unit for stem, unit in put.OF_TIME.items() if told and told.startswith(stem)), "")


def _counts(row: _Row, noun: int) -> bool:
    word = row.words[noun]
    if not word[0].isalpha() or len(word) < 2 or row.starts[noun] - row.ends[noun - 1] > 2:
        return False
    if word in put.STOP:
        return False
    if counted.unit(word):
        return True
    return (
        not re.match(r"[وف](?!\w{2}$)", word)
        and not re.match(r"س?[يت]\w{2,}$", word)
        and not re.match(r"[بل]ا?ل", word)
    )


def _unit(word: str) -> str:
    return counted.unit(word) or word.removeprefix("ال")


def _with_units(found: list[FoundFigure]) -> list[FoundFigure]:
    """A bare number counts what the one before it counted, else people; a length of time is not gone on with."""
    made: list[FoundFigure] = []
    unit = "person"
    for figure in sorted(found, key=lambda one: one.start):
        if made and figure.start < made[-1].end:
            continue
        made.append(replace(figure, unit=figure.unit or unit))
        if (
            (figure.lo, figure.hi) != (1, 1)
            and not counted.spell(made[-1].unit)
            and made[-1].unit not in ("stage", "batch", "percent")
        ):
            unit = made[-1].unit
    return made
