"""What is worth asking for next: one more place, one more of a quota, one authority's answers, as numbers in the plan's value.

Prices come from the whole model with parts of families allowed. They say what the next few places are worth, not what many
would be; the bound that they prove says how far the plan is from the best.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date
from time import monotonic

import numpy as np

from homeward.crossings.core.instance import Clearance, Instance, Status
from homeward.crossings.core.known import known
from homeward.crossings.core.planning.capacities import by_heads, carried, whole
from homeward.crossings.core.planning.prices import descended
from homeward.crossings.core.planning.relaxing import sharpened
from homeward.crossings.core.planning.rows import Rows
from homeward.crossings.core.planning.tables import Floats, pairs


@dataclass(frozen=True, slots=True)
class Price:
    """What one more of something is worth; of what, where, when, and for whom it counts."""

    of: str
    """window, desks, quota, places, slots, medics, escorts, type, type of a day."""
    window: str | None = None
    convoy: str | None = None
    crossing: str | None = None
    date: date | None = None
    nationality: str | None = None
    place: str | None = None
    each: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a plan could gain, at most at today's prices, if all pending answers of one authority were a yes today."""

    authority: str
    persons: int
    groups: int
    worth: float


@dataclass(frozen=True, slots=True)
class Prices:
    """Everything that is short, the dearest first, and the authorities, the most wanted first."""

    places: tuple[Price, ...]
    authorities: tuple[Answer, ...]
    upper_bound: float


def prices(instance: Instance, *, seconds: float, most: int = 50) -> Prices:
    """What is worth asking for next; with more seconds the prices are finer."""
    began = monotonic()
    columns = pairs(known(instance), instance.weights, {})
    quick = by_heads(columns)
    rough = descended(quick)
    authorities = _answers(instance, quick, rough.prices)
    if not len(columns.unit):
        return Prices((), authorities, rough.bound)
    rows = whole(columns)
    found = sharpened(rows, quick.reduced(rough.prices), lambda: seconds - (monotonic() - began))
    chosen, worth = (quick, rough) if found is None else (rows, found)
    named = [_price(chosen, at, float(each)) for at, each in enumerate(worth.prices) if each > 1e-6]
    places = sorted((each for each in named if each), key=lambda each: (-each.each, each.of, each.window or ""))
    return Prices(tuple(places[:most]), authorities, min(rough.bound, worth.bound))


def _price(rows: Rows, at: int, each: float) -> Price | None:
    row, sound = rows.rows[at], rows.pairs.known
    of, *rest = row.key
    if of == "quota":
        return Price(of, crossing=rest[0], date=date.fromisoformat(rest[1]), nationality=rest[2], each=each)
    if of == "places":
        convoy = rest[0]
        window = sound.runs[sound.run_at[convoy]].window
        return Price(of, convoy=convoy, window=window, place=rest[1], each=each)
    if of in {"window", "desks", "slots", "medics", "escorts"}:
        return Price(of, window=rest[0], crossing=sound.windows[rest[0]].crossing, each=each)
    return None


def _answers(instance: Instance, rows: Rows, paid: Floats) -> tuple[Answer, ...]:
    """For each authority, what the plan could gain at most at these prices if all its pending answers were a yes today."""
    people, groups = Counter[str](), defaultdict[str, set[str]](set)
    for person in instance.persons:
        for authority, held in person.clearances.items():
            if held.status is Status.PENDING:
                people[authority] += 1
                groups[authority].add(person.group)
    now = _left_over(rows, paid)
    found = []
    for authority in people:
        then = by_heads(pairs(known(_answered(instance, authority)), instance.weights, {}))
        gain = _left_over(then, carried(paid, rows, then)) - now
        found.append(Answer(authority, people[authority], len(groups[authority]), max(0.0, gain)))
    return tuple(sorted(found, key=lambda each: (-each.worth, each.authority)))


def _left_over(rows: Rows, paid: Floats) -> float:
    """What is left to all families together when all they use is paid for."""
    return float(np.maximum(rows.pairs.best(rows.reduced(paid)), 0).sum())


def _answered(instance: Instance, authority: str) -> Instance:
    granted = Clearance(Status.GRANTED)
    persons = tuple(
        replace(person, clearances={**person.clearances, authority: granted})
        if (held := person.clearances.get(authority)) is not None and held.status is Status.PENDING
        else person
        for person in instance.persons
    )
    return replace(instance, persons=persons)
