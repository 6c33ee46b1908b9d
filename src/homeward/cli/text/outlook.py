"""Forecasts and scores for people at a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from homeward.cli.text.paper import BOLD, Paper
from homeward.ledger.core import kinds
from homeward.outlook.core.frozen import at
from homeward.outlook.queries import ForecastView, Offer, ScoresView, SubjectScores

AT = 22


def forecasts_page(paper: Paper, found: Sequence[ForecastView]) -> None:
    """Each forecast: what is asked, the odds, what simple rules would have said, how it did."""
    if not found:
        paper.line("Nobody has made a forecast.")
    for view in found:
        _forecast(paper, view)


def _forecast(paper: Paper, view: ForecastView) -> None:
    made = view.made
    paper.heading(f"Forecast {made.number}: {made.question}")
    for level in (10, 50, 90):
        paper.row(f"{level} of 100", _value(view, level), indent=2, at=AT, style=BOLD if level == 50 else "")
    if made.horizon is not None:
        paper.row(
            "not by then", f"{made.never_per_mille / 10:.1f} of 100 (within {made.horizon} days)", indent=2, at=AT
        )
    if made.cleared is not None:
        paper.row(
            "so far",
            f"{made.crossed:,} crossed, {made.cleared:,} cleared; if nobody else is cleared it ends at {made.cleared:,}",
            indent=2,
            at=AT,
        )
    if isinstance(made, kinds.ForecastInFull) and made.hostilities:
        paper.row("hostilities", made.hostilities, indent=2, at=AT)
    if isinstance(made, kinds.ForecastInFull) and made.waited:
        _waited(paper, made.waited)
    for rule in made.baselines:
        paper.row(rule.name, f"{at(rule.quantiles, 50)} {made.unit}", indent=2, at=AT)
    for finding in made.findings:
        paper.line(finding, indent=2)
    if view.score:
        scored = view.score.scored
        held = "held" if scored.covered == "yes" else "did not hold"
        paper.row(
            "score",
            f"truth {scored.truth} {made.unit}; CRPS {scored.crps}; the interval of 80 of 100 {held} it ({view.score.given.ref})",
            indent=2,
            at=AT,
        )
        for each in scored.baselines:
            paper.row(f"{each.name}", f"CRPS {each.crps}", indent=4, at=AT)
    else:
        paper.row("score", "nobody has scored it yet", indent=2, at=AT)
    paper.faint(
        f"{view.given.ref}, {view.given.recorded_by}, of {made.on}; {made.model}, {made.code}, seed {made.seed}; "
        f"the ledger up to {made.position}",
        indent=2,
    )


def _waited(paper: Paper, waited: Sequence[kinds.Waited]) -> None:
    """How long permissions took, of how many families: what was, and what the fitted times have."""
    half = next((each.day for each in waited if each.left <= 500), None)
    told = (
        f"half of {waited[0].waiting:,} families by day {half}"
        if half
        else f"not yet half of {waited[0].waiting:,} families"
    )
    paper.row("permission took", f"{told}; {waited[-1].left / 10:.1f} of 100 not answered yet", indent=2, at=AT)
    for each in waited:
        paper.row(
            f"after {each.day} days",
            f"{each.left / 10:.1f} of 100 wait still ({each.modelled / 10:.1f} as fitted), {each.waiting:,} families seen so long",
            indent=4,
            at=AT,
        )


def told_page(paper: Paper, found: Sequence[Offer], refs: Sequence[str]) -> None:
    """What the ledger tells of forecasts, and what was scored by it."""
    if not found:
        paper.line("The ledger tells no truth that a forecast was not scored by.")
    for each in found:
        made, truth = each.forecast.made, each.truth
        day = f" ({truth.day})" if truth.day else ""
        paper.row(f"forecast {made.number}", f"{truth.value} {made.unit}{day}: {truth.why}", indent=2, at=AT)
        paper.faint(f"{len(truth.refs)} statements after it say so {' '.join(truth.refs[:10])}".rstrip(), indent=4)
    if refs:
        paper.line(f"Recorded: {', '.join(refs)}.")


def scores_page(paper: Paper, view: ScoresView) -> None:
    """The table, subject by subject."""
    if not view.subjects:
        paper.line("Nobody has made a forecast.")
    for each in view.subjects:
        _subject(paper, each)
    for forecast in view.forecasts:
        score = forecast.score
        told = f"CRPS {score.scored.crps}, truth {score.scored.truth}" if score else "not scored yet"
        paper.row(f"forecast {forecast.made.number}", f"{told}: {forecast.made.question}", indent=2, at=AT)


def _subject(paper: Paper, each: SubjectScores) -> None:
    paper.heading(f"{each.subject}: {each.n} scored, {each.unscored} not yet")
    if each.crps is None or each.covered is None:
        return
    paper.row("mean CRPS", f"{each.crps:.2f}", indent=2, at=AT, style=BOLD)
    for name, mean, n in each.baselines:
        paper.row(name, f"{mean:.2f} (of {n})", indent=2, at=AT)
    paper.row("80 of 100 held", f"{100 * each.covered:.0f} of 100", indent=2, at=AT)
    paper.row("PIT in ten parts", " ".join(str(count) for count in each.pit), indent=2, at=AT)


def _value(view: ForecastView, level: int) -> str:
    if view.made.unit != "days":
        return f"{view.quantile(level):,.0f} {view.made.unit} or fewer"
    day = view.day(level)
    return f"by {day.day} {day:%b %Y}" if day else f"not within {view.made.horizon} days"
