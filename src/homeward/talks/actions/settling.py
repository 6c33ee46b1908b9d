"""The desk settles what the words of a goal mean: an action, whom it is for, and of which wider people these are a part."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from homeward.access import actions as access
from homeward.access.models import Actor
from homeward.ledger.actions import CannotBeRecorded, Recorded
from homeward.ledger.actions.naming import Naming, short_name
from homeward.ledger.actions.writing import record_once
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.queries.views import CaseView
from homeward.refusals import Findings

LONGEST = 500


@transaction.atomic
def settle_goal(
    *,
    case: CaseView,
    goal: str,
    action: str,
    population: str = "",
    part_of: str = "",
    reason: str,
    once: UUID,
    by: Actor,
    at: datetime,
) -> Recorded:
    """Settle that a goal's words mean this action for this population, which may be part of a wider one; the last one counts.

    Populations are named as figures name them; one that the case has not named yet is entered. Raises CannotBeRecorded.
    """
    access.require(by, "statement.settled", case.compartment_id)
    findings = Findings()
    needed = (
        ("goal", goal, "Name the goal in the words that were used."),
        ("action", action, "Name the action: release."),
    )
    for name, words, what in (*needed, ("reason", reason, "Say why; whoever reads this later will ask.")):
        if not words.strip():
            findings.fault("empty", name, what)
    for name, words in {"goal": goal, "action": action, "population": population, "part_of": part_of}.items():
        if len(words) > LONGEST or "\0" in words:
            findings.fault("too-long", name, f"At most {LONGEST} letters, none of them NUL.")
    if part_of.strip() and not population.strip():
        findings.fault("empty", "population", "Only people who are named can be part of others.")
    if part_of.strip() and " ".join(part_of.split()).casefold() == " ".join(population.split()).casefold():
        findings.fault("same", "part_of", "Nobody is part of themselves; leave it out.")
    if findings.faults:
        raise CannotBeRecorded(findings, instead="Mend what is named; nothing you typed is lost.")
    naming = Naming(case, by, at)
    content = kinds.GoalSettled(
        goal=" ".join(goal.split()),
        action=" ".join(action.split()),
        reason=reason.strip(),
        population=naming.population(population) if population.strip() else None,
        population_name=" ".join(population.split()),
        part_of=naming.population(part_of) if part_of.strip() else None,
        part_of_name=" ".join(part_of.split()),
    )
    act = uuid5(case.id, f"goal_settled|{once}")
    ref = short_name(case.id, act, "d")
    entry = Entry(id=act, ref=ref, content=content, text=reason.strip(), **naming.shared)
    record_once(act, [*naming.entries, entry])
    return Recorded(ref)
