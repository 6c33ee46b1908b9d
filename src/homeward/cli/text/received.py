"""Reports that were taken in: what came of each paper, for people and for programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from homeward.cli.text.findings import finding_json, finding_line
from homeward.cli.text.letters import apart, plain
from homeward.cli.text.paper import BOLD, Paper
from homeward.cli.text.words import count, joined, when
from homeward.ledger.queries.views import CaseView
from homeward.reading.actions import Received
from homeward.reading.queries.views import PaperView
from homeward.refusals import Refused, Unacceptable


@dataclass(frozen=True, slots=True)
class Told:
    """A file: what came of its papers, or why it was refused."""

    name: str
    papers: tuple[tuple[Received, PaperView], ...]
    refused: Refused | None = None


def received_json(case: str, told: Sequence[Told]) -> dict[str, Any]:
    """What came of each file, in the order given."""
    return {"case": case, "files": [_file_json(each) for each in told]}


def paper_json(view: PaperView) -> dict[str, Any]:
    """A paper as a line of the inbox."""
    return {
        "document": str(view.document_id),
        "title": view.title,
        "outlets": list(view.outlets),
        "url": view.url or None,
        "language": view.language,
        "state": view.state,
        "why": view.why or None,
        "proposed": view.proposed,
        "confirmed": view.confirmed,
        "refused": view.refused,
        "missed": view.missed,
        "open": view.open,
        "near_copies": view.copies,
    }


def received_page(paper: Paper, told: Sequence[Told]) -> None:
    """Each file with its papers: new or not, how many statements are proposed, and what is to be known."""
    for each in told:
        paper.gap()
        if each.refused is not None:
            _refused(paper, each)
        for received, view in each.papers:
            paper.line(apart(view.title), style=BOLD)
            paper.line(_came(received, view), indent=2)
            paper.faint(f"{view.document_id}", indent=2)
            if view.why:
                paper.line(f"Not read: {plain(view.why)}", indent=2, under=4)
            for finding in received.findings:
                finding_line(paper, finding)


def in_one_line(told: Told) -> str:
    """What came of a file, said beside the answer while a folder is watched."""
    new = [view for received, view in told.papers if received.new]
    further = [received.further for received, _ in told.papers if received.further]
    waits = any(view.state == "waiting" for view in new)
    proposed = count(sum(view.proposed for view in new), "statement") + " proposed"
    return joined(
        [
            f"{count(len(new), 'new paper')}, {'to be read' if waits else proposed}" if new else "came before",
            f"also carried by {plain(further[0])}" if further else "",
            "; ".join(dict.fromkeys(f"not read: {plain(view.why)}" for view in new if view.why)),
        ]
    )


def papers_page(paper: Paper, case: CaseView, papers: Sequence[PaperView]) -> None:
    """The papers of a case as its inbox shows them."""
    if not papers:
        paper.line("No paper came in here.")
    for view in papers:
        paper.line(apart(view.title), style=BOLD)
        named = ", ".join(apart(outlet) for outlet in view.outlets)
        paper.line(joined([named, when(view.published, case.zone), _read(view)]), indent=2, under=4)
        paper.faint(f"{view.document_id}", indent=2)


def _came(received: Received, view: PaperView) -> str:
    came = "New" if received.new else "Came before"
    if received.further:
        came = f"The same text came before; now also carried by {apart(received.further)}"
    return joined([came, _read(view), count(view.copies, "near-copy", "near-copies") if view.copies else ""])


def _read(view: PaperView) -> str:
    if view.state == "waiting":
        return "waits to be read"
    decided = view.confirmed + view.refused + view.missed
    return joined(
        [view.language, count(view.proposed, "statement") + " proposed", f"{decided} decided" if decided else ""]
    )


def _file_json(told: Told) -> dict[str, Any]:
    refused = told.refused
    return {
        "file": told.name,
        "refused": None
        if refused is None
        else {
            "message": refused.message,
            "where": refused.where or None,
            "instead": refused.instead or None,
            "findings": [finding_json(finding) for finding in _findings(refused)],
        },
        "papers": [
            {
                **paper_json(view),
                "new": received.new,
                "further_outlet": received.further or None,
                "findings": [finding_json(finding) for finding in received.findings],
            }
            for received, view in told.papers
        ],
    }


def _refused(paper: Paper, told: Told) -> None:
    assert told.refused is not None
    paper.line(apart(told.name), style=BOLD)
    paper.line(f"Refused: {plain(told.refused.message)} {plain(told.refused.instead)}".rstrip(), indent=2, under=4)
    for finding in _findings(told.refused):
        finding_line(paper, finding)


def _findings(refused: Refused) -> list[Any]:
    return list(refused.findings) if isinstance(refused, Unacceptable) else []
