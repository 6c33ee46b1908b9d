"""Figures that one statement puts side by side, added up and held against the wholes that were stated.

A whole is stated when somebody said that the parts are part of it, or when the same parts were told with it elsewhere
and added up to it exactly. Parts that fall short of a whole prove nothing, as not all need be told; parts that exceed
it are flagged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from homeward.ledger.core import written_numbers
from homeward.ledger.core.addends import Fit, SumCheck, Term, Utterance, added, told, told_sum
from homeward.ledger.core.compared import Compared
from homeward.ledger.core.figures import FigureKind, Op
from homeward.ledger.core.pair import meeting, span
from homeward.ledger.core.populations import Populations
from homeward.ledger.core.timing import Timing, timing, window_timing

_ADDED = frozenset({FigureKind.FLOW, FigureKind.CUMULATIVE, FigureKind.STOCK, FigureKind.PLAN, FigureKind.LIST})
_LEAST_TELLING = 10
"""Below this, numbers add up to one another by chance too often to show that parts and whole belong together."""

Counted = tuple[str, str, FigureKind]
People = frozenset[str]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Figures of one statement that count the same thing at one time in different populations."""

    utterance: Utterance
    figures: tuple[Compared, ...]
    people: People

    @property
    def first(self) -> Compared:
        return self.figures[0]

    @property
    def terms(self) -> tuple[Term, ...]:
        return tuple(Term.of(figure) for figure in self.figures)


class Wholes:
    """What was stated of whole populations in a case, by measure and by population."""

    def __init__(self, utterances: Sequence[Utterance], populations: Populations) -> None:
        self.populations = populations
        self.exact: dict[tuple[Counted, object], list[Compared]] = defaultdict(list)
        self.of: dict[str, list[Compared]] = defaultdict(list)
        for figure in (figure for utterance in utterances for figure in utterance.figures if not figure.retracted):
            self.of[populations.name(figure.population)].append(figure)
            if figure.quantity.op is Op.EQ:
                self.exact[counted(figure), told(figure)].append(figure)
        # The same parts told elsewhere: which population they made up, and what words gave as their total.
        self.made_up: dict[People, set[str]] = defaultdict(set)
        self.in_words: dict[tuple[Counted, People], list[tuple[Term, Compared]]] = defaultdict(list)

    def learn(self, group: SideBySide) -> None:
        """Take from one statement what its parts make up."""
        for whole in self._that_add_up(group):
            self.made_up[group.people].add(self.populations.name(whole.population))
        if (in_words := _told_in_words(group)) is not None:
            self.in_words[counted(group.first), group.people].append((in_words, group.first))

    def _that_add_up(self, group: SideBySide) -> Iterator[Compared]:
        total = told_sum(group.terms)
        if total is None or total < _LEAST_TELLING or any(figure.quantity.op is not Op.EQ for figure in group.figures):
            return
        for whole in self.exact.get((counted(group.first), total), ()):
            name = self.populations.name(whole.population)
            if name not in group.people and same_time(group.first, whole) and not self._is_inside(name, group.people):
                yield whole

    def _is_inside(self, name: str, people: People) -> bool:
        return bool(self.populations.wholes(name) & people)

    def stated_for(self, group: SideBySide) -> set[str]:
        """The populations that were said to hold all of these parts."""
        held = [self.populations.wholes(people) for people in group.people]
        return set(frozenset.intersection(*held)) - group.people


def of_parts(utterances: Sequence[Utterance], populations: Populations) -> Iterator[SumCheck]:
    """Every sum of figures that stand side by side in one statement, with how it fits."""
    wholes = Wholes(utterances, populations)
    groups = [group for utterance in utterances for group in side_by_side(utterance, populations)]
    for group in groups:
        wholes.learn(group)
    for group in groups:
        if (check := _against(group, wholes)) is not None:
            yield check
    for utterance in utterances:
        yield from _too_big_parts(utterance, populations)


def side_by_side(utterance: Utterance, populations: Populations) -> Iterator[SideBySide]:
    """The groups of figures in one statement that may be added; a part beside its whole is left out."""
    alike: dict[object, list[Compared]] = defaultdict(list)
    for figure in utterance.figures:
        if figure.kind in _ADDED and figure.quantity.op is not Op.SHARE and not figure.retracted:
            alike[counted(figure), _time(figure)].append(figure)
    for figures in alike.values():
        names = [populations.name(figure.population) for figure in figures]
        top = [
            figure
            for figure, name in zip(figures, names, strict=True)
            if names.count(name) == 1 and not populations.wholes(name) & set(names)
        ]
        if len(top) >= 2:
            yield SideBySide(utterance, tuple(top), frozenset(populations.name(figure.population) for figure in top))


def _against(group: SideBySide, wholes: Wholes) -> SumCheck | None:
    if (inner := _one_is_the_whole(group)) is not None:
        return inner
    stated = [*_comparable(group, wholes), *_in_words(group, wholes)]
    fitting = tuple(whole for whole, _ in stated if _fits(group.terms, whole))
    if fitting:
        return SumCheck(group.terms, fitting, Fit.HOLDS)
    least, most = added(group.terms)
    exceeded = [whole for whole, _ in stated if whole.hi is not None and least > whole.hi]
    short = [whole for whole, complete in stated if complete and most is not None and most < whole.lo]
    if short or (exceeded and len(exceeded) == len(stated)):
        return SumCheck(group.terms, (*exceeded, *short), Fit.MISFIT)
    return SumCheck(group.terms, (), Fit.ALONE) if _is_a_total(group) else None


def _is_a_total(group: SideBySide) -> bool:
    """Whether the sum is worth telling for itself: exact numbers, none within another, and somebody in each."""
    exact = all(figure.quantity.op is Op.EQ and figure.quantity.lo > 0 for figure in group.figures)
    return exact and not written_numbers.tells_parts(group.utterance.text)


def _one_is_the_whole(group: SideBySide) -> SumCheck | None:
    """The largest figure of the statement, where the others add up to it, or where the text calls it the whole."""
    exact = [term for term in group.terms if term.lo == term.hi]
    if len(exact) < 3 or len(exact) != len(group.terms):
        return None
    whole = max(exact, key=lambda term: term.lo)
    rest = tuple(term for term in exact if term is not whole)
    total = told_sum(rest)
    if total is None or whole.told is None or total == whole.told:
        return SumCheck(rest, (whole,), Fit.HOLDS) if total is not None else None
    named = whole.told in {number.value for number in written_numbers.totals(group.utterance.text)}
    return SumCheck(rest, (whole,), Fit.MISFIT) if named and total > whole.told else None


def _comparable(group: SideBySide, wholes: Wholes) -> Iterator[tuple[Term, bool]]:
    """Figures of the whole, and whether the parts must make all of it.

    They must where they were told with it before and this one is of the same count and time. What was planned, or
    reached by then of the same people at another stage, only bounds them.
    """
    stated, made_up = wholes.stated_for(group), wholes.made_up.get(group.people, set())
    for name in sorted(stated | made_up):
        for whole in wholes.of[name]:
            if counted(whole) == counted(group.first) and same_time(group.first, whole):
                yield Term.of(whole), name in made_up and whole.quantity.op is Op.EQ
            elif name in made_up and _is_a_bound(group, whole):
                yield Term.of(whole), False


def _is_a_bound(group: SideBySide, whole: Compared) -> bool:
    """A plan bounds what was done under it, and so does the running total of another stage on the same day."""
    if whole.count[1] != group.first.count[1] or whole.quantity.op is not Op.EQ:
        return False
    if group.first.kind is not FigureKind.CUMULATIVE:
        return False
    same_day = timing(whole.stood, group.first.stood) is Timing.SAME
    return whole.kind is FigureKind.PLAN or (whole.kind is FigureKind.CUMULATIVE and same_day)


def _in_words(group: SideBySide, wholes: Wholes) -> Iterator[tuple[Term, bool]]:
    for whole, figure in wholes.in_words.get((counted(group.first), group.people), ()):
        if same_time(figure, group.first):
            yield whole, False
    figures = {told(figure) for figure in group.utterance.figures}
    largest = max(term.lo for term in group.terms)
    for number in written_numbers.totals(group.utterance.text):
        # A total smaller than one of the parts counts something else.
        if number.value not in figures and number.value >= largest:
            yield _as_put(group, number.op, number.value), False


def _told_in_words(group: SideBySide) -> Term | None:
    """The one number of a text that is no figure and is put with "more than" or the like, where the parts fit it."""
    figures = [told(figure) for figure in group.utterance.figures]
    left = [n for n in written_numbers.numbers(group.utterance.text) if n.value not in figures]
    if len(left) != 1 or left[0].op is Op.EQ:
        return None
    whole = _as_put(group, left[0].op, left[0].value)
    return whole if _fits(group.terms, whole) else None


def _as_put(group: SideBySide, op: Op, value: int) -> Term:
    return Term.put_as(op, value, group.utterance.statement)


def _fits(inputs: Sequence[Term], whole: Term) -> bool:
    """Whether the numbers as they were put make the whole: equal if it is one number, within it if it is a range."""
    total = told_sum(inputs)
    if total is None:
        return meeting(added(inputs), (whole.lo, whole.hi)) is not None
    return whole.lo <= total and (whole.hi is None or total <= whole.hi)


def _too_big_parts(utterance: Utterance, populations: Populations) -> Iterator[SumCheck]:
    """Parts beside their whole in one statement: all together where there are several, and each for itself."""
    for whole in utterance.figures:
        name = populations.name(whole.population)
        parts = [f for f in utterance.figures if _is_part_beside(f, whole, name, populations)]
        if not parts:
            continue
        top = span(whole)[1]
        terms = tuple(map(Term.of, parts))
        if len(parts) >= 2 and told_sum(terms) == told(whole):
            yield SumCheck(terms, (Term.of(whole),), Fit.HOLDS)
        elif top is not None and added(terms)[0] > top:
            yield SumCheck(terms, (Term.of(whole),), Fit.MISFIT)


def _is_part_beside(figure: Compared, whole: Compared, name: str, populations: Populations) -> bool:
    part = name in populations.wholes(figure.population) and populations.name(figure.population) != name
    usable = figure.quantity.op is not Op.SHARE and not figure.retracted and not whole.retracted
    return part and usable and counted(figure) == counted(whole) and _time(figure) == _time(whole)


def counted(figure: Compared) -> Counted:
    """What a figure counts, in what, as which kind."""
    return *figure.count, figure.kind


def same_time(one: Compared, other: Compared) -> bool:
    """Whether two figures of one kind speak of the same time; plans stand until they are changed."""
    if one.kind is FigureKind.PLAN or (one.statement == other.statement and _time(one) == _time(other)):
        return True
    if one.kind is FigureKind.FLOW:
        return window_timing(one.stretch, other.stretch) is Timing.SAME
    return timing(one.stood, other.stood) is Timing.SAME


def _time(figure: Compared) -> object:
    when = figure.stretch if figure.kind in (FigureKind.FLOW, FigureKind.PLAN) else figure.stood
    return when and (when.start, when.until)
