"""How two offices write one invented person in a row, as flawed as the records of evacuees were."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from bench.linkage_rows import Row
from homeward.invented import EVACUEES, Person, Style
from homeward.invented.families import PLACES
from homeward.invented.lists.drafts import misspelt
from homeward.invented.papers import UNDEFINED, spoilt, style_of

STYLES = {"Arab": Style.ARABIC, "Cyrl": Style.RUSSIAN, "Hebr": Style.HEBREW}
FATHERS_LEFT_OUT, FAMILY_FIRST, LETTERS_WRONG = 0.30, 0.15, 0.03
NO_BIRTH, YEAR_ONLY, WRONG_BIRTH = 0.10, 0.05, 0.05
DIGITS_WRONG, NO_SEX, NO_NATIONALITY, NO_PLACE, OTHER_PLACE = 0.03, 0.05, 0.10, 0.50, 0.10
"""Shares of rows; what no record tells was chosen."""


def dirty(person: Person, script: str, household: str, chance: Random) -> Row:
    """A row as flawed as the records of evacuees were."""
    nationalities = () if chance.random() < NO_NATIONALITY else person.nationalities[:1]
    return Row(
        "",
        (written(person, script, chance),),
        birth(person, chance),
        numbers(person, chance),
        "" if chance.random() < NO_SEX else person.sex.value,
        nationalities,
        household,
        place(person, chance),
    )


def thin(person: Person, script: str, household: str, chance: Random) -> Row:
    """A row of a name and a year of birth."""
    year = person.birth.year + chance.choice((-1, 1)) * (chance.random() < WRONG_BIRTH)
    return Row("", (written(person, script, chance),), "" if chance.random() < NO_BIRTH else str(year))


def written(person: Person, script: str, chance: Random) -> str:
    """The name by the habit of an office: fathers left out, the family first, a part missing, a letter wrong."""
    latin = [style_of(country) for country in person.nationalities] + [Style.FRENCH]
    style = STYLES.get(script) or latin[int(len(latin) * chance.random() ** 2)]
    name = person.name
    drawn = chance.random()
    if drawn < EVACUEES.no_given_name:
        name = replace(name, given=None)
    elif drawn < EVACUEES.no_given_name + EVACUEES.no_family_name:
        name = replace(name, family=None)
    if chance.random() < FATHERS_LEFT_OUT:
        name = replace(name, fathers=name.fathers[: chance.randrange(2)], patronymic="")
    text = name.written(style)
    if chance.random() < FAMILY_FIRST and style in (Style.ARABIC, Style.ENGLISH, Style.FRENCH, Style.HEBREW):
        text = " ".join(filter(None, (name.last(style), name.first(style), *name.line_of_fathers(style))))
    return misspelt(text) if text and chance.random() < LETTERS_WRONG else text


def birth(person: Person, chance: Random) -> str:
    """The day of birth: not written, a year alone, 1 January of it, one digit wrong, day and month exchanged, or right."""
    day, drawn = person.birth, chance.random()
    if drawn < NO_BIRTH:
        return ""
    drawn = chance.random()
    if drawn < YEAR_ONLY:
        return str(day.year)
    if drawn < YEAR_ONLY + EVACUEES.first_of_january:
        return f"{day.year}-01-01"
    return (wrong_day(day, chance) if chance.random() < WRONG_BIRTH else day).isoformat()


def wrong_day(day: date, chance: Random) -> date:
    """Day and month exchanged where that is a day, or one digit of the eight another one."""
    if day.day <= 12 and day.day != day.month and chance.random() < 0.5:
        return date(day.year, day.day, day.month)
    while True:
        digits = [*day.isoformat()]
        at = chance.choice((2, 3, 3, 6, 8, 9, 9))
        digits[at] = str(chance.randrange(10))
        try:
            wrong = date.fromisoformat("".join(digits))
        except ValueError:
            continue
        if wrong != day and wrong.year < 2024:
            return wrong


def numbers(person: Person, chance: Random) -> tuple[tuple[str, str, str], ...]:
    """One paper, or all of them: missing, badly copied, of an undefined kind that only this office numbers, one digit wrong."""
    drawn = chance.random()
    if drawn < EVACUEES.no_document or not person.documents:
        return ()
    drawn = chance.random()
    if drawn < EVACUEES.undefined_document:
        return ((f"FD-{chance.randrange(10**7):07}", UNDEFINED, ""),)
    shown = person.documents if chance.random() < 0.3 else person.documents[:1]
    if drawn < EVACUEES.undefined_document + EVACUEES.bad_document:
        shown = (spoilt(shown[0], chance), *shown[1:])
    elif chance.random() < DIGITS_WRONG:
        shown = (replace(shown[0], number=mistyped(shown[0].number, chance)), *shown[1:])
    return tuple((paper.number, paper.kind, paper.country) for paper in shown)


def mistyped(number: str, chance: Random) -> str:
    """Another digit, or two neighbours exchanged."""
    at = chance.randrange(len(number) - 1)
    if chance.random() < 0.5 and number[at] != number[at + 1]:
        return f"{number[:at]}{number[at + 1]}{number[at]}{number[at + 2 :]}"
    return f"{number[:at]}{chance.choice([d for d in '0123456789' if d != number[at]])}{number[at + 1 :]}"


def place(person: Person, chance: Random) -> str:
    if chance.random() < NO_PLACE:
        return ""
    return chance.choice(PLACES) if chance.random() < OTHER_PLACE else person.place
