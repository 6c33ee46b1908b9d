"""What voices say of whether a condition holds, and what that comes to: one rule for the picture and for the talks.

Of each voice only its last word counts; another voice's later word replaces nobody's. Reports of one origin are one
report. Met and unmet by independent voices is contested; a voice whose own last word cannot be told says neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from homeward.ledger.core.timing import is_before, is_identical
from homeward.ledger.core.voices import Modality
from homeward.moments import Interval, Precision


class Value(StrEnum):
    """What is said of a condition: it holds, it does not, nobody has said, or independent voices say both."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"
    CONTESTED = "contested"

    @property
    def told_met(self) -> bool:
        """Whether some voice says that it holds."""
        return self in (Value.MET, Value.CONTESTED)

    @property
    def told_unmet(self) -> bool:
        """Whether some voice says that it does not."""
        return self in (Value.UNMET, Value.CONTESTED)


def told(*, met: bool, unmet: bool) -> Value:
    """The value of what some voices say and others deny."""
    if met:
        return Value.CONTESTED if unmet else Value.MET
    return Value.UNMET if unmet else Value.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report of a status: which statement, whose voice, which utterance, what it says, of when, and when said.

    `origin` is empty where the utterance is doubtful. `recorded` and `place` order what one act recorded, as a file does.
    """

    statement: str
    voice: str
    says: Value
    origin: str = ""
    about: Interval | None = None
    said: Interval | None = None
    recorded: datetime | None = None
    place: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """What the reports of a condition come to: its value, the reports that decide it, and voices whose last word is unclear.

    `since` is the time that the deciding reports of a met condition are about, as one interval; none when it is not known.
    """

    value: Value = Value.UNKNOWN
    met: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()
    unclear: tuple[tuple[str, ...], ...] = ()
    since: Interval | None = None


_SAYS_SO = frozenset({"", Modality.ASSERTED.value, Modality.REPORTED.value, Modality.ALLEGED.value})


def says(status: str, modality: str) -> Value:
    """What a report of this status says when it was said so: a denial says the contrary, a promise says nothing yet."""
    plain = Value(status) if status in (Value.MET.value, Value.UNMET.value) else Value.UNKNOWN
    if modality == Modality.DENIED.value:
        return contrary(plain)
    return plain if modality in _SAYS_SO else Value.UNKNOWN


def contrary(value: Value) -> Value:
    """The value of the contrary."""
    return told(met=value.told_unmet, unmet=value.told_met)


def held(reports: Iterable[Report]) -> Held:
    """What the reports that count (nobody took them back) come to, whatever the order in which they arrived."""
    voices: dict[str, list[Report]] = {}
    for report in _once_each_origin(reports):
        voices.setdefault(report.voice, []).append(report)
    met: list[Report] = []
    unmet: list[Report] = []
    unclear: list[tuple[str, ...]] = []
    for _, spoken in sorted(voices.items()):
        last = _last(spoken)
        said = {report.says for report in last}
        if len(said) > 1:
            unclear.append(tuple(sorted(report.statement for report in last)))
        elif said == {Value.MET}:
            met += last
        elif said == {Value.UNMET}:
            unmet += last
    value = told(met=bool(met), unmet=bool(unmet))
    return Held(value, _refs(met), _refs(unmet), tuple(unclear), _since(met) if value is Value.MET else None)


def _refs(reports: Iterable[Report]) -> tuple[str, ...]:
    return tuple(sorted(report.statement for report in reports))


def _once_each_origin(reports: Iterable[Report]) -> list[Report]:
    """One report for each utterance; an utterance that is passed on in two ways says neither."""
    kept: list[Report] = []
    utterances: dict[str, list[Report]] = {}
    for report in sorted(reports, key=lambda each: each.statement):
        if report.origin:
            utterances.setdefault(report.origin, []).append(report)
        else:
            kept.append(report)
    for same in utterances.values():
        first = min(same, key=lambda each: (_start(each), each.statement))
        agreed = len({each.says for each in same}) == 1
        kept.append(first if agreed else replace(first, says=Value.UNKNOWN))
    return kept


def _start(report: Report) -> float:
    when = _when(report)
    return when.start.timestamp() if when is not None and when.start is not None else float("-inf")


def _when(report: Report) -> Interval | None:
    """The time that a report is about, else that at which it was said."""
    for interval in (report.about, report.said):
        if interval is not None and interval.precision is not Precision.UNREAD:
            return interval
    return None


def _last(spoken: Sequence[Report]) -> list[Report]:
    """The last words of one voice: those that surely lie before none of its others."""
    last = [one for one in spoken if not any(_precedes(one, other) for other in spoken)]
    together = all(one.recorded == last[0].recorded and is_identical(_when(one), _when(last[0])) for one in last)
    if len(last) > 1 and together:
        # A file tells in its own order what it dates alike.
        return [max(last, key=lambda each: each.place)]
    return last


def _precedes(one: Report, other: Report) -> bool:
    mine, its = _when(one), _when(other)
    if mine is None or its is None:
        return mine is None and its is not None
    if is_before(mine, its):
        return True
    # Of two words about the same time the one that was said later counts.
    return is_identical(mine, its) and is_before(one.said, other.said)


def _since(met: Sequence[Report]) -> Interval | None:
    """The earliest time that those who say met speak of."""
    times = [when for report in met if (when := _when(report)) is not None and when.start is not None]
    return min(times, key=lambda each: (each.start, each.until is None, each.until)) if times else None
