"""Everything that was said of conditions, gates and goals of a case, read at once for who asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid5

from homeward.ledger.core import kinds
from homeward.ledger.core.populations import Populations, Standing
from homeward.ledger.queries import conditions as condition_queries
from homeward.ledger.queries import figures, words
from homeward.ledger.queries import sources as source_queries
from homeward.ledger.queries.conditions import TAKEN_BACK, Stated
from homeward.ledger.queries.views import Asked, StatementView
from homeward.talks.core import goals as core
from homeward.talks.queries.views import Whom

MOST = 2_000
"""Gates, natures and settled goals, each, that one question reads."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and its typed content."""

    view: StatementView
    content: kinds.GateTold | kinds.NatureTold | kinds.GoalSettled


@dataclass(frozen=True, slots=True)
class Target:
    """A goal as it stands in the case: its id, its words as first said, action and people, and the populations it names."""

    id: UUID
    words: str
    goal: core.Goal
    populations: tuple[UUID, ...] = ()
    settled: tuple[StatementView, ...] = ()


@dataclass(frozen=True)
class Told:
    """What stands in a case about what blocks what, without what was taken back."""

    asked: Asked
    conditions: tuple[Stated, ...]
    alleged: tuple[Stated, ...]
    gates: tuple[tuple[StatementView, kinds.GateTold], ...]
    natures: tuple[tuple[StatementView, kinds.NatureTold], ...]
    answers: dict[UUID, tuple[StatementView, ...]]
    targets: dict[UUID, Target]
    populations: Populations
    names: dict[UUID, str]
    keys: dict[UUID, str]
    left_out: tuple[str, ...]
    _meant: dict[str, UUID]

    def target(self, said: str) -> Target:
        """The goal that these words of a statement name."""
        return self.targets[self._meant[core.alike(said)]]

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way in which the goals of the case are named, told alike."""
        return tuple(self._meant)

    def whom(self, named: Iterable[kinds.Named]) -> tuple[Whom, ...]:
        """Those whom a text names, under the names that sources have."""
        return tuple(
            Whom(self.names.get(each.source, each.words) if each.source else each.words, each.source) for each in named
        )

    def standing(self, one: Target, other: Target) -> Standing:
        """How the people of one goal stand to those of another, as somebody stated."""
        found = {
            self.populations.standing(str(mine), str(its)) for mine in one.populations for its in other.populations
        }
        for standing in (Standing.SAME, Standing.PART, Standing.WHOLE, Standing.CIRCULAR):
            if standing in found:
                return standing
        return Standing.UNSAID


def told(asked: Asked) -> Told:
    """Read what was said of conditions, gates and goals, known at the time asked."""
    stated, gates, natures, settled, linked = words.read(
        asked,
        condition_queries.stated(asked),
        words.of_kind(asked, "said.gate", at_most=MOST + 1),
        words.of_kind(asked, "said.condition_nature", at_most=MOST + 1),
        words.of_kind(asked, "done.goal_settled", at_most=MOST + 1),
        words.linked(asked, ("denies", "contradicts", "doubts", "supports"), at_most=MOST),
    )
    standing = [each for each in stated.conditions if not each.taken_back]
    alleged = [each for each in standing if each.statement.modality == "alleged"]
    said_gates = [(view, view.content) for view in _counting(gates) if isinstance(view.content, kinds.GateTold)]
    said_natures = [(view, view.content) for view in _counting(natures) if isinstance(view.content, kinds.NatureTold)]
    acts = [(view, view.content) for view in _counting(settled) if isinstance(view.content, kinds.GoalSettled)]
    meant, targets = _targets(asked, _goal_words(standing, said_gates, acts), acts)
    contents = [each.content for each in standing]
    named = [whom for _, gate in said_gates for whom in (*gate.demanded_by, *gate.demanded_of)]
    named += [whom for _, nature in said_natures for whom in nature.clearers]
    named += [whom for each in contents for whom in (*each.demanded_by, *each.demanded_of)]
    parts = [(str(act.population), str(act.part_of)) for _, act in acts if act.population and act.part_of]
    whom = source_queries.sources(asked, [each.source for each in named if each.source])
    answers: dict[UUID, list[StatementView]] = {}
    for one, other, _ in linked:
        answers.setdefault(other.id, []).append(one)
    return Told(
        asked=asked,
        conditions=tuple(each for each in standing if each.statement.modality != "alleged"),
        alleged=tuple(alleged),
        gates=tuple(said_gates[:MOST]),
        natures=tuple(said_natures[:MOST]),
        answers={id: tuple(views) for id, views in answers.items()},
        targets=targets,
        populations=figures.populations(asked).with_parts(parts),
        names={id: source.name for id, source in whom.items()},
        keys={id: source.key.casefold() for id, source in whom.items() if source.key},
        left_out=(*stated.left_out, *_cut(gates, natures, settled)),
        _meant=meant,
    )


def _counting(views: Iterable[StatementView]) -> list[StatementView]:
    return [view for view in views if view.standing not in TAKEN_BACK]


def _cut(*read: list[StatementView]) -> Iterable[str]:
    for many, what in zip(read, ("gates", "words on the nature of conditions", "settled goals"), strict=True):
        if len(many) > MOST:
            yield f"Only the first {MOST:,} {what} of the case are looked at."


def _goal_words(
    conditions: Iterable[Stated],
    gates: Iterable[tuple[StatementView, kinds.GateTold]],
    acts: Iterable[tuple[StatementView, kinds.GoalSettled]],
) -> list[str]:
    spoken = [each.content.gates for each in conditions]
    for _, gate in gates:
        spoken += [*([gate.gates] if gate.gates else []), *gate.goals]
    return [*spoken, *(act.goal for _, act in acts)]


def _targets(
    asked: Asked, spoken: Iterable[str], acts: Iterable[tuple[StatementView, kinds.GoalSettled]]
) -> tuple[dict[str, UUID], dict[UUID, Target]]:
    """The goals of a case by id, and by their words told alike; the last word of the desk on what words mean counts."""
    settled = {core.alike(act.goal): (view, act) for view, act in acts}
    counted: dict[str, list[UUID]] = {}
    for population in figures.all_populations(asked):
        counted.setdefault(core.alike(population.name), []).append(population.id)
    meant: dict[str, UUID] = {}
    targets: dict[UUID, Target] = {}
    for said in spoken:
        alike = core.alike(said)
        if alike in meant:
            continue
        goal = core.read(said)
        populations: tuple[UUID, ...] = ()
        views: tuple[StatementView, ...] = ()
        if alike in settled:
            view, act = settled[alike]
            goal = core.Goal(core.alike(act.action), core.alike(act.population_name))
            populations, views = (act.population,) if act.population else (), (view,)
        id = uuid5(asked.case.id, f"goal|{goal.key}")
        known = (*populations, *counted.get(goal.people, ())) if goal.people else populations
        before = targets.get(id)
        meant[alike] = id
        targets[id] = Target(
            id,
            before.words if before else " ".join(said.split()),
            goal,
            tuple(dict.fromkeys((*(before.populations if before else ()), *known))),
            (*(before.settled if before else ()), *views),
        )
    return meant, targets
