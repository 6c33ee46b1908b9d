"""A long list in two versions for the bench: a hundred thousand rows of twelve columns, as flawed as such lists are."""

from __future__ import annotations

from datetime import date, timedelta

from homeward.invented.lists import crossing
from homeward.invented.lists.crossing import ENGLISH
from homeward.invented.lists.demonstrated import renew, respelt
from homeward.invented.lists.drafts import Draft, Sheet, truth
from homeward.invented.lists.planned import Planned
from homeward.invented.lists.workbook import MEDIA_TYPE, written
from homeward.invented.person import Person
from homeward.invented.population import DAY, people
from homeward.invented.rates import EVACUEES

OUT_OF, RESPELT_OF, RENEWED_OF = 200, 100, 200
"""In the second version one of so many rows is gone (and as many are new), spelt otherwise, has another passport."""


def large(seed: int, rows: int = 100_000, *, version: int = 1, day: date = DAY) -> Planned:
    """The first or the second version of a long list of a crossing authority; the second tells its changes."""
    if version not in (1, 2):
        raise ValueError("there are two versions")
    new = rows // OUT_OF if version == 2 else 0
    everybody = people(seed, rows + new, rates=EVACUEES, day=day)
    first = crossing.sheet((crossing.draft(person) for person in everybody[:rows]), 2, dated=False)
    sheet, before, declared = first, None, day
    if version == 2:
        sheet, before, declared = _second(first, everybody, rows), first, day + timedelta(days=1)
    above = [crossing.titles(declared, len(sheet.drafts))]
    content = written((sheet,), above, crossing.HEADINGS, dated=False, seed=seed)
    file = f"invented-crossing-{rows}-{declared}.xlsx"
    return Planned(
        file, content, MEDIA_TYPE, crossing.AUTHORITY, crossing.LIST, version, declared, truth(sheet, declared, before)
    )


def _second(first: Sheet, everybody: tuple[Person, ...], rows: int) -> Sheet:
    kept: list[Draft] = []
    for at, draft in enumerate(first.drafts):
        if at % OUT_OF == 7:
            continue
        again = draft.again()
        person = everybody[at]
        if at % RESPELT_OF == 11 and person.name.given:
            again.cells[ENGLISH] = respelt(person, str(again.cells[ENGLISH]))
        if at % RENEWED_OF == 23 and person.passport():
            renew(again, person)
        kept.append(again)
    kept += [crossing.draft(person) for person in everybody[rows:]]
    return crossing.sheet(kept, 2, dated=False)
