"""Rows of events, of UCDP's layouts, ACLED's and those with HXL tags, become values; what cannot is set aside with why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from operator import itemgetter
from typing import Any

from homeward.hostilities.core import codes, days
from homeward.hostilities.core.report import Report
from homeward.hostilities.core.rows import Dyad, Nature, Place, Registers, Value
from homeward.hostilities.formats.bounds import LARGEST
from homeward.hostilities.formats.forms import Form, Told
from homeward.hostilities.formats.once import Once
from homeward.hostilities.formats.table import Table

_ACLED = {
    "id": "event_id_cnty", "date_start": "event_date", "date_end": "event_date", "date_prec": "time_precision",
    "where_prec": "geo_precision", "best": "fatalities", "side_a": "actor1", "side_b": "actor2", "adm_1": "admin1",
    "adm_2": "admin2", "where_coordinates": "location", "source_office": "source",
}  # fmt: skip
_ELSEWHERE = {
    "dyad_new_id": ("dyad_id", "dyad_dset_id"), "version": ("source_version", "dataset_version", "ged_version"),
}  # fmt: skip
"""Other names under which some files have a field."""
_ACLED_DAYS = {"1": 1, "2": 3, "3": 4}
_ACLED_PLACES = {"1": 1, "2": 2, "3": 4}
_GED_DAYS = {str(one): one for one in range(1, 6)}
_GED_PLACES = {str(one): one for one in range(1, 8)}
FIELDS = (
    "id", "date_start", "date_end", "date_prec", "low", "best", "high", "deaths_a", "deaths_b", "deaths_civilians",
    "deaths_unknown", "event_clarity", "country", "adm_1", "adm_2", "where_coordinates", "latitude", "longitude", "where_prec",
    "geom_wkt", "dyad_new_id", "dyad_name", "side_a", "side_b", "type_of_violence", "source_office", "code_status",
    "version",
)  # fmt: skip
_MUST_READ = ("date_start", "date_end", "low", "best", "high", "latitude", "longitude", "date_prec", "where_prec")
_BIT = codes.BITS
_COARSE_DAY, _COARSE_PLACE = 3, 4


class NotNumber(ValueError):
    """A cell holds no number that is kept; `code` says which way it is none."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class Events:
    """The rows of one file of events on their way into values; `registers` and `report` fill as they go."""

    def __init__(
        self, table: Table, told: Told, registers: Registers, report: Report, *, until: date | None, country: str
    ) -> None:
        self.table, self.form, self.registers, self.report, self.until = table, told.form, registers, report, until
        self.country = "" if "country" in told.at else country
        self.width = len(table.heading)
        acled = told.form is Form.ACLED
        self.at = _at(told.at, acled=acled)
        self.pick: Callable[[list[str]], tuple[str, ...]] = itemgetter(*(self.at[name] for name in FIELDS))
        self.precisions = (_ACLED_DAYS, _ACLED_PLACES) if acled else (_GED_DAYS, _GED_PLACES)
        self.ids: dict[str, int] = {}
        self.spellings: set[str] = set()
        self.versions: set[str] = set()
        self._row = 0
        self._cells: list[str] = []
        self._days: Once[str, date] = Once(self._day)
        self._numbers: Once[str, int | None] = Once(number_of)
        self._places: Once[tuple[str, ...], tuple[int, int]] = Once(self._place)
        self._dyads: Once[tuple[str, ...], int] = Once(self._dyad)
        self._sources: Once[str, int] = Once(registers.source)

    def values(self) -> Iterator[Value]:
        """The values of the rows that are kept; the others are told in the report."""
        width, pick, report, zeros = self.width, self.pick, self.report, self.table.has_zeros
        for number, cells in self.table.rows():
            if zeros and any("\0" in cell for cell in cells):
                report.set_aside(number, "zero-byte", cells)
                continue
            if len(cells) != width and not self._fitted(number, cells):
                continue
            cells.append("")  # where fields stand that this file has not
            self._row, self._cells = number, cells
            try:
                value = self._value(number, pick(cells))
            except (days.NotADay, NotNumber, KeyError):
                self._refuse(number, cells)
                continue
            if value is None:
                continue
            report.stored += 1
            if value.flags:
                report.row(number, value.flags)
            yield value

    def _fitted(self, number: int, cells: list[str]) -> bool:
        """Whether a row is as wide as the heading once empty cells at its end are left out."""
        while len(cells) > self.width and not cells[-1].strip():
            cells.pop()
        if len(cells) == self.width:
            return True
        words = f"It has {len(cells):,}, the heading {self.width:,}."
        self.report.set_aside(number, "shifted", cells, words=words)
        return False

    def _value(self, number: int, picked: tuple[str, ...]) -> Value | None:
        (
            local, start, end, day_prec, low_cell, best_cell, high_cell, of_a, of_b, of_civilians, of_unknown, clarity,
            country, adm_1, adm_2, name, latitude, longitude, where_prec, geom, dyad_id, dyad_name, side_a, side_b, type_,
            source, status, version,
        ) = picked  # fmt: skip
        days_of, counted = self._days, self._numbers
        first = days_of[start]
        last = first if end == start else days_of[end or start]
        low, best, high = counted[low_cell], counted[best_cell], counted[high_cell]
        parts = (counted[of_a], counted[of_b], counted[of_civilians], counted[of_unknown])
        stated = self.precisions[0][day_prec.strip()] if day_prec else 0
        if not self._stands(number, local, first, last):
            return None
        place, bits = self._places[country, adm_1, adm_2, name, latitude, longitude, where_prec, geom]
        dyad = self._dyads[dyad_id, dyad_name, side_a, side_b, type_]
        shown = 1 if first == last else days.precision_of(first, last)
        precision = stated if stated >= shown else shown
        if low != best or best != high:
            bits |= self._range(low, best, high)
        elif not best:
            bits |= _BIT["number-missing"] if best is None else _BIT["nobody-died"] if self.form.lethal_only else 0
        if stated and shown > stated:
            bits |= _BIT["days-against-precision"]
        if precision >= _COARSE_DAY:
            bits |= _BIT["coarse-day"]
        if None not in parts and best is not None and sum(parts) != best:  # type: ignore[arg-type]
            bits |= _BIT["parts-against-best"]
        if status and status.strip().lower() != "clear":
            bits |= _BIT["not-cleared"]
        if version:
            self.versions.add(version)
        if first < days.EARLIEST:
            bits |= _BIT["long-ago"]
        return Value(
            number, 0, local, Nature.EVENT, "", place, dyad, self._sources[source], first, last, precision,
            counted[clarity], low, best, high, *parts, bits,
        )  # fmt: skip

    def _stands(self, number: int, local: str, first: date, last: date) -> bool:
        """Whether a row that can be read may be kept; else it is set aside."""
        code, words = "", ""
        if not local.strip():
            code = "no-id"
        elif (before := self.ids.setdefault(local, number)) != number:
            code, words = "id-twice", f"Id {local}, first in row {before:,}."
        elif last < first:
            code, words = "ends-before-it-begins", f"{first} to {last}."
        elif self.until is not None and first > self.until:
            code, words = "in-the-future", f"{first}, downloaded {self.until}."
        if code:
            self.report.set_aside(number, code, self._cells[:-1], words=words)
        return not code

    def _range(self, low: int | None, best: int | None, high: int | None) -> int:
        """The doubts about three numbers that are not the same."""
        if best is None:
            return _BIT["number-missing"]
        if low is None or high is None:
            return _BIT["no-range"]
        bits = _BIT["low-above-best"] if low > best else 0
        bits |= _BIT["best-above-high"] if best > high else 0
        bits |= _BIT["low-above-high"] if low > high else 0
        return bits | (_BIT["best-zero"] if best == 0 < high else 0)

    def _day(self, words: str) -> date:
        found = days.day(words)
        self.spellings.add(days.spelling(words))
        return found

    def _place(self, where: tuple[str, ...]) -> tuple[int, int]:
        country, adm_1, adm_2, name, latitude, longitude, where_prec, geom = where
        precision = self.precisions[1][where_prec.strip()] if where_prec else 0
        lat, lon = degrees(latitude), degrees(longitude)
        place = Place(self.country or country.strip(), adm_1.strip(), adm_2.strip(), name.strip(), lat, lon, precision)
        bits = _BIT["coarse-place"] if precision >= _COARSE_PLACE else 0
        bits |= 0 if place.adm_1 else _BIT["no-division"]
        bits |= _BIT["no-point"] if lat is None or lon is None else 0
        bits |= (
            _BIT["point-differs"] if geom and lat is not None and lon is not None and _differs(geom, lat, lon) else 0
        )
        return self.registers.place(place, self._row), bits

    def _dyad(self, pair: tuple[str, ...]) -> int:
        key, name, side_a, side_b, type_ = (cell.strip() for cell in pair)
        if self.form is Form.ACLED:  # whom it names first says nothing there
            side_a, side_b = sorted((side_a, side_b), key=lambda side: (not side, side))
        named = name or " - ".join(side for side in (side_a, side_b) if side)
        kind = int(type_) if type_ in ("1", "2", "3") else 0
        return self.registers.dyad(Dyad(key or named, named, side_a, side_b, kind))

    def _refuse(self, number: int, cells: list[str]) -> None:
        """Set a row aside that could not be read, with the first cell that is the reason."""
        cells.pop()
        if [cell.strip() for cell in cells] == list(self.table.heading):
            self.report.set_aside(number, "header-again", cells)
            return
        wrong = [(name, code) for name in FIELDS if (code := self._wrong(name, cells))]
        name, code = wrong[0]
        if len({each for each, _ in wrong} & set(_MUST_READ)) > 1 and not all(why == "no-such-day" for _, why in wrong):
            columns = ", ".join(each for each, _ in wrong)
            self.report.set_aside(number, "shifted", cells, column=name, words=f"Not readable: {columns}.")
            return
        self.report.set_aside(number, code, cells, column=name, words=f"{name}: “{cells[self.at[name]].strip()[:60]}”.")

    def _wrong(self, name: str, cells: list[str]) -> str:
        """Why the cell of a field cannot be read, or nothing."""
        at = self.at[name]
        cell = cells[at] if 0 <= at < len(cells) else ""
        try:
            if name in ("date_start", "date_end"):
                if not cell.strip():
                    return "no-day" if name == "date_start" else ""
                days.day(cell)
            elif name in ("latitude", "longitude"):
                degrees(cell)
            elif name in ("date_prec", "where_prec") and cell.strip():
                self.precisions[name == "where_prec"][cell.strip()]
            elif name in ("low", "best", "high", "event_clarity") or name.startswith("deaths_"):
                number_of(cell)
        except days.NotADay:
            return "no-such-day"
        except NotNumber as fault:
            return fault.code
        except KeyError:
            return "precision-unknown"
        return ""


def number_of(cell: str) -> int | None:
    """A whole number that is not below zero; 12.0 is 12, an empty cell none."""
    bare = cell.strip()
    if not bare:
        return None
    if bare.endswith(".0"):
        bare = bare[:-2]
    if not (bare.isascii() and bare.lstrip("-").isdigit()):
        raise NotNumber("not-a-number")
    found = int(bare) if len(bare) < 20 else LARGEST + 1
    if found < 0:
        raise NotNumber("below-zero")
    if found > LARGEST:
        raise NotNumber("too-large")
    return found


def degrees(cell: str) -> float | None:
    """A latitude or longitude as given, also one off the globe; an empty cell is none."""
    if not (bare := cell.strip()):
        return None
    try:
        found = float(bare)
    except ValueError as wrong:
        raise NotNumber("not-a-number") from wrong
    if not abs(found) < 1e6:  # also what is no number at all
        raise NotNumber("not-a-number")
    return found


def _at(at: Mapping[str, int], *, acled: bool) -> dict[str, int]:
    """Where each field stands; what a form has not stands in the empty cell after the last."""
    found: dict[str, Any] = dict(at)
    if acled:
        found |= {name: at[source] for name, source in _ACLED.items() if source in at}
    if "date_start" not in found and "date" in found:
        found["date_start"] = found["date"]
    found.setdefault("date_end", found.get("date_start", -1))
    for name, others in _ELSEWHERE.items():
        found.setdefault(name, next((found[other] for other in others if other in found), -1))
    return {name: found.get(name, -1) for name in FIELDS}


def _differs(geom: str, latitude: float, longitude: float) -> bool:
    """Whether a point in words, longitude first, is another one."""
    words = geom.strip().upper().removeprefix("POINT").strip(" ()").split()
    try:
        there = float(words[0]), float(words[1])
    except (ValueError, IndexError):
        return False
    return abs(there[0] - longitude) > 0.01 or abs(there[1] - latitude) > 0.01
