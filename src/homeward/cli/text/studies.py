"""A look at a series for people: the answer first, then what it rests on, its doubts, and every look that was run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from homeward.cli.text.letters import apart, plain
from homeward.cli.text.paper import BOLD, Paper
from homeward.cli.text.words import count, joined
from homeward.hostilities.core.statistics.answers import LEAST_UNITS

if TYPE_CHECKING:  # needs Django up
    from homeward.hostilities.queries import StudyView

AT = 24


def study_page(paper: Paper, view: StudyView) -> None:
    """What was found, of how much, and what keeps it from meaning more."""
    series = view.series
    paper.line(plain(view.words), style=BOLD, under=2)
    pair = apart(series.dyad.name) if series.dyad else "all pairs"
    paper.faint(joined([apart(series.measure), apart(series.frame.words), pair, f"{series.since} to {series.until}"]))
    paper.faint(
        joined([apart(series.dataset.named), f"version {apart(series.version.label)}", series.version.ref]),
    )
    paper.heading("Rests on")
    paper.row("days with a count", f"{view.days:,}", indent=2, at=AT)
    paper.row("gaps", f"{view.gaps:,}", indent=2, at=AT)
    paper.row("informative units", f"{view.units:,} ({LEAST_UNITS} are needed for a test)", indent=2, at=AT)
    paper.row("p", f"{view.p:.3g}" if view.p is not None else f"none: {plain(view.why_not)}", indent=2, at=AT)
    for each in view.findings:
        paper.line(plain(each), indent=2, under=4)
    _numbers(paper, view.numbers)
    paper.heading("To be doubted")
    for each in (*view.caveats, *(f"On no day: {one.words}" for one in series.apart)):
        paper.line(plain(each), indent=2, under=4)
    paper.heading(f"Looks that were run: {len(view.looks)}")
    for look in view.looks:
        paper.line(f"{plain(look.what)}: {plain(look.outcome)}", indent=2, under=4)


def _numbers(paper: Paper, numbers: Mapping[str, Any]) -> None:
    if "offsets" in numbers:
        _days(paper, numbers)
    if "others" in numbers:
        paper.heading("Any number of changes")
        paper.line(", ".join(numbers["others"]) or "none", indent=2)
    if numbers.get("table"):
        paper.heading("Days")
        for name, shut_not, shut in numbers["table"]:
            paper.row(name, f"{count(shut_not, 'day')} open, {count(shut, 'day')} closed", indent=2, at=AT + 6)


def _days(paper: Paper, numbers: Mapping[str, Any]) -> None:
    """Each day beside the band of other dates; a day without a count says so."""
    paper.heading("Days from the date on; beside them 90 of 100 other dates")
    for offset, counted, band in zip(numbers["offsets"], numbers["counts"], numbers["placebo"], strict=True):
        told = "no count" if counted is None else f"{counted:,.0f}"
        beside = f"{band['lo']:,.0f} to {band['hi']:,.0f}" if band else "nothing beside it"
        paper.row(f"{offset:+d}", f"{told:<12}{beside}", indent=2, at=10)
