"""Every read of the ledger, named by what it gives; each is asked as of a time and as known at a time."""

from __future__ import annotations

from homeward.ledger.queries import cases, drafts, figures, proofs, sources, statements, sums, words

__all__ = ["cases", "drafts", "figures", "proofs", "sources", "statements", "sums", "words"]
