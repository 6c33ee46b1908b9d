"""The policy by which plans weigh people: the one a desk begins with, and what a policy must hold to be one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from homeward.crossings.core.entered import in_ascii, whole
from homeward.ledger.core.crossings import Place
from homeward.refusals import Findings

CLASSES = (1, 2, 3, 4)
CHILDREN_AND_CARERS, OTHERS = 3, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What somebody of each class counts, what a day of waiting leaves of it, what it costs to move a date that was told.

    `needs` say into which class a need of the coded list puts somebody, and which place it asks for.
    """

    values: tuple[Decimal, ...] = (Decimal(100), Decimal(40), Decimal(15), Decimal(10))
    daily_factors: tuple[Decimal, ...] = (Decimal("0.90"), Decimal("0.95"), Decimal("0.98"), Decimal("0.985"))
    needs: tuple[tuple[str, int, Place], ...] = (
        ("SM", 1, Place.SEAT),
        ("DS", 2, Place.WHEELCHAIR),
        ("ER", 2, Place.SEAT),
        ("XP", 2, Place.SEAT),
        ("SC", 2, Place.SEAT),
        ("CR", 2, Place.SEAT),
        ("WR", 2, Place.SEAT),
        ("LP", 2, Place.SEAT),
        ("TR", 2, Place.SEAT),
        ("SV", 2, Place.SEAT),
        ("SP", 3, Place.SEAT),
    )
    wait_bonus_per_day: Decimal = Decimal("0.01")
    wait_cap_days: int = 60
    move_dropped: Decimal = Decimal(15)
    move_later: Decimal = Decimal(8)
    move_earlier: Decimal = Decimal(2)
    move_frozen_extra: Decimal = Decimal(40)
    frozen_days: int = 2
    firm_days: int = 2
    least_provisional: Decimal = Decimal("0.5")
    minor_age: int = 14
    adult_age: int = 18
    minors_per_escort: int = 4


STARTING = Weights()
"""What the desk weighs by until its head sets a policy; the design of the planner was measured with it."""


def cls_of(weights: Weights, needs: Iterable[str], *, age: int | None, with_children: bool) -> int:
    """The class of somebody: the most urgent that a need gives, else by age and by whether children are with them."""
    by_code = {code: cls for code, cls, _ in weights.needs}
    found = [by_code[each] for each in needs if each in by_code]
    young = age is not None and age < weights.adult_age
    return min([*found, CHILDREN_AND_CARERS if young or with_children else OTHERS])


def place_of(weights: Weights, needs: Iterable[str]) -> Place:
    """The place in a vehicle that somebody needs; lying comes before sitting in a wheelchair."""
    by_code = {code: place for code, _, place in weights.needs}
    asked = {by_code.get(each, Place.SEAT) for each in needs}
    return next((each for each in (Place.STRETCHER, Place.WHEELCHAIR) if each in asked), Place.SEAT)


def changed(weights: Weights, typed: dict[str, str], findings: Findings) -> Weights:
    """The policy with what somebody typed instead; what cannot be a weight is a fault beside its field."""
    made = weights
    for name, words in typed.items():
        if name in _WHOLE:
            least, most = _WHOLE[name]
            number = whole(words, name, findings, least=least, most=most)
            made = made if number is None else replace(made, **{name: number})  # type: ignore[arg-type]
        elif name.startswith("need."):
            made = _need(made, name[5:].upper(), words, findings)
        else:
            made = _share(made, name, words, findings)
    if made.minor_age > made.adult_age:
        findings.fault(
            "ages", "minor_age", "Somebody who rides alone is no younger than a grown-up: mend one of the two."
        )
    return made


_WHOLE: dict[str, tuple[int, int]] = {
    "wait_cap_days": (0, 3_650),
    "frozen_days": (0, 365),
    "firm_days": (0, 365),
    "minor_age": (0, 25),
    "adult_age": (0, 25),
    "minors_per_escort": (1, 60),
}
_SHARES = ("wait_bonus_per_day", "move_dropped", "move_later", "move_earlier", "move_frozen_extra", "least_provisional")
_AT_MOST: dict[str, Decimal] = {"wait_bonus_per_day": Decimal(1), "least_provisional": Decimal(1), "factor": Decimal(1)}
_HIGHEST = Decimal(10_000)


def _share(weights: Weights, name: str, words: str, findings: Findings) -> Weights:
    field, _, number = name.partition(".")
    if field in ("value", "factor") and number in map(str, CLASSES):
        most = _AT_MOST.get(field, _HIGHEST)
        found = decimal(words, name, findings, most=most, above=field == "factor")
        return weights if found is None else _in_class(weights, field, int(number), found)
    if name not in _SHARES:
        findings.fault("unknown-field", name, "The policy has no such weight.")
        return weights
    found = decimal(words, name, findings, most=_AT_MOST.get(name, _HIGHEST))
    return weights if found is None else replace(weights, **{name: found})  # type: ignore[arg-type]


def _in_class(weights: Weights, field: str, cls: int, found: Decimal) -> Weights:
    put: Callable[[tuple[Decimal, ...]], tuple[Decimal, ...]] = lambda given: (*given[: cls - 1], found, *given[cls:])  # noqa: E731
    if field == "value":
        return replace(weights, values=put(weights.values))
    return replace(weights, daily_factors=put(weights.daily_factors))


def _need(weights: Weights, code: str, words: str, findings: Findings) -> Weights:
    """A need in words: its class, and after it the place if that is no seat, as in "1 stretcher"; empty takes it out."""
    others = tuple(each for each in weights.needs if each[0] != code)
    cls, _, place = in_ascii(words).partition(" ")
    if not cls:
        return replace(weights, needs=others)
    if cls not in map(str, CLASSES) or place not in ("", *(each.value for each in Place)):
        findings.fault("need", f"need.{code.lower()}", 'Write the class, 1 to 4, and the place: "1 stretcher".')
        return weights
    return replace(weights, needs=(*others, (code, int(cls), Place(place or "seat"))))


def decimal(typed: str, where: str, findings: Findings, *, most: Decimal, above: bool = False) -> Decimal | None:
    """A number of at most six places from 0 (or `above` it) to `most`; a fault otherwise."""
    plain = in_ascii(typed).replace("٫", ".").replace(",", ".")
    try:
        found = Decimal(plain) if plain and all(letter.isdigit() or letter == "." for letter in plain) else None
    except InvalidOperation:
        found = None
    if found is None or len(plain) > 16 or (above and not found) or found > most:
        least = "above 0" if above else "from 0"
        findings.fault("weight", where, f'"{typed.strip()[:40]}" is no weight: a number {least} to {most:,} in digits.')
        return None
    return found.quantize(Decimal("0.000001")).normalize() + Decimal(0)
