"""What lists answer with as plain values, in the one JSON form that commands and the API give."""

from __future__ import annotations

from typing import Any

from homeward.lists.queries.views import (
    AsideView,
    DifferenceView,
    ListView,
    PreviewView,
    RowsView,
    RowView,
    StandView,
    UploadView,
    VersionView,
)
from homeward.moments import stamp


def upload_json(view: UploadView) -> dict[str, Any]:
    """A file that came in; `name` is null once it is closed, counts before the first look."""
    return {
        "upload": str(view.id),
        "list": str(view.list),
        "authority": view.authority,
        "title": view.title,
        "name": view.name,
        "media_type": view.media_type or None,
        "state": view.state,
        "declared": view.declared.as_json() if view.declared else None,
        "received_at": stamp(view.received_at),
        "received_by": view.received_by,
        "stored": view.rows,
        "set_aside": view.aside,
        "questions": view.asked,
        "warnings": view.warned,
        "version": view.number,
    }


def preview_json(view: PreviewView) -> dict[str, Any]:
    """A file with the report of the last look at it, in the form of `lists check`, and what is settled."""
    return {
        **upload_json(view.upload),
        "report": dict(view.report) if view.report is not None else None,
        "answers": view.answers.as_json() if view.answers else None,
        "keyed": [
            {
                "row": row.number,
                "typed_by": len(row.typed),
                "agreed": row.agreed is not None,
                "differing": [field.value for field in row.differing],
            }
            for row in view.keyed
        ],
    }


def version_json(view: VersionView) -> dict[str, Any]:
    """A version with what came of it."""
    return {
        "version": str(view.id),
        "list": str(view.list),
        "authority": view.authority,
        "title": view.title,
        "number": view.number,
        "declared": view.declared.as_json() if view.declared else None,
        "recorded_at": stamp(view.recorded_at),
        "recorded_by": view.recorded_by,
        "media_type": view.media_type,
        "digest": view.digest,
        "stored": view.stored,
        "set_aside": view.set_aside,
        "changes": dict(view.changes),
        "withdrawn": view.withdrawn,
        "original_closed": view.closed,
        "removals": {"settled": view.removals, "reason": view.reason or None} if view.removals else None,
    }


def list_json(view: ListView) -> dict[str, Any]:
    """A list with its last version that counts."""
    return {
        "list": str(view.id),
        "authority": view.authority,
        "title": view.title,
        "versions": view.versions,
        "last": version_json(view.last) if view.last else None,
        "open_lines": view.open_lines,
        "waiting": view.waiting,
    }


def row_json(view: RowView) -> dict[str, Any]:
    """A row with what it says and said before; values are null once the person was forgotten."""
    return {
        "sheet": view.sheet or None,
        "row": view.number or None,
        "change": view.change,
        "fields": list(view.fields),
        "record": str(view.record),
        "person": str(view.person),
        "values": view.values.as_json() if view.values else None,
        "before": view.before.as_json() if view.before else None,
    }


def rows_json(view: RowsView) -> dict[str, Any]:
    """A page of rows."""
    return {**version_json(view.version), "count": view.count, "rows": [row_json(row) for row in view.rows]}


def difference_json(view: DifferenceView) -> dict[str, Any]:
    """How two versions differ."""
    return {
        "from": version_json(view.one),
        "to": version_json(view.other),
        "counts": dict(view.counts),
        "rows": [row_json(row) for row in view.rows],
    }


def aside_json(view: AsideView) -> dict[str, Any]:
    """A line that was set aside; cells are null once it is closed."""
    return {
        "line": str(view.id),
        "list": str(view.list),
        "authority": view.authority,
        "title": view.title,
        "version": str(view.version),
        "number": view.number,
        "sheet": view.sheet,
        "row": view.row,
        "code": view.code,
        "reason": view.reason,
        "cells": list(view.cells) if view.cells is not None else None,
        "headings": list(view.headings),
        "typed": dict(view.typed),
        "two_people": view.twice,
        "keyed_by": list(view.keyed_by),
        "settled": view.settled or None,
        "settled_as": view.settled_as or None,
        "settled_by": view.settled_by or None,
        "person": str(view.person) if view.person else None,
        "recorded_at": stamp(view.recorded_at),
    }


def stand_json(view: StandView) -> dict[str, Any]:
    """That somebody stands, or stood, on a list."""
    return {
        "list": str(view.list),
        "authority": view.authority,
        "title": view.title,
        "stands": view.stands,
        "since": version_json(view.since),
        "last": version_json(view.last),
        "until": version_json(view.until) if view.until else None,
        "sheet": view.sheet or None,
        "row": view.row or None,
        "record": str(view.record),
        "change": view.change,
    }
