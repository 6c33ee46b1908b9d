"""What every answer about a case says first: whose case, which moment, by which clock."""

from __future__ import annotations

from homeward.cli.text.letters import apart
from homeward.cli.text.paper import BOLD, Paper
from homeward.cli.text.words import joined, known, world
from homeward.ledger.queries.views import Asked


def head(paper: Paper, asked: Asked) -> None:
    """Whose case this is and which moment is shown; the past is named."""
    case = asked.case
    paper.line(apart(case.title), style=BOLD)
    paper.faint(joined([case.slug, f"compartment {case.compartment_slug}", f"times of {case.zone.key}"]))
    paper.line(f"World as of {world(asked)}, as known {known(asked)}, by the clock of what was {asked.clock}.", under=2)
    if asked.past:
        paper.line("You are looking at the past. Back to now: leave out --as-of and --known-at.", under=2)
