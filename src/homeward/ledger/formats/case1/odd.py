"""What is odd in agreements and conditions: promises that nobody bears or that cannot be, times that run backwards.

The file may tell just what was said, so nothing is repaired. What cannot be is a doubt, which whoever loads it accepts or mends;
what may be left open by those who agreed is a note.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeAlias

from homeward.ledger.formats.case1 import status_words
from homeward.ledger.formats.case1.form import (
    Agreement,
    CaseFile,
    Condition,
    Obligation,
    Phase,
    Rule,
    Written,
    in_words,
)
from homeward.ledger.formats.case1.part import quoted
from homeward.moments import Interval, Precision, read
from homeward.refusals import Findings

Found: TypeAlias = tuple[str, str, str]
_STARTS, _ENDS = ("from", "start", "starts", "begin", "begins"), ("to", "until", "end", "ends")


def check(case: CaseFile, findings: Findings) -> None:
    """Tell everything odd, each with its place."""
    for agreement in case.agreements:
        for found in _agreement(agreement, case):
            _tell(findings, *found)
    for condition in case.conditions:
        for found in _condition(condition, case.conditions):
            _tell(findings, *found)
        for turn in condition.history:
            if turn.status and status_words.status(turn.status) == "unknown":
                message = f"{quoted(turn.status)} does not say whether it is met; it is kept as words that say neither."
                findings.note("status-words", f"{turn.place}.status", message)


NOTED = frozenset({"no-bearer", "deadline-first", "batch-words", "gates-an-id"})


def _tell(findings: Findings, code: str, place: str, message: str) -> None:
    tell = findings.note if code in NOTED else findings.doubt
    tell(code, place, message)


def _agreement(agreement: Agreement, case: CaseFile) -> Iterator[Found]:
    if _backwards(agreement.actual_start, agreement.actual_end):
        yield "backwards", f"{agreement.place}.actual_end", "It ends before it starts (actual_start)."
    if _backwards(agreement.planned_start, agreement.deadline):
        yield "deadline-first", f"{agreement.place}.deadline", "Its deadline lies before its planned start."
    for phase in agreement.phases:
        if _backwards(_of(phase, _STARTS, case), _of(phase, _ENDS, case)):
            yield "backwards", phase.place, f"The phase {quoted(phase.id or phase.text)} ends before it starts."
    for obligation in agreement.obligations:
        yield from _obligation(obligation)
    for rule in agreement.rules:
        yield from _rule(rule)


def _of(phase: Phase, names: Iterable[str], case: CaseFile) -> Interval | None:
    written = next((value for name in names if isinstance(value := phase.more.get(name), str)), None)
    when = read(written, case.zone) if written else None
    return None if when is None or when.precision is Precision.UNREAD else when


def _backwards(start: Interval | None, end: Interval | None) -> bool:
    return bool(start and end and start.start and end.until and end.until <= start.start)


def _obligation(obligation: Obligation) -> Iterator[Found]:
    if obligation.bearer is None:
        yield "no-bearer", f"{obligation.place}.bearer", "Nobody is named who owes this."
    counted = obligation.quantity
    if counted is not None and counted.stated_lo is not None and counted.stated_lo < 0:
        yield "below-nought", f"{obligation.place}.quantity", f"Nobody can owe {counted.stated_lo}."
    if obligation.ratio is not None and not _above(obligation.ratio.num):
        yield (
            "no-ratio",
            f"{obligation.place}.ratio.num",
            "A ratio is of numbers above nought; by this one nothing is owed.",
        )
    if obligation.ratio is not None and obligation.ratio.den != 0 and not _above(obligation.ratio.den):
        yield "no-ratio", f"{obligation.place}.ratio.den", "A ratio is of numbers above nought."
    if isinstance(obligation.ratio_by_category, dict):
        for name, value in obligation.ratio_by_category.items():
            if isinstance(value, int | Decimal) and not _above(value):
                yield (
                    "no-ratio",
                    f"{obligation.place}.ratio_by_category",
                    f"{quoted(name)}: {value} is no number above nought.",
                )
    if isinstance(obligation.batches, list):
        for number, size in enumerate(obligation.batches):
            place = f"{obligation.place}.batches[{number}]"
            if isinstance(size, dict):
                continue
            if not isinstance(size, int | Decimal) or isinstance(size, bool):
                yield "batch-words", place, f"{quoted(in_words(size))}: how many these are is not told as a number."
            elif not _above(size):
                yield "no-batch", place, f"{size} is no size of a batch."
    per = obligation.per
    if isinstance(per, int | Decimal) and not isinstance(per, bool) and not _above(per):
        yield "no-ratio", f"{obligation.place}.per", f"Per {per} is per nothing."


def _rule(rule: Rule) -> Iterator[Found]:
    for name, value in (("per", rule.per), ("cap", rule.cap)):
        if isinstance(value, int | Decimal) and not isinstance(value, bool) and not _above(value):
            yield (
                "no-ratio",
                f"{rule.place}.{name}",
                f"{value} is no number above nought, so this rule comes to nothing.",
            )


def _above(value: Written) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool) and value > 0


def _condition(condition: Condition, every: Iterable[Condition]) -> Iterator[Found]:
    gates = " ".join(condition.gates.split()).casefold()
    if gates and gates in (condition.id.casefold(), " ".join(condition.text.split()).casefold()):
        yield "gates-itself", f"{condition.place}.gates", "It is said to stand before itself."
    elif gates and any(each.id.casefold() == gates and each is not condition for each in every):
        message = f"{quoted(condition.gates)} is the id of a condition; here are the words of what it stands before."
        yield "gates-an-id", f"{condition.place}.gates", message
