"""Who asks."""

from __future__ import annotations

from ninja import Field

from homeward.api.shapes.told import Told


class Compartment(Told):
    """A compartment that the asker may see."""

    id: str
    slug: str = Field(examples=["desk"])
    name: str
    may_write: bool


class Me(Told):
    """Who asks, what this way in may do, and where."""

    name: str
    scopes: list[str] = Field(examples=[["read", "write"]])
    compartments: list[Compartment]
