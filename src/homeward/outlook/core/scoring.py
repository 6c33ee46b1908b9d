"""How good a forecast was once the truth is there: CRPS, pinball loss, coverage, and where the truth fell in the sample (PIT)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scoringrules

QUANTILES = (0.1, 0.5, 0.9)


@dataclass(frozen=True, slots=True)
class Score:
    """CRPS and pinball in the unit of what was asked; whether the interval of 80 of 100 held the truth; PIT from 0 to 1."""

    crps: float
    pinball: float
    covered: bool
    pit: float


def score(sample: Sequence[float], truth: float, *, most: float | None = None) -> Score:
    """The score of a sample; what is infinite in it, or past `most`, counts as `most`.

    Ties with the truth are halved in the PIT, so that whole numbers need no chance.
    """
    values = np.sort(np.asarray(sample, dtype=np.float64))
    if most is not None:
        values, truth = np.minimum(values, most), min(truth, most)
    quantiles = np.quantile(values, QUANTILES, method="inverted_cdf")
    crps = float(scoringrules.crps_ensemble(truth, values, estimator="qd"))
    pinball = float(
        np.mean([scoringrules.quantile_score(truth, q, a) for q, a in zip(quantiles, QUANTILES, strict=True)])
    )
    pit = float(np.mean(values < truth) + 0.5 * np.mean(values == truth))
    return Score(crps, pinball, bool(quantiles[0] <= truth <= quantiles[2]), pit)
