"""Figures by population and measure, each group with how its numbers stand to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from homeward.ledger.core import corroboration
from homeward.ledger.core.compared import Relation
from homeward.ledger.core.populations import Populations, Standing
from homeward.ledger.queries.figures.known import Past, current, histories, measures
from homeward.ledger.queries.figures.populations import all_populations, population_named, populations
from homeward.ledger.queries.figures.rivals import compared, relations
from homeward.ledger.queries.views import Asked, FigureView, PopulationView

HISTORY, FEWEST = 400, 20
"""Earlier figures in one answer, the latest of them, shared out among its groups; and what each group has at least."""
Key = tuple[UUID, str, str]
NEAR = 20
"""Populations beside one: those said to be the same people, its wholes, its parts; each of these names it on its own page."""
_NEAREST = (Standing.SAME, Standing.WHOLE, Standing.PART)


@dataclass(frozen=True, slots=True)
class Group:
    """What is said of one population by one measure: the current figure of each voice, and how they stand to each other.

    `more` says that figures older than those of `history` are known.
    """

    population: PopulationView
    measure: str
    unit: str
    current: tuple[FigureView, ...]
    history: tuple[FigureView, ...]
    more: bool
    relations: tuple[Relation, ...]
    origins: tuple[int, int]
    parts_of: tuple[PopulationView, ...]


def groups(
    asked: Asked,
    *,
    population: str = "",
    measure: str = "",
    with_history: bool = False,
    stated: Populations | None = None,
) -> list[Group]:
    """The figures of a case grouped by population and measure, each group with verdicts and its independent origins.

    A group's verdicts include those with its wholes and parts, which stand in other groups. Of what was said before, an
    answer gives the latest 400 figures of all its groups together: ask for one measure, or as of earlier, to see more.
    `stated` are the populations of the case, where they were read already.
    """
    stated = stated or populations(asked)
    chosen = population_named(asked, population) if population else None
    shown = current(asked, populations=[chosen.id] if chosen else None, measure=measure)
    around = _wholes_and_parts(asked, stated, chosen, measure) if chosen else []
    found: dict[Key, list[FigureView]] = defaultdict(list)
    for figure in shown:
        found[_key(figure)].append(figure)
    past = {key: Past(tuple(figures)) for key, figures in found.items()}
    if with_history:
        past = _past(asked, found, measures(asked, chosen.id, measure) if chosen else [])
    everything = {
        figure.ref: figure for figures in [shown, around, *(p.figures for p in past.values())] for figure in figures
    }
    related = _Related(relations(asked, list(everything.values()), stated, about=chosen.id if chosen else None))
    return [_group(key, found.get(key, []), past[key], related) for key in past]


def _past(asked: Asked, found: Iterable[Key], counted: Iterable[tuple[UUID, str]]) -> dict[Key, Past]:
    """What was said before in each group; of what was `counted` also where nothing of it stands any more."""
    pairs = list(dict.fromkeys([*(key[:2] for key in found), *counted]))
    ago = histories(asked, pairs, at_most=max(FEWEST, HISTORY // max(1, len(pairs))))
    keys = dict.fromkeys([*found, *(_key(figure) for past in ago.values() for figure in past.figures)])
    return {key: Past(tuple(f for f in ago[key[:2]].figures if _key(f) == key), ago[key[:2]].more) for key in keys}


def _key(figure: FigureView) -> Key:
    return figure.population.id, figure.measure, figure.unit


def _wholes_and_parts(asked: Asked, stated: Populations, chosen: PopulationView, measure: str) -> list[FigureView]:
    beside: dict[Standing, list[UUID]] = defaultdict(list)
    for other in all_populations(asked):
        if other.id != chosen.id:
            beside[stated.standing(str(other.id), str(chosen.id))].append(other.id)
    near = [id for standing in _NEAREST for id in beside[standing]]
    return current(asked, populations=near[:NEAR], measure=measure)


class _Related:
    """Relations, found by the figures that they speak of."""

    def __init__(self, relations: Sequence[Relation]) -> None:
        self.relations = relations
        self.places: dict[str, list[int]] = defaultdict(list)
        for place, relation in enumerate(relations):
            self.places[relation.a].append(place)
            self.places[relation.b].append(place)

    def of(self, refs: Iterable[str]) -> tuple[Relation, ...]:
        """Those that speak of any of these figures, in order."""
        return tuple(self.relations[place] for place in sorted({p for ref in refs for p in self.places.get(ref, ())}))


def _group(key: Key, figures: list[FigureView], past: Past, related: _Related) -> Group:
    return Group(
        population=(figures or past.figures)[0].population,
        measure=key[1],
        unit=key[2],
        current=tuple(figures),
        history=past.figures,
        more=past.more,
        relations=related.of(figure.ref for figure in [*figures, *past.figures]),
        origins=corroboration.origins([compared(f) for f in figures if f.standing != "retracted"]),
        parts_of=tuple({f.part_of.id: f.part_of for f in [*figures, *past.figures] if f.part_of}.values()),
    )
