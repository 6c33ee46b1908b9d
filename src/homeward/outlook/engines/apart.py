"""A forecast or a score is worked out in a process of its own (homeward.files.apart): values go in, quantiles or scores come out.

It sees families by size and days alone, no person and no name; it keeps nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from homeward.outlook.core.history import Day, Family, History


def answers(data: bytes, asked: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """What is asked for by `work`: completion, violence or score."""
    given = json.loads(data)
    yield _WORK[asked["work"]](given, asked)


def _completion(given: Mapping[str, Any], asked: Mapping[str, Any]) -> dict[str, Any]:
    from homeward.outlook.core import completion
    from homeward.outlook.core.frozen import quantiles

    history = History(tuple(Family(*each) for each in given["families"]), tuple(Day(*each) for each in given["days"]))
    share = float(asked["share"])
    made = completion.forecast(
        history, seed=int(asked["seed"]), horizon=history.today + int(asked["horizon"]), shares=(share,)
    )
    if not made.targets:
        return {"findings": list(made.findings)}
    target, most = made.targets[0], float(asked["horizon"])
    sample = [max(0.0, each - history.today) for each in target.sample]
    straight = (("straight on", None), ("straight on, last 7 days", 7))
    naive = {name: completion.naive(history, share, days=days, horizon=made.horizon) for name, days in straight}
    return {
        "findings": list(made.findings),
        "model": completion.MODEL,
        "draws": made.paths,
        "quantiles": [str(each) for each in quantiles(sample, most=most)],
        "never": target.never,
        "target": target.people,
        "people": made.people,
        "crossed": made.crossed,
        "cleared": made.cleared,
        "baselines": {name: [str(each - history.today)] for name, each in naive.items()},
    }


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


_WORK = {"completion": _completion, "violence": _violence, "score": _score}
