"""In what an obligation is counted, and whether a count of it is in the same: 500 tonnes are not 500 trucks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from homeward.ledger.core.units import in_single

# Things that reports count and that are their own unit. What stands here makes "aid trucks" a promise of trucks.
_COUNTED = frozenset(
    "person truck bus vehicle convoy flight plane ship boat train ton tonne kilogram kg litre liter barrel box carton pallet"
    " container tent shelter family household body dollar euro hour day visit".split()
)
VISIT = "visit"
_SAME = {
    **dict.fromkeys(("", "people", "individual", "detainee", "prisoner", "hostage", "captive", "civilian"), "person"),
    **dict.fromkeys(("lorry", "vehicle load"), "truck"),
    **dict.fromkeys(("ton", "t"), "tonne"),
    **dict.fromkeys(("liter", "l"), "litre"),
    **dict.fromkeys(("remains", "corpse"), "body"),
    "kg": "kilogram",
}
_AFTER = re.compile(r"\b(?:of|from|for|in|on|with|to|incl|including|held|who|that)\b|[(,;]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def plain(unit: str) -> str:
    """A unit as it is compared: "lorries" and "trucks" are one."""
    single = in_single(unit)
    return _SAME.get(single, single)


def unit_named(object: str) -> str:
    """The unit that the words of a promise name: "aid trucks", "litres of fuel"; empty where they name none."""
    words = _WORD.findall(_AFTER.split(object, maxsplit=1)[0])
    word = plain(words[-1]) if words else ""
    return word if word in _COUNTED else ""


def alike(one: str, other: str) -> bool:
    """Whether amounts in these units can be added as they are."""
    return plain(one) == plain(other)


def chosen(stated: str, object: str, counted: Iterable[str]) -> str | None:
    """In what an obligation counts: as told, as its words have it, else as all its counts are; none where that differs."""
    if stated:
        return plain(stated)
    if named := unit_named(object):
        return named
    every = {plain(unit) for unit in counted}
    if len(every) > 1:
        every.discard(VISIT)  # who was seen on visits is told beside how often somebody came
    return every.pop() if len(every) == 1 else None
