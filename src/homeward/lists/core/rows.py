"""A line of a list becomes what it gives about one person, in its own words with readings beside them, or is set aside."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from homeward.identity import births, countries
from homeward.lists.core import naming, papers
from homeward.lists.core.answers import KEEP, TAKE
from homeward.lists.core.book import Line
from homeward.lists.core.fields import Field
from homeward.lists.core.plan import Plan, Row, SetAside
from homeward.people.core import readings
from homeward.people.core.values import CodeGiven, DayGiven, Values

LONGEST_CELL = 65_536
"""Characters of a cell."""
TOLD_ONLY = {
    "missing", "age", "partial", "about", "hijri", "solar-hijri", "hebrew", "buddhist", "time", "compact", "either",
    "label", "decimal", "on-another", "several", "stateless", "no-reference",
}  # fmt: skip
"""Flags that say how something was read and warn of nothing."""
_SUMS = re.compile(
    r"(?i)\s*(?:grand\s+total|sub-?total|total|sum|count|au total|усього|разом|итого|всего|toplam|"
    r"المجموع|الاجمالي|الإجمالي|العدد الكلي|סה[\"״']?כ|סך הכל)\b.{0,40}"
)
_FORMULA = re.compile(r"[\s\ufeff\u200e\u200f\u061c\u2066-\u2069]*[=+\-@＝＋－＠]\s*[^\d\s.,)-]|[\t\r]")

Cells = dict[Field, list[tuple[int, str]]]


def tidied(line: Line, plan: Plan) -> Row | SetAside:
    """What a line gives; nothing is left out, mended or guessed without a notice."""
    cells, more, reason = _sorted(line, plan)
    if reason:
        return SetAside(plan.sheet, line.number, *reason, line.cells)
    notices = _Told(plan.sheet, line.number)
    zone = papers.Zone.of(cells, plan.dated)
    names = naming.named(
        {field: [words for _, words in cells[field]] for field in cells} | zone.names(cells),
        one_person=plan.choices.get("several-people") == KEEP,
    )
    if reason := _nobody(names, line, plan):
        return SetAside(plan.sheet, line.number, *reason, line.cells)
    for code, field, message in names.doubts:
        notices.tell(code, message, _column(cells, field), warns=code != "child-of")
    birth = _birth(line, cells, plan, notices) or zone.birth
    values = Values(
        names=names.names,
        birth=birth,
        age=_age(cells, plan.dated, notices),
        sex=_sex(cells, notices) or zone.sex,
        nationalities=_nationalities(cells, notices) or zone.nationalities,
        documents=papers.papers(cells, plan, birth, zone, notices),
        household=_words(cells, Field.HOUSEHOLD),
        relation=_words(cells, Field.RELATION),
        place=_words(cells, Field.PLACE),
        contact=_words(cells, Field.CONTACT),
        needs=tuple(CodeGiven(words) for _, words in cells.get(Field.NEEDS, ())),
        decision=_words(cells, Field.DECISION),
        remarks=_words(cells, Field.REMARKS),
        more=(*more, *_further_births(cells, plan), *zone.kept),
    )
    _formulas(cells, notices)
    _tell_joined(line, plan, notices)
    return Row(plan.sheet, line.number, values, _words(cells, Field.RUNNING), tuple(notices.told))


class _Told(papers.Telling):
    """Notices about one line."""


def _sorted(line: Line, plan: Plan) -> tuple[Cells, list[tuple[str, str]], tuple[str, str] | None]:
    """The cells of a line by what their columns hold, what no field is for, and why the line cannot be a row."""
    cells: Cells = defaultdict(list)
    more: list[tuple[str, str]] = []
    if line.fault:
        return cells, more, ("fault", line.fault)
    for at, words in _cells(line, plan):
        if not words or words.isspace() or at in plan.left:
            continue
        if len(words) > LONGEST_CELL:
            return cells, more, ("cell-too-long", f"Column {at + 1} holds {len(words):,} characters.")
        if at in plan.stray:
            return cells, more, ("more-cells", f"There are more cells than headings: column {at + 1} holds something.")
        field = plan.columns.fields.get(at, Field.OTHER)
        if field is Field.OTHER:
            more.append((plan.columns.heading(at), words))
        elif field is not Field.NOTHING:
            cells[field].append((at, words))
    return cells, more, None


def _cells(line: Line, plan: Plan) -> list[tuple[int, str]]:
    """The cells of a line, and what joined cells above it say where it has none of its own."""
    own = list(enumerate(line.cells))
    fields = plan.columns.fields if plan.above else ()
    found = {at: each for at in fields if (each := plan.above.get((line.number, at))) is not None}
    shared = {at: each.words for at, each in found.items() if each.read}
    return sorted({**dict(own), **shared}.items()) if shared else own


def _tell_joined(line: Line, plan: Plan, notices: _Told) -> None:
    for at in plan.columns.fields:
        if (above := plan.above.get((line.number, at))) is not None and at not in plan.left:
            notices.tell("read-from-joined" if above.read else "not-read-from-joined", above.message, at)


def _nobody(names: naming.Named, line: Line, plan: Plan) -> tuple[str, str] | None:
    """Why a line names no one person."""
    filled = [cell for cell in line.cells if cell.strip()]
    if len(filled) <= 3 and any(_SUMS.fullmatch(cell) for cell in filled):
        return "sum", "This is a sum and no person."
    main = [name for name in names.names if name.label not in (naming.MOTHERS, naming.ALSO)]
    if not main:
        return "no-name", "No name stands in this row."
    if names.unseen:
        return "no-name", "The name holds no letter that can be seen."
    if naming.is_too_long(names) and plan.choices.get("long-name") != TAKE:
        return "long-name", f"The name has {names.longest:,} characters; is it one name?"
    if names.several:
        return "several-people", "One cell may name two people."
    return None


def _column(cells: Cells, field: Field) -> int | None:
    return cells[field][0][0] if cells.get(field) else None


def _words(cells: Cells, field: Field) -> str:
    """The words of a field; several columns of it are put together, each on its line."""
    return "\n".join(words for _, words in cells.get(field, ()))


def _birth(line: Line, cells: Cells, plan: Plan, notices: _Told) -> DayGiven | None:
    given = cells.get(Field.BIRTH, [])
    if plan.columns.birth and given:
        given = [(plan.columns.birth.first, plan.columns.birth.words(line))]
    for at, words in given:
        day = readings.day(words, plan.first.get(at), plan.dated, plan.calendar.get(at, ""))
        for flag in day.flags:
            if flag == "day-order" and day.start:
                continue
            notices.tell(f"birth-{flag}", births.FLAGS[flag], at, warns=flag not in TOLD_ONLY)
        return day
    return None


def _further_births(cells: Cells, plan: Plan) -> list[tuple[str, str]]:
    """What stands in further columns that are said to hold the birth; nothing of it is lost."""
    further = [] if plan.columns.birth else cells.get(Field.BIRTH, [])[1:]
    return [(plan.columns.heading(at), words) for at, words in further]


def _age(cells: Cells, dated: date | None, notices: _Told) -> str:
    for at, words in cells.get(Field.AGE, ()):
        for flag in readings.age_flags(words, dated):
            if flag not in TOLD_ONLY:
                notices.tell(f"age-{flag}", births.FLAGS[flag], at)
    return _words(cells, Field.AGE)


def _sex(cells: Cells, notices: _Told) -> CodeGiven | None:
    for at, words in cells.get(Field.SEX, ()):
        given = readings.sex(words)
        if not given.code and not readings.is_missing(words):
            notices.tell("sex-unknown", f"Nobody knows “{words[:60]}” as a sex.", at)
        return given
    return None


def _nationalities(cells: Cells, notices: _Told) -> tuple[CodeGiven, ...]:
    found: list[CodeGiven] = []
    for at, words in cells.get(Field.NATIONALITY, ()):
        given, flags = readings.nationalities(words)
        found += given
        for flag in flags:
            if flag not in TOLD_ONLY:
                notices.tell(f"nationality-{flag}", f"{countries.FLAGS[flag]} “{words[:60]}”", at)
    return tuple(found)


def _formulas(cells: Cells, notices: _Told) -> None:
    """Texts that a spreadsheet could take for a formula, beside names, which have their own caution."""
    for field, held in cells.items():
        if field in papers.NAMES or field in (Field.CONTACT, Field.AGE):
            continue
        for at, words in held:
            if _FORMULA.match(words):
                notices.tell("formula", "A spreadsheet could take this for a formula; exports neutralise it.", at)


def flagged(rows: Sequence[Row], code: str) -> int:
    """How many rows have a notice of this code."""
    return sum(1 for row in rows if any(notice.code == code for notice in row.notices))
