"""Figures as asked: those of statements, the current ones of a case, and what was said before, held against each other."""

from __future__ import annotations

from homeward.ledger.queries.figures.grouped import FEWEST, HISTORY, Group, groups
from homeward.ledger.queries.figures.known import Past, current, histories, of_statements
from homeward.ledger.queries.figures.populations import (
    NoSuchPopulation,
    all_populations,
    population_named,
    populations,
)
from homeward.ledger.queries.figures.rivals import compared, relations

__all__ = [
    "FEWEST",
    "HISTORY",
    "Group",
    "NoSuchPopulation",
    "Past",
    "all_populations",
    "compared",
    "current",
    "groups",
    "histories",
    "of_statements",
    "population_named",
    "populations",
    "relations",
]
