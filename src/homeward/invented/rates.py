"""How often papers lack something or have it wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rates:
    """Shares between 0 and 1 of people whose papers have that flaw."""

    no_given_name: float = 0.0
    no_family_name: float = 0.0
    first_of_january: float = 0.0
    bad_document: float = 0.0
    no_document: float = 0.0
    undefined_document: float = 0.0


USUAL = Rates(first_of_january=0.03, no_document=0.03)
"""A desk's own register: people were asked."""

_RECORDS = 88_977
EVACUEES = Rates(
    no_given_name=417 / _RECORDS,
    no_family_name=242 / _RECORDS,
    first_of_january=11_110 / _RECORDS,
    bad_document=3_900 / _RECORDS,
    no_document=3_900 / _RECORDS,
    undefined_document=36_400 / _RECORDS,
)
"""88,977 records of evacuees (OIG-22-64, 2022). "Bad or missing numbers", 7,800, were told as one; half of each is a guess."""
