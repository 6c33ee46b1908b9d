"""Invented lists of invented authorities, with the truth beside them."""

from homeward.invented.lists.bulk import large
from homeward.invented.lists.demonstrated import demonstration
from homeward.invented.lists.planned import Changed, Kind, Mistake, Planned, Planted, Standing, Truth

__all__ = ["Changed", "Kind", "Mistake", "Planned", "Planted", "Standing", "Truth", "demonstration", "large"]
