"""Ids that follow from names: the same thing of the same case has the same id at each loading.

They are uuid5 over compartment, case, kind and local name (RFC 9562); in another compartment a case has other ids and tells
nothing of this one.
"""

from __future__ import annotations

from uuid import UUID, uuid5


def case_id(compartment: UUID, case: str) -> UUID:
    """The id of a case in a compartment."""
    return uuid5(compartment, f"case/1|{case}")


def local_id(case: UUID, kind: str, local: str) -> UUID:
    """The id of a thing of a case by its kind and its name in the case."""
    return uuid5(case, f"{kind}|{local}")
