"""What stands in the way of a goal, worked out for who asks, as of a time and as known at one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from homeward.ledger.queries.views import Asked
from homeward.talks.core import blocking as core
from homeward.talks.core import deadlocks, ranking, wording
from homeward.talks.core.blocking import Blocking
from homeward.talks.core.evaluating import values
from homeward.talks.core.graph import Gate, Id
from homeward.talks.core.values import Value
from homeward.talks.queries import alleging, finding, graphing, leaves, naming, people
from homeward.talks.queries.registered import registered
from homeward.talks.queries.told import Target, Told, told
from homeward.talks.queries.views import BlockersView, CycleView, EdgeView, Freed, GateView, GoalView, Whom


def blockers(
    asked: Asked,
    goal: str,
    *,
    viewpoint: UUID | None = None,
    supposed: Mapping[UUID, Value] | None = None,
) -> BlockersView:
    """What stands in the way of a goal; of one party's own view, or as if conditions had other values, where that is asked.

    Raises NoSuchGoal with the goals there are, NoSuchCondition for a supposition about none that is known.
    """
    said = told(asked)
    target = naming.goal_named(said, goal)
    return _Answer(said, viewpoint, supposed or {}).about(target)


def goals(asked: Asked) -> list[GoalView]:
    """Every goal that somebody said something stands before, with how many conditions do, by value."""
    said = told(asked)
    answer = _Answer(said, None, {})
    return [answer.brief(target) for target in said.targets.values()]


def viewpoints(asked: Asked) -> list[Whom]:
    """Whose own view can be asked for: everybody who says that something stands in the way."""
    return naming.demanding(told(asked))


def party_named(asked: Asked, words: str) -> UUID:
    """The party of this name, key or id whose own view can be asked for."""
    return naming.party_named(told(asked), words)


def supposed(asked: Asked, said: Iterable[str]) -> dict[UUID, Value]:
    """What a what-if sheet supposes, each written as CONDITION=VALUE with the short name or id of the condition."""
    listed = list(said)
    return naming.supposed(told(asked), listed) if listed else {}


class _Answer:
    """One reading of a case, from which the answers about its goals are made."""

    def __init__(self, said: Told, viewpoint: UUID | None, supposed: Mapping[UUID, Value]) -> None:
        self.told, self.viewpoint, self.supposed = said, viewpoint, dict(supposed)
        self.mapped = graphing.mapped(said, viewpoint)
        for id in self.supposed:
            if id not in self.mapped.conditions:
                raise naming.NoSuchCondition(where=str(id), instead="Suppose something of a condition of this case.")
        self.graph = self.mapped.graph.supposing(self.supposed)
        self.values = values(self.graph, list(self.graph.nodes))
        self.people = people.behind(said.asked, said.targets.values())
        self.registered = registered(said.asked, said.targets.values())
        self._blocked: dict[UUID, Blocking] = {}

    def value(self, target: Target) -> Value:
        """The value of a goal; one that nothing is said to stand before is not met by that."""
        node = self.graph.nodes[target.id]
        assert isinstance(node, Gate), "a goal is a gate"
        return self.values[target.id] if node.members else Value.UNKNOWN

    def blocking(self, goal: UUID) -> Blocking:
        if goal not in self._blocked:
            met = self.values.get(goal) is Value.MET
            self._blocked[goal] = Blocking(()) if met else core.blocking(self.graph, goal)
        return self._blocked[goal]

    def brief(self, target: Target) -> GoalView:
        below = [id for id in self.graph.below([target.id]) if id in self.mapped.conditions]
        counted = {value: sum(self.values[id] is value for id in below) for value in Value}
        contents = [self.mapped.conditions[id].content for id in below]
        parties = dict.fromkeys(whom for each in contents for whom in self.told.whom(each.demanded_by))
        return GoalView(
            words=target.words,
            value=self.value(target),
            met=counted[Value.MET],
            unmet=counted[Value.UNMET],
            unknown=counted[Value.UNKNOWN],
            contested=counted[Value.CONTESTED],
            alleged=len(alleging.alleged(self.told, target, near=False)),
            people=self.people[target.id].words,
            parties=tuple(parties),
            people_figures=self.people[target.id].figures,
        )

    def about(self, target: Target) -> BlockersView:
        below = self.graph.below([target.id])
        conditions = [id for id in below if id in self.mapped.conditions]
        blocking = self.blocking(target.id)
        frees = ranking.freed_by({goal: self.blocking(goal) for goal in self.told.targets})
        shares = ranking.shares([[want.id for want in wants] for wants in blocking.sets])
        ranks = ranking.ranked(
            [(id, self.values[id]) for id in conditions],
            frees,
            {id: behind.least for id, behind in self.people.items()},
            shares,
        )
        place: dict[Id, int] = {id: number for number, id in enumerate(ranks)}
        sets = sorted(
            (tuple(sorted((want.id for want in wants), key=place.__getitem__)) for wants in blocking.sets),
            key=lambda ids: (len(ids), [place[id] for id in ids]),
        )
        order, exists = self._order(below, sets, place)
        circles = deadlocks.Precedence(self.graph, below).circles()
        shown = leaves.Leaves(self.told, self.mapped, target, blocking, frees, shares, self._freed, self.supposed)
        behind, linked = self.people[target.id], self.registered.get(target.id)
        return BlockersView(
            goal=target.words,
            value=self.value(target),
            sets=tuple(sets),
            complete=blocking.complete,
            conditions=tuple(shown.view(id, self.values[id], place[id] + 1) for id in ranks),
            gates=tuple(self._gates(below)),
            edges=tuple(self._edges(below)),
            allegations=alleging.alleged(self.told, target, near=True),
            cycles=tuple(self._circle(circle) for circle in circles),
            findings=finding.findings(
                self.told, self.mapped, self.graph, target, blocking, below, self.values, exists=exists
            ),
            order=order,
            order_exists=exists,
            wider=tuple(other.words for other in graphing.near(self.told, target)),
            viewpoint=self._viewpoint(),
            supposed=tuple(self.supposed.items()),
            freed=self._opened(),
            people=behind.words,
            people_from=behind.statements,
            people_figures=behind.figures,
            left_out=self.told.left_out,
            id=target.id,
            counted=linked.people if linked else None,
            counted_from=linked.source if linked else "",
        )

    def _order(
        self, below: list[Id], sets: list[tuple[Id, ...]], place: Mapping[Id, int]
    ) -> tuple[tuple[UUID, ...], bool]:
        """The order of the first set that has one; nothing to do is an order too."""
        tried = None
        for each in sets:
            steps = deadlocks.steps(self.graph, below, each, place)
            if steps.exists:
                return steps.order, True
            tried = tried or steps
        return (tried.order if tried else ()), tried is None

    def _freed(self, goal: Id) -> Freed:
        target = self.told.targets[goal]
        behind = self.people[target.id]
        linked = self.registered.get(target.id)
        return Freed(
            target.words,
            behind.words,
            behind.statements,
            linked.people if linked else None,
            linked.source if linked else "",
            people_figures=behind.figures,
        )

    def _opened(self) -> tuple[Freed, ...]:
        """The goals that are met as supposed and are not as it is."""
        if not self.supposed:
            return ()
        as_it_is = values(self.mapped.graph, list(self.told.targets))
        return tuple(
            self._freed(id)
            for id, target in self.told.targets.items()
            if self.value(target) is Value.MET and as_it_is[id] is not Value.MET
        )

    def _gates(self, below: list[Id]) -> list[GateView]:
        shown: list[GateView] = []
        for id in below:
            node = self.graph.nodes[id]
            if not isinstance(node, Gate):
                continue
            view, gate = self.mapped.gates.get(id, (None, None))
            target = self.told.targets.get(id)
            shown.append(
                GateView(
                    id,
                    node.op.value,
                    self.mapped.words[id],
                    self.value(target) if target else self.values[id],
                    node.members,
                    node.least if gate and gate.least is not None else None,
                    node.batches,
                    node.within,
                    view,
                )
            )
        return shown

    def _edges(self, below: list[Id]) -> list[EdgeView]:
        shown = set(below)
        return [edge for edge in self.mapped.edges if edge.from_id in shown and edge.to_id in shown]

    def _circle(self, circle: deadlocks.Circle) -> CycleView:
        names = [finding.name(self.mapped, id) for id in circle.members]
        return CycleView(circle.members, wording.circle(names), deadlocks.WAYS_OUT)

    def _viewpoint(self) -> Whom | None:
        if self.viewpoint is None:
            return None
        return next(
            (whom for whom in naming.demanding(self.told) if whom.source == self.viewpoint), Whom("", self.viewpoint)
        )
