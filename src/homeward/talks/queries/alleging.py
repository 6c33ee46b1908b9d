"""What is alleged about a goal: beside it, with what is said against it, and never in its way."""

from __future__ import annotations

from homeward.ledger.queries.views import SourceView
from homeward.talks.queries import graphing
from homeward.talks.queries.told import Target, Told
from homeward.talks.queries.views import AllegationView, Whom


def alleged(told: Told, target: Target, *, near: bool) -> tuple[AllegationView, ...]:
    """The allegations about a goal and those it takes over from; with `near` those about goals of the same action too."""
    about = {target.id, *(other.id for other in graphing.takes_over(told, target))}
    if near:
        about |= {other.id for other in graphing.near(told, target)}
    found = [
        AllegationView(
            id=each.content.condition,
            ref=each.statement.ref,
            text=each.statement.text,
            by=told.whom(each.content.demanded_by) or _speaker(each.statement.speaker),
            against=told.whom(each.content.demanded_of),
            statement=each.statement,
            answers=told.answers.get(each.statement.id, ()),
            gates=each.content.gates,
        )
        for each in told.alleged
        if told.target(each.content.gates).id in about
    ]
    for view, gate in told.gates:
        if gate.edge == "allegation" and gate.gates and told.target(gate.gates).id in about:
            by = told.whom(gate.demanded_by) or _speaker(view.speaker)
            answers = told.answers.get(view.id, ())
            found.append(
                AllegationView(
                    gate.gate, view.ref, view.text, by, told.whom(gate.demanded_of), view, answers, gate.gates
                )
            )
    return tuple(found)


def _speaker(source: SourceView | None) -> tuple[Whom, ...]:
    return (Whom(source.name, source.id),) if source is not None else ()
