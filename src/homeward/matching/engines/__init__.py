"""Two lists of records linked: which pairs may be one person's, and how likely it is that somebody is not there at all.

Two engines give the same answers: `plain` holds one pair against another and reads like the rules; `columns` does the same
for all pairs at once. Neither knows a database, a file or a clock.
"""

from homeward.matching.engines.linking import ENGINES, Linked, Pair, link, ready, within

__all__ = ["ENGINES", "Linked", "Pair", "link", "ready", "within"]
