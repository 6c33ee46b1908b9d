"""Lists that came in, for people: files that wait, versions, differences, rows, lines set aside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from homeward.cli.text.letters import apart, plain
from homeward.cli.text.paper import BOLD, Paper
from homeward.cli.text.words import count, joined
from homeward.lists.queries import (
    AsideView,
    DifferenceView,
    ListView,
    PreviewView,
    Proof,
    RowsView,
    RowView,
    UploadView,
    VersionView,
)
from homeward.people.core.values import Values

STATES = {
    "checking": "is being looked at",
    "asking": "waits for answers",
    "ready": "can be taken in",
    "keying": "is keyed by hand",
    "taking": "is being taken in",
    "taken": "is taken in",
    "rejected": "was not taken in",
    "given_up": "was given up",
}
CHANGES = {
    "in": "came",
    "out": "went",
    "changed": "changed",
    "corrected": "corrected",
    "moved": "moved",
    "same": "the same",
    "kept": "kept, though no row gives them",
}
SHOWN = 20


def preview_page(paper: Paper, view: PreviewView) -> None:
    """What became of a file: taken in as which version, or why not, what is asked, what was set aside."""
    upload, report = view.upload, view.report or {}
    which = f" as version {upload.number}" if upload.number else ""
    paper.line(f"{apart(upload.name or 'A closed file')} {STATES[upload.state]}{which}.", style=BOLD)
    paper.faint(f"{apart(upload.title)}, {apart(upload.authority)}; file {upload.id}")
    if upload.state != "taken" and (message := report.get("message")):
        paper.line(plain(message))
    if upload.rows is not None:
        paper.line(f"{upload.rows:,} stored, {upload.aside:,} set aside.")
    if changes := report.get("changes"):
        paper.line(_changes(changes))
    for question in report.get("questions", ()):
        paper.line(f"Asked: {plain(question['question'])} [{question['code']}]", indent=2, under=4)
        for choice in question["choices"][:6]:
            paper.line(f"{plain(choice['answer'])}: {plain(choice['means'])}", indent=4, under=6)
    for line in report.get("quarantined", ())[:SHOWN]:
        paper.line(f"Set aside: row {line['row']:,}: {plain(line['reason'])}", indent=2, under=4)
    for warning in report.get("warnings", ())[:SHOWN]:
        row = f"row {warning['row']:,}: " if warning["row"] else ""
        paper.line(f"To look at: {row}{plain(warning['message'])} [{warning['code']}]", indent=2, under=4)


def lists_page(paper: Paper, lists: Sequence[ListView], waiting: Sequence[UploadView]) -> None:
    """The lists of a case, and what waits."""
    if not lists:
        paper.line("No list was taken in.")
    for view in lists:
        paper.heading(f"{apart(view.title)}, {apart(view.authority)}")
        paper.faint(str(view.id))
        if view.last:
            _version(paper, view.last)
        if view.open_lines:
            paper.line(f"{count(view.open_lines, 'line')} set aside and waiting.", indent=2)
    if waiting:
        paper.heading("Waiting")
    for upload in waiting:
        name = apart(upload.name) if upload.name else "a closed file"
        paper.line(f"{name}, {apart(upload.title)}: {STATES[upload.state]}", indent=2, under=4)
        paper.faint(str(upload.id), indent=4)


def versions_page(paper: Paper, view: ListView, versions: Sequence[VersionView]) -> None:
    """The versions of a list, the last first."""
    paper.line(f"{apart(view.title)}, {apart(view.authority)}", style=BOLD)
    for version in versions:
        _version(paper, version)


def difference_page(paper: Paper, view: DifferenceView) -> None:
    """How two versions differ."""
    paper.line(f"{apart(view.one.title)}: version {view.one.number} to {view.other.number}", style=BOLD)
    paper.line(_changes(view.counts))
    _rows(paper, view.rows)


def rows_page(paper: Paper, view: RowsView) -> None:
    """A page of the rows of a version."""
    paper.line(f"{apart(view.version.title)}, version {view.version.number}: {count(view.count, 'row')}", style=BOLD)
    _rows(paper, view.rows)


def aside_page(paper: Paper, lines: Sequence[AsideView], number: int) -> None:
    """Lines that were set aside."""
    paper.line(f"{count(number, 'line')} set aside.", style=BOLD)
    for view in lines:
        settled = f"; {view.settled} by {apart(view.settled_by)} as {view.settled_as}" if view.settled else ""
        paper.line(f"{apart(view.title)}, version {view.number}, row {view.row:,}{settled}", indent=2)
        paper.faint(str(view.id), indent=4)
        paper.line(plain(view.reason or "It is closed."), indent=4)
        if view.cells:
            paper.line(" | ".join(apart(cell) for cell in view.cells if cell.strip()), indent=4, under=6)


def proof_page(paper: Paper, proof: Proof) -> None:
    """Whether files and rows are those that the ledger tells of."""
    closed = f"; {count(proof.closed, 'file')} closed, since somebody was forgotten" if proof.closed else ""
    paper.line(f"{count(proof.versions, 'version')} looked at, {len(proof.wrong):,} wrong{closed}.", style=BOLD)
    for words in proof.wrong:
        paper.line(plain(words), indent=2, under=4)


def _version(paper: Paper, view: VersionView) -> None:
    day = f" of {plain(view.declared.words)}" if view.declared else ""
    back = ", taken back" if view.withdrawn else ""
    paper.line(
        f"Version {view.number}{day}{back}: {view.stored:,} stored, {view.set_aside:,} set aside", indent=2, under=4
    )
    paper.line(_changes(view.changes), indent=4)


def _changes(counts: Mapping[str, int]) -> str:
    told = [f"{counts[kind]:,} {words}" for kind, words in CHANGES.items() if counts.get(kind)]
    return (", ".join(told) or "Nobody came and nobody went") + "."


def _rows(paper: Paper, rows: Sequence[RowView]) -> None:
    for row in rows:
        label = f"{row.number:,}" if row.number else "-"
        paper.row(label, joined([_said(row.values), CHANGES.get(row.change, row.change)]), indent=2, at=10)
        if row.before:
            paper.faint(f"before: {_said(row.before)}", indent=10)


def _said(values: Values | None) -> str:
    if values is None:
        return "forgotten"
    names = apart(values.names[0].words) if values.names else ""
    birth = apart(values.birth.words) if values.birth else ""
    return joined([names, birth, *(apart(each.number) for each in values.documents if each.number)])
