"""What the cells of a column look like, whatever stands above them: shares of days, documents, names, countries and so on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from homeward.lists.core.fields import Field
from homeward.names import Script, script
from homeward.people.core import readings

LOOKED_AT = 300
"""Cells of a column that are looked at, spread over all of them."""
ENOUGH = 0.7

_DAY = re.compile(
    r"(?:\d{1,4}\s*[./\-‐‑–\s]\s*(?:\d{1,2}|[^\W\d_]{3,15}\.?)\s*[./\-‐‑–\s,]+\s*\d{1,4}|(?:19|20)\d\d)(?:[ T]\d.*)?"
)
_DOCUMENT = re.compile(r"(?=(?:.*\d){5})[A-Z]{0,3}[\s-]?[\d\s-]{5,14}[A-Z]?\d?", re.IGNORECASE)
_CONTACT = re.compile(r"(?:\+|00)[\d\s()/-]{8,20}|0\d[\d\s()/-]{7,14}|[^\s@]+@[^\s@]+\.[a-z]{2,}", re.IGNORECASE)
_MRZ = re.compile(r"[A-Z0-9<«\s]{28,92}", re.IGNORECASE)
LATIN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class Contents:
    """How many cells say anything, which share of a sample reads as what, the main script, and a few cells to show."""

    filled: int
    shares: dict[Field, float]
    script: Script = Script.OTHER
    shown: tuple[str, ...] = ()

    @property
    def likely(self) -> Field | None:
        """What the column seems to hold, by its cells alone; None when nothing stands out."""
        return next((field for field in _ORDER if self.shares.get(field, 0.0) >= _BOUNDS.get(field, ENOUGH)), None)

    def denies(self, field: Field) -> bool:
        """Whether the cells are clearly something else than what is said of them."""
        likely = self.likely
        if likely is None or self.filled < 3 or field not in _TELLING or likely in _ALIKE.get(field, {field}):
            return False
        return self.shares.get(field, 0.0) < 0.2


def contents(cells: Sequence[str]) -> Contents:
    """Look at the cells of one column, those that say nothing left out."""
    spread = cells[:: max(1, len(cells) // LOOKED_AT)][: 2 * LOOKED_AT]
    sample = [bare for cell in spread if (bare := " ".join(cell.split())) and not readings.is_missing(bare)]
    if not sample:  # what is not in the sample may still say something
        sample = [
            bare for cell in dict.fromkeys(cells) if (bare := " ".join(cell.split())) and not readings.is_missing(bare)
        ]
    if not sample:
        return Contents(0, {})
    latin = [cell.translate(LATIN_DIGITS) for cell in sample]
    shares = {field: sum(map(says, latin)) / len(latin) for field, says in _SIGNS.items()}
    shares[Field.RUNNING] = _counted(latin)
    scripts = Counter(kind for cell in sample if (kind := script(cell)) is not Script.OTHER)
    return Contents(
        len(cells), shares, scripts.most_common(1)[0][0] if scripts else Script.OTHER, tuple(dict.fromkeys(sample))[:3]
    )


def _counted(cells: Sequence[str]) -> float:
    """How far the cells go up steadily, as running numbers do."""
    numbers = [int(cell) for cell in cells if cell.isascii() and cell.isdigit() and len(cell) < 7]
    if len(numbers) < 2 or len(numbers) < 0.9 * len(cells):
        return 0.0
    return sum(1 for one, other in pairwise(numbers) if other > one) / (len(numbers) - 1)


def _is_name(cell: str) -> bool:
    words = cell.split()
    letters = sum(1 for letter in cell if letter.isalpha())
    return 2 <= len(words) <= 8 and letters >= 0.7 * len(cell.replace(" ", "")) and not re.search(r"\d", cell)


def _is_age(cell: str) -> bool:
    return cell.isascii() and cell.isdigit() and len(cell) <= 3 and int(cell) <= 110


_SIGNS: dict[Field, Callable[[str], bool]] = {
    Field.MRZ: lambda cell: cell.count("<") >= 2 and bool(_MRZ.fullmatch(cell)),
    Field.BIRTH: lambda cell: bool(_DAY.fullmatch(cell)),
    Field.SEX: lambda cell: bool(readings.sex(cell).code),
    Field.NATIONALITY: lambda cell: bool(readings.country(cell).code),
    Field.CONTACT: lambda cell: bool(_CONTACT.fullmatch(cell)),
    Field.DOCUMENT: lambda cell: bool(_DOCUMENT.fullmatch(cell)) and not _DAY.fullmatch(cell),
    Field.AGE: _is_age,
    Field.NAME: _is_name,
}
_ORDER = (
    Field.MRZ,
    Field.SEX,
    Field.BIRTH,
    Field.NATIONALITY,
    Field.CONTACT,
    Field.DOCUMENT,
    Field.RUNNING,
    Field.AGE,
    Field.NAME,
)
_BOUNDS = {Field.RUNNING: 0.95, Field.AGE: 0.95, Field.SEX: 0.8}
_PEOPLE = {
    Field.NAME, Field.GIVEN, Field.FATHER, Field.GRANDFATHER, Field.FAMILY, Field.OTHER_NAME, Field.MOTHER, Field.ALSO_CALLED
}  # fmt: skip
_TELLING = {*_PEOPLE, Field.BIRTH, Field.SEX, Field.NATIONALITY, Field.DOCUMENT, Field.RUNNING, Field.MRZ}
_NUMBERED = {Field.DOCUMENT, Field.SECOND_DOCUMENT, Field.RUNNING, Field.AGE, Field.CONTACT}
_ALIKE: dict[Field, set[Field]] = {
    **{field: {Field.NAME} for field in _PEOPLE},
    Field.DOCUMENT: _NUMBERED,
    Field.RUNNING: {Field.RUNNING, Field.AGE},
    Field.BIRTH: {Field.BIRTH, Field.AGE, Field.RUNNING, Field.DOCUMENT},
}
"""What cells may look like under a heading without contradicting it: a passport number may be digits alone."""
