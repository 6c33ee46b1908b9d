"""What it is worth that a group crosses in a window, and what it costs to move a date that was told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from homeward.crossings.core.instance import Group, Person, Rules, Weights, Window


def people_worth(people: Iterable[Person], days: int, weights: Weights) -> float:
    """What the crossing of these people is worth so many days from now, if it were certain and nobody had waited."""
    return sum(weights.class_value[each.cls] * weights.daily_factor[each.cls] ** days for each in people)


def waited(registered: date, plan_date: date, weights: Weights) -> float:
    """By how much waiting raises what a crossing is worth."""
    days = min(weights.wait_cap_days, max(0, (plan_date - registered).days))
    return 1 + weights.wait_bonus_per_day * days


def move_penalty(
    group: Group, to: Window | None, windows: Mapping[str, Window], plan_date: date, rules: Rules, weights: Weights
) -> float:
    """What it costs that a group crosses in this window, or in none, given the date it was told."""
    if group.told is None or (to is not None and group.told == to.id):
        return 0.0
    cost, told = weights.move_penalty, windows.get(group.told)
    if told is None:
        return cost.dropped * len(group.members)
    each = cost.dropped if to is None else cost.later if to.date > told.date else cost.earlier
    if (told.date - plan_date).days < rules.frozen_days:
        each += cost.frozen_extra
    return each * len(group.members)
