"""Every read of lists, as far as the actor may see; doors tell the log whom an answer showed (people.actions.note_reading)."""

from __future__ import annotations

from homeward.lists.queries.aside import count_set_aside, set_aside
from homeward.lists.queries.differences import difference
from homeward.lists.queries.entries import (
    EntryOf,
    KnownVersion,
    WaitingLine,
    entries,
    known_versions,
    people_by_version,
    statements_of,
    waiting_lines,
)
from homeward.lists.queries.hints import hints
from homeward.lists.queries.progress import ProgressView, progress
from homeward.lists.queries.proofs import Proof, proved
from homeward.lists.queries.sealed import WasClosed
from homeward.lists.queries.stands import stands
from homeward.lists.queries.uploads import NoSuchUpload, coming, preview, typed_by, uploads
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
    EntryView,
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
    "EntryOf",
    "EntryView",
    "KnownVersion",
    "ListView",
    "NoSuchList",
    "NoSuchUpload",
    "NoSuchVersion",
    "PreviewView",
    "ProgressView",
    "Proof",
    "RowView",
    "RowsView",
    "StandView",
    "UploadView",
    "VersionView",
    "WaitingLine",
    "WasClosed",
    "coming",
    "count_set_aside",
    "difference",
    "entries",
    "hints",
    "known_versions",
    "list_named",
    "lists",
    "people_by_version",
    "preview",
    "progress",
    "proved",
    "rows",
    "set_aside",
    "stands",
    "statements_of",
    "typed_by",
    "uploads",
    "version",
    "versions",
    "versions_since",
    "waiting_lines",
]
