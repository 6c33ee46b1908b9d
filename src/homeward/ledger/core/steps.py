"""The ten steps by which two figures are compared, each of which settles the matter or passes it on.

The order matters more than the steps. Whoever asks first whether two numbers overlap finds conflicts everywhere: a
whole and its part, yesterday and today, one list counted by four outlets. So a conflict is what is left when nothing
else explains it, and where something might explain it the answer is "cannot tell".
"""

from __future__ import annotations

from collections.abc import Callable

from homeward.ledger.core.compared import Compared, Relation, Step, Verdict
from homeward.ledger.core.figures import FigureKind, Op, Quantity, in_digits, span_in_words
from homeward.ledger.core.pair import Pair, span
from homeward.ledger.core.populations import Standing
from homeward.ledger.core.times import tells_the_whole_day, time
from homeward.ledger.core.timing import Timing, is_identical
from homeward.ledger.core.voices import Modality

_KIND_IN_WORDS = {
    FigureKind.FLOW: "a flow",
    FigureKind.CUMULATIVE: "a running total",
    FigureKind.STOCK: "a stock",
    FigureKind.PLAN: "a plan",
    FigureKind.LIST: "a list",
    FigureKind.AVERAGE: "an average",
    FigureKind.RULE: "a rule",
}
_UNSURE = frozenset({Modality.POSSIBLE, Modality.EXPECTED, Modality.CONDITIONAL, Modality.OFFERED})


def aimed_at(pair: Pair) -> Relation | None:
    """A correction that names the very figure holds whatever else differs, the population included."""
    for newer, older in ((pair.other, pair.one), (pair.one, pair.other)):
        if older.ref in newer.corrects and newer.ref not in older.corrects:
            return _replaced(pair, older, newer, Step.SAID_SO, f"{newer.statement} says so")
    return None


def measure(pair: Pair) -> Relation | None:
    """Listed and crossed are two things."""
    if pair.one.count[0] == pair.other.count[0]:
        return None
    why = f"{_start(pair.one.measure)} and {pair.other.measure}: not comparable."
    return pair.found(Verdict.NOT_COMPARABLE, Step.MEASURE, why)


def population(pair: Pair) -> Relation | None:
    """The same people go on; a part is held against its whole only; of others nobody has said how they overlap."""
    standing = pair.populations.standing(pair.one.population, pair.other.population)
    if standing is Standing.SAME:
        return None
    if standing is Standing.CIRCULAR:
        why = f"Cannot tell: {pair.one.name} and {pair.other.name} are each said to be part of the other."
        return pair.found(Verdict.CANNOT_TELL, Step.POPULATION, why)
    if standing is Standing.PART or _names(pair, pair.one, pair.other):
        return _part(pair, pair.one, pair.other)
    if standing is Standing.WHOLE or _names(pair, pair.other, pair.one):
        return _part(pair, pair.other, pair.one)
    why = f"Nobody has said how {pair.one.name} and {pair.other.name} overlap: not comparable."
    return pair.found(Verdict.NOT_COMPARABLE, Step.POPULATION, why)


def _names(pair: Pair, part: Compared, whole: Compared) -> bool:
    return part.part_of is not None and pair.populations.same(part.part_of, whole.population)


def _part(pair: Pair, part: Compared, whole: Compared) -> Relation:
    breath = ", said in one breath" if pair.in_one_breath else f": {part.name} among {whole.name}"
    top = span(whole)[1]
    if _part_is_testable(pair) and top is not None and span(part)[0] > top:
        excess = span(part)[0] - top
        why = (
            f"{part.ref} is part of {whole.ref}{breath}, and yet the part gives {part.words}, "
            f"the whole says {whole.words}: {in_digits(excess)} too many."
        )
        return pair.found(Verdict.ARITHMETIC_FAULT, Step.POPULATION, why, gap=excess, about=part.ref)
    return pair.found(Verdict.PART_OF, Step.POPULATION, f"{part.ref} is part of {whole.ref}{breath}.", about=part.ref)


def _part_is_testable(pair: Pair) -> bool:
    """A part can only be too big for a whole of the same kind and time, of which both speakers speak alike."""
    alike = pair.in_one_unit and pair.one.kind is pair.other.kind and pair.at_one_time
    if not alike or Op.SHARE in (pair.one.quantity.op, pair.other.quantity.op):
        return False
    if _withdrawn(pair) or _stance_differs(pair) or _unsure_differs(pair):
        return False
    return (
        pair.in_one_breath or pair.one.kind is not FigureKind.CUMULATIVE or all(map(tells_the_whole_day, _both(pair)))
    )


def said_so(pair: Pair) -> Relation | None:
    """What a speaker replaced, withdrew or denied is not held against anybody."""
    if pair.one.kind is pair.other.kind and not pair.in_one_breath and not _surely_of_two_times(pair):
        for newer, older in ((pair.other, pair.one), (pair.one, pair.other)):
            if older.statement in newer.corrects and newer.statement not in older.corrects:
                return _replaced(pair, older, newer, Step.SAID_SO, f"{newer.statement} says so")
    if gone := _withdrawn(pair):
        why = f"{gone.ref} was withdrawn: not held against others."
        return pair.found(Verdict.NOT_COMPARABLE, Step.SAID_SO, why, about=gone.ref)
    if _stance_differs(pair):
        stances = f"{_stance(pair.one)} and {_stance(pair.other)}"
        return pair.found(Verdict.NOT_COMPARABLE, Step.SAID_SO, f"{_start(stances)}: not comparable.")
    return None


def _surely_of_two_times(pair: Pair) -> bool:
    """A corrected statement may tell of several days: each is replaced by its own, where both give theirs."""
    apart = pair.time in (Timing.BEFORE, Timing.AFTER, Timing.OTHER)
    return apart and not (pair.one.asof_inferred or pair.other.asof_inferred)


def _replaced(pair: Pair, older: Compared, newer: Compared, step: Step, reason: str) -> Relation:
    why = f"{_start(newer.words)} replaces {older.words}: {reason}."
    return pair.found(Verdict.CORRECTED, step, why, about=older.ref)


def _withdrawn(pair: Pair) -> Compared | None:
    return next((figure for figure in _both(pair) if figure.retracted), None)


def _stance_differs(pair: Pair) -> bool:
    """A denied number is nobody's count, even against another denial; a demand says how many should be, not are."""
    if Modality.DENIED in (pair.one.modality, pair.other.modality):
        return True
    return (pair.one.modality is Modality.DEMANDED) != (pair.other.modality is Modality.DEMANDED)


def _stance(figure: Compared) -> str:
    match figure.modality:
        case Modality.DENIED:
            return f"{figure.words} denied"
        case Modality.DEMANDED:
            return f"{figure.words} demanded"
        case _:
            return f"{figure.words} {figure.modality or 'said'}"


def origin(pair: Pair) -> Relation | None:
    """One utterance counts once; if its reports differ, one of them is wrong and nobody is contradicted."""
    if not (pair.surely_one_origin and _aligned(pair)):
        return None
    both = pair.overlap
    if pair.equal:
        why = f"{pair.refs} are one utterance: {span_in_words(*span(pair.one))}."
        return pair.found(Verdict.SAME, Step.ORIGIN, why)
    reported = f"One utterance, reported as {pair.one.words} and as {pair.other.words}"
    if both is not None:
        return pair.found(Verdict.SAME, Step.ORIGIN, f"{reported}: both allow {span_in_words(*both)}.")
    why = f"{reported}: a reporting error; cannot tell which was said."
    return pair.found(Verdict.CANNOT_TELL, Step.ORIGIN, why, gap=pair.gap)


def _aligned(pair: Pair) -> bool:
    alike = pair.in_one_unit and pair.one.kind is pair.other.kind and not pair.rules_differ
    return alike and (pair.at_one_time or is_identical(pair.one.stretch, pair.other.stretch))


def unit(pair: Pair) -> Relation | None:
    """Buses and people are not held against each other; hours and days are."""
    if pair.in_one_unit:
        return None
    names = [("a share" if f.quantity.op is Op.SHARE else f.unit or "person") for f in _both(pair)]
    return pair.found(Verdict.NOT_COMPARABLE, Step.UNIT, f"{_start(names[0])} and {names[1]}: not comparable.")


def kind(pair: Pair) -> Relation | None:
    """A flow is held against a flow, a running total against a running total."""
    if pair.one.kind is pair.other.kind:
        return None
    names = f"{_KIND_IN_WORDS[pair.one.kind]} and {_KIND_IN_WORDS[pair.other.kind]}"
    return pair.found(Verdict.NOT_COMPARABLE, Step.KIND, f"{_start(names)}: not comparable.")


def speaker(pair: Pair) -> Relation | None:
    """The same speaker, later, about the same time, corrects; without a known order he is asked."""
    if not pair.one_speaker or pair.rules_differ or not (pair.at_one_time or pair.falls):
        return None
    if pair.equal:
        why = f"{pair.refs} are one speaker's number, said twice: {span_in_words(*span(pair.one))}."
        return pair.found(Verdict.SAME, Step.SPEAKER, why)
    if (order := pair.by_saying) is not None:
        return _replaced(pair, order[0], order[1], Step.SPEAKER, "same speaker, later")
    if pair.overlap is not None:
        return None
    why = f"Cannot tell: one speaker gives {pair.one.words} and {pair.other.words}, and which came later is not known."
    return pair.found(Verdict.CANNOT_TELL, Step.SPEAKER, why, gap=pair.gap)


def counting(pair: Pair) -> Relation | None:
    """A dual citizen counted here as one, there as the other: the same people, split differently."""
    if not pair.rules_differ or pair.overlap is not None:
        return None
    why = (
        f"Counted by different rules ({pair.one.counting}; {pair.other.counting}): the same people, split differently."
    )
    return pair.found(Verdict.DIFFERENT_SPLIT, Step.COUNTING, why, gap=pair.gap)


def overlap(pair: Pair) -> Relation:
    """Two that overlap may both be right; two that do not, and that nothing explains, are a conflict."""
    both = pair.overlap
    if both is not None:
        maybe_one = " They may be one utterance." if pair.one_origin and not pair.surely_one_origin else ""
        verb = "agree" if pair.equal else "overlap"
        why = f"{pair.refs} {verb}: {span_in_words(*both)}.{_rounded(pair)}{maybe_one}"
        return pair.found(Verdict.COMPATIBLE, Step.OVERLAP, why)
    if doubt := _explained_perhaps(pair):
        why = f"Cannot tell: {pair.refs} do not overlap (gap {in_digits(pair.gap)}), but {doubt}."
        return pair.found(Verdict.CANNOT_TELL, Step.OVERLAP, why, gap=pair.gap)
    return pair.found(Verdict.CONFLICT, Step.OVERLAP, conflict_in_words(pair, (1, 1), (1, 1)), gap=pair.gap)


def _rounded(pair: Pair) -> str:
    for rough, exact in (_both(pair), _both(pair)[::-1]):
        if rough.quantity.op is Op.ABOUT and exact.quantity.op is Op.EQ and rounds_to(exact.quantity, rough.quantity):
            return f" {_start(rough.words)} may be {exact.words} rounded."
    return ""


def rounds_to(exact: Quantity, rough: Quantity) -> bool:
    """Whether the exact number, rounded to as many noughts as the rough one ends in, gives the rough one."""
    number, target = exact.lo, rough.stated_lo
    if (
        not isinstance(number, int)
        or not isinstance(target, int)
        or target <= 0
        or rough.stated_hi not in (None, target)
    ):
        return False
    place: int = 10 ** (len(str(target)) - len(str(target).rstrip("0")))
    return (number + place // 2) // place * place == target


def _explained_perhaps(pair: Pair) -> str:
    """What might explain two numbers that do not overlap, or nothing."""
    if pair.one_origin:
        return "they are one utterance" if pair.surely_one_origin else "they may be one utterance"
    if _unsure_differs(pair):
        unsure = pair.one if pair.one.modality in _UNSURE else pair.other
        return f"{unsure.ref} says only what is {unsure.modality}"
    if pair.one.party is not None and pair.one.party == pair.other.party and (order := pair.by_saying) is not None:
        return f"both speak for one party, and {order[1].ref} may replace {order[0].ref}"
    silent = [figure.ref for figure in _both(pair) if not figure.counting]
    if len(silent) == 1:
        return f"{silent[0]} does not say by which rule it counts"
    open_start = [figure.ref for figure in _both(pair) if figure.window is None]
    if pair.one.kind is FigureKind.CUMULATIVE and len(open_start) == 1:
        return f"{open_start[0]} does not say from which day it counts"
    return ""


def _unsure_differs(pair: Pair) -> bool:
    """Whether one says what is or is promised, and the other only what might be."""
    return (pair.one.modality in _UNSURE) != (pair.other.modality in _UNSURE)


def conflict_in_words(pair: Pair, one: tuple[int, int], other: tuple[int, int]) -> str:
    """The sentence of a conflict, with the number of origins on each side."""
    falls = ""
    if pair.falls and (ages := pair.by_age) is not None:
        told = [f"{figure.words} as of {pair.day(figure.stood)}" for figure in ages]
        falls = f"A running total cannot fall: {told[0]}, {told[1]}. "
    sides = f"{_origins(one)} against {_count(other)}"
    return f"{falls}{pair.refs} do not overlap: gap {in_digits(pair.gap)}; {sides}."


def _count(origins: tuple[int, int]) -> str:
    return str(origins[0]) if origins[0] == origins[1] else f"{origins[0]} to {origins[1]}"


def _origins(origins: tuple[int, int]) -> str:
    return f"{_count(origins)} {'origin' if origins == (1, 1) else 'origins'}"


def _both(pair: Pair) -> tuple[Compared, Compared]:
    return pair.one, pair.other


def _start(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


IN_ORDER: tuple[Callable[[Pair], Relation | None], ...] = (
    aimed_at,
    measure,
    population,
    said_so,
    origin,
    unit,
    kind,
    time,
    speaker,
    counting,
    overlap,
)
