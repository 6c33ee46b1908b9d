"""Datasets and their versions: which one counts, as known at a moment."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access import queries as access
from homeward.hostilities.core.versions import Before
from homeward.hostilities.queries.views import DatasetView, VersionView
from homeward.ledger.queries import knowing
from homeward.ledger.queries.views import Asked, CaseView
from homeward.moments import Clock
from homeward.refusals import Refused

_IN_FORCE = knowing.in_force(Clock.RECORDED, "v.statement_id")
_VERSIONS = f"""
    SELECT v.version_id, v.dataset_id, v.number, v.label, v.downloaded, v.form, v.digest, v.stored, v.set_aside, v.root, v.first,
           v.last, v.recorded_at, v.recorded_by, v.statement_id, s.ref, NOT ({_IN_FORCE}), s.entry::jsonb -> 'content',
           d.title, d.nature, m.name
    FROM hostilities_version v JOIN hostilities_dataset d ON d.dataset_id = v.dataset_id
    JOIN ledger_statement s ON s.id = v.statement_id JOIN ledger_source m ON m.id = d.maker_id
    WHERE v.case_id = %(case)s AND v.recorded_at <= %(known_at)s
    ORDER BY v.rank DESC, v.downloaded DESC, v.position DESC
"""
"""Versions that had come in by then, the one that counts first among those that nobody took back."""


@dataclass(frozen=True, slots=True)
class VersionHeld:
    """A version that is kept already, by its name and that of its dataset."""

    label: str
    named: str


class NoSuchDataset(Refused):
    """There is no such dataset in this case, or none that you may see."""


class NoSuchVersion(Refused):
    """There is no such version of this dataset, or none that you may see."""


def datasets(asked: Asked) -> list[DatasetView]:
    """The datasets of a case by maker and title, each with its versions as known at the time asked, the one that counts first."""
    found: defaultdict[UUID, list[tuple[VersionView, dict[str, Any]]]] = defaultdict(list)
    for view, told in _versions(asked.case, asked.known_then):
        found[view.dataset].append((view, told))
    views = [_dataset(id, every) for id, every in found.items()]
    return sorted(views, key=lambda view: (view.maker.casefold(), view.title.casefold(), str(view.id)))


def dataset_named(asked: Asked, words: str = "") -> DatasetView:
    """The dataset of this id, title or maker; without words the only one of the case."""
    every = datasets(asked)
    name = words.strip().casefold()
    named = [
        view
        for view in every
        if not name or name in (str(view.id), view.title.casefold(), view.maker.casefold(), view.named.casefold())
    ]
    if len(named) == 1:
        return named[0]
    known = "; ".join(f"{view.named} ({view.id})" for view in every) or "none yet"
    raise NoSuchDataset(
        "Several datasets are meant by this." if len(named) > 1 else "",
        where=words or asked.case.slug,
        instead=f"Name one of them: {known}.",
    )


def version_of(dataset: DatasetView, words: str = "") -> VersionView:
    """The version that counts, or the one of this id, number or name."""
    if not words:
        if dataset.version is None:
            raise NoSuchVersion("Every version of this dataset was taken back.", where=dataset.named)
        return dataset.version
    name = words.strip()
    named = [view for view in dataset.versions if name in (str(view.id), str(view.number), view.label)]
    named = [view for view in named if not view.withdrawn] or named
    if not named:
        known = ", ".join(view.label for view in dataset.versions)
        raise NoSuchVersion(where=words, instead=f"There are: {known}.")
    return named[0]


def holding(case: CaseView, digest: str) -> VersionHeld | None:
    """The version of a case that is this very file and was not taken back."""
    for view, told in _versions(case, None):
        if view.digest == digest and not view.withdrawn:
            return VersionHeld(view.label, f"{told['maker_name']}, {told['title']}")
    return None


def before(dataset: UUID) -> Before | None:
    """The version of a dataset that counts now, if it has any."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT v.label, v.rank, v.downloaded, s.entry::jsonb #> '{{content,countries}}'
            FROM hostilities_version v JOIN ledger_statement s ON s.id = v.statement_id
            WHERE v.dataset_id = %(dataset)s AND {_IN_FORCE}
            ORDER BY v.rank DESC, v.downloaded DESC, v.position DESC LIMIT 1
            """,
            {"dataset": dataset, "known_at": "infinity"},
        )
        row = cursor.fetchone()
    return Before(row[0], tuple(row[1]), row[2], tuple(_json(row[3]) or ())) if row else None


def next_number(dataset: UUID) -> int:
    """The number of the version that comes in next; those taken back keep theirs."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(number), 0) + 1 FROM hostilities_version WHERE dataset_id = %s", [dataset])
        (number,) = cursor.fetchone()
    return int(number)


def _versions(case: CaseView, known_at: datetime | None) -> list[tuple[VersionView, dict[str, Any]]]:
    with connection.cursor() as cursor:
        cursor.execute(_VERSIONS, {"case": case.id, "known_at": known_at or "infinity"})
        rows = cursor.fetchall()
    names = access.names_of({row[13] for row in rows})
    found = []
    for row in rows:
        told = {**_json(row[17]), "title": row[18], "nature": row[19], "maker_name": row[20]}
        found.append((_version(row, told, names), told))
    return found


def _version(row: tuple[Any, ...], told: dict[str, Any], names: dict[UUID, str]) -> VersionView:
    return VersionView(
        id=row[0],
        dataset=row[1],
        number=row[2],
        label=row[3],
        downloaded=row[4],
        form=row[5],
        digest=row[6],
        rows=row[7] + row[8],
        stored=row[7],
        set_aside=row[8],
        root=row[9],
        first=row[10],
        last=row[11],
        covers_inferred=bool(told.get("covers_inferred")),
        licence=told.get("licence", ""),
        attribution=told.get("attribution", ""),
        recorded_at=row[12],
        recorded_by=names.get(row[13], ""),
        statement=row[14],
        ref=row[15],
        warnings=tuple((each["code"], each["rows"]) for each in told.get("found", ())),
        withdrawn=row[16],
    )


def _dataset(id: UUID, every: list[tuple[VersionView, dict[str, Any]]]) -> DatasetView:
    counts = next((pair for pair in every if not pair[0].withdrawn), None)
    _, told = counts or every[0]
    return DatasetView(
        id=id,
        maker=told["maker_name"],
        title=told["title"],
        nature=told["nature"],
        countries=tuple(told.get("countries", ())),
        measures=tuple(told.get("measures", ())),
        version=counts[0] if counts else None,
        versions=tuple(view for view, _ in every),
    )


def _json(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value
