"""Do the numbers add up? Parts against wholes, running totals against what moved, and the sums that texts write out.

No combinations are searched: only what one statement puts side by side is added, and only against what was stated.
What does not add up names its numbers and accuses nobody: somebody may have been counted twice, or not yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, tzinfo

from homeward.ledger.core.addends import Fit, SumCheck, Term, Utterance, told
from homeward.ledger.core.compared import Compared
from homeward.ledger.core.figures import Number
from homeward.ledger.core.populations import Populations
from homeward.ledger.core.sums_of_parts import of_parts
from homeward.ledger.core.sums_over_time import over_time
from homeward.ledger.core.sums_written import written_out
from homeward.ledger.core.untold import Derived, remainder, untold_days

__all__ = ["Derived", "Fit", "SumCheck", "Term", "Utterance", "derived", "remainder", "sum_checks"]


def sum_checks(utterances: Iterable[Utterance], populations: Populations, *, zone: tzinfo = UTC) -> list[SumCheck]:
    """Every sum that the statements of a case make, with how it fits; those that hold are given too.

    Pass only what was known at the time asked about. Days are told in `zone`.
    """
    held = tuple(utterances)
    said = _with_stated_parts(held, populations)
    stated: dict[Number, list[Compared]] = defaultdict(list)
    for figure in (figure for utterance in held for figure in utterance.figures):
        if (number := told(figure)) is not None and not figure.retracted:
            stated[number].append(figure)
    found = [*of_parts(held, said), *over_time(held, said, zone)]
    for utterance in held:
        found.extend(written_out(utterance, stated))
    return _each_once(found)


def derived(utterances: Iterable[Utterance], populations: Populations, *, zone: tzinfo = UTC) -> list[Derived]:
    """Numbers that nobody said and that follow from what was said: the one day that a running total leaves over."""
    held = tuple(utterances)
    return list(untold_days(held, _with_stated_parts(held, populations), zone))


def _with_stated_parts(utterances: Sequence[Utterance], populations: Populations) -> Populations:
    figures = (figure for utterance in utterances for figure in utterance.figures)
    return populations.with_parts((f.population, f.part_of) for f in figures if f.part_of is not None)


# A sum that one way of looking finds alone and another holds against a whole is one sum; the graver finding speaks.
_GRAVITY = (Fit.ALONE, Fit.HOLDS, Fit.UNTOLD, Fit.STRAINED, Fit.MISFIT)


def _each_once(found: Sequence[SumCheck]) -> list[SumCheck]:
    kept: dict[object, SumCheck] = {}
    for check in found:
        key = (check.inputs[0].statement, tuple(sorted((term.words, term.taken_off) for term in check.inputs)))
        kept[key] = _joined(kept[key], check) if key in kept else check
    return list(kept.values())


def _joined(one: SumCheck, other: SumCheck) -> SumCheck:
    graver, lighter = sorted((one, other), key=lambda check: _GRAVITY.index(check.fit), reverse=True)
    if graver.fit is not lighter.fit:
        return graver
    refs = {whole.ref for whole in graver.wholes}
    more = tuple(whole for whole in lighter.wholes if whole.ref not in refs)
    return replace(graver, wholes=(*graver.wholes, *more))
