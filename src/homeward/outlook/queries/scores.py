"""The public table: how all forecasts of a subject did, beside what simple rules would have said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from homeward.ledger.queries.views import Asked
from homeward.outlook.queries.made import forecasts
from homeward.outlook.queries.views import ForecastView, ScoresView, ScoreView, SubjectScores

PARTS = 10


def scores(asked: Asked) -> ScoresView:
    """As known at the time asked: a forecast that did badly is counted like any other, one without a score is counted aside."""
    every = forecasts(asked)
    of: dict[str, list[ForecastView]] = defaultdict(list)
    for each in every:
        of[each.made.subject].append(each)
    return ScoresView(tuple(_subject(name, of[name]) for name in sorted(of)), tuple(every))


def _subject(name: str, every: list[ForecastView]) -> SubjectScores:
    found = [each.score for each in every if each.score is not None]
    return SubjectScores(
        subject=name,
        n=len(found),
        unscored=len(every) - len(found),
        crps=_mean(each.scored.crps for each in found),
        pinball=_mean(each.scored.pinball for each in found),
        covered=_mean(Decimal(each.scored.covered == "yes") for each in found),
        baselines=_baselines(found),
        pit=_parts(each.scored.pit for each in found),
    )


def _baselines(found: list[ScoreView]) -> tuple[tuple[str, Decimal, int], ...]:
    """The mean CRPS of each simple rule, and of how many forecasts."""
    of: dict[str, list[Decimal]] = defaultdict(list)
    for each in found:
        for rule in each.scored.baselines:
            of[rule.name].append(rule.crps)
    return tuple((name, sum(of[name], Decimal(0)) / len(of[name]), len(of[name])) for name in sorted(of))


def _mean(values: Iterable[Decimal]) -> Decimal | None:
    every = list(values)
    return sum(every, Decimal(0)) / len(every) if every else None


def _parts(pits: Iterable[Decimal]) -> tuple[int, ...]:
    """How many truths fell into each tenth of their forecasts; all alike when forecasts are right about how sure they are."""
    counts = [0] * PARTS
    for each in pits:
        counts[min(PARTS - 1, int(each * PARTS))] += 1
    return tuple(counts)
