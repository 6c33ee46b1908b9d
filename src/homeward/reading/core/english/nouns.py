"""English nouns of telling: what a report, a letter or a promise says may stand behind them."""

from __future__ import annotations

NOUNS = frozenset(
    """statement notice letter report promise pledge claim warning announcement remark answer reply response message account
    version assertion allegation offer threat demand appeal call assurance undertaking guarantee denial suggestion estimate
    declaration complaint reminder prediction testimony confession boast insistence view position theory belief word
    rumour rumor dispatch bulletin communique order proposal explanation admission accusation request vow""".split()
)
"""Nouns that a clause with "that" may follow, or behind which "is that" may stand."""
