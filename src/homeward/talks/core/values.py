"""The four values of a condition, and how they join (after Belnap, A useful four-valued logic, 1977).

What is met for sure and what is not for sure decide first; a gate is met or unmet only by members that are so. In one
place this is more careful than the lattice: of one contested and one unknown member, neither "any" nor "all" is decided.
"""

from __future__ import annotations

from collections.abc import Iterable

from homeward.ledger.core.conditions import Value, contrary, told

__all__ = ["Value", "all_of", "any_of", "at_least", "of", "other"]


def of(*, told_met: bool, told_unmet: bool) -> Value:
    """The value of what some voices say and others deny."""
    return told(met=told_met, unmet=told_unmet)


def at_least(least: int, values: Iterable[Value]) -> Value:
    """So many must hold, by counting those that surely do and those that possibly do; of fewer than that, unmet."""
    # By identity: a graph of thousands of gates asks this often, and to hash a word of an enumeration is slow.
    met = unmet = contested = counted = 0
    for value in values:
        counted += 1
        if value is Value.MET:
            met += 1
        elif value is Value.UNMET:
            unmet += 1
        elif value is Value.CONTESTED:
            contested += 1
    spare = counted - least
    if met >= least:
        return Value.MET
    if unmet > spare:
        return Value.UNMET
    return Value.CONTESTED if met + contested >= least or unmet + contested > spare else Value.UNKNOWN


def all_of(values: Iterable[Value]) -> Value:
    """All must hold: the meet in the order of truth; of none, met."""
    held = tuple(values)
    return at_least(len(held), held)


def any_of(values: Iterable[Value]) -> Value:
    """One is enough: the join in the order of truth; of none, unmet."""
    return at_least(1, values)


def other(value: Value) -> Value:
    """The value of the contrary."""
    return contrary(value)
