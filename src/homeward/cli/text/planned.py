"""A plan of crossings told in numbers: how good it is, beside what a desk without a planner reaches, and what did not fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from homeward.cli.text.letters import plain
from homeward.cli.text.paper import BOLD, Paper
from homeward.cli.text.words import count
from homeward.crossings.core.checking import Findings
from homeward.crossings.core.defects import Defect
from homeward.crossings.core.instance import Instance
from homeward.crossings.core.plan import Plan

SHOWN = 20
"""Defects that are shown; programs get all."""


def document(
    instance: Instance,
    made: Plan,
    findings: Findings,
    defects: Sequence[Defect],
    beside: Mapping[str, tuple[float, int]],
    *,
    seconds: float,
    megabytes: int,
) -> dict[str, Any]:
    """What is told of a plan, as plain values."""
    return {
        "instance": instance.id,
        "objective": round(made.objective, 3),
        "upper_bound": None if made.upper_bound is None else round(made.upper_bound, 3),
        "gap": None if made.gap is None else round(made.gap, 6),
        "groups": len(instance.groups),
        "persons": len(instance.persons),
        "planned_persons": findings.persons,
        "provisional_groups": len(made.provisional),
        "told": dict(findings.told),
        "broken_rules": len(findings.broken),
        "unexplained_groups": len(findings.unexplained),
        "untrue_reasons": len(findings.untrue),
        "weak_reasons": findings.weak,
        "reasons": dict(Counter(reason.code.value for reason in made.reasons).most_common()),
        "unkept_pins": list(made.unkept),
        "beside": [
            {"name": name, "objective": round(worth, 3), "planned_persons": persons}
            for name, (worth, persons) in beside.items()
        ],
        "defects": [{"code": each.code, "kind": each.kind, "id": each.id, "detail": each.detail} for each in defects],
        "seconds": round(seconds, 1),
        "megabytes": megabytes,
    }


def planned_page(paper: Paper, told: Mapping[str, Any], out: str) -> None:
    """The numbers of a plan on a page."""
    paper.line(f"Plan of {plain(told['instance'])}, written to {plain(out)}", style=BOLD)
    paper.line(f"{told['planned_persons']:,} of {told['persons']:,} people cross.")
    bound = "nothing is proven" if told["upper_bound"] is None else f"no plan passes {told['upper_bound']:,.1f}"
    gap = "" if told["gap"] is None else f"; a better one could add at most {100 * told['gap']:.3f} %"
    paper.row("Worth", f"{told['objective']:,.1f}; {bound}{gap}")
    for each in told["beside"]:
        paper.row("", f"{each['objective']:,.1f} for {each['planned_persons']:,} people: {each['name']}")
    if told["told"]:
        paper.row("Dates told", ", ".join(f"{number:,} {what}" for what, number in sorted(told["told"].items())))
    explained = (
        f"{told['unexplained_groups']} unexplained, {told['untrue_reasons']} untrue, {told['weak_reasons']} weak"
    )
    paper.row("Checked", f"{told['broken_rules']} rules broken; reasons: {explained}")
    paper.row("Took", f"{told['seconds']:,} s, {told['megabytes']:,} MB")
    for group in told["unkept_pins"]:
        paper.line(f"The pin of {plain(group)} could not be kept.", under=2)
    if told["defects"]:
        paper.heading(f"What does not fit together ({count(len(told['defects']), 'defect')})")
        for each in told["defects"][:SHOWN]:
            paper.line(plain(f"{each['kind']} {each['id']}: {each['detail']} [{each['code']}]"), under=2)
        if len(told["defects"]) > SHOWN:
            paper.faint(f"and {len(told['defects']) - SHOWN:,} more; --format json has all")
