"""Every read of the ledger, named by what it gives; each is asked as of a time and as known at a time."""

from __future__ import annotations

from homeward.ledger.queries import cases, figures, sources, statements, words

__all__ = ["cases", "figures", "sources", "statements", "words"]
