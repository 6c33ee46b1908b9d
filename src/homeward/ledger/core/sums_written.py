"""Sums that stand only in the words of a statement, or in the note of whoever checked it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from homeward.ledger.core import written_numbers
from homeward.ledger.core.addends import Fit, SumCheck, Term, Utterance, told
from homeward.ledger.core.compared import Compared
from homeward.ledger.core.figures import Number
from homeward.ledger.core.written_numbers import WrittenList, WrittenNumber, WrittenSum

Stated = Mapping[Number, Sequence[Compared]]
"""The figures of a case by the number that was put."""


def written_out(utterance: Utterance, stated: Stated) -> Iterator[SumCheck]:
    """Every sum that the words of one statement make, with how it fits."""
    for text in (utterance.text, utterance.check):
        for written in written_numbers.sums(text):
            if (check := _equation(utterance, written, stated)) is not None:
                yield check
    for listed in written_numbers.lists(utterance.text):
        if listed.is_likely:
            yield _listed(utterance, listed)
    yield from _left_over(utterance)


def _equation(utterance: Utterance, written: WrittenSum, stated: Stated) -> SumCheck | None:
    inputs = tuple(_own(utterance, term) for term in written.terms)
    if written.result is None:
        whole = _figure_of(utterance, written.total)
        return None if whole is None else SumCheck(inputs, (Term.of(whole),), Fit.HOLDS)
    if written.result != written.total:
        return SumCheck(inputs, (_own(utterance, written.result),), Fit.MISFIT)
    if not written.against:
        return SumCheck(inputs, (_own(utterance, written.result),), Fit.HOLDS)
    wholes = tuple(_anywhere(utterance, value, stated) for value in written.against)
    return SumCheck(inputs, wholes, Fit.HOLDS if written.total in written.against else Fit.MISFIT)


def _listed(utterance: Utterance, listed: WrittenList) -> SumCheck:
    inputs = tuple(_as_put(utterance, number) for number in listed.parts)
    whole = _as_put(utterance, listed.whole)
    check = SumCheck(inputs, (whole,), Fit.HOLDS)
    lo, hi = check.sum
    fits = (whole.hi is None or lo <= whole.hi) and (hi is None or hi >= whole.lo)
    return check if fits else SumCheck(inputs, (whole,), Fit.MISFIT)


def _left_over(utterance: Utterance) -> Iterator[SumCheck]:
    """Numbers of one clause that are no figures, where together they make a figure of the statement."""
    figures = Counter(value for figure in utterance.figures if (value := told(figure)) is not None)
    if not figures:
        return
    for clause in written_numbers.clauses(utterance.text):
        left = [number for number in written_numbers.numbers(clause, spelled=True) if not _is_figure(number, figures)]
        if len(left) >= 2 and (whole := _figure_of(utterance, sum(number.value for number in left))) is not None:
            inputs = tuple(Term.number(number.value, utterance.statement) for number in left)
            yield SumCheck(inputs, (Term.of(whole),), Fit.HOLDS)


def _is_figure(number: WrittenNumber, figures: Counter[Number]) -> bool:
    """Whether this number is one of the figures, each of which stands in the text once."""
    if figures[number.value] <= 0:
        return False
    figures[number.value] -= 1
    return True


def _figure_of(utterance: Utterance, value: Number) -> Compared | None:
    return next((figure for figure in utterance.figures if told(figure) == value), None)


def _own(utterance: Utterance, value: int) -> Term:
    figure = _figure_of(utterance, abs(value))
    return Term.number(value, utterance.statement if figure is None else figure.ref)


def _anywhere(utterance: Utterance, value: int, stated: Stated) -> Term:
    found = stated.get(value, ())
    return Term.of(found[0]) if found else Term.number(value, utterance.statement)


def _as_put(utterance: Utterance, number: WrittenNumber) -> Term:
    figure = _figure_of(utterance, number.value)
    if figure is not None:
        return Term.of(figure)
    return Term.put_as(number.op, number.value, utterance.statement)
