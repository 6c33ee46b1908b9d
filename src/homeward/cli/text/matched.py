"""Two lists that were held against each other, for people: the likeliest first, each with its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from homeward.cli.text.letters import apart, plain
from homeward.cli.text.paper import BOLD, Paper
from homeward.cli.text.words import count
from homeward.lists.core.checked import Checked
from homeward.matching.core.said import reasons
from homeward.matching.core.verdict import Verdict, verdict
from homeward.matching.engines import Linked, Pair

SHOWN = 100
"""Pairs that are shown; programs get all."""
HEADINGS = {Verdict.SAME: "One person, by all that is seen", Verdict.DOUBTFUL: "Doubtful: a person decides"}


def matched_page(
    paper: Paper, left: tuple[str, Checked], right: tuple[str, Checked], linked: Linked, warnings: Sequence[str]
) -> None:
    """What was compared, pairs by verdict with their reasons, and how many are said to be on one list only."""
    ones, others = left[1], right[1]
    paper.line(f"{apart(left[0])} beside {apart(right[0])}", style=BOLD)
    alone = sum(share > 0.5 for share in linked.nobody.values())
    paper.line(
        f"{count(len(ones.rows), 'row')} beside {count(len(others.rows), 'row')}; {count(linked.compared, 'pair')} weighed. "
        f"{alone:,} are more likely not on the other list. Nothing was recorded."
    )
    for warning in warnings:
        paper.line(plain(warning), under=2)
    by_verdict: dict[Verdict, list[Pair]] = {each: [] for each in Verdict}
    for pair in linked.pairs:
        by_verdict[verdict(pair.probability, pair.levels)].append(pair)
    for each, heading in HEADINGS.items():
        found = sorted(by_verdict[each], key=lambda pair: -pair.probability)
        if found:
            paper.heading(f"{heading} ({len(found):,})")
        for pair in found[:SHOWN]:
            _pair(paper, pair, ones, others)
        if len(found) > SHOWN:
            paper.faint(f"and {len(found) - SHOWN:,} more; --format json has all")


def _pair(paper: Paper, pair: Pair, ones: Checked, others: Checked) -> None:
    told = " ~ ".join(_row(seen, id) for seen, id in ((ones, pair.left), (others, pair.right)))
    paper.line(f"{_share(pair.probability)}  {told}", under=3)
    for reason in reasons(pair.levels, pair.bits):
        paper.line(reason.words, indent=3, under=5)


def _row(seen: Checked, id: str) -> str:
    row = seen.rows[int(id)]
    name = row.values.names[0].words if row.values.names else "no name"
    return f"row {row.number:,} {apart(name)}"


def _share(probability: float) -> str:
    """A probability as a whole number of hundred, never told as certain."""
    hundred = round(100 * probability)
    return "> 99 %" if hundred >= 100 else f"{hundred:>3} %" if hundred else " < 1 %"
