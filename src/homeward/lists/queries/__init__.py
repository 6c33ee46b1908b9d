"""Every read of lists, as far as the actor may see; doors tell the log whom an answer showed (people.actions.note_reading)."""

from __future__ import annotations

from homeward.lists.queries.aside import count_set_aside, set_aside
from homeward.lists.queries.differences import difference
from homeward.lists.queries.sealed import WasClosed
from homeward.lists.queries.stands import stands
from homeward.lists.queries.uploads import NoSuchUpload, preview, uploads
from homeward.lists.queries.versions import (
    NoSuchList,
    NoSuchVersion,
    list_named,
    lists,
    rows,
    version,
    versions,
    versions_since,
)
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

__all__ = [
    "AsideView",
    "DifferenceView",
    "ListView",
    "NoSuchList",
    "NoSuchUpload",
    "NoSuchVersion",
    "PreviewView",
    "RowView",
    "RowsView",
    "StandView",
    "UploadView",
    "VersionView",
    "WasClosed",
    "count_set_aside",
    "difference",
    "list_named",
    "lists",
    "preview",
    "rows",
    "set_aside",
    "stands",
    "uploads",
    "version",
    "versions",
    "versions_since",
]
