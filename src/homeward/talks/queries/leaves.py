"""One condition of a goal as it is shown: who wants it, what is said of it, who could clear it, what it would free."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from homeward.ledger.core import kinds
from homeward.ledger.queries.conditions import Stated
from homeward.ledger.queries.views import StatementView
from homeward.talks.core import wording
from homeward.talks.core.blocking import Blocking
from homeward.talks.core.graph import Id, needs
from homeward.talks.core.ranking import Frees
from homeward.talks.core.values import Value
from homeward.talks.queries.graphing import Mapped
from homeward.talks.queries.told import Target, Told
from homeward.talks.queries.views import Freed, LeafView, StatusView, Whom


@dataclass(frozen=True, slots=True)
class Leaves:
    """What the conditions of one goal are shown from."""

    told: Told
    mapped: Mapped
    target: Target
    blocking: Blocking
    frees: Mapping[Id, Frees]
    shares: Mapping[Id, Decimal]
    freed: Callable[[Id], Freed]
    supposed: Mapping[UUID, Value]

    def view(self, id: UUID, value: Value, rank: int) -> LeafView:
        """The condition with this value and rank."""
        stated = self.mapped.conditions[id]
        by = self.told.whom(stated.content.demanded_by)
        nature = self._nature(id)
        vague = nature.nature == "unspecified" if nature.nature else stated.vague
        clearers = self.told.whom(nature.clearers) or self._clearers(stated)
        inferred = not clearers
        frees = self.frees.get(id, Frees())
        wanted = next((w.value for wants in self.blocking.sets for w in wants if w.id == id), Value.MET)
        return LeafView(
            id=id,
            ref=stated.statement.ref,
            text=stated.statement.text,
            value=value,
            demanded_by=by,
            demanded_of=self.told.whom(stated.content.demanded_of),
            since=stated.statement.said or stated.statement.published,
            last_word=self._last_word(stated),
            reports=tuple(StatusView(each.says, each.statement, each.counts) for each in stated.reports),
            who_can_clear=clearers or self.told.whom(stated.content.demanded_of),
            clearer_inferred=inferred,
            frees_alone=tuple(self.freed(goal) for goal in dict.fromkeys(frees.alone)),
            frees_with_one=tuple((other, self.freed(goal)) for other, goal in frees.with_one),
            share_of_sets=self.shares.get(id, Decimal(0)),
            nature=nature.nature or ("unspecified" if vague else ""),
            throughout=nature.throughout == "yes",
            vague=vague,
            question=self._question(stated, by) if vague and value is not Value.MET else "",
            inherited_from=self.mapped.inherited[self.target.id].get(id, ""),
            why=self._why(stated, value, by, vague=vague, frees=frees, wanted=wanted),
            statement=stated.statement,
            rank=rank,
            gates=stated.content.gates,
            wanted=wanted,
            waits_for=needs(self.mapped.graph.nodes[id]),
        )

    def _nature(self, id: UUID) -> kinds.NatureTold:
        """The last word on each: on its nature, on whether it must hold throughout, on who could clear it."""
        said = [content for _, content in self.told.natures if content.condition == id]
        return kinds.NatureTold(
            condition=id,
            nature=next((each.nature for each in reversed(said) if each.nature), ""),
            throughout=next((each.throughout for each in reversed(said) if each.throughout), ""),
            clearers=next((each.clearers for each in reversed(said) if each.clearers), ()),
        )

    def _clearers(self, stated: Stated) -> tuple[Whom, ...]:
        words = [
            each.statement.content.cleared_by
            for each in stated.reports
            if isinstance(each.statement.content, kinds.ConditionStatus) and each.statement.content.cleared_by
        ]
        return tuple(Whom(each) for each in dict.fromkeys(words))

    def _last_word(self, stated: Stated) -> StatementView:
        counting = [
            each.statement
            for each in stated.reports
            if each.statement.standing not in ("retracted", "corrected", "superseded")
        ]
        return counting[-1] if counting else stated.statement

    def _question(self, stated: Stated, by: tuple[Whom, ...]) -> str:
        put_to = wording.listed([whom.words for whom in by]) or "who said it"
        return f'To {put_to}, who said "{stated.statement.text}": {wording.QUESTION}'

    def _why(
        self, stated: Stated, value: Value, by: tuple[Whom, ...], *, vague: bool, frees: Frees, wanted: Value
    ) -> str:
        spoken = {str(each.statement.id): _voice(each.statement) for each in stated.reports}
        mine = sum(any(want.id == stated.content.condition for want in wants) for wants in self.blocking.sets)
        return wording.why(
            value=value,
            by=[whom.words for whom in by],
            met=list(dict.fromkeys(spoken[each] for each in stated.held.met)),
            unmet=list(dict.fromkeys(spoken[each] for each in stated.held.unmet)),
            unclear=bool(stated.held.unclear),
            vague=vague,
            alone=[f'"{self.freed(goal).goal}"' for goal in dict.fromkeys(frees.alone)],
            in_sets=(mine, len(self.blocking.sets)),
            supposed=stated.content.condition in self.supposed,
            wanted=wanted,
        )


def _voice(view: StatementView) -> str:
    name = view.speaker.name if view.speaker is not None else "a report that names nobody"
    return f"{name} ({view.ref})"
