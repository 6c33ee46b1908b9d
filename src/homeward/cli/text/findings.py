"""What was found in a file that came in: a line of it for people, a row of it for programs."""

from __future__ import annotations

from homeward.cli.text.letters import plain
from homeward.cli.text.paper import Paper
from homeward.refusals import Finding


def finding_line(paper: Paper, finding: Finding) -> None:
    """How much it weighs, where it is, and what to do about it."""
    paper.line(f"{finding.grade}: {plain(finding.where)}: {plain(finding.message)}", indent=2, under=4)


def finding_json(finding: Finding) -> dict[str, str]:
    """One thing found in what came in."""
    return {
        "grade": finding.grade.value,
        "code": finding.code,
        "where": finding.where,
        "message": finding.message,
    }
