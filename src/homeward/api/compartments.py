"""Into which compartment something new goes: the one named, or the only one in which the asker may write."""

from __future__ import annotations

from homeward.access import queries
from homeward.access.actions import NotLetIn
from homeward.access.queries import CompartmentView, NoSuchCompartment
from homeward.api.parameters import bad


def chosen(named: str | None) -> CompartmentView:
    """The compartment of this short name or id; where none is named, the only one that may be written in."""
    mine = queries.compartments()
    if named is not None:
        found = next((c for c in mine if named in (c.slug, str(c.id))), None)
        if found is None:
            raise NoSuchCompartment(instead="The answer of /api/me lists those you may see.")
        return found
    writable = [c for c in mine if c.may_write]
    if not writable:
        raise NotLetIn(where="compartment", instead="Ask an administrator of the desk.")
    if len(writable) > 1:
        raise bad("compartment", f"Say which it goes into: {', '.join(c.slug for c in writable)}.", "missing")
    return writable[0]
