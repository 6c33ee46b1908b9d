"""Five versions of three lists for the demonstration: what three invented authorities hand to the desk in five days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from homeward.invented.lists import crossing, interior, ministry
from homeward.invented.lists.crossing import BIRTH, ENGLISH, EXPIRES, PASSPORT
from homeward.invented.lists.drafts import Draft, Mark, Sheet, TooFewPeople, truth
from homeward.invented.lists.planned import Mistake, Planned
from homeward.invented.lists.planting import Planting
from homeward.invented.lists.workbook import MEDIA_TYPE, written
from homeward.invented.papers import number
from homeward.invented.person import Kinship, Origin, Person
from homeward.invented.population import DAY, people
from homeward.invented.written import Style

SIZE = 930
LEAST = 400
"""Below this many people not every mistake finds somebody."""
COMING, GONE, HIDDEN = 18, 9, 3
"""Houses that come in with the second version, that are gone by then, that stand on its hidden sheet."""
RESPELT, RENEWED = 20, 6
LEFT = 0.35
"""The share of rows that is left in the third version."""
_OF_CITIZENS = (Origin.RUSSIAN_PALESTINIAN, Origin.CHECHEN_PALESTINIAN)


def demonstration(seed: int, size: int = SIZE, *, day: date = DAY) -> tuple[Planned, ...]:
    """Five versions: three of a crossing authority's daily list, one of a ministry, one of an interior office.

    The people are those of `people(seed, size, day=day)`.
    """
    if size < LEAST:
        raise TooFewPeople(instead=f"Ask for {LEAST} at least.")
    everybody = people(seed, size, day=day)
    free = [person for person in everybody if not person.held]
    held = [person for person in everybody if person.held]
    citizens = [person for person in free if person.origin in _OF_CITIZENS]
    first, second, third = _versions(seed, free, day)
    return (
        first,
        ministry.planned(citizens, day + timedelta(days=1)),
        second,
        third,
        interior.planned(held, day + timedelta(days=4), seed),
    )


def _versions(seed: int, free: Sequence[Person], day: date) -> tuple[Planned, Planned, Planned]:
    by_id = {person.id: person for person in free}
    houses = [list(house) for _, house in groupby(free, key=lambda person: person.household)]
    now, coming = houses[:-COMING], houses[-COMING:]
    first = crossing.sheet((crossing.draft(p) for house in now for p in house), 2, dated=False)
    used = Planting(first, by_id, day).all()
    first.numbered()
    second, hidden = _second(first, by_id, coming, used)
    third = crossing.sheet((d.again() for d in second.drafts[: int(len(second.drafts) * LEFT)]), 1, dated=False)
    kept = {draft.entry for draft in third.drafts}
    third.marks = [mark for mark in second.marks if _shows(mark, kept, by_id)]
    third.marks.append(Mark(Mistake.SHRUNKEN, "", None, truth=f"{len(second.drafts)} rows in the version before"))
    days = [day + timedelta(days=days) for days in (0, 1, 3)]
    return (
        _planned(1, days[0], (first,), None, 2, seed),
        _planned(2, days[1], (second, hidden), first, 2, seed),
        _planned(3, days[2], (third,), second, 1, seed),
    )


def _shows(mark: Mark, kept: set[str], by_id: dict[str, Person]) -> bool:
    """Whether a mistake can still be seen when only these entries are left: it may need more rows than its own."""
    needed = {mark.entry}
    if mark.mistake is Mistake.PASSPORT_OF_TWO:
        needed |= set(mark.people)
    elif mark.mistake is Mistake.TWICE:
        needed.add(mark.entry.removesuffix(" again"))
    elif mark.mistake is Mistake.CHILD_MISSING:
        needed |= set(by_id[mark.people[0]].kin(Kinship.PARENT))
    return needed <= kept


def _planned(version: int, day: date, sheets: Sequence[Sheet], before: Sheet | None, titles: int, seed: int) -> Planned:
    above = [crossing.titles(day, len(sheet.drafts))[:titles] for sheet in sheets]
    content = written(sheets, above, crossing.HEADINGS, dated=version == 2, seed=seed)
    true = truth(sheets[0], day, before, sheets[1:])
    file = f"invented-crossing-{day}.xlsx"
    return Planned(file, content, MEDIA_TYPE, crossing.AUTHORITY, crossing.LIST, version, day, true)


def _second(
    first: Sheet, by_id: dict[str, Person], coming: Sequence[Sequence[Person]], used: set[str]
) -> tuple[Sheet, Sheet]:
    """The next day's list: some corrected, some gone, some new, in the order of English names; and what it hides."""
    drafts = {draft.entry: draft.again() for draft in first.drafts}
    marks = _corrected(first.marks, drafts, by_id)
    for entry in _gone(first, used, by_id):
        del drafts[entry]
    plain = [draft for draft in drafts.values() if draft.entry not in used and by_id[draft.entry].name.given]
    for draft in plain[:: max(1, len(plain) // RESPELT)][:RESPELT]:
        draft.cells[ENGLISH] = respelt(by_id[draft.entry], str(draft.cells[ENGLISH]))
    with_passport = [draft for draft in plain[3:] if by_id[draft.entry].passport()]
    for draft in with_passport[:: max(1, len(with_passport) // RENEWED)][:RENEWED]:
        renew(draft, by_id[draft.entry])
    new = [crossing.draft(person) for house in coming[:-HIDDEN] for person in house]
    rows = sorted([*drafts.values(), *new], key=lambda draft: (str(draft.cells[ENGLISH]), draft.entry))
    second = crossing.sheet(rows, 2, dated=True)
    hidden = [crossing.draft(person) for house in coming[-HIDDEN:] for person in house]
    beside = crossing.sheet(hidden, 2, dated=True, name="قائمة سابقة")
    second.marks = [*marks, Mark(Mistake.REORDERED, "", None)]
    second.marks.append(Mark(Mistake.HIDDEN_SHEET, "", None, tuple(d.entry for d in hidden), beside.name))
    return second, beside


def _corrected(marks: Sequence[Mark], drafts: dict[str, Draft], by_id: dict[str, Person]) -> list[Mark]:
    """Put right every second misspelling and swapped day, and two missing children; gives the mistakes that stay."""
    seen: dict[Mistake, int] = {}
    stay = []
    for mark in marks:
        at = seen[mark.mistake] = seen.get(mark.mistake, -1) + 1
        if mark.mistake is Mistake.CHILD_MISSING and at < 2:
            child = by_id[mark.people[0]]
            drafts[child.id] = crossing.draft(child)
        elif mark.mistake is Mistake.NEAR_MISS and at % 2:
            drafts[mark.entry].cells[ENGLISH] = mark.truth
        elif mark.mistake is Mistake.SWAPPED_DAY and at % 2:
            drafts[mark.entry].cells[BIRTH] = by_id[mark.entry].written_birth
        elif mark.mistake is not Mistake.HIDDEN_ROW:
            stay.append(mark)
    return stay


def _gone(first: Sheet, used: set[str], by_id: dict[str, Person]) -> list[str]:
    """Entries of houses that crossed, all of them without a mistake and without a brother among those with one."""
    with_mistake = {by_id[person].household for d in first.drafts if d.entry in used for person in d.people}
    houses: dict[str, list[str]] = {}
    for draft in first.drafts:
        house = by_id[draft.people[0]].household
        if house not in with_mistake:
            houses.setdefault(house, []).append(draft.entry)
    every = list(houses.values())
    return [entry for house in every[:: max(1, len(every) // GONE)][:GONE] for entry in house]


def respelt(person: Person, words: str) -> str:
    """The name as another clerk writes it from the same papers; never as it was."""
    for style in (Style.FRENCH, Style.ENGLISH, Style.RUSSIAN_PASSPORT):
        other = person.name.written(style)
        if other != words:
            return other
    return words.upper()


def renew(draft: Draft, person: Person) -> None:
    """A new passport in place of the old one, valid ten years longer."""
    paper = crossing.shown(person)
    assert paper is not None
    expires = draft.cells[EXPIRES]
    if isinstance(expires, date):
        draft.cells[EXPIRES] = expires + timedelta(days=3652)
    draft.cells[PASSPORT] = number(paper.country, 5_000_000 + int(person.id[1:]), 0)
