"""Short ways to say who sits where and what a phone saw."""

from __future__ import annotations

from uuid import UUID, uuid5

from homeward.crossings.core.boarding import CheckOff, Seated, Settled
from homeward.ledger.core.boarding import State

ROOT = UUID("6a8c1f0e-0b7a-4f0e-9d5b-6d2f3a1c9e01")


def named(name: str) -> UUID:
    return uuid5(ROOT, name)


def seats(*families: str, vehicle: str = "bus 1") -> list[Seated]:
    """`"Anna Boris"` are two people of one family."""
    return [
        Seated(named(name), named(f"family {family}"), named(vehicle)) for family in families for name in family.split()
    ]


def saw(phone: str, number: int, person: str, state: str, *, at: str = "", vehicle: str = "", id: str = "") -> CheckOff:
    """What a phone said as its word of this number; its id comes from phone and number unless it is told."""
    return CheckOff(
        id=named(id or f"{phone} {number}"),
        device=named(phone),
        sequence=number,
        person=named(person),
        state=State(state),
        vehicle=named(vehicle) if vehicle else None,
        at=at,
    )


def settled(person: str, state: str, *words: CheckOff) -> Settled:
    return Settled(named(person), State(state), frozenset(each.id for each in words))
