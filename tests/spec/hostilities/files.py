"""Invented files of events and of daily numbers for the tests, and the short ways in which they come in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from homeward.access.models import Actor
from homeward.hostilities import actions
from homeward.hostilities.formats.reading import Reading, read
from homeward.ledger import actions as ledger
from homeward.ledger.queries import cases
from homeward.ledger.queries.views import CaseView
from tests.cast import Desk
from tests.conftest import TOP

DATA = TOP.parent / "shared" / "data" / "hostilities"
CUT = (
    "id type_of_violence conflict_name dyad_new_id dyad_name side_a side_b source_office where_prec where_coordinates adm_1 adm_2 "
    "latitude longitude event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown low best high"
).split()
EVENT: dict[str, Any] = {
    "id": "1", "type_of_violence": "1", "conflict_name": "Northland: Government", "dyad_new_id": "77",
    "dyad_name": "Government of Northland - Southern Front", "side_a": "Government of Northland", "side_b": "Southern Front",
    "source_office": "An agency", "where_prec": "1", "where_coordinates": "Verba town", "adm_1": "Verba province",
    "adm_2": "Verba district", "latitude": "36.2", "longitude": "37.1", "event_clarity": "1", "date_prec": "1",
    "date_start": "2016-05-01", "date_end": "2016-05-01", "deaths_a": "1", "deaths_b": "2", "deaths_civilians": "0",
    "deaths_unknown": "0", "low": "2", "best": "3", "high": "5",
}  # fmt: skip


def event(id: int | str, **cells: Any) -> dict[str, str]:
    """One invented event; what is not given is that of EVENT, and a day stands at both ends."""
    if "day" in cells:
        cells["date_start"] = cells["date_end"] = cells.pop("day")
    if "deaths" in cells:
        number = cells.pop("deaths")
        cells |= {"low": number, "best": number, "high": number, "deaths_a": number, "deaths_b": 0}
    return {**EVENT, "id": str(id), **{name: str(cell) for name, cell in cells.items()}}


def written(
    rows: Iterable[Mapping[str, str]], columns: Iterable[str] = CUT, *, delimiter: str = ",", encoding: str = "utf-8"
) -> bytes:
    """A file of these rows under these columns."""
    out = io.StringIO()
    names = list(columns)
    writer = csv.DictWriter(out, names, delimiter=delimiter, extrasaction="ignore", restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(encoding)


def looked_at(data: bytes | Path, **told: Any) -> Reading:
    """What a look at a file finds."""
    name, held = (data.name, data.read_bytes()) if isinstance(data, Path) else ("events.csv", data)
    return read(name, held, **told).to_the_end()


def codes_by_row(reading: Reading) -> dict[int, set[str]]:
    """The codes that are told of each row."""
    found: dict[int, set[str]] = {}
    for notice in reading.report.notices:
        if notice.row:
            found.setdefault(notice.row, set()).add(notice.code)
    return found


def aside(reading: Reading) -> list[tuple[int, str]]:
    """The rows that are set aside, with why."""
    return [(one.number, one.code) for one in reading.report.aside]


def shared(name: str) -> Path:
    """A file of the shared data; the test skips where it is not there."""
    file = DATA / name
    if not file.exists():
        pytest.skip(f"{name} lies outside the repository and is not here")
    return file


def opened_case(desk: Desk, slug: str = "crossing") -> CaseView:
    """A case without anything in it."""
    with desk.acting() as by:
        ledger.open_case(
            slug=slug, title="Crossing", zone_name="UTC", compartment=desk.compartment.id, by=by, at=desk.now
        )
        return cases.case(slug)


def received(
    desk: Desk,
    case: CaseView,
    data: bytes | Path,
    *,
    maker: str = "An institute",
    version: str = "1.0",
    downloaded: str = "2026-01-02",
    accept_warnings: bool = False,
    by: Actor | None = None,
    **told: str,
) -> actions.Received:
    """A file that comes in as a version of a dataset."""
    name, held = (data.name, data.read_bytes()) if isinstance(data, Path) else ("events.csv", data)
    about = actions.About(maker=maker, version=version, downloaded=downloaded, **told)
    with desk.acting(by) as actor:
        return actions.receive(
            case=case, name=name, data=held, about=about, accept_warnings=accept_warnings, by=actor, at=desk.now
        )
