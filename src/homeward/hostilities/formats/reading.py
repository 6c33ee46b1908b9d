"""The one door for files of hostilities: bytes in, values out one after another; what was found is told at the end."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from homeward.hostilities.core import codes, points
from homeward.hostilities.core.report import Report
from homeward.hostilities.core.rows import Registers, Value
from homeward.hostilities.formats import forms
from homeward.hostilities.formats.daily import Daily
from homeward.hostilities.formats.events import Events
from homeward.hostilities.formats.forms import Form
from homeward.hostilities.formats.table import Table, table
from homeward.refusals import Grade

_MOST_STRETCHES = 20
_SURE = 3  # the coarsest precision of a day whose row shows which days a file covers


@dataclass(slots=True)
class Reading:
    """A file that is being read: take its `values` to the end, then `registers`, `report` and what it covers are whole."""

    table: Table
    form: Form
    digest: str
    size: int
    country: str
    registers: Registers = field(default_factory=Registers)
    report: Report = field(default_factory=Report)
    measures: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    countries: tuple[str, ...] = ()
    _rows: Events | Daily | None = None

    def values(self) -> Iterator[Value]:
        """The values of the file; after the last one what concerns the file as a whole is told too."""
        assert self._rows is not None, "a reading is made by read()"
        report, first, last, kept = self.report, date.max, date.min, 0
        for value in self._rows.values():
            kept += 1
            if value.date_prec <= _SURE:
                if value.first < first:
                    first = value.first
                if value.last > last:
                    last = value.last
            yield value
        report.values = kept
        if first <= last:
            self.first, self.last = first, last
        self._finish()

    def to_the_end(self) -> Reading:
        """Read everything and keep nothing but the report and the registers."""
        for _ in self.values():
            pass
        return self

    def _finish(self) -> None:
        rows, report = self._rows, self.report
        self.measures = rows.measures if isinstance(rows, Daily) else ("deaths",)
        self.countries = tuple(sorted({place.country for place in self.registers.places if place.country}))
        self._tell_letters()
        if self.form is Form.GED_49 and report.counts["not-cleared"]:
            self.form = Form.CANDIDATE
        if self.form.of_events:
            self._tell_events()
        else:
            self._tell_days()
        if report.counts["header-again"]:
            report.about("two-files", "The heading stands in it more than once: files were put together.", doubt=True)
        assert rows is not None
        if len(rows.spellings) > 1:
            told = " and ".join(sorted(rows.spellings))
            report.about(
                "days-spelled-differently", f"Days are written as {told}: perhaps two versions in one file.", doubt=True
            )
        if isinstance(rows, Events) and len(rows.versions) > 1:
            told = ", ".join(sorted(rows.versions)[:6])
            report.about("versions-mixed", f"Its rows name several versions: {told}.", doubt=True)

    def _tell_letters(self) -> None:
        for finding in self.table.told:
            self.report.about(finding.code, finding.message, doubt=finding.grade is Grade.DOUBT)

    def _tell_events(self) -> None:
        report, doubts = self.report, points.doubtful(self.registers)
        self.registers.place_doubts = doubts
        for place, number in self.registers.places.items():
            for code in codes.of(doubts.get(number, 0)):
                where = f"{place.latitude}, {place.longitude}, {place.name or place.adm_1}"
                row = self.registers.first_rows[number]
                report.note(code, row, "latitude", f"{codes.FLAGS[code]} {where}; all rows of this point.")
        if self.form.lethal_only:
            report.about(
                "lethal-only",
                "It holds lethal events only: a day without a row is one without recorded deaths, and not a quiet day.",
            )
        if not self.countries:
            report.about("no-country", "No row names a country: give it with --country, or ask by division or box.")

    def _tell_days(self) -> None:
        assert isinstance(self._rows, Daily)
        stretches = self._rows.missing()
        for first, last in stretches[:_MOST_STRETCHES]:
            days = (last - first).days + 1
            words = f"No row for {first}" + (f" to {last}, {days:,} days" if days > 1 else "") + ": a gap, not zero."
            self.report.about("days-missing", words, column=self._rows.day_column)
        if more := stretches[_MOST_STRETCHES:]:
            days = sum((last - first).days + 1 for first, last in more)
            self.report.about("days-missing", f"No row for {days:,} further days: gaps, not zero.")


def read(name: str, data: bytes, *, encoding: str = "", downloaded: date | None = None, country: str = "") -> Reading:
    """Open a file of hostilities; refuses one that is empty, damaged or of no form that is known.

    `downloaded` is the day on which it was: no event lies after it. `country` stands for rows of a form without one.
    """
    opened = table(name, data, encoding=encoding)
    told = forms.told(opened.heading, opened.tags, opened.where)
    reading = Reading(opened, told.form, hashlib.sha256(data).hexdigest(), len(data), " ".join(country.split()))
    reader = Events if told.form.of_events else Daily
    reading._rows = reader(opened, told, reading.registers, reading.report, until=downloaded, country=reading.country)
    return reading


def reading_json(reading: Reading) -> dict[str, Any]:
    """The form and what a file covers, then the report of it, as programs rely on them."""
    return {
        "form": reading.form.value,
        "form_in_words": reading.form.words,
        "nature": reading.form.nature,
        "encoding": reading.table.encoding,
        "delimiter": reading.table.delimiter,
        "digest": reading.digest,
        "countries": list(reading.countries),
        "measures": list(reading.measures),
        "places": len(reading.registers.places),
        "pairs": len(reading.registers.dyads),
        "first": reading.first.isoformat() if reading.first else None,
        "last": reading.last.isoformat() if reading.last else None,
        **reading.report.as_json(),
    }
