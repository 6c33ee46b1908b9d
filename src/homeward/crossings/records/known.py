"""What is known of the crossings of a case, thing by thing, the last word of each: for whoever reads one question's worth of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from homeward.crossings.models import OfPerson, PlanMade, Word
from homeward.ledger.queries import cases
from homeward.ledger.queries.views import Asked, CaseView
from homeward.moments import Clock
from homeward.people.queries import GivenView
from homeward.people.queries.given import statements

CROSSING, POINT, STATUS = "done.crossing_named", "done.control_point_named", "said.crossing_status"
WINDOW, QUOTA, CONVOY = "said.window", "said.quota", "done.convoy_set"
PICKUP, VEHICLE, POLICY = "done.pickup_named", "done.vehicle_entered", "done.policy_set"
CHECK, TICKED = "done.check_listed", "done.check_ticked"
NOTICE, NOTICE_ANSWERED = "done.party_notified", "said.notice_answered"
PICKUP_CHOSEN, DATE_TOLD = "done.pickup_chosen", "done.date_told"
COMPANION, APART = "done.companion_needed", "done.kept_apart"


@dataclass(frozen=True, slots=True)
class Told:
    """A content of the ledger with who gave it and when."""

    content: Any
    given: GivenView


def at_present(case: CaseView) -> Asked:
    """The question what is recorded by now, this transaction's own included: what a further act meets."""
    return cases.ask(case, now=cases.settled_at(case), clock=Clock.RECORDED)


class Known:
    """All of it, read at once; what was taken back or corrected does not count, and stays in `every`."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        case = asked.case.id
        words = list(Word.objects.filter(case_id=case).values_list("statement_id", "kind", "subject"))
        people = list(OfPerson.objects.filter(case_id=case).values_list("statement_id", "person_id", "kind"))
        made = list(PlanMade.objects.filter(case_id=case).order_by("-position"))
        ids = {row[0] for row in words} | {row[0] for row in people} | {row.statement_id for row in made}
        found = statements(asked, ids)
        told = {id: Told(each.content, each.view) for id, each in found.items()}
        self._every: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
        for statement, kind, subject in words:
            if statement in told:
                self._every[kind][subject].append(told[statement])
        for subjects in self._every.values():
            for each in subjects.values():
                each.sort(key=lambda word: word.given.by_time)
        self.people = _last_of_people(people, told)
        """By kind, what counts last of everybody: where they are picked up, which date they were told, whom they need."""
        self.apart = _last_of_pairs(people, told)
        """The last word that counts of any two people who are to be kept apart, by the two of them."""
        self.plans = [
            (row, told[row.statement_id])
            for row in made
            if row.statement_id in told and told[row.statement_id].given.counts
        ]
        """The plans that count, the last one first."""

    def every(self, kind: str, subject: str) -> list[Told]:
        """Every word about one subject in its order, also what was taken back."""
        return self._every.get(kind, {}).get(subject, [])

    def counting(self, kind: str, subject: str) -> list[Told]:
        return [told for told in self.every(kind, subject) if told.given.counts]

    def last(self, kind: str) -> dict[str, Told]:
        """The last word that counts about each subject of a kind, the first said first."""
        found = {subject: self.counting(kind, subject) for subject in self._every.get(kind, {})}
        told = {subject: words[-1] for subject, words in found.items() if words}
        return dict(sorted(told.items(), key=lambda each: each[1].given.position))


def _last_of_people(rows: list[tuple[UUID, UUID, str]], told: Mapping[UUID, Told]) -> dict[str, dict[UUID, Told]]:
    last: dict[str, dict[UUID, Told]] = {PICKUP_CHOSEN: {}, DATE_TOLD: {}, COMPANION: {}}
    for statement, person, kind in rows:
        word = told.get(statement)
        if kind not in last or word is None or not word.given.counts:
            continue
        before = last[kind].get(person)
        if before is None or before.given.position < word.given.position:
            last[kind][person] = word
    return last


def _last_of_pairs(rows: list[tuple[UUID, UUID, str]], told: Mapping[UUID, Told]) -> dict[frozenset[UUID], Told]:
    last: dict[frozenset[UUID], Told] = {}
    for statement in {statement for statement, _, kind in rows if kind == APART}:
        word = told.get(statement)
        if word is None or not word.given.counts:
            continue
        pair = frozenset(word.content.people)
        before = last.get(pair)
        if before is None or before.given.position < word.given.position:
            last[pair] = word
    return last
