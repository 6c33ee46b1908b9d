"""Manifests and boarding for people at a terminal."""

from __future__ import annotations

from homeward.cli.text.letters import apart
from homeward.cli.text.paper import BOLD, Paper
from homeward.cli.text.words import count
from homeward.crossings.queries.boarding import BoardedView
from homeward.crossings.queries.manifests import ManifestView

AT = 26


def manifest_page(paper: Paper, view: ManifestView) -> None:
    """The seats of a convoy with who signed them."""
    paper.line(
        f"{view.window.crossing.name}, {view.window.on}: {view.convoy.pickup.name} {view.convoy.departs}", style=BOLD
    )
    if view.waiting:
        paper.line(f"Version {view.waiting.number} waits for a second person ({view.waiting.signed.ref}).")
    elif view.changed:
        paper.line("The seats are not those of a version that holds.")
    for seat in view.seats:
        name = seat.line.names[0] if seat.line and seat.line.names else "name not shown to you"
        cleared = "" if seat.cleared else ", not cleared by all"
        paper.row(f"{seat.row} {seat.family}", f"{apart(name)}, {seat.vehicle}, {seat.place}{cleared}", at=AT)
    for version in view.versions:
        second = f", second {version.published.recorded_by} ({version.published.ref})" if version.published else ""
        holds = ", holds" if version.holds else ""
        first = f"first {version.signed.recorded_by} ({version.signed.ref})"
        paper.row(
            f"version {version.number}", f"{count(version.people, 'person', 'people')}, {first}{second}{holds}", at=AT
        )
    for file in view.files:
        words = f"{file.recipient}, {file.language}, version {file.version}, {count(file.people, 'person', 'people')}"
        paper.row("file", f"{words} ({file.given.ref})", at=AT)


def board_page(paper: Paper, view: BoardedView) -> None:
    """The numbers and what keeps them from closing; people by row."""
    n, rows = view.board.numbers, {person: seat.row for person, seat in view.seats.items()}
    paper.line(f"{view.window.crossing.name}, {view.window.on}: version {view.version}", style=BOLD)
    paper.line(
        f"manifested {n.manifested} = boarded {n.boarded} + not come {n.no_show} + not let on {n.refused}"
        f" (+ nobody has said {n.waiting} + in conflict {n.contested})"
    )
    paper.line(
        f"boarded {n.boarded} = crossed {n.crossed} + turned back {n.turned_back} + in transit {n.in_transit}"
        f" (+ in conflict {n.contested_at_gate})"
    )
    paper.line("The numbers close." if n.closes else "The numbers do not close yet.")
    for each in view.board.conflicts:
        said = ", ".join(sorted(f"{word.state}" for word in each.words))
        paper.row(f"row {rows[each.seat.person]}", f"phones differ: {said}", at=AT)
    for split in view.board.splits:
        through, back = (", ".join(str(rows[person]) for person in part) for part in (split.through, split.back))
        where = f"taken apart at the {split.where}: rows {through} go on, rows {back} do not"
        paper.row(f"family {view.letters[split.family]}", where, at=AT)
    for phone in view.phones:
        gaps = ", ".join(f"{gap.first} to {gap.last}" for gap in phone.missing)
        revoked = "" if phone.revoked_after is None else f", revoked: counts up to {phone.revoked_after}"
        paper.row(
            phone.name,
            f"{count(phone.words, 'word', 'words')}{f', not come in: {gaps}' if gaps else ''}{revoked}",
            at=AT,
        )
    if view.board.walk_ons:
        waiting = sum(each.second is None for each in view.board.walk_ons)
        paper.line(f"{len(view.board.walk_ons)} walked on, {waiting} of them wait for a second person.")
    if view.board.apart:
        paper.line(f"{len(view.board.apart)} words are kept apart.")
