"""Invented people and the lists they stand on, made from a seed: for the demonstration, the tests and the bench."""

from homeward.invented.person import Document, Flaw, Kinship, Need, Origin, Person, Relation, Sex
from homeward.invented.population import DAY, people, stream
from homeward.invented.rates import EVACUEES, USUAL, Rates
from homeward.invented.written import Name, Style

__all__ = [
    "DAY",
    "EVACUEES",
    "USUAL",
    "Document",
    "Flaw",
    "Kinship",
    "Name",
    "Need",
    "Origin",
    "Person",
    "Rates",
    "Relation",
    "Sex",
    "Style",
    "people",
    "stream",
]
