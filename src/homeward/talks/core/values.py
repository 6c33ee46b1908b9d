"""The four values of a condition, and how they join (Belnap, A useful four-valued logic, 1977)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


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


def of(*, told_met: bool, told_unmet: bool) -> Value:
    """The value of what some voices say and others deny."""
    if told_met:
        return Value.CONTESTED if told_unmet else Value.MET
    return Value.UNMET if told_unmet else Value.UNKNOWN


def all_of(values: Iterable[Value]) -> Value:
    """All must hold: the meet in the order of truth; of none, met."""
    told_met, told_unmet = True, False
    for value in values:
        told_met, told_unmet = told_met and value.told_met, told_unmet or value.told_unmet
    return of(told_met=told_met, told_unmet=told_unmet)


def any_of(values: Iterable[Value]) -> Value:
    """One is enough: the join in the order of truth; of none, unmet."""
    told_met, told_unmet = False, True
    for value in values:
        told_met, told_unmet = told_met or value.told_met, told_unmet and value.told_unmet
    return of(told_met=told_met, told_unmet=told_unmet)


def other(value: Value) -> Value:
    """The value of the contrary."""
    return of(told_met=value.told_unmet, told_unmet=value.told_met)
