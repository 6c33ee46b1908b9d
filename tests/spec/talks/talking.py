"""An invented case at a bridge, in which tests say what stands in the way and ask what blocks a goal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from homeward.ledger import actions as ledger
from homeward.ledger.actions import Recorded
from homeward.ledger.core.heard import Heard
from homeward.ledger.core.voices import Stance
from homeward.ledger.queries import cases
from homeward.talks import actions, queries
from homeward.talks.core.spoken import SpokenGate
from homeward.talks.core.values import Value
from homeward.talks.queries.views import BlockersView, LeafView
from tests.cast import Desk

SLUG = "bridge"


def condition(id: str, gates: str, *, by: str = "NOR", of: str = "SUD", **more: Any) -> dict[str, Any]:
    """A condition of the case file."""
    return {
        "id": id,
        "demanded_by": by,
        "demanded_of": of,
        "gates": gates,
        "text": more.pop("text", f"condition {id}"),
        "stated_on": more.pop("stated_on", "2026-01-02"),
        "source": ["daily"],
        **more,
    }


def case(*conditions: dict[str, Any], statements: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    """A case of two parties and a mediator at a bridge."""
    return {
        "schema": "case/1",
        "id": SLUG,
        "title": "People at the bridge",
        "timezone": "Europe/Berlin",
        "sources": {
            "daily": {
                "outlet": "The Daily",
                "published": "2026-01-03",
                "url": "https://daily.example/1",
                "kind": "news",
            }
        },
        "parties": [
            {"id": "NOR", "name": "North", "role": "party"},
            {"id": "SUD", "name": "South", "role": "party"},
            {"id": "MED", "name": "The mediator", "role": "mediator"},
        ],
        "conditions": list(conditions),
        "statements": list(statements),
    }


def figure(id: str, population: str, count: int, *, part_of: str = "") -> dict[str, Any]:
    """A statement with one figure."""
    counted = {"measure": "held", "population": population, "kind": "stock", "op": "=", "lo": count, "hi": count}
    return {
        "id": id,
        "origin": id,
        "speaker": "North",
        "via": [],
        "said_on": "2026-01-02",
        "event_date": "2026-01-02",
        "modality": "asserted",
        "text": f"{count} are held",
        "figures": [{**counted, "unit": "person", **({"part_of": part_of} if part_of else {})}],
        "source": ["daily"],
    }


@dataclass
class Talk:
    """The case on a desk, what is said in it, and what is asked."""

    desk: Desk

    @classmethod
    def of(cls, desk: Desk, *conditions: dict[str, Any], statements: tuple[dict[str, Any], ...] = ()) -> Talk:
        desk.load(case(*conditions, statements=statements), accept_warnings=True)
        return cls(desk)

    def status(
        self, condition: str, status: str, *, by: str = "North", said: str = "4 Jan 2026", **more: Any
    ) -> Recorded:
        """Somebody says of a condition that it is met, or is not."""
        with self.desk.acting() as actor:
            return actions.say_status(
                case=cases.case(SLUG), condition=condition, status=status, instead_of=more.pop("instead_of", ""),
                heard=heard(more.pop("words", f"{condition} is {status}"), by=by, said=said, **more),
                once=uuid4(), by=actor, at=self.desk.now,
            )  # fmt: skip

    def gate(
        self, op: str, *members: str, by: str = "North", said: str = "4 Jan 2026", once: UUID | None = None, **more: Any
    ) -> Recorded:
        """Somebody says how conditions stand together."""
        spoken = SpokenGate(op=op, members=members, demanded_by=more.pop("demanded_by", by), **more)
        with self.desk.acting() as actor:
            return actions.say_gate(
                case=cases.case(SLUG), gate=spoken, heard=heard(f"{op} of them", by=by, said=said, modality="demanded"),
                once=once or uuid4(), by=actor, at=self.desk.now,
            )  # fmt: skip

    def nature(self, condition: str, *, by: str = "North", said: str = "4 Jan 2026", **more: Any) -> Recorded:
        """Somebody says of what nature a condition is."""
        with self.desk.acting() as actor:
            return actions.say_nature(
                case=cases.case(SLUG), condition=condition, heard=heard("so it is", by=by, said=said), **more,
                once=uuid4(), by=actor, at=self.desk.now,
            )  # fmt: skip

    def settle(self, goal: str, action: str, population: str = "", part_of: str = "") -> Recorded:
        """The desk settles what a goal's words mean."""
        with self.desk.acting() as actor:
            return actions.settle_goal(
                case=cases.case(SLUG), goal=goal, action=action, population=population, part_of=part_of,
                reason="The list says so", once=uuid4(), by=actor, at=self.desk.now,
            )  # fmt: skip

    def link(self, ref: str, stance: str, to: str) -> Recorded:
        """The desk sets one statement beside another."""
        with self.desk.acting() as actor:
            return ledger.link(
                case=cases.case(SLUG), ref=ref, stance=Stance(stance), to=to, reason="It says so", once=uuid4(), by=actor,
                at=self.desk.now,
            )  # fmt: skip

    def withdraw(self, ref: str) -> Recorded:
        """The desk takes back what it recorded wrongly."""
        with self.desk.acting() as actor:
            return ledger.withdraw(
                case=cases.case(SLUG), ref=ref, reason="Misheard", once=uuid4(), by=actor, at=self.desk.now
            )

    def plain(self, words: str, *, by: str, said: str = "5 Jan 2026", modality: str = "asserted") -> Recorded:
        """Somebody says something."""
        with self.desk.acting() as actor:
            return ledger.write_down(
                case=cases.case(SLUG), heard=heard(words, by=by, said=said, modality=modality), once=uuid4(), by=actor,
                at=self.desk.now,
            )  # fmt: skip

    def blockers(self, goal: str, as_of: str = "2026-01-06", known_at: str = "", **more: Any) -> BlockersView:
        """What stands in the way of a goal."""
        with self.desk.acting():
            return queries.blockers(self.desk.ask(SLUG, as_of, known_at, more.pop("clock", "")), goal, **more)

    def sets(self, goal: str, **more: Any) -> set[frozenset[str]]:
        """The sets that would be enough, by short names."""
        view = self.blockers(goal, **more)
        names = {leaf.id: leaf.ref for leaf in view.conditions}
        return {frozenset(names[id] for id in each) for each in view.sets}

    def leaf(self, goal: str, ref: str, **more: Any) -> LeafView:
        """One condition before a goal."""
        return next(leaf for leaf in self.blockers(goal, **more).conditions if leaf.ref == ref)

    def value(self, ref: str, goal: str = "release of captives", **more: Any) -> Value:
        """What is said of one condition."""
        return self.leaf(goal, ref, **more).value


def heard(
    words: str,
    *,
    by: str,
    said: str,
    modality: str = "asserted",
    party: str = "",
    occurred: str = "",
    via: tuple[str, ...] = (),
) -> Heard:
    """Who said it and when; a party speaks for itself."""
    return Heard(text=words, speaker=by, said=said, modality=modality, party=party, occurred=occurred, via=via)
