"""The papers that a line names, and the machine-readable zone of one, held against what its other cells say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from homeward.identity import births, documents
from homeward.identity.births import Birth
from homeward.identity.mrz import FLAGS as ZONE_FLAGS
from homeward.identity.mrz import Mrz
from homeward.lists.core.fields import Field
from homeward.lists.core.notices import Notice
from homeward.lists.core.plan import Plan
from homeward.people.core import readings
from homeward.people.core.values import CodeGiven, DayGiven, DocumentGiven

NAMES = frozenset(
    {
        Field.NAME,
        Field.GIVEN,
        Field.FATHER,
        Field.GRANDFATHER,
        Field.FAMILY,
        Field.OTHER_NAME,
        Field.MOTHER,
        Field.ALSO_CALLED,
    }
)
TOLD_ONLY = frozenset({"missing", "label", "decimal", "on-another", "several"})
_DAY_FLAGS = frozenset({"unread", "no-such-day", "calendar", "serial"})

Cells = Mapping[Field, Sequence[tuple[int, str]]]


@dataclass(slots=True)
class Telling:
    """Notices about one line, as they are met."""

    sheet: str
    row: int
    told: list[Notice] = field(default_factory=list)

    def tell(self, code: str, message: str, column: int | None = None, *, warns: bool = True) -> None:
        self.told.append(Notice(code, message, self.sheet, self.row, column, warns))


@dataclass(frozen=True, slots=True)
class Zone:
    """What a machine-readable zone gives, for what no other cell gives; the zone itself is kept as written."""

    read: Mrz | None = None
    words: str = ""
    on: date | None = None

    @classmethod
    def of(cls, cells: Cells, on: date | None) -> Zone:
        """The zone of a line, whose two or three lines may stand in one cell or in several."""
        words = "\n".join(words for _, words in cells.get(Field.MRZ, ()))
        return cls(readings.zone(words, on), words, on) if words else _NO_ZONE

    @property
    def kept(self) -> tuple[tuple[str, str], ...]:
        return (("MRZ", self.words),) if self.words else ()

    def names(self, cells: Cells) -> dict[Field, list[str]]:
        """Its names, where no column gives any."""
        if self.read is None or any(cells.get(each) for each in NAMES):
            return {}
        found = {Field.GIVEN: self.read.given_names, Field.FAMILY: self.read.surname}
        return {each: [words] for each, words in found.items() if words}

    @property
    def birth(self) -> DayGiven | None:
        return _given(self.read.birth) if self.read else None

    @property
    def sex(self) -> CodeGiven | None:
        return CodeGiven(self.read.sex, self.read.sex) if self.read and self.read.sex else None

    @property
    def nationalities(self) -> tuple[CodeGiven, ...]:
        return (CodeGiven(self.read.nationality, self.read.nationality),) if self.read and self.read.nationality else ()

    def paper(self) -> DocumentGiven | None:
        """The paper that it was copied from."""
        if self.read is None or not self.read.number:
            return None
        return readings.document(self.read.number, "", self.read.issuer, None, _given(self.read.expires))

    def tell(self, telling: Telling, at: int | None, given: Sequence[DocumentGiven]) -> None:
        """What is to be known of the zone, and whether its number is the one beside it."""
        if self.words and self.read is None:
            telling.tell("mrz-unread", "This is no machine-readable zone that can be read.", at)
        if self.read is None:
            return
        for flag in self.read.flags:
            telling.tell(f"mrz-{flag}", ZONE_FLAGS.get(flag) or births.FLAGS.get(flag, flag), at)
        for words in (*self.read.repairs, *self.read.suggestions):
            telling.tell("mrz-doubt", words, at)
        number = documents.read(self.read.number).key
        if given and number and all(each.key and each.key != number for each in given):
            telling.tell("mrz-differs", "The number in the machine-readable zone is another one.", at)


_NO_ZONE = Zone()


def papers(cells: Cells, plan: Plan, birth: DayGiven | None, zone: Zone, telling: Telling) -> tuple[DocumentGiven, ...]:
    """The papers of a line, the first one with its kind, country and days."""
    found: list[DocumentGiven] = []
    for each in (Field.DOCUMENT, Field.SECOND_DOCUMENT):
        for at, words in cells.get(each, ()):
            about = _about(cells, plan, telling) if not found else _Days()
            kind = about.kind or str(documents.kind_of(plan.columns.heading(at)) or "")
            for number in documents.split(words):
                paper = readings.document(number, kind, about.country, about.issued, about.expires)
                found.append(paper)
                _tell(paper, birth, about, plan.dated, telling, at)
    if not found and (about := _about(cells, plan, telling)).any:
        found.append(DocumentGiven("", about.kind, about.country, about.issued, about.expires))
    zone.tell(telling, cells[Field.MRZ][0][0] if cells.get(Field.MRZ) else None, found)
    if not found and (paper_of_zone := zone.paper()):
        found.append(paper_of_zone)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Days:
    """What a line says of its first paper beside the number."""

    kind: str = ""
    country: str = ""
    issued: DayGiven | None = None
    expires: DayGiven | None = None

    @property
    def any(self) -> bool:
        return bool(self.kind or self.country or self.issued or self.expires)


def _about(cells: Cells, plan: Plan, telling: Telling) -> _Days:
    days: dict[Field, DayGiven] = {}
    for each in (Field.ISSUED, Field.EXPIRES):
        for at, words in cells.get(each, ())[:1]:
            days[each] = readings.day(words, plan.first.get(at), None, plan.calendar.get(at, ""))
            for flag in days[each].flags:
                if flag in _DAY_FLAGS or (flag == "day-order" and not days[each].start):
                    telling.tell(
                        f"document-day-{flag}", births.FLAGS[flag].replace("a day of birth or an age", "a day"), at
                    )
    kind, country = (
        "\n".join(words for _, words in cells.get(each, ())) for each in (Field.DOCUMENT_KIND, Field.DOCUMENT_COUNTRY)
    )
    return _Days(kind, country, days.get(Field.ISSUED), days.get(Field.EXPIRES))


def _tell(
    paper: DocumentGiven, birth: DayGiven | None, about: _Days, dated: date | None, telling: Telling, at: int
) -> None:
    days = [_read(day) for day in (birth, about.issued, about.expires)]
    doubts = documents.doubts(birth=days[0], issued=days[1], expires=days[2], on=dated) if any(days) else ()
    for flag in (*paper.flags, *doubts):
        telling.tell(f"document-{flag}", documents.FLAGS[flag], at, warns=flag not in TOLD_ONLY)


def _read(day: DayGiven | None) -> Birth | None:
    """A day as it was read, for what papers say of each other."""
    if day is None or not day.start:
        return None
    return _days_of(day.words, day.start, day.until)


def _given(birth: Birth) -> DayGiven | None:
    only = birth.only
    if not birth.words.strip("<"):
        return None
    if only is None:
        return DayGiven(birth.words, flags=birth.flags)
    return DayGiven(birth.words, only.start.isoformat(), only.until.isoformat(), only.calendar.value, birth.flags)


def _days_of(words: str, start: str, until: str) -> Birth:
    candidate = births.Candidate(date.fromisoformat(start), date.fromisoformat(until), births.Precision.RANGE)
    return Birth(words, (candidate,))
