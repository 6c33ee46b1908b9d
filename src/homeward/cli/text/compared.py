"""What a reader found of what people took from a report, paper by paper: found, not found, and proposed beside them."""

from __future__ import annotations

from collections.abc import Sequence

from homeward.cli.text.letters import apart
from homeward.cli.text.paper import Paper
from homeward.cli.text.words import count
from homeward.reading.queries.views import ComparedView


def compared_page(paper: Paper, papers: Sequence[ComparedView]) -> None:
    """Each report with the difference between the reader's proposals and the statements of the ledger."""
    found = sum(len(each.found) for each in papers)
    recorded = found + sum(len(each.not_found) for each in papers)
    paper.line(
        f"The reports, read by the built-in reader: {found} of {count(recorded, 'statement')} that people took from them."
    )
    for each in papers:
        _one(paper, each)


def _one(paper: Paper, compared: ComparedView) -> None:
    about = compared.paper
    if about.why:
        paper.line(f"{apart(about.title)}: not read. {about.why}", indent=2, under=4)
        return
    recorded = len(compared.found) + len(compared.not_found)
    beside = count(len(compared.beside), "further proposal")
    paper.line(
        f"{apart(about.title)} ({about.language}): {len(compared.found)} of {recorded} found, {beside}, "
        f"{count(compared.unread, 'sentence')} with a reporting word not read.",
        indent=2,
        under=4,
    )
    for matched in compared.found:
        if not matched.agrees:
            told = f"{matched.ref}: recorded as {matched.modality}, read as {matched.proposal.heard.modality}"
            paper.line(told, indent=4, under=6)
    for ref, text in compared.not_found:
        paper.line(f"{ref}: not found: {apart(text)}", indent=4, under=6)
