"""How figures stand to each other: two of them, or all of a case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, tzinfo

from homeward.ledger.core import steps
from homeward.ledger.core.compared import Compared, Relation, Step, Verdict
from homeward.ledger.core.corroboration import origins
from homeward.ledger.core.figures import in_digits
from homeward.ledger.core.flows import growth
from homeward.ledger.core.pair import Pair
from homeward.ledger.core.populations import Populations
from homeward.ledger.core.rivals import rivals

__all__ = ["Compared", "Relation", "Step", "Verdict", "compare", "compare_all"]


def compare(a: Compared, b: Compared, populations: Populations, *, zone: tzinfo = UTC) -> Relation:
    """Say how two figures stand to each other; the same whichever is named first. Days are told in `zone`."""
    pair = _pair(a, b, populations, zone)
    found = next(relation for step in steps.IN_ORDER if (relation := step(pair)) is not None)
    return found if pair.one is a else replace(found, a=found.b, b=found.a)


def compare_all(
    figures: Iterable[Compared],
    populations: Populations,
    *,
    about: Collection[str] | None = None,
    zone: tzinfo = UTC,
) -> list[Relation]:
    """Hold all figures that could disagree against one another, and see each pair in the light of the others.

    With `about`, ids of populations, only those pairs of which one counts one of these.
    With all at hand, a conflict with a replaced number is stale, and one with a report of an utterance that
    others report otherwise cannot be told; of what stays a conflict the origins on both sides are counted.
    """
    held = tuple(figures)
    said = populations.with_parts((f.population, f.part_of) for f in held if f.part_of is not None)
    relations = [compare(held[one], held[other], said, zone=zone) for one, other in rivals(held, said, about=about)]
    return _Case(held, relations, said, zone).in_the_light_of_all()


def _pair(a: Compared, b: Compared, populations: Populations, zone: tzinfo) -> Pair:
    one, other = (a, b) if (a.ref, a.statement) <= (b.ref, b.statement) else (b, a)
    return Pair(one, other, populations, zone)


class _Case:
    """All figures and what was found of each pair, to look again at what only one pair cannot settle."""

    def __init__(
        self, figures: Sequence[Compared], relations: list[Relation], populations: Populations, zone: tzinfo
    ) -> None:
        self.figures: Mapping[str, Compared] = {figure.ref: figure for figure in figures}
        self.relations = relations
        self.populations, self.zone = populations, zone
        self.replaced = {r.about for r in relations if r.verdict is Verdict.CORRECTED}
        self.agreeing: dict[str, set[str]] = defaultdict(set)
        self.reports: dict[str, set[str]] = defaultdict(set)
        for relation in relations:
            if relation.verdict in (Verdict.SAME, Verdict.COMPATIBLE):
                self._tie(self.agreeing, relation)
            if relation.step is Step.ORIGIN:
                self._tie(self.reports, relation)
        self.flows = growth(figures, populations)

    def in_the_light_of_all(self) -> list[Relation]:
        return [self._seen_again(relation) for relation in self.relations]

    def _seen_again(self, relation: Relation) -> Relation:
        match relation.verdict:
            case Verdict.CONFLICT:
                return self._replaced(relation) or self._reported_otherwise(relation) or self._counted(relation)
            case Verdict.STALE if relation.step is Step.TIME:
                return self._grown(relation)
            case _:
                return relation

    def _replaced(self, relation: Relation) -> Relation | None:
        gone = next((ref for ref in (relation.a, relation.b) if ref in self.replaced), None)
        if gone is None:
            return None
        why = f"{gone} is no longer its speaker's number: it was replaced."
        return replace(relation, verdict=Verdict.STALE, step=Step.SPEAKER, why=why, about=gone)

    def _reported_otherwise(self, relation: Relation) -> Relation | None:
        """A number is not against an utterance while another report of that utterance agrees with it."""
        for ref, other in ((relation.a, relation.b), (relation.b, relation.a)):
            for report in sorted(self.reports[ref]):
                if other in self.agreeing[report]:
                    why = f"Cannot tell: {ref} is reported otherwise by {report}, which overlaps {other}."
                    return replace(relation, verdict=Verdict.CANNOT_TELL, step=Step.ORIGIN, why=why)
        return None

    def _counted(self, relation: Relation) -> Relation:
        """The conflict, told with the origins that stand on each side."""
        one, other = self.figures[relation.a], self.figures[relation.b]
        pair = _pair(one, other, self.populations, self.zone)
        sides = [origins(self._side(figure, against)) for figure, against in _ways(pair.one, pair.other)]
        return replace(relation, why=steps.conflict_in_words(pair, sides[0], sides[1]))

    def _side(self, figure: Compared, against: Compared) -> list[Compared]:
        with_it = self.agreeing[figure.ref] - self.agreeing[against.ref] - self.replaced - {against.ref}
        return [figure, *(self.figures[ref] for ref in sorted(with_it))]

    def _grown(self, relation: Relation) -> Relation:
        """An older count that the known flows lead to the newer one is explained in full."""
        older = self.figures[relation.about]
        newer = self.figures[relation.b if relation.about == relation.a else relation.a]
        flows = self.flows.between(older, newer)
        if flows is None:
            return relation
        sums = " + ".join(in_digits(part.quantity.lo) for part in (older, *flows))
        return replace(relation, why=f"{relation.why} {sums} = {in_digits(newer.quantity.lo)}.")

    @staticmethod
    def _tie(ties: dict[str, set[str]], relation: Relation) -> None:
        ties[relation.a].add(relation.b)
        ties[relation.b].add(relation.a)


def _ways(one: Compared, other: Compared) -> tuple[tuple[Compared, Compared], tuple[Compared, Compared]]:
    return (one, other), (other, one)
