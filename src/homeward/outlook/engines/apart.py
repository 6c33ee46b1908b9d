"""A forecast or a score is worked out in a process of its own (homeward.files.apart): values go in, quantiles or scores come out.

It sees families by size and days alone, no person and no name; it keeps nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from homeward.outlook.core.history import Day, Family, History

STRAIGHT = (("straight on", None), ("straight on, last 7 days", 7))


def answers(data: bytes, asked: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """What is asked for by `work`: completion, exchange, violence or score."""
    given = json.loads(data)
    yield _WORK[asked["work"]](given, asked)


def _completion(given: Mapping[str, Any], asked: Mapping[str, Any]) -> dict[str, Any]:
    from homeward.outlook.core import completion

    history = History(tuple(Family(*each) for each in given["families"]), tuple(Day(*each) for each in given["days"]))
    share = float(asked["share"])
    made = completion.forecast(
        history, seed=int(asked["seed"]), horizon=history.today + int(asked["horizon"]), shares=(share,)
    )
    if not made.targets:
        return {"findings": list(made.findings)}
    past = [history.gone_by(day) for day in range(history.today)]
    return {
        **_told(made.targets[0], past, float(asked["horizon"])),
        "model": completion.MODEL,
        "people": made.people,
        "crossed": made.crossed,
        "cleared": made.cleared,
        "waited": _waited(history),
        "baselines": {
            name: [str(completion.naive(history, share, days=days, horizon=made.horizon) - history.today + 1)]
            for name, days in STRAIGHT
        },
    }


def _exchange(given: Mapping[str, Any], asked: Mapping[str, Any]) -> dict[str, Any]:
    from homeward.outlook.core import exchange

    batches = exchange.Batches(
        tuple(given["came"]), int(given["promised"]), tuple(given["planned"]), tuple(given["hostility"])
    )
    share, horizon = float(asked["share"]), int(asked["horizon"])
    target, findings = exchange.forecast(batches, share, seed=int(asked["seed"]), horizon=horizon)
    if target is None:
        return {"findings": list(findings)}
    past = [sum(batches.came[: day + 1]) for day in range(batches.today)]
    return {
        **_told(target, past, float(horizon)),
        "model": exchange.MODEL,
        "people": batches.promised,
        "crossed": batches.delivered,
        "cleared": None,
        "waited": [],
        "baselines": {
            name: [str(exchange.naive(batches, share, days=days, horizon=horizon) - batches.today + 1)]
            for name, days in STRAIGHT
        },
    }


def _told(target: Any, past: Sequence[int], most: float) -> dict[str, Any]:
    """What a forecast of days tells whatever it is of: quantiles, never, the fan, and what was before it.

    Days are counted from the last one that was seen, which is 0: the first day ahead is 1.
    """
    from homeward.outlook.core import fan
    from homeward.outlook.core.frozen import quantiles

    today = len(past)
    sample = [max(0.0, each - today + 1) for each in target.sample]
    return {
        "findings": [],
        "draws": len(sample),
        "quantiles": [str(each) for each in quantiles(sample, most=most)],
        "never": target.never,
        "target": target.people,
        "ahead": [[each.day + 1, list(each.people)] for each in target.ahead],
        "past": [list(each) for each in fan.thinned([(day - today + 1, people) for day, people in enumerate(past)])],
    }


def _waited(history: History) -> list[list[int]]:
    """The curve of waiting as it was, each day beside the share that the fitted times leave; shares of a thousand."""
    import numpy as np

    from homeward.outlook.core import clearing, waiting

    found = waiting.curve(history)
    if not found:
        return []
    modelled = clearing.fitted(history).left(np.array([float(each.day) for each in found]))
    return [
        [each.day, each.waiting, each.came, round(1000 * each.left), round(1000 * float(beside))]
        for each, beside in zip(found, modelled, strict=True)
    ]


def _violence(given: Mapping[str, Any], asked: Mapping[str, Any]) -> dict[str, Any]:
    from homeward.outlook.core import violence
    from homeward.outlook.core.frozen import quantiles

    counts = given["counts"]
    made = violence.forecast(counts, ahead=int(asked["ahead"]), seed=int(asked["seed"]))
    if not made.months:
        return {"findings": list(made.findings)}
    return {
        "findings": list(made.findings),
        "model": violence.MODEL,
        "draws": len(made.months[-1].sample),
        "quantiles": [str(each) for each in quantiles(made.months[-1].sample)],
        "baselines": {"negative binomial": [str(each) for each in quantiles(list(violence.baseline(counts)))]},
    }


def _score(given: Mapping[str, Any], asked: Mapping[str, Any]) -> dict[str, Any]:
    from homeward.outlook.core.scoring import score

    truth, most = float(given["truth"]), given.get("horizon")
    limit = None if most is None else float(most)
    found = {
        name: score([float(each) for each in kept], truth, most=limit) for name, kept in given["forecasts"].items()
    }
    return {
        name: {"crps": each.crps, "pinball": each.pinball, "covered": each.covered, "pit": each.pit}
        for name, each in found.items()
    }


_WORK = {"completion": _completion, "exchange": _exchange, "violence": _violence, "score": _score}
