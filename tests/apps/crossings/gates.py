"""A case with a crossing, and the short ways in which tests tell of windows, quotas, vehicles and convoys."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid4

from homeward.access.models import Actor
from homeward.crossings import actions, queries
from homeward.crossings.actions import Done, Voice
from homeward.crossings.models import Plan
from homeward.crossings.queries import CalendarView, WindowView
from homeward.crossings.queries.plans import binding
from homeward.ledger import queries as ledger_queries
from homeward.ledger.actions.recording import record
from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.queries.views import Asked, CaseView
from homeward.seals import boxes
from tests.cast import Desk, case_of

SLUG = "crossing-test"
WINDOW: dict[str, str] = {"on": "2026-01-06", "opens": "08:30", "closes": "12:30", "capacity": "400"}


def voice(speaker: str = "The border authority", said: str = "4 Jan 2026", **more: Any) -> Voice:
    return Voice(speaker=speaker, said=said, **more)


@dataclass
class Gate:
    """One crossing of one case, worked at by the operator or whoever is named."""

    desk: Desk
    crossing: UUID
    slug: str = SLUG

    @classmethod
    def of(
        cls,
        desk: Desk,
        zone: str = "Asia/Gaza",
        authorities: tuple[str, ...] = ("Northland", "Southland"),
        slug: str = SLUG,
    ) -> Gate:
        """A crossing called the bridge, in a case of this zone that is opened for it unless it is there."""
        with desk.acting():
            if slug not in [case.slug for case in ledger_queries.cases.cases()]:
                desk.load(case_of({}, zone=zone))
        gate = cls(desk, UUID(int=0), slug)
        gate.crossing = gate.does(actions.name_crossing, name="The bridge", authorities=authorities).about
        return gate

    def case(self) -> CaseView:
        return ledger_queries.cases.case(self.slug)

    def asked(self, as_of: str = "", known_at: str = "", clock: str = "recorded") -> Asked:
        return self.desk.ask(self.slug, as_of, known_at, clock)

    def does(self, action: Any, by: Actor | None = None, **what: Any) -> Done:
        """Any act of the crossings; an act that needs a voice gets the border authority's."""
        needs_voice = (actions.announce_window, actions.agree_quota, actions.tell_status, actions.answer_notice)
        if action in needs_voice:
            what.setdefault("voice", voice())
        what.setdefault("once", uuid4())
        with self.desk.acting(by) as actor:
            return action(case=self.case(), by=actor, at=self.desk.now, **what)  # type: ignore[no-any-return]

    def window(self, **more: Any) -> UUID:
        """A window of the crossing, of which a few things are told otherwise than usual."""
        done = self.does(actions.announce_window, crossing=self.crossing, **{**WINDOW, **more})
        assert done.about
        return done.about

    def pickup(self, name: str = "The school", minutes: str = "60") -> UUID:
        done = self.does(actions.name_pickup, name=name, minutes={self.crossing: minutes})
        assert done.about
        return done.about

    def convoy(self, window: UUID, pickup: UUID, departs: str = "07:30", **more: Any) -> UUID:
        done = self.does(actions.set_convoy, window=window, pickup=pickup, departs=departs, **more)
        assert done.about
        return done.about

    def calendar(self, by: Actor | None = None, **asked: str) -> CalendarView:
        with self.desk.acting(by):
            return queries.calendar(self.asked(**asked))

    def shown(self, window: UUID, **asked: str) -> WindowView:
        view = self.calendar(**asked).window(window)
        assert view, "the window is there"
        return view


def a_plan(gate: Gate) -> None:
    """A plan stands in the ledger and its box beside it, as if one had been made of nobody."""
    plan = uuid4()
    with gate.desk.acting() as actor:
        case = gate.case()
        room = case.compartment_id
        box = boxes.seal(boxes.fresh_key(), b"{}", binding(plan))
        Plan.objects.create(id=plan, case_id=case.id, compartment_id=room, box=box)
        content = kinds.PlanMade(
            plan=plan, number=1, digest=sha256(box).hexdigest(), position=1, plan_date="2026-01-05", seed=0, seconds=1,
            families=0, people=0, planned_families=0, planned_people=0, value=Decimal("0.000"),
        )  # fmt: skip
        shared: dict[str, Any] = {"case": case.id, "compartment": room, "by": actor.id, "at": gate.desk.now}
        record([Entry(id=uuid4(), ref=f"plan-{plan.hex[:8]}", content=content, text="plan 1", **shared)])


def worked_on(gate: Gate, *people: UUID) -> None:
    """Everything was done once that can be done with a crossing and these people."""
    window, pickup = gate.window(), gate.pickup()
    gate.convoy(window, pickup)
    point = gate.does(actions.name_point, crossing=gate.crossing, name="Hall 2").about
    gate.does(actions.tell_status, crossing=gate.crossing, point=point, status="restricted")
    gate.does(actions.agree_quota, crossing=gate.crossing, on="6 Jan 2026", nationality="RUS", most="70")
    gate.does(actions.enter_vehicle, name="Bus 1", seats="48", days=["6 Jan 2026"])
    check = gate.does(actions.list_check, name="Way looked at by the escort").about
    gate.does(actions.tick_check, check=check, window=window, ticked="done")
    notice = gate.does(actions.notify_party, window=window, party="Northland", expires="6 Jan 2026 14:00").about
    gate.does(actions.answer_notice, notice=notice, answered="acknowledged")
    gate.does(actions.set_policy, weights={"value.1": "120"}, reason="Agreed on 4 January.")
    a_plan(gate)
    if people:
        gate.does(actions.choose_pickup, people=people, pickup=pickup)
        gate.does(actions.tell_date, people=people, window=window)
        gate.does(actions.need_companion, person=people[0], any_of=people[1:], staff=True)
    if len(people) > 1:
        gate.does(actions.keep_apart, one=people[0], other=people[1], scope="vehicle")
