"""Forecasts and scores as JSON values; decimals are texts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from homeward.ledger.core import kinds
from homeward.outlook.queries.offers import Offer
from homeward.outlook.queries.views import ForecastView, ScoresView, ScoreView

FAN = ("10", "25", "50", "75", "90")


def forecast_json(view: ForecastView, *, whole: bool = False) -> dict[str, Any]:
    """A forecast with its statement; all 99 quantiles when `whole`."""
    made = view.made
    told: dict[str, Any] = {
        "forecast": str(made.forecast),
        "number": made.number,
        "subject": made.subject,
        "question": made.question,
        "unit": made.unit,
        "on": made.on,
        "quantiles": {str(level): str(view.quantile(level)) for level in (10, 50, 90)},
        "days": {str(level): _iso(view.day(level)) for level in (10, 50, 90)} if made.unit == "days" else None,
        "never_per_mille": made.never_per_mille,
        "horizon": None if made.horizon is None else str(made.horizon),
        "people": made.people,
        "target": made.target,
        "crossed": made.crossed,
        "cleared": made.cleared,
        "place": made.place,
        "month": made.month,
        "model": made.model,
        "code": made.code,
        "seed": made.seed,
        "draws": made.draws,
        "position": made.position,
        "inputs_digest": made.inputs_digest,
        "inputs": [str(each) for each in made.inputs],
        "baselines": {each.name: [str(value) for value in each.quantiles[:99:49]] for each in made.baselines},
        "findings": list(made.findings),
        "statement": view.given.ref,
        "recorded_at": view.given.recorded_at.isoformat(),
        "recorded_by": view.given.recorded_by,
        "score": score_json(view.score) if view.score else None,
        **_in_full(made),
    }
    if whole:
        told["all_quantiles"] = [str(each) for each in made.quantiles]
    return told


def _in_full(made: kinds.ForecastMade) -> dict[str, Any]:
    """What forecasts hold since their second version; nothing of it was known of earlier ones."""
    whole = made if isinstance(made, kinds.ForecastInFull) else None
    return {
        "ends_if_nobody_else_is_cleared": made.cleared,
        "obligation": str(whole.obligation) if whole and whole.obligation else None,
        "hostilities": whole.hostilities if whole else "",
        "before": [{"day": each.day, "people": each.people} for each in (whole.before if whole else ())],
        "ahead": [
            {"day": each.day, "people": dict(zip(FAN, each.people, strict=True))}
            for each in (whole.ahead if whole else ())
        ],
        "waited": [
            {"day": each.day, "waiting": each.waiting, "came": each.came, "left": each.left, "modelled": each.modelled}
            for each in (whole.waited if whole else ())
        ],
    }


def offer_json(offer: Offer) -> dict[str, Any]:
    """A truth that the ledger tells, with the statements that say so."""
    truth = offer.truth
    return {
        "forecast": offer.forecast.made.number,
        "question": offer.forecast.made.question,
        "truth": str(truth.value),
        "unit": offer.forecast.made.unit,
        "day": _iso(truth.day),
        "why": truth.why,
        "statements": [str(each) for each in truth.statements],
        "refs": list(truth.refs),
    }


def score_json(view: ScoreView) -> dict[str, Any]:
    """A score with the statements that the truth stands in."""
    scored = view.scored
    return {
        "truth": str(scored.truth),
        "truth_from": [str(each) for each in scored.truth_from],
        "crps": str(scored.crps),
        "pinball": str(scored.pinball),
        "covered": scored.covered == "yes",
        "pit": str(scored.pit),
        "baselines": {each.name: {"crps": str(each.crps), "pinball": str(each.pinball)} for each in scored.baselines},
        "times": view.times,
        "statement": view.given.ref,
        "recorded_at": view.given.recorded_at.isoformat(),
        "recorded_by": view.given.recorded_by,
    }


def scores_json(view: ScoresView) -> dict[str, Any]:
    """The table, and every forecast behind it."""
    return {
        "subjects": [
            {
                "subject": each.subject,
                "n": each.n,
                "unscored": each.unscored,
                "crps": _short(each.crps),
                "pinball": _short(each.pinball),
                "covered": _short(each.covered),
                "baselines": {name: {"crps": _short(mean), "n": n} for name, mean, n in each.baselines},
                "pit": list(each.pit),
            }
            for each in view.subjects
        ],
        "forecasts": [forecast_json(each) for each in view.forecasts],
    }


def _short(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.3f}"


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
