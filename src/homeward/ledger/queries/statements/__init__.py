"""Statements with everything that shows them, and the ways to find them."""

from __future__ import annotations

from homeward.ledger.queries.statements.around import AROUND
from homeward.ledger.queries.statements.found import PAGE, Filters, Found, find, search
from homeward.ledger.queries.statements.shown import NoSuchStatement, statement, statements

__all__ = ["AROUND", "PAGE", "Filters", "Found", "NoSuchStatement", "find", "search", "statement", "statements"]
