"""Plans, the board, runs and weights as JSON, with the names under which programs and commands know them."""

from __future__ import annotations

from typing import Any

from homeward.crossings.core.weights import CLASSES, Weights
from homeward.crossings.queries.board import BoardView, Row
from homeward.crossings.queries.dates import DatesView
from homeward.crossings.queries.kept import WhyNot
from homeward.crossings.queries.plans import PlanView
from homeward.crossings.queries.policies import PolicyView
from homeward.crossings.queries.runs import RunView
from homeward.crossings.queries.written import given_json, window_of_json
from homeward.moments import stamp

Json = dict[str, Any]


def plan_json(view: PlanView) -> Json:
    """A plan as it was recorded: by what it was made, how many cross, its value and the proven bound."""
    made = view.made
    return {
        "plan": str(view.id),
        "number": made.number,
        "digest": made.digest,
        "position": made.position,
        "plan_date": made.plan_date,
        "seed": made.seed,
        "seconds": made.seconds,
        "families": made.families,
        "people": made.people,
        "planned_families": made.planned_families,
        "planned_people": made.planned_people,
        "value": str(made.value),
        "bound": None if made.bound is None else str(made.bound),
        "policy": str(made.policy) if made.policy else None,
        "fill": {str(each.window): each.people for each in made.fill},
        "least_change": made.least_change == "yes",
        "planner": made.planner,
        "given": given_json(view.given),
    }


def board_json(view: BoardView) -> Json:
    """A page of families against windows."""
    return {
        "plan": plan_json(view.plan),
        "chosen": view.chosen,
        "counts": dict(view.counts),
        "windows": [{"id": str(each.id), "on": each.on, "opens": each.opens} for each in view.windows],
        "families": [_row(each) for each in view.rows],
        "prices": dict(view.prices),
    }


def run_json(view: RunView, answer: Json) -> Json:
    """How far a run is, and what a pin or other weights would change."""
    return {
        "run": str(view.id),
        "purpose": view.purpose.value,
        "state": view.state.value,
        "asked_by": view.asked_by,
        "asked_at": stamp(view.asked_at),
        "plan_date": view.plan_date.isoformat(),
        "seconds": view.seconds,
        "seed": view.seed,
        "least_change": view.least_change,
        "progress": {name: value for name, value in view.progress.items() if value is not None},
        "reason": view.reason or None,
        "plan": str(view.plan) if view.plan else None,
        "answer": answer or None,
    }


def policy_json(view: PolicyView) -> Json:
    """A version of the weights."""
    return {
        "number": view.number,
        "weights": weights_json(view.weights),
        "reason": view.reason or None,
        "given": given_json(view.given) if view.given else None,
    }


def weights_json(weights: Weights) -> dict[str, str]:
    """Every weight by the name under which it is set."""
    found: dict[str, str] = {}
    for cls, value, factor in zip(CLASSES, weights.values, weights.daily_factors, strict=True):
        found |= {f"value.{cls}": f"{value:f}", f"factor.{cls}": f"{factor:f}"}
    for name in Weights.__dataclass_fields__:
        value = getattr(weights, name)
        if not isinstance(value, tuple):
            found[name] = str(value) if isinstance(value, int) else f"{value:f}"
    for code, cls, place in weights.needs:
        found[f"need.{code.lower()}"] = str(cls) if place.value == "seat" else f"{cls} {place.value}"
    return found


def _row(row: Row) -> Json:
    return {
        "people": [{"id": str(line.id), "names": list(line.names)} for line in row.people],
        "planned": str(row.seat.window) if row.seat else None,
        "convoy": str(row.seat.convoy) if row.seat else None,
        "vehicle": str(row.seat.vehicle) if row.seat else None,
        "told": str(row.told) if row.told else None,
        "provisional": row.provisional,
        "why_not": {str(cell.window): _why(cell.why) for cell in row.cells if cell.why},
    }


def _why(why: WhyNot) -> Json:
    return {
        "code": why.code,
        "person": str(why.person) if why.person else None,
        "authority": str(why.authority) if why.authority else None,
        "nationality": why.nationality or None,
        "place": why.place or None,
    }


def dates_json(view: DatesView) -> Json:
    """Whom a plan gives which date, beside what they were told."""
    return {
        "plan": plan_json(view.plan),
        "last": view.last,
        "counts": {standing.value: count for standing, count in view.counts.items()},
        "to_tell": len(view.to_tell),
        "families": [
            {
                "people": [str(person) for person in each.people],
                "window": window_of_json(view.windows.get(each.window)),
                "convoy": str(each.convoy),
                "standing": each.standing.value,
                "told_before": str(each.before) if each.before else None,
            }
            for each in view.families
        ],
    }
