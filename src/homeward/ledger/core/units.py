"""In what a figure counts, and which units can be turned into one another."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

# unit -> (what it is turned into, how many of those it is)
_CONVERTED: Mapping[str, tuple[str, int | Decimal]] = MappingProxyType(
    {
        "": ("person", 1),
        "people": ("person", 1),
        "individual": ("person", 1),
        "hour": ("minute", 60),
        "day": ("minute", 24 * 60),
        "week": ("minute", 7 * 24 * 60),
        "gram": ("kilogram", Decimal("0.001")),
        "kg": ("kilogram", 1),
        "ton": ("kilogram", 1000),
        "tonne": ("kilogram", 1000),
        "t": ("kilogram", 1000),
        "metre": ("metre", 1),
        "km": ("metre", 1000),
        "kilometre": ("metre", 1000),
        "%": ("percent", 1),
        "per cent": ("percent", 1),
    }
)


def in_single(unit: str) -> str:
    """The unit in the singular and in small letters, as files mix "bus" and "Buses"."""
    word = " ".join(unit.casefold().split())
    if word.endswith(("ses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us")):
        return word[:-1]
    return word


@lru_cache(maxsize=1024)
def converted(unit: str) -> tuple[str, int | Decimal]:
    """The unit that this one is compared in, and how many of those one of it is."""
    single = in_single(unit)
    return _CONVERTED.get(single, (single, 1))


def comparable(one: str, other: str) -> bool:
    """Whether amounts in these two units can be held against each other."""
    return converted(one)[0] == converted(other)[0]
