"""Cases in words: what a loading did, and which there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from homeward.cli.text.findings import finding_json, finding_line
from homeward.cli.text.letters import apart
from homeward.cli.text.paper import Paper
from homeward.cli.text.words import count, joined
from homeward.ledger.actions import Loaded
from homeward.ledger.queries.views import CaseView


def loaded_page(paper: Paper, loaded: Loaded) -> None:
    """What was added, what was there, and what was noted on the way, each with its place."""
    paper.line(f"{apart(loaded.title)} ({loaded.case})")
    there = f", {loaded.known:,} there before" if loaded.known else ""
    paper.line(f"{count(loaded.added, 'row')} added to the ledger{there}." if loaded.added else "Nothing was new.")
    for finding in loaded.findings:
        finding_line(paper, finding)
    paper.gap()
    paper.faint(f"The picture: homeward brief --case {loaded.case}")


def loaded_json(loaded: Loaded) -> dict[str, Any]:
    """What a loading did."""
    return {
        "case": loaded.case,
        "title": loaded.title,
        "added": loaded.added,
        "known": loaded.known,
        "findings": [finding_json(finding) for finding in loaded.findings],
    }


def cases_page(paper: Paper, cases: Sequence[CaseView]) -> None:
    """Each case with its title, zone and compartment."""
    if not cases:
        paper.line("There is no case here that you may see.")
        paper.faint("homeward case load FILE, or homeward case open ID --title TITLE --zone ZONE")
    for case in cases:
        paper.row(case.slug, apart(case.title), at=24)
        may = "" if case.may_write else "to read only"
        paper.faint(
            joined([f"compartment {case.compartment_slug}", case.zone.key, f"clock: {case.clock}", may]), indent=24
        )
