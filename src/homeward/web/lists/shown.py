"""What a page shows of a row: each field with its words as written and how they were read, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from homeward.identity import countries
from homeward.lists.queries import EntryView, RowView
from homeward.people.core.values import CodeGiven, DayGiven, DocumentGiven, NameGiven, Values
from homeward.web.lists.words import DIFFERING
from homeward.web.people.words import CALLED
from homeward.web.words import localised, reads_english

#: Which field of the values each word for a difference is about.
OF_VALUES = {
    "name": "names", "birth": "birth", "age": "age", "sex": "sex", "nationality": "nationalities", "document": "documents",
    "document kind or country": "documents", "issued": "documents", "expires": "documents", "household": "household",
    "relation": "relation", "place": "place", "contact": "contact", "needs": "needs", "decision": "decision",
    "remarks": "remarks", "other columns": "more", "another column": "more",
}  # fmt: skip
IDENTIFY = ("names", "birth", "documents")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words as they were written, under what they stand, and how they were read."""

    words: str
    label: str = ""
    read: str = ""


@dataclass(frozen=True, slots=True)
class ShownField:
    name: str
    label: str | Promise
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs: the words before and the words now."""

    label: str | Promise
    before: tuple[Piece, ...]
    now: tuple[Piece, ...]


def name_of(values: Values | None) -> str:
    """The first name as it was written."""
    return values.names[0].words if values and values.names else ""


def fields(values: Values | None) -> list[ShownField]:
    """Everything a row gives, in the order of people reading it."""
    if values is None:
        return []
    return [
        ShownField(field, label, tuple(pieces(values, field)))
        for field, label in LABELS.items()
        if any(True for _each in pieces(values, field))
    ]


def beyond(values: Values | None) -> list[ShownField]:
    """What stands beside name, birth and papers."""
    return [field for field in fields(values) if field.name not in IDENTIFY]


def pieces(values: Values, field: str) -> Iterable[Piece]:
    """The words of one field."""
    if field == "more":
        yield from (Piece(words, heading) for heading, words in values.more)
        return
    held = getattr(values, field)
    for each in held if isinstance(held, tuple) else (held,) if held else ():
        yield from _pieces(each)


def _pieces(each: object) -> Iterable[Piece]:
    if isinstance(each, NameGiven):
        yield Piece(each.words, _label(each.label))
    elif isinstance(each, DayGiven):
        yield day(each)
    elif isinstance(each, DocumentGiven):
        yield _document(each)
        for label, on in ((_("issued"), each.issued), (_("expires"), each.expires)):
            if on:
                yield replace(day(on), label=label)
    elif isinstance(each, CodeGiven):
        yield Piece(each.words, "", _country(each))
    else:
        yield Piece(str(each))


def day(given: DayGiven) -> Piece:
    """A day as written, and from when until when it is read."""
    if not given.start:
        return Piece(given.words, "", _("not read as a day") if given.words else "")
    start, until = date.fromisoformat(given.start), date.fromisoformat(given.until)
    last = until - timedelta(days=1)
    read = localised(_day(start)) if start == last else _("%(lo)s to %(hi)s") % {
        "lo": localised(_day(start)), "hi": localised(_day(last)),
    }  # fmt: skip
    return Piece(given.words, "", "" if read == given.words else read)


def _day(at: date) -> str:
    return f"{at.day} {at:%b} {at.year}"


def _document(given: DocumentGiven) -> Piece:
    kind = " · ".join(part for part in (_label(given.kind), given.country) if part)
    read = given.key if given.key and given.key != given.number else "" if given.key else _("tells nobody apart")
    return Piece(given.number, kind, read)


def _label(said: str) -> str:
    return str(CALLED.get(said, said))


def _country(given: CodeGiven) -> str:
    if not given.code or given.code == given.words:
        return ""
    if reads_english() and len(given.code) == 3 and (name := countries.name(given.code)):
        return f"{name} ({given.code})" if name.casefold() != given.words.casefold() else given.code
    return given.code


def differences(before: Values | None, now: Values | None, told: Sequence[str]) -> list[Difference]:
    """Field by field what was written before and what is written now."""
    if before is None or now is None:
        return []
    found: dict[str, Difference] = {}
    for name in told:
        field = OF_VALUES.get(name, "more")
        old, new = tuple(pieces(before, field)), tuple(pieces(now, field))
        kept = set(old) & set(new)
        if field not in found and old != new:
            label = LABELS.get(field) or DIFFERING.get(name, name)
            found[field] = Difference(
                label, tuple(each for each in old if each not in kept), tuple(each for each in new if each not in kept)
            )
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry on a page: whose it is, where it stands, what it says, what it said."""

    change: str
    person: str
    sheet: str
    row: int
    values: Values | None
    before: Values | None
    told: tuple[str, ...]
    why: str = ""
    into: str = ""

    @property
    def name(self) -> str:
        return name_of(self.values) or name_of(self.before)

    @property
    def names(self) -> list[Piece]:
        shown = self.values or self.before
        return list(pieces(shown, "names")) if shown else []

    @property
    def birth(self) -> list[Piece]:
        shown = self.values or self.before
        return list(pieces(shown, "birth")) if shown else []

    @property
    def papers(self) -> list[Piece]:
        shown = self.values or self.before
        return list(pieces(shown, "documents")) if shown else []

    @property
    def rest(self) -> list[ShownField]:
        return beyond(self.values or self.before)

    @property
    def differences(self) -> list[Difference]:
        return differences(self.before, self.values, self.told)

    @property
    def all_before(self) -> list[ShownField]:
        return fields(self.before)

    @property
    def all_now(self) -> list[ShownField]:
        return fields(self.values)


def of_row(row: RowView) -> Entry:
    """A row of a version as a page shows it."""
    sheet = str(row.sheet) if row.sheet else ""
    return Entry(row.change, str(row.person), sheet, row.number, row.values, row.before, row.fields)


def of_entry(entry: EntryView) -> Entry:
    """An entry of a file, or a pair that may be one person, as a page shows it."""
    return Entry(
        entry.change,
        str(entry.person or ""),
        entry.sheet,
        entry.row,
        entry.values,
        entry.before,
        entry.fields,
        entry.why,
        str(entry.into or ""),
    )


LABELS: dict[str, str | Promise] = {
    "names": DIFFERING["name"],
    "birth": DIFFERING["birth"],
    "age": DIFFERING["age"],
    "sex": DIFFERING["sex"],
    "nationalities": DIFFERING["nationality"],
    "documents": DIFFERING["document"],
    "household": DIFFERING["household"],
    "relation": DIFFERING["relation"],
    "place": DIFFERING["place"],
    "contact": DIFFERING["contact"],
    "needs": DIFFERING["needs"],
    "decision": DIFFERING["decision"],
    "remarks": DIFFERING["remarks"],
    "more": DIFFERING["other columns"],
}
