"""The weights that the head of the desk set, as the rules and the objective of an instance."""

from __future__ import annotations

from homeward.crossings.core import instance as made
from homeward.crossings.core import weights as policy
from homeward.crossings.core.weights import Weights


def rules_of(weights: Weights) -> made.Rules:
    """The rules of an instance: firm days, ages, escorts."""
    return made.Rules(
        firm_days=weights.firm_days,
        min_provisional_p=float(weights.least_provisional),
        minor_age=weights.minor_age,
        adult_age=weights.adult_age,
        minors_per_staff_escort=weights.minors_per_escort,
        frozen_days=weights.frozen_days,
    )


def objective_of(weights: Weights) -> made.Weights:
    """What a plan of an instance is worth."""
    return made.Weights(
        class_value={cls: float(value) for cls, value in zip(policy.CLASSES, weights.values, strict=True)},
        daily_factor={cls: float(each) for cls, each in zip(policy.CLASSES, weights.daily_factors, strict=True)},
        wait_bonus_per_day=float(weights.wait_bonus_per_day),
        wait_cap_days=weights.wait_cap_days,
        move_penalty=made.MovePenalty(
            dropped=float(weights.move_dropped),
            later=float(weights.move_later),
            earlier=float(weights.move_earlier),
            frozen_extra=float(weights.move_frozen_extra),
        ),
    )
