"""Figures as one document: every number with its statement, its interval and what was said, and how rivals stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo
from typing import TYPE_CHECKING

from homeward.briefing.formats.notation import Json, local, number, when
from homeward.moments import stamp

if TYPE_CHECKING:  # views are plain values, and the queries that make them need a database
    from homeward.ledger.core.addends import SumCheck
    from homeward.ledger.core.compared import Relation
    from homeward.ledger.queries.figures import Group
    from homeward.ledger.queries.sums import Sums
    from homeward.ledger.queries.views import Asked, FigureView


def asked_json(asked: Asked) -> Json:
    """The question that every answer begins with: which case, as of when, as known when, by which clock."""
    return {
        "case": asked.case.slug,
        "title": asked.case.title,
        "compartment": asked.case.compartment_slug,
        "zone": asked.case.zone.key,
        "as_of": stamp(asked.as_of),
        "known_at": stamp(asked.known_at),
        "clock": asked.clock.value,
        "past": asked.past,
    }


def figures_json(asked: Asked, groups: Iterable[Group], faults: Iterable[SumCheck] = ()) -> Json:
    """The figures of a case by population and measure, with verdicts, and the sums that do not add up."""
    return {
        **asked_json(asked),
        "populations": [group_json(group, asked.case.zone) for group in groups],
        "faults": [fault_json(fault) for fault in faults],
    }


def group_json(group: Group, zone: tzinfo) -> Json:
    """One population by one measure, with its history; `origins` is how many independent origins speak, as a range."""
    history = [figure_json(figure, zone) for figure in group.history]
    return {**current_json(group, zone), "history": history, "more": group.more}


def current_json(group: Group, zone: tzinfo) -> Json:
    """One population by one measure as it stands; for pictures, which show no history."""
    lo, hi = group.origins
    return {
        "population": group.population.name,
        "measure": group.measure,
        "unit": group.unit,
        "part_of": [whole.name for whole in group.parts_of],
        "current": [figure_json(figure, zone) for figure in group.current],
        "relations": [relation_json(relation) for relation in group.relations],
        "origins": {"lo": lo, "hi": hi},
        "register": None,  # filled when the desk keeps a register of people
    }


def figure_json(figure: FigureView, zone: tzinfo) -> Json:
    """A figure: `lo` and `hi` as the words allow, `stated` as said; `asof`, `window` and `said_on` are local days."""
    return {
        "statement": figure.statement_ref,
        "ref": figure.ref,
        "op": figure.op,
        "lo": number(figure.lo),
        "hi": number(figure.hi),
        "stated": {"op": figure.op, "lo": number(figure.stated_lo), "hi": number(figure.stated_hi)},
        "words": figure.words,
        "unit": figure.unit,
        "measure": figure.measure,
        "population": figure.population.name,
        "part_of": figure.part_of.name if figure.part_of else None,
        "kind": figure.kind,
        "outlook": figure.outlook or None,
        "modality": figure.modality,
        "asof": local(figure.asof, zone),
        "asof_interval": when(figure.asof, zone),
        "asof_inferred": figure.asof_inferred,
        "window": local(figure.window, zone),
        "window_interval": when(figure.window, zone),
        "basis": figure.basis or None,
        "counted_by": figure.counted_by or None,
        "speaker": figure.speaker,
        "party": figure.party or None,
        "origin": str(figure.origin) if figure.origin else None,
        "origin_doubtful": figure.origin_doubtful,
        "outlets": list(figure.outlets),
        "said_on": local(figure.said, zone),
        "said": when(figure.said, zone),
        "recorded_at": stamp(figure.recorded_at),
        "text": figure.text,
        "standing": figure.standing,
        "known": figure.knowing,
        "reaches_past": figure.reaches_past,
    }


def relation_json(relation: Relation) -> Json:
    """How two figures stand to each other, and the sentence that says why."""
    return {
        "a": relation.a,
        "b": relation.b,
        "verdict": relation.verdict.value,
        "why": relation.why,
        "step": relation.step.value,
        "gap": number(relation.gap),
        "about": relation.about or None,
    }


def sums_json(sums: Sums) -> Json:
    """The sums that hold, and numbers that follow from others although nobody said them."""
    return {
        "holding": [fault_json(check) for check in sums.holding],
        "derived": [
            {
                "statements": list(dict.fromkeys(term.statement for term in one.inputs)),
                "lo": number(one.lo),
                "hi": number(one.hi),
                "what": one.what,
            }
            for one in sums.derived
        ],
    }


def fault_json(fault: SumCheck) -> Json:
    """A sum and how it fits what was stated; it names the statements and accuses nobody."""
    return {"statements": list(fault.statements), "what": fault.what}
